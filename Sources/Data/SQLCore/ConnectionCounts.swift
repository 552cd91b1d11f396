/// How busy the connections of one kind are at a moment.
package struct ConnectionCounts: Sendable, Hashable {
    /// What they serve: `readers` or `writers`.
    package let pool: String
    /// Lent to a call.
    package let lent: Int
    /// Open and unused.
    package let idle: Int
    /// Calls that wait for one.
    package let waiting: Int

    /// Puts the values together.
    package init(pool: String, lent: Int, idle: Int, waiting: Int) {
        self.pool = pool
        self.lent = lent
        self.idle = idle
        self.waiting = waiting
    }
}
