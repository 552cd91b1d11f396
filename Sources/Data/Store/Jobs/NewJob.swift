/// A job to be enqueued: an effect that runs after its transaction, at least once.
package struct NewJob: Sendable, Hashable {
    /// Which kind of work.
    package let kind: String
    /// What the work needs, as JSON.
    package let payload: [UInt8]
    /// When it may run first, in microseconds UTC; nil for at once.
    package let dueAt: Int64?
    /// A name under which only one job of the kind waits; a second one is not enqueued until a runner took the first.
    package let dedupeKey: String?

    /// Describes a job.
    package init(kind: String, payload: [UInt8] = [], dueAt: Int64? = nil, dedupeKey: String? = nil) {
        self.kind = kind
        self.payload = payload
        self.dueAt = dueAt
        self.dedupeKey = dedupeKey
    }
}
