#if canImport(Glibc)
    import Glibc
#endif

/// Lets long work in the background give its core away now and then.
///
/// The system looks only once a tick, every 1 to 10 ms, whether another thread should run, and a search of a tenth of
/// that would wait for it. A pause asks it to look at once; where nobody waits, the work goes on.
public struct Breather: Sendable {
    private static let hold: Duration = .microseconds(250)

    private var since = ContinuousClock.now

    /// Begins to hold the core.
    public init() {}

    /// Gives the core away if it was held for a quarter of a millisecond.
    public mutating func pause() {
        guard since.duration(to: .now) > Self.hold else { return }
        _ = sched_yield()
        since = .now
    }
}
