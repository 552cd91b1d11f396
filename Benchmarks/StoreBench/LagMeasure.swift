import Store

/// How long after its acknowledgement a save is seen by one who follows the log over connections of its own.
///
/// The follower waits for news and looks twice a second beside, as a node does. On SQLite, news of other connections
/// are not heard: there the figure is that of looking.
struct LagMeasure: Sendable {
    let writer: Store
    let follower: Store
    let duration: Duration

    /// Saves about a hundred entries a second, and waits until each was seen.
    ///
    /// - Throws: what either side throws; `BenchFailure` when lines are not seen within ten seconds.
    func callAsFunction() async throws -> Figures {
        let watcher = LogWatcher(follower, from: try await follower.cursor(at: follower.logHead().size) ?? .start)
        let following = Task { [follower] in
            await follower.onLogNews(atLeastEvery: .milliseconds(500)) { await watcher.look() }
        }
        defer { following.cancel() }
        // Until the follower listens, which it begins by connecting.
        try await Task.sleep(for: .seconds(1))

        let start = ContinuousClock.now
        let acknowledged = try await save(from: start)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let seen = try await lines(atLeast: acknowledged.count, by: watcher)

        let lags = acknowledged.compactMap { line, moment in
            // A line may be seen before the writer hears that it is committed.
            seen[line].map { max(0, ($0 - moment) / .milliseconds(1)) }
        }
        following.cancel()
        await following.value
        try await follower.close()
        return Figures(count: lags.count, seconds: seconds, milliseconds: lags.sorted())
    }

    /// When each line was acknowledged.
    private func save(from start: ContinuousClock.Instant) async throws -> [Int64: ContinuousClock.Instant] {
        let entries = BenchEntries()
        var acknowledged: [Int64: ContinuousClock.Instant] = [:]
        for round in 0..<Int(duration / .milliseconds(10)) {
            try await Task.sleep(until: start + .milliseconds(10 * round), clock: .continuous)
            let change = entries.change("lag-\(UInt64.random(in: .min ... .max))", text: round)
            let result = try await writer.save([change], author: "bench")
            acknowledged[result.logSize] = .now
        }
        return acknowledged
    }

    private func lines(
        atLeast count: Int,
        by watcher: LogWatcher
    ) async throws -> [Int64: ContinuousClock.Instant] {
        let limit = ContinuousClock.now + .seconds(10)
        while ContinuousClock.now < limit {
            let seen = try await watcher.lines()
            if seen.count >= count { return seen }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw BenchFailure("the follower does not see every line")
    }
}
