/// How many jobs the queue holds.
package struct JobCounts: Sendable, Hashable {
    /// Waiting or held by a runner.
    package let open: Int64
    /// Resting as failed after the last try.
    package let failed: Int64

    /// Puts the values together.
    package init(open: Int64, failed: Int64) {
        self.open = open
        self.failed = failed
    }
}
