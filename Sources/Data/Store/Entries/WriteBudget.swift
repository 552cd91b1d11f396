internal import Synchronization

/// How long a logged write takes up entries, so that it ends within `StoreOptions.writeTime`, its commit included.
///
/// What follows the last entry, the lines, tiles, counts and the commit, takes longer on a busy machine or a slow disk; as
/// much time as it took lately is left for it.
final class WriteBudget: Sendable {
    private let whole: Duration
    // A running mean in microseconds. Two writers at once may lose one measurement, which does no harm.
    private let end = Atomic<Int64>(0)

    init(_ whole: Duration) {
        self.whole = whole
    }

    /// The time for entries: what the end leaves, and an eighth of the whole at least.
    var entries: Duration { max(whole / 8, whole - .microseconds(end.load(ordering: .relaxed))) }

    /// Notes that a write that stored its last entry at `moment` is committed now.
    func committed(since moment: ContinuousClock.Instant) {
        let mean = end.load(ordering: .relaxed)
        end.store(mean + ((ContinuousClock.now - moment).microseconds - mean) / 4, ordering: .relaxed)
    }
}
