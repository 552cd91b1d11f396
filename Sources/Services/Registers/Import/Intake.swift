import Bytes
import Domain
import EntryIndex
import Store

/// Takes the batches of a queue into the store: the next one is prepared while the one before is committed.
struct Intake: Sendable {
    /// What became of the batches so far.
    struct Tally: Sendable {
        var imported = 0
        var unchanged = 0
        var rejected = 0
        /// The first of the numbers that two records claim, in words, and how many there are.
        var conflicts: [String] = []
        var conflictCount = 0
        var drawings = DrawingTally()
        /// Why reading ended before the end of the source; nil when it did not.
        var problem: String?

        var read: Int { imported + unchanged + rejected }

        fileprivate mutating func add(_ outcome: ImportOutcome, _ limit: Int) {
            for fate in outcome.fates {
                switch fate {
                case .imported: imported += 1
                case .unchanged: unchanged += 1
                case .rejected: rejected += 1
                }
            }
            conflictCount += outcome.keyConflicts.count
            for conflict in outcome.keyConflicts.prefix(max(0, limit - conflicts.count)) {
                conflicts.append(
                    "\(conflict.key.field) \(conflict.key.value): \(conflict.entry) names it, \(conflict.owner) has it"
                )
            }
        }
    }

    let store: Store
    /// The file whose progress is noted; nil for records that are made.
    let file: FileIdentity?
    let rejects: RejectsFile?
    /// How many conflicts are kept in words.
    let conflictLimit: Int

    /// Empties the queue.
    ///
    /// - Parameters:
    ///   - queue: batches in their order.
    ///   - tally: what an import that was interrupted had done before.
    ///   - report: called with every batch that is prepared.
    /// - Returns: The tally with all batches of the queue.
    /// - Throws: What the store throws when it cannot write, `CancellationError`; then the queue is cancelled.
    func callAsFunction(
        _ queue: BoundedQueue<Task<SourceBatch, any Error>>,
        from tally: Tally = Tally(),
        report: @Sendable (Tally, SourceBatch) -> Void
    ) async throws -> Tally {
        do {
            return try await take(queue, from: tally, report)
        } catch {
            queue.cancel()
            throw error
        }
    }

    private func take(
        _ queue: BoundedQueue<Task<SourceBatch, any Error>>,
        from start: Tally,
        _ report: @Sendable (Tally, SourceBatch) -> Void
    ) async throws -> Tally {
        try await withThrowingTaskGroup(of: ImportOutcome.self) { group in
            var tally = start
            var resolver = EntryResolver(store)
            while let batch = try await queue.next()?.value {
                try Task.checkCancellation()
                let items = try await resolver.items(of: batch)
                let prepared = try await store.prepare(
                    ImportBatch(
                        items,
                        file: file,
                        start: batch.first - 1,
                        omit: { entry, sources, missing in try Self.merged(sources, entry: entry, without: missing) },
                        merge: { _, entry, sources in try Self.merged(sources, entry: entry) }
                    )
                )
                // Before the commit, so that the list never lacks what the count has; what a crash leaves over in it is
                // taken off when the import goes on.
                try rejects?.append(batch.rejects(prepared.rejections))
                if let outcome = try await group.next() { tally.add(outcome, conflictLimit) }
                group.addTask { try await store.commit(prepared) }
                tally.drawings.add(batch.drawings)
                tally.problem = batch.problem
                report(tally, batch)
            }
            if let outcome = try await group.next() { tally.add(outcome, conflictLimit) }
            return tally
        }
    }

    /// What several sources say of one entry, merged in the declared order.
    private static func merged(
        _ sources: [StoredSource],
        entry: String,
        without missing: Set<Digest256> = []
    ) throws -> Draft {
        let rights = try SourceStatement.ordered(sources).map { RightContent.right($0.right, without: missing) }
        guard let right = Right.merged(rights) else { throw Rejection("no source speaks of \(entry)") }
        var draft = try RightContent.draft(of: right)
        // Those of every source stay: another merge may take them.
        draft.blobs = RightContent.blobs(of: rights)
        return draft
    }
}
