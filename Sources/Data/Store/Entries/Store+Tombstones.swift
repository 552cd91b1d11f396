internal import Bytes
internal import SQLCore

extension Store {
    /// Withdraws or erases entries: contents, salts, texts, sources and numbers go, versions and log lines stay.
    ///
    /// Entries that do not exist are passed over, and so are tombstones; only a withdrawn one can still be erased. An
    /// erasure empties the log of the database too; where another process reads at that moment, the next `flush` does.
    ///
    /// - Parameters:
    ///   - entries: which entries.
    ///   - state: `.withdrawn` or `.erased`.
    ///   - author: who is named in the log.
    ///   - note: why, in the operator's words; kept beside the lines, not in them.
    ///   - report: called after each transaction with how many of `entries` have been looked at.
    /// - Returns: how many became tombstones, or erased ones of withdrawn ones.
    /// - Throws: `DatabaseError`; what was done before stays, and the same call goes on from there.
    @discardableResult
    package func withdraw(
        _ entries: [String],
        as state: EntryState,
        author: String,
        note: String? = nil,
        report: @Sendable (Int) -> Void = { _ in }
    ) async throws -> Int {
        precondition(state != .live, "a tombstone is withdrawn or erased")
        var count = 0
        var rest = entries[...]
        while !rest.isEmpty {
            let (waiting, now) = (rest, options.now())
            let (taken, buried, last) = try await database.write { transaction in
                var log = try LogWriter(in: transaction, time: now, author: author)
                let start = ContinuousClock.now
                let most = self.budget.entries
                var (taken, buried) = (0, 0)
                for entry in waiting {
                    if try Self.bury(entry, as: state, time: now, log: &log, in: transaction) {
                        buried += 1
                        if let note { try transaction.run(LogStatements.putNote, [.integer(log.size), .text(note)]) }
                    }
                    taken += 1
                    if ContinuousClock.now - start >= most { break }
                }
                let last = ContinuousClock.now
                try log.finish(in: transaction)
                return (taken, buried, last)
            }
            budget.committed(since: last)
            rest = rest.dropFirst(taken)
            count += buried
            report(entries.count - rest.count)
            // Others have their turn too.
            if !rest.isEmpty { try await Task.sleep(for: options.writePause) }
        }
        // What was erased must not stay behind in the write-ahead log of the database either.
        if state == .erased, count > 0 { try await flush() }
        return count
    }

    // Makes one entry a tombstone; false when there is nothing to do.
    static func bury(
        _ entry: String,
        as state: EntryState,
        time: Int64,
        log: inout LogWriter,
        in transaction: borrowing Transaction
    ) throws -> Bool {
        guard
            let row = try transaction.first(EntryStatements.row, [.text(entry)], { try EntryRow($0, entry: entry) }),
            row.state == .live || (row.state == .withdrawn && state == .erased)
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
        if row.state == .live {
            try transaction.run(EntryStatements.count, [.text(row.register), .integer(-1), .integer(1)])
        }
        return true
    }
}
