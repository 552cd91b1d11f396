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
    // Whether the writing connection is about to do what is better left than waited for.
    private let isHasty = Atomic<Bool>(false)

    /// Waits no longer than `limit`.
    init(limit: Duration) {
        self.limit = limit
    }

    /// Waits a little after `looks` looks in vain; false when it has been long enough.
    func wait(after looks: Int) -> Bool {
        guard !isHasty.load(ordering: .relaxed) else { return false }
        let waited = Duration.milliseconds(looks < Self.quickLooks ? looks : looks * 5 - Self.quickLooks * 4)
        guard waited < limit else { return false }
        usleep(looks < Self.quickLooks ? 1_000 : 5_000)
        return true
    }

    /// Runs `body` without any waiting.
    func hastily<T>(_ body: () throws -> T) rethrows -> T {
        isHasty.store(true, ordering: .relaxed)
        defer { isHasty.store(false, ordering: .relaxed) }
        return try body()
    }

    private static let quickLooks = 200
}
