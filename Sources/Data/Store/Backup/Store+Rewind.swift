internal import Bytes
internal import SQLCore

extension Store {
    /// What going back to an earlier line of the log did.
    package struct Rewound: Sendable, Hashable {
        /// Lines taken off the end of the log.
        package var lines: Int64 = 0
        /// Entries that are as they were at that line.
        package var entries = 0
        /// Entries whose content was withdrawn or erased since and cannot come back: a new line says so of each.
        package var lost: [String] = []

        /// Nothing done.
        package init() {}
    }

    /// Takes the store back to what it was when the log had `size` lines, in one transaction.
    ///
    /// Entries get the content, texts and state that they had; the log, its tiles and its checkpoints end there, with
    /// the root that they had. Numbers and values of lists are worked out again from the contents. What cannot be as it
    /// was: contents that were withdrawn or erased since stay away, and a tombstone for each follows the last line; what
    /// sources said of entries that changed since is forgotten, so that an import takes them in again; jobs enqueued and
    /// files imported since are forgotten too, jobs done since are not done again.
    ///
    /// For a store that nobody else uses: readers that saw later lines find that the log went back.
    ///
    /// - Parameters:
    ///   - size: how many lines of the log stay.
    ///   - draft: what is worked out from the content of an entry, of which numbers, values and blobs are taken.
    /// - Returns: what it did.
    /// - Throws: `StoreError.notFound` when the log is shorter; what `draft` throws.
    package func rewind(
        to size: Int64,
        draft: @escaping @Sendable (StoredEntry) throws -> Draft
    ) async throws -> Rewound {
        let now = options.now()
        let result = try await database.write { transaction in
            let head = try Self.head(in: transaction)
            guard size >= 0, size <= head.size else {
                throw StoreError.notFound(entry: "line \(size) of the log, which has \(head.size)")
            }
            var result = Rewound()
            result.lines = head.size - size
            guard result.lines > 0 else { return result }
            let frontier = try Self.frontier(at: size, in: transaction)
            let changed = try transaction.all(RewindStatements.changed, [.integer(size)]) {
                (entry: try $0.text(0), version: try $0.integer(1) - 1)
            }
            let cut = try transaction.first(RewindStatements.time, [.integer(size + 1)]) { try $0.integer(0) }
            try Self.cutLog(to: frontier, since: cut ?? now, in: transaction)
            try self.compressors.with { compressor in
                var rewinder = Rewinder(compressor: compressor, draft: draft)
                for entry in changed { try rewinder.takeBack(entry.entry, to: entry.version, in: transaction) }
                try rewinder.claimKeys(in: transaction)
                result.lost = rewinder.lost.map(\.entry)
                result.entries = changed.count - rewinder.lost.count
                var log = try LogWriter(in: transaction, time: now, author: "system")
                for lost in rewinder.lost {
                    _ = try Self.bury(lost.entry, as: lost.state, time: now, log: &log, in: transaction)
                }
                try log.finish(in: transaction)
            }
            try transaction.run(RewindStatements.dropCounts)
            try transaction.run(RewindStatements.count)
            return result
        }
        try await flush()
        return result
    }

    // The right edge that the tree had: the roots of its full subtrees, the largest first.
    private static func frontier(at size: Int64, in transaction: borrowing Transaction) throws -> MerkleFrontier {
        var hashes = LogHashes()
        var bytes: [UInt8] = []
        var start: Int64 = 0
        for height in stride(from: 62, through: 0, by: -1) where size & (1 << Int64(height)) != 0 {
            bytes += try hashes.subtree(height: height, index: start >> Int64(height), in: transaction).bytes
            start += 1 << Int64(height)
        }
        guard let frontier = MerkleFrontier(size: size, bytes: bytes) else {
            throw StoreError.damaged("the log at line \(size)")
        }
        return frontier
    }

    private static func cutLog(
        to frontier: MerkleFrontier,
        since cut: Int64,
        in transaction: borrowing Transaction
    ) throws {
        let size = frontier.size
        for statement in [
            RewindStatements.dropLines, RewindStatements.dropNotes, RewindStatements.dropCheckpoints,
        ] {
            try transaction.run(statement, [.integer(size)])
        }
        for statement in [RewindStatements.dropJobs, RewindStatements.dropImports] {
            try transaction.run(statement, [.integer(cut)])
        }
        for statement in SealStatements.reopen { try transaction.run(statement, [.integer(size)]) }
        let levels = try transaction.first(RewindStatements.levels) { try $0.integerIfAny(0) } ?? nil
        for level in 0...(levels ?? 0) {
            // How many hashes this level has: one for each full subtree of 256^level lines.
            let count = size >> (8 * level)
            let (number, rest) = (count / LogTile.width, Int(count % LogTile.width))
            let stored = try transaction.first(LogStatements.tile, [.integer(level), .integer(number)]) {
                try $0.bytes(0)
            }
            try transaction.run(RewindStatements.dropTiles, [.integer(level), .integer(number)])
            // Of level 0 only full tiles are kept.
            guard level > 0, rest > 0, let stored else { continue }
            try transaction.run(
                LogStatements.putTile,
                [.integer(level), .integer(number), .bytes(Array(stored.prefix(rest * 32)))]
            )
        }
        try transaction.run(
            LogStatements.advance,
            [.integer(size), .digest(frontier.root), .bytes(frontier.bytes)]
        )
    }
}
