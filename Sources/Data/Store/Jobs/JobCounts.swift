/// How many jobs the queue holds.
package struct JobCounts: Sendable, Hashable {
    /// Waiting or held by a runner.
    package let open: Int64
    /// Resting as failed after the last try.
    package let failed: Int64
}
