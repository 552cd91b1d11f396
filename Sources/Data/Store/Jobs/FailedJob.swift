/// A job that rests because its last try failed too.
package struct FailedJob: Sendable, Hashable {
    /// Its identifier.
    package let id: String
    /// Which kind of work.
    package let kind: String
    /// How often it was tried.
    package let attempts: Int64
    /// When it was enqueued, in microseconds UTC.
    package let createdAt: Int64
    /// What went wrong the last time.
    package let problem: String
}
