internal import SQLCore

extension Store {
    /// Enqueues jobs in a transaction of their own; beside a save, give them to `save`.
    package func enqueue(_ jobs: [NewJob]) async throws {
        let now = options.now()
        try await database.write { transaction in
            for job in jobs { try Self.enqueue(job, now: now, in: transaction) }
        }
    }

    /// Takes the job that has been due longest, or nil when none is due.
    ///
    /// - Parameters:
    ///   - lease: how long no other runner takes it; a runner that needs longer extends it in time.
    ///   - kind: only jobs of this kind, when given.
    /// - Returns: the job, or nil.
    /// - Throws: `DatabaseError`.
    package func claimJob(lease: Duration, kind: String? = nil) async throws -> ClaimedJob? {
        let now = options.now()
        let end = now + lease.microseconds
        // A runner that looks again and again must not take the place of those who write.
        let isDue = try await database.read { transaction in
            guard let kind else { return try transaction.first(JobStatements.isDue, [.integer(now)]) { _ in true } }
            return try transaction.first(JobStatements.isKindDue, [.integer(now), .text(kind)]) { _ in true }
        }
        guard isDue == true else { return nil }
        return try await database.write { transaction in
            let statement = kind == nil ? JobStatements.claim : JobStatements.claimKind
            var values: [Value] = [.integer(now), .integer(end)]
            if let kind { values.append(.text(kind)) }
            return try transaction.first(statement, values) {
                ClaimedJob(
                    id: try $0.text(0),
                    kind: try $0.text(1),
                    payload: try $0.bytes(2),
                    attempt: try $0.integer(3),
                    leaseEndsAt: end
                )
            }
        }
    }

    /// Holds a job for longer; nil when the lease ended before and another runner may have it.
    package func extend(_ job: ClaimedJob, lease: Duration) async throws -> ClaimedJob? {
        let now = options.now()
        let end = now + lease.microseconds
        let held = try await database.write { transaction in
            try transaction.run(
                JobStatements.extend,
                [.text(job.id), .integer(job.attempt), .integer(end), .integer(now)]
            )
        }
        guard held == 1 else { return nil }
        return ClaimedJob(
            id: job.id,
            kind: job.kind,
            payload: job.payload,
            attempt: job.attempt,
            leaseEndsAt: end
        )
    }

    /// Ends a job whose work is done, and enqueues what follows from it; false when another runner has it by now.
    @discardableResult
    package func complete(_ job: ClaimedJob, then next: [NewJob] = []) async throws -> Bool {
        let now = options.now()
        return try await database.write { transaction in
            guard try Self.end(job, in: transaction) else { return false }
            for job in next { try Self.enqueue(job, now: now, in: transaction) }
            return true
        }
    }

    /// Gives a job back whose work failed: it waits longer with each try, and rests as failed after the last.
    ///
    /// - Parameters:
    ///   - job: the job, held by the caller.
    ///   - problem: why, for those who run the node; nothing that the payload holds.
    ///   - isFinal: whether another try is of no use.
    /// - Returns: false when another runner has it by now.
    /// - Throws: `DatabaseError`.
    @discardableResult
    package func fail(_ job: ClaimedJob, problem: String, isFinal: Bool = false) async throws -> Bool {
        let isLast = isFinal || job.attempt >= options.jobAttempts
        let doublings = min(max(job.attempt - 1, 0), 30)
        let wait = min(
            options.jobBackOff.microseconds.multipliedReportingOverflow(by: 1 << doublings).partialValue,
            options.jobLongestBackOff.microseconds
        )
        let due = options.now() + (wait > 0 ? wait : options.jobLongestBackOff.microseconds)
        return try await database.write { transaction in
            try transaction.run(
                JobStatements.fail,
                [
                    .text(job.id), .integer(job.attempt), .integer(isLast ? 1 : 0), .integer(due),
                    .text(problem.replacing("\0", with: "")),
                ]
            ) == 1
        }
    }

    /// Lets every job that rests as failed run again, and says how many.
    @discardableResult
    package func retryFailedJobs() async throws -> Int {
        let now = options.now()
        return try await database.write { try $0.run(JobStatements.retry, [.integer(now)]) }
    }

    /// Empties the payloads of jobs of a kind that were enqueued longer ago than this, whether they wait, run or failed.
    ///
    /// The jobs themselves stay with their problems. A runner that holds one has read its payload before.
    /// - Returns: how many there were.
    @discardableResult
    package func forgetPayloads(of kind: String, olderThan age: Duration) async throws -> Int {
        let limit = options.now() - age.microseconds
        return try await database.write {
            try $0.run(JobStatements.forget, [.text(kind), .integer(limit), .bytes([])])
        }
    }

    /// The jobs that rest as failed, the newest first.
    package func failedJobs(limit: Int64) async throws -> [FailedJob] {
        try await database.read { transaction in
            try transaction.all(JobStatements.failed, [.integer(limit)]) {
                FailedJob(
                    id: try $0.text(0),
                    kind: try $0.text(1),
                    attempts: try $0.integer(2),
                    createdAt: try $0.integer(3),
                    problem: try $0.textIfAny(4) ?? ""
                )
            }
        }
    }

    /// How many jobs are open and how many failed.
    package func jobCounts() async throws -> JobCounts {
        let counts = try await database.read { transaction in
            try transaction.all(JobStatements.counts) { (state: try $0.integer(0), count: try $0.integer(1)) }
        }
        return JobCounts(
            open: counts.first { $0.state == 0 }?.count ?? 0,
            failed: counts.first { $0.state == 1 }?.count ?? 0
        )
    }

    /// Deletes a job that its runner still holds; false when another one may have it.
    static func end(_ job: ClaimedJob, in transaction: borrowing Transaction) throws -> Bool {
        try transaction.run(JobStatements.complete, [.text(job.id), .integer(job.attempt)]) == 1
    }

    static func enqueue(_ job: NewJob, now: Int64, in transaction: borrowing Transaction) throws {
        try transaction.run(
            JobStatements.enqueue,
            [
                .text(identifier(now: now)), .text(job.kind), .text(optional: job.dedupeKey), .bytes(job.payload),
                .integer(job.dueAt ?? now), .integer(now),
            ]
        )
        transaction.notify(JobChannel.name)
    }

    // The moment first, so that identifiers of jobs due together are in the order in which they were enqueued.
    private static func identifier(now: Int64) -> String {
        let random = String(UInt64.random(in: .min ... .max), radix: 16)
        let moment = String(now, radix: 16)
        return String(repeating: "0", count: max(0, 14 - moment.count)) + moment + "-" + random
    }
}
