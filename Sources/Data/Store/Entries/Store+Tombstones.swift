internal import Bytes
internal import SQLCore

extension Store {
    /// Withdraws or erases entries: contents, salts, texts, sources and numbers go, versions and log lines stay.
    ///
    /// Entries that do not exist or are tombstones already are passed over; an erased one stays erased. An erasure
    /// empties the log of the database too; where another process reads at that moment, the next `flush` does.
    ///
    /// - Parameters:
    ///   - entries: which entries.
    ///   - state: `.withdrawn` or `.erased`.
    ///   - author: who is named in the log.
    /// - Returns: how many became tombstones.
    /// - Throws: `DatabaseError`.
    @discardableResult
    package func withdraw(_ entries: [String], as state: EntryState, author: String) async throws -> Int {
        precondition(state != .live, "a tombstone is withdrawn or erased")
        var count = 0
        var rest = entries[...]
        while !rest.isEmpty {
            let (entries, now) = (rest, options.now())
            let (taken, buried) = try await database.write { transaction in
                var log = try LogWriter(in: transaction, time: now, author: author)
                let start = ContinuousClock.now
                var (taken, buried) = (0, 0)
                for entry in entries {
                    if try Self.bury(entry, as: state, time: now, log: &log, in: transaction) { buried += 1 }
                    taken += 1
                    if ContinuousClock.now - start >= self.options.writeTime { break }
                }
                try log.finish(in: transaction)
                return (taken, buried)
            }
            rest = rest.dropFirst(taken)
            count += buried
        }
        // What was erased must not stay behind in the write-ahead log of the database either.
        if state == .erased, count > 0 { try await flush() }
        return count
    }

    private static func bury(
        _ entry: String,
        as state: EntryState,
        time: Int64,
        log: inout LogWriter,
        in transaction: borrowing Transaction
    ) throws -> Bool {
        guard
            let row = try transaction.first(EntryStatements.row, [.text(entry)], { try EntryRow($0, entry: entry) }),
            row.state == .live
        else { return false }
        try transaction.run(EntryStatements.keepVersion, [.text(entry)])
        try transaction.run(EntryStatements.eraseVersions, [.text(entry)])
        for key in KeyList.keys(row.keys) {
            try transaction.run(EntryStatements.dropKey, key.values + [.text(entry)])
        }
        try transaction.run(EntryStatements.dropTexts, [.text(entry)])
        try transaction.run(EntryStatements.dropSources, [.text(entry)])
        try transaction.run(EntryStatements.dropOrders, [.text(entry)])
        try transaction.run(EntryStatements.dropBlobReferences, [.text(entry)])
        let sequence = log.append(
            register: row.register,
            entry: entry,
            version: row.version + 1,
            digest: Digest256()
        )
        try transaction.run(
            EntryStatements.bury,
            [
                .text(entry), .integer(row.version + 1), .integer(sequence), .integer(time), .integer(state.rawValue),
                .digest(Digest256()),
            ]
        )
        try transaction.run(EntryStatements.count, [.text(row.register), .integer(-1), .integer(1)])
        return true
    }
}
