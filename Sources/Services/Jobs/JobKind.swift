package import Store

/// One kind of work in the queue, and what does it.
package struct JobKind: Sendable {
    /// What became of a job whose work ran to its end.
    package enum End: Sendable {
        /// The work is done; what follows from it is enqueued in the transaction that ends the job.
        case done(then: [NewJob] = [])
        /// The work ended its job itself, in the transaction of its effect (`Store.save` with `finishing`).
        case finished
    }

    /// The name under which jobs are enqueued.
    package let name: String
    /// How long a silent runner keeps a job before another one takes it; a running one holds on to it.
    package let lease: Duration
    /// How long after one run the next is due; nil for work that is only enqueued by others.
    package let interval: Duration?
    /// Does the work: at least once for each job, so that it must bear being done again.
    package let work: @Sendable (ClaimedJob) async throws -> End

    /// Describes a kind of work.
    package init(
        _ name: String,
        lease: Duration = .seconds(30),
        every interval: Duration? = nil,
        work: @escaping @Sendable (ClaimedJob) async throws -> End
    ) {
        self.name = name
        self.lease = lease
        self.interval = interval
        self.work = work
    }

    /// The next run of work that comes again by itself: one for all nodes, due after the interval.
    func next(after now: Int64) -> [NewJob] {
        guard let interval else { return [] }
        return [NewJob(kind: name, dueAt: now + interval.components.seconds * 1_000_000, dedupeKey: "schedule")]
    }
}
