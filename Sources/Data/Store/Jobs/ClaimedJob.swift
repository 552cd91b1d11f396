/// A job that one runner holds until its lease ends.
package struct ClaimedJob: Sendable, Hashable {
    /// Its identifier.
    package let id: String
    /// Which kind of work.
    package let kind: String
    /// What the work needs.
    package let payload: [UInt8]
    /// Which try this is, from 1; also the token by which only the holder may end the job.
    package let attempt: Int64
    /// When the lease ends and another runner may take the job, in microseconds UTC.
    package let leaseEndsAt: Int64
}
