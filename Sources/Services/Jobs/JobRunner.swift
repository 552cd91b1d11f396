package import Logging
package import Store

/// Takes jobs from the queue and does their work: one job of each kind at a time.
///
/// It knows kinds and payloads only; what the work is, it was given. Any number of runners share one queue: a job is
/// held by one of them under a lease, which is renewed while the work runs. A job whose runner died is due again when
/// its lease ends, so that each runs at least once; what comes of it is saved once, together with its end.
package struct JobRunner: Sendable {
    private let store: Store
    private let kinds: [JobKind]
    private let polling: Duration
    private let logger: Logger

    /// Takes the table of work.
    ///
    /// - Parameters:
    ///   - store: where the queue is.
    ///   - kinds: what this runner can do; jobs of other kinds are left to others.
    ///   - polling: how often it looks for jobs that nobody told of, and renews the lease of those it does; default 5
    ///     seconds, well below every lease.
    ///   - logger: one line a run goes there.
    package init(store: Store, kinds: [JobKind], polling: Duration = .seconds(5), logger: Logger) {
        self.store = store
        self.kinds = kinds
        self.polling = polling
        self.logger = logger
    }

    /// Works until the task is cancelled; work under way is cancelled too, and its job is due again after its lease.
    package func run() async {
        await withTaskGroup(of: Void.self) { group in
            for kind in kinds {
                group.addTask {
                    await schedule(kind)
                    await store.onJobNews(atLeastEvery: polling) {
                        while await runNext(kind) {}
                    }
                }
            }
        }
    }

    /// Sees that work which comes again by itself waits in the queue, once for all runners.
    private func schedule(_ kind: JobKind) async {
        guard kind.interval != nil else { return }
        do {
            try await store.enqueue([NewJob(kind: kind.name, dedupeKey: "schedule")])
        } catch {
            logger.error("a job could not be scheduled", metadata: ["kind": "\(kind.name)", "reason": "\(error)"])
        }
    }

    /// Runs the job of a kind that has been due longest; false when none is due or the queue cannot be read.
    private func runNext(_ kind: JobKind) async -> Bool {
        guard !Task.isCancelled else { return false }
        do {
            guard let job = try await store.claimJob(lease: kind.lease, kind: kind.name) else { return false }
            try await run(job, kind)
            return true
        } catch is CancellationError {
            return false
        } catch {
            // The next look at the queue tries again.
            logger.error("the job queue cannot be used", metadata: ["kind": "\(kind.name)", "reason": "\(error)"])
            return false
        }
    }

    private func run(_ job: ClaimedJob, _ kind: JobKind) async throws {
        let started = ContinuousClock.now
        var line: Logger.Metadata = ["kind": "\(kind.name)", "job": "\(job.id)", "attempt": "\(job.attempt)"]
        do {
            try await end(job, kind, with: try await hold(job, kind))
            line["milliseconds"] = "\(started.duration(to: .now) / .milliseconds(1))"
            logger.info("job done", metadata: line)
        } catch let error as CancellationError {
            throw error
        } catch StoreError.jobLost {
            // Whoever has it now ends it.
            logger.warning("job lost to another runner", metadata: line)
        } catch {
            line["reason"] = "\(error)"
            logger.error("job failed", metadata: line)
            if kind.interval == nil {
                try await store.fail(job, problem: "\(error)", isFinal: error is JobGivenUp)
            } else {
                // What comes again by itself is tried again then, and waits in the queue once.
                try await store.complete(job, then: kind.next(after: store.now))
            }
        }
    }

    private func end(_ job: ClaimedJob, _ kind: JobKind, with outcome: JobKind.Outcome) async throws {
        let next = outcome.next + kind.next(after: store.now)
        guard outcome.changes.isEmpty else {
            _ = try await store.save(outcome.changes, author: outcome.author, jobs: next, finishing: job)
            return
        }
        // Without changes there is no need to take the turn of the log.
        guard try await store.complete(job, then: next) else { throw StoreError.jobLost(job.id) }
    }

    /// Does the work while renewing the lease; the work is cancelled when another runner has the job.
    private func hold(_ job: ClaimedJob, _ kind: JobKind) async throws -> JobKind.Outcome {
        try await withThrowingTaskGroup(of: JobKind.Outcome.self) { group in
            group.addTask { try await kind.work(job) }
            group.addTask {
                while true {
                    try await Task.sleep(for: polling)
                    guard try await store.extend(job, lease: kind.lease) != nil else {
                        throw StoreError.jobLost(job.id)
                    }
                }
            }
            defer { group.cancelAll() }
            // The renewal only ends by a failure, so the first to end without one is the work.
            guard let outcome = try await group.next() else { throw StoreError.jobLost(job.id) }
            return outcome
        }
    }
}
