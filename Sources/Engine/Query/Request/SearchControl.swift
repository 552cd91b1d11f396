/// When a search has to stop; looked at after every window of 65,536 documents.
public struct SearchControl: Sendable {
    /// The moment after which the answer is given as far as it got; monotonic.
    public var deadline: ContinuousClock.Instant?
    /// Whether nobody waits for the answer any longer; the search then throws ``SearchFailure/cancelled``.
    public var isCancelled: @Sendable () -> Bool

    /// Makes a control; by default nothing stops the search.
    public init(
        deadline: ContinuousClock.Instant? = nil,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.deadline = deadline
        self.isCancelled = isCancelled
    }

    /// Whether the deadline has passed or nobody waits any longer.
    var isStopped: Bool {
        if let deadline, ContinuousClock.now >= deadline { return true }
        return isCancelled()
    }
}
