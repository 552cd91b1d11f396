internal import Bytes
internal import SQLCore

/// Reads the roots of full subtrees from tiles and, at the right edge, from the lines themselves.
struct LogHashes: ~Copyable {
    private struct Place: Hashable {
        let level: Int64
        let number: Int64
    }

    private var tiles: [Place: [Digest256]] = [:]

    /// The root of the full subtree with 2^height leaves that starts at leaf `index` * 2^height.
    ///
    /// - Throws: `StoreError.damaged` when a tile or line is missing.
    mutating func subtree(height: Int, index: Int64, in transaction: borrowing Transaction) throws -> Digest256 {
        let level = Int64(height / 8)
        let count = Int64(1) << Int64(height % 8)
        let start = index * count
        let hashes = try tile(level, start / LogTile.width, in: transaction)
        let from = Int(start % LogTile.width)
        guard hashes.count >= from + Int(count) else {
            throw StoreError.damaged("tile \(level)/\(start / LogTile.width) of the log is incomplete")
        }
        return MerkleTree.root(of: hashes[from..<from + Int(count)])
    }

    private mutating func tile(
        _ level: Int64,
        _ number: Int64,
        in transaction: borrowing Transaction
    ) throws -> [Digest256] {
        let place = Place(level: level, number: number)
        if let known = tiles[place] { return known }
        var hashes = try transaction.first(LogStatements.tile, [.integer(level), .integer(number)]) {
            try LogTile.hashes($0.bytes(0))
        }
        if hashes == nil, level == 0 {
            let first = number * LogTile.width
            hashes = try transaction.all(LogStatements.range, [.integer(first), .integer(first + LogTile.width)]) {
                try Change($0).leaf
            }
        }
        tiles[place] = hashes ?? []
        return hashes ?? []
    }
}
