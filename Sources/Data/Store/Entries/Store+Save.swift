internal import SQLCore

extension Store {
    /// Saves some entries and enqueues jobs in one transaction, safely on disk when it returns.
    ///
    /// An entry that is already as the draft says gets no new version. One that stands twice in `changes` is refused.
    ///
    /// - Parameters:
    ///   - changes: what the entries are to be.
    ///   - author: who is named in the log.
    ///   - jobs: what follows from the changes.
    ///   - job: the job whose effect this is; it ends in the same transaction, so its effect happens once.
    /// - Returns: the version of each entry, and how long the log is with them.
    /// - Throws: `StoreError.changedMeanwhile`, `.keyTaken`, `.refused`, `.erased`, `.jobLost`; `DatabaseError`.
    package func save(
        _ changes: [EntryChange],
        author: String,
        jobs: [NewJob] = [],
        finishing job: ClaimedJob? = nil
    ) async throws -> SaveResult {
        try await save(changes, author: author, jobs: jobs, finishing: job) { _, _ in }
    }

    /// Works out what a save will write, so that this is done while another save is being committed.
    ///
    /// - Parameter changes: what the entries are to be; one that stands twice is refused.
    /// - Returns: what `save` then takes.
    /// - Throws: what `save` throws but `StoreError.keyTaken`.
    package func prepare(_ changes: [EntryChange]) async throws -> PreparedSave {
        try await database.read { transaction in
            PreparedSave(
                changes: changes,
                writes: try self.plan(changes, in: transaction),
                turn: try Self.turn(in: transaction)
            )
        }
    }

    /// Saves what was prepared; where an entry was written since, it is prepared again.
    ///
    /// - Returns: the version of each entry, and how long the log is with them.
    /// - Throws: what the other throws.
    @discardableResult
    package func save(_ prepared: PreparedSave, author: String) async throws -> SaveResult {
        try await save(prepared, author: author, jobs: [], finishing: nil) { _, _ in }
    }

    /// The same, with rows of other tables in the same transaction.
    ///
    /// - Parameters:
    ///   - changes: what the entries are to be.
    ///   - author: who is named in the log.
    ///   - jobs: what follows from the changes.
    ///   - job: the job whose effect this is.
    ///   - also: writes them, knowing the last line of the log; may be run again.
    /// - Returns: the version of each entry, and how long the log is with them.
    /// - Throws: what the other throws, and `also`.
    func save(
        _ changes: [EntryChange],
        author: String,
        jobs: [NewJob] = [],
        finishing job: ClaimedJob? = nil,
        also: @escaping @Sendable (borrowing Transaction, _ line: Int64) throws -> Void
    ) async throws -> SaveResult {
        try await save(prepare(changes), author: author, jobs: jobs, finishing: job, also: also)
    }

    private func save(
        _ first: PreparedSave,
        author: String,
        jobs: [NewJob],
        finishing job: ClaimedJob?,
        also: @escaping @Sendable (borrowing Transaction, _ line: Int64) throws -> Void
    ) async throws -> SaveResult {
        var prepared = first
        var misses = 0
        while true {
            let now = prepared
            let isLast = misses >= 3
            do {
                return try await saves.commit { transaction in
                    let time = self.options.now()
                    var log = try LogWriter(in: transaction, time: time, author: author)
                    var writes = now.writes
                    if log.turnBefore != now.turn, try !EntryWriter.fits(writes, in: transaction) {
                        guard isLast else { throw StalePreparation() }
                        writes = try self.plan(now.changes, in: transaction)
                    }
                    var writer = EntryWriter(time: time, policy: .refuse)
                    try writer.store(writes, log: &log, in: transaction)
                    try writer.finish(in: transaction)
                    try log.finish(in: transaction)
                    if let job, try !Self.end(job, in: transaction) { throw StoreError.jobLost(job.id) }
                    for job in jobs { try Self.enqueue(job, now: time, in: transaction) }
                    try also(transaction, log.size)
                    return SaveResult(versions: writes.map(\.version), logSize: log.size)
                }
            } catch is StalePreparation {
                misses += 1
                prepared = try await prepare(prepared.changes)
            }
        }
    }

    private func plan(
        _ changes: [EntryChange],
        in transaction: borrowing Transaction
    ) throws -> [PreparedWrite] {
        try compressors.with { compressor in
            let planner = WritePlanner(options: options, compressor: compressor, salt: .random)
            var writes: [PreparedWrite] = []
            var seen: Set<String> = []
            for change in changes { try Self.check(change, isFirst: seen.insert(change.entry).inserted) }
            // Of many, those that are new are found together; one alone is looked for as if it were there.
            let revisions =
                changes.count == 1 ? [1] : try EntryWriter.revisions(of: changes.map(\.entry), in: transaction)
            for (change, revision) in zip(changes, revisions) {
                let known = try revision.flatMap { _ in try EntryBase(change.entry, with: compressor, in: transaction) }
                var base = known ?? EntryBase()
                if let expected = change.expectedVersion, expected != base.version {
                    throw StoreError.changedMeanwhile(
                        entry: change.entry,
                        expected: expected,
                        found: base.version
                    )
                }
                guard base.state != .erased else { throw StoreError.erased(entry: change.entry) }
                do {
                    writes.append(
                        try planner.plan(
                            change.draft,
                            source: nil,
                            register: change.register,
                            entry: change.entry,
                            on: &base,
                            in: transaction
                        )
                    )
                } catch let rejection as Rejection {
                    throw StoreError.refused(entry: change.entry, reason: rejection.reason)
                }
            }
            return writes
        }
    }

    private static func check(_ change: EntryChange, isFirst: Bool) throws {
        let names = [change.entry, change.register]
        guard names.allSatisfy({ !$0.isEmpty && !$0.utf8.contains(0) }) else {
            throw StoreError.refused(entry: change.entry, reason: "no identifier or register, or U+0000 in it")
        }
        guard isFirst else { throw StoreError.refused(entry: change.entry, reason: "it stands twice in one save") }
    }
}
