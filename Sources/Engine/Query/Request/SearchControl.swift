/// When a search has to stop; looked at after every window of 65,536 documents, after 1,024 documents that are looked into
/// one by one, and while the cells of matrices are filled after every 4,096 hits.
public struct SearchControl: Sendable {
    /// The moment after which the answer is given as far as it got; monotonic.
    ///
    /// Where matrices are asked for, looking for hits ends a quarter of the time earlier, so that their cells can be filled.
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

    /// Whether the deadline has passed.
    public var isLate: Bool { deadline.map { ContinuousClock.now >= $0 } ?? false }

    /// Whether the deadline has passed or nobody waits any longer.
    var isStopped: Bool { isLate || isCancelled() }

    /// The same with a deadline that leaves a quarter of the time for what comes after.
    var leavingTime: SearchControl {
        guard let deadline else { return self }
        let left = max(.zero, ContinuousClock.now.duration(to: deadline))
        return SearchControl(deadline: deadline - left / 4, isCancelled: isCancelled)
    }
}
