internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#endif

/// How a connection waits for a lock that another process holds.
///
/// SQLite's own waiting looks up to 100 ms apart, so that a process that writes again and again would hardly let
/// others in; here the first looks are 1 ms apart, the later ones 5 ms.
final class SQLitePatience: Sendable {
    private let limit: Duration
    // How often the writing connection may look for what is better left than waited for long.
    private let mostLooks = Atomic<Int>(.max)

    /// Waits no longer than `limit`.
    init(limit: Duration) {
        self.limit = limit
    }

    /// Waits a little after `looks` looks in vain; false when it has been long enough.
    func wait(after looks: Int) -> Bool {
        guard looks < mostLooks.load(ordering: .relaxed) else { return false }
        let waited = Duration.milliseconds(looks < Self.quickLooks ? looks : looks * 5 - Self.quickLooks * 4)
        guard waited < limit else { return false }
        usleep(looks < Self.quickLooks ? 1_000 : 5_000)
        return true
    }

    /// Runs `body`, in which nothing waits for more than `looks` looks, each about 1 ms.
    func hastily<T>(looks: Int = 0, _ body: () throws -> T) rethrows -> T {
        mostLooks.store(looks, ordering: .relaxed)
        defer { mostLooks.store(.max, ordering: .relaxed) }
        return try body()
    }

    private static let quickLooks = 200
}
