internal import Bytes

/// A tile: up to 256 hashes of one height of the tree, side by side.
///
/// Tile `number` of `level` holds the roots of the full subtrees of height 8 * level from subtree 256 * number on.
/// Level 0 is stored only when full (its leaves are the lines of the log); higher levels grow by one hash for each
/// full tile below.
///
/// **Source** C2SP tlog-tiles (2024).
enum LogTile {
    /// How many hashes a full tile has.
    static let width: Int64 = 256

    /// The hashes in a row.
    ///
    /// - Throws: `StoreError.damaged` when the length is not a multiple of 32.
    static func hashes(_ bytes: [UInt8]) throws -> [Digest256] {
        guard bytes.count.isMultiple(of: 32) else { throw StoreError.damaged("a tile of the log with a broken hash") }
        return stride(from: 0, to: bytes.count, by: 32).compactMap { Digest256(Array(bytes[$0..<$0 + 32])) }
    }
}
