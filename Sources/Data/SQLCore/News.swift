internal import Synchronization

/// Who listens to which channel inside this process: what drivers hand to those who follow a database.
package final class News: Sendable {
    private struct State {
        var nextNumber = 0
        var listeners: [String: [Int: AsyncStream<Void>.Continuation]] = [:]
    }

    private let state = Mutex(State())

    /// Nobody listens yet.
    package init() {}

    /// A stream of news on a channel; what is not yet taken up melts into one.
    package func listen(_ channel: String) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let number = state.withLock { state in
            state.nextNumber += 1
            state.listeners[channel, default: [:]][state.nextNumber] = continuation
            return state.nextNumber
        }
        continuation.onTermination = { [weak self] _ in self?.forget(channel, number) }
        return stream
    }

    /// Tells everyone who listens.
    package func tell(_ channels: Set<String>) {
        guard !channels.isEmpty else { return }
        let continuations = state.withLock { state in
            channels.flatMap { channel in state.listeners[channel].map { Array($0.values) } ?? [] }
        }
        for continuation in continuations { continuation.yield() }
    }

    /// Ends every stream.
    package func finish() {
        let continuations = state.withLock { state in state.listeners.values.flatMap { Array($0.values) } }
        for continuation in continuations { continuation.finish() }
    }

    private func forget(_ channel: String, _ number: Int) {
        state.withLock { state in
            state.listeners[channel]?[number] = nil
        }
    }
}
