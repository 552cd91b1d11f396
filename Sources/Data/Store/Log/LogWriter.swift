internal import Bytes
internal import SQLCore

/// Appends lines to the log inside one transaction; making it takes the turn, so no other logged write runs beside.
struct LogWriter {
    /// How long the log was when the turn was taken.
    let sizeBefore: Int64
    /// The turn that the logged write before left behind.
    let turnBefore: LogTurn
    /// What this one leaves behind, with the lines appended so far.
    var turn: LogTurn { LogTurn(number: turnBefore.number + 1, root: frontier.root) }
    private let time: Int64
    private let author: String
    private var frontier: MerkleFrontier
    private var leaves: [Digest256] = []
    private var rows: [Value] = []

    /// Takes the turn: the first statement of a logged write.
    ///
    /// - Throws: `StoreError.damaged` when the head of the log is missing or broken.
    init(in transaction: borrowing Transaction, time: Int64, author: String) throws {
        let head = try transaction.first(LogStatements.lock) { row in
            (
                frontier: MerkleFrontier(size: try row.integer(0), bytes: try row.bytes(2)),
                turn: LogTurn(number: try row.integer(3) - 1, root: try row.digest(1))
            )
        }
        guard let head, let frontier = head.frontier else { throw StoreError.damaged("the head of the log") }
        self.frontier = frontier
        turnBefore = head.turn
        self.time = time
        self.author = author
        sizeBefore = frontier.size
    }

    /// How long the log is with the lines appended so far.
    var size: Int64 { frontier.size }

    /// Appends a line and says its sequence.
    mutating func append(register: String, entry: String, version: Int64, digest: Digest256) -> Int64 {
        let change = Change(
            sequence: frontier.size + 1,
            register: register,
            entry: entry,
            version: version,
            time: time,
            author: author,
            digest: digest
        )
        let leaf = change.leaf
        frontier.append(leaf)
        leaves.append(leaf)
        rows.append(.integer(change.sequence))
        rows.append(.text(register))
        rows.append(.text(entry))
        rows.append(.integer(version))
        rows.append(.integer(time))
        rows.append(.text(author))
        rows.append(.digest(digest))
        return change.sequence
    }

    /// Writes the lines, the tiles that became full and the new head.
    func finish(in transaction: borrowing Transaction) throws {
        guard !leaves.isEmpty else { return }
        try transaction.run(LogStatements.insert, groups: rows)
        try writeTiles(in: transaction)
        try transaction.run(
            LogStatements.advance,
            [.integer(frontier.size), .digest(frontier.root), .bytes(frontier.bytes)]
        )
        transaction.notify(LogChannel.name)
    }

    private func writeTiles(in transaction: borrowing Transaction) throws {
        let first = sizeBefore / LogTile.width
        let end = frontier.size / LogTile.width
        guard first < end else { return }
        // The leaves of the first tile that earlier transactions wrote.
        let edge = try transaction.all(
            LogStatements.range,
            [.integer(first * LogTile.width), .integer(sizeBefore)]
        ) { try Change($0).leaf }
        let all = edge + leaves
        var roots: [Digest256] = []
        for number in first..<end {
            let start = Int((number - first) * LogTile.width)
            let hashes = all[start..<start + Int(LogTile.width)]
            try put(level: 0, number: number, hashes: Array(hashes), in: transaction)
            roots.append(MerkleTree.root(of: hashes))
        }
        try raise(roots, from: first, level: 1, in: transaction)
    }

    // Adds the roots of full tiles, the first of which is number `from` of the level below, to the level above.
    private func raise(
        _ roots: [Digest256],
        from: Int64,
        level: Int64,
        in transaction: borrowing Transaction
    ) throws {
        var next: [Digest256] = []
        var number = from / LogTile.width
        let firstFull = number
        var hashes = try transaction.first(LogStatements.tile, [.integer(level), .integer(number)]) {
            try LogTile.hashes($0.bytes(0))
        }
        for root in roots {
            hashes = (hashes ?? []) + [root]
            guard let full = hashes, full.count == Int(LogTile.width) else { continue }
            try put(level: level, number: number, hashes: full, in: transaction)
            next.append(MerkleTree.root(of: full[...]))
            number += 1
            hashes = nil
        }
        if let hashes { try put(level: level, number: number, hashes: hashes, in: transaction) }
        if !next.isEmpty { try raise(next, from: firstFull, level: level + 1, in: transaction) }
    }

    private func put(
        level: Int64,
        number: Int64,
        hashes: [Digest256],
        in transaction: borrowing Transaction
    ) throws {
        try transaction.run(
            LogStatements.putTile,
            [.integer(level), .integer(number), .bytes(hashes.flatMap(\.bytes))]
        )
    }
}
