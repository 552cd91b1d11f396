package import Store

/// One kind of work in the queue, and what does it.
package struct JobKind: Sendable {
    /// What comes of work that ran to its end; all of it is committed together with the end of the job.
    package struct Outcome: Sendable {
        /// What the work changes in the store: this happens once, however often the work runs.
        package var changes: [EntryChange]
        /// Who is named in the log.
        package var author: String
        /// Jobs that follow.
        package var next: [NewJob]

        /// The work is done, and this is to be saved.
        package init(changes: [EntryChange] = [], author: String = "system", next: [NewJob] = []) {
            self.changes = changes
            self.author = author
            self.next = next
        }
    }

    /// The name under which jobs are enqueued.
    package let name: String
    /// How long a silent runner keeps a job before another one takes it; a running one holds on to it.
    package let lease: Duration
    /// How long after one run the next is due; nil for work that is only enqueued by others.
    package let interval: Duration?
    /// Does the work: at least once for each job, so what it does beside its outcome must bear being done again.
    package let work: @Sendable (ClaimedJob) async throws -> Outcome

    /// Describes a kind of work.
    package init(
        _ name: String,
        lease: Duration = .seconds(30),
        every interval: Duration? = nil,
        work: @escaping @Sendable (ClaimedJob) async throws -> Outcome
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
