internal import SQLCore

extension Store {
    /// Calls `body` at once, after news of the log and at least every `interval`, until the task is cancelled.
    ///
    /// Calls never overlap; news that come during one lead to one more.
    package func onLogNews(atLeastEvery interval: Duration, _ body: @Sendable @escaping () async -> Void) async {
        await onNews(LogChannel.name, atLeastEvery: interval, body)
    }

    /// Calls `body` at once, after news of jobs and at least every `interval`, until the task is cancelled.
    ///
    /// Calls never overlap; news that come during one lead to one more.
    package func onJobNews(atLeastEvery interval: Duration, _ body: @Sendable @escaping () async -> Void) async {
        await onNews(JobChannel.name, atLeastEvery: interval, body)
    }

    private func onNews(
        _ channel: String,
        atLeastEvery interval: Duration,
        _ body: @Sendable @escaping () async -> Void
    ) async {
        let (wishes, wish) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [database] in
                for await _ in database.notifications(channel) { wish.yield() }
            }
            // News are only a hint that may get lost: the clock is the safety net.
            group.addTask {
                while !Task.isCancelled {
                    wish.yield()
                    // Waking early is harmless; cancellation ends the loop.
                    try? await Task.sleep(for: interval)
                }
                wish.finish()
            }
            group.addTask {
                for await _ in wishes { await body() }
            }
        }
    }
}
