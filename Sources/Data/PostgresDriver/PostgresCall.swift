internal import Dispatch
internal import Synchronization

/// One call of a task: lets the task's cancellation interrupt what its transaction does on another thread.
final class PostgresCall: Sendable {
    private struct State {
        var isCancelled = false
        var canceller: PostgresCanceller?
        var isInterrupted = false
    }

    private let state = Mutex(State())

    /// Whether the task was cancelled.
    var isCancelled: Bool { state.withLock { $0.isCancelled } }

    /// Interrupts the statement that runs, if there is one that may be.
    func cancel() {
        let canceller = state.withLock { state in
            state.isCancelled = true
            defer { state.canceller = nil }
            state.isInterrupted = state.isInterrupted || state.canceller != nil
            return state.canceller
        }
        guard let canceller else { return }
        // It connects, which no cooperative thread may wait for.
        DispatchQueue.global().async { canceller.cancel() }
    }

    /// Lets statements be interrupted from now on.
    ///
    /// - Throws: `CancellationError` when the task was cancelled already.
    func begin(_ canceller: PostgresCanceller?) throws {
        try state.withLock { state in
            guard !state.isCancelled else { throw CancellationError() }
            state.canceller = canceller
            state.isInterrupted = false
        }
    }

    /// Lets no statement be interrupted from now on.
    ///
    /// - Returns: true when one was: the interruption may still be on its way and hit whatever the connection does next.
    func end() -> Bool {
        state.withLock { state in
            state.canceller = nil
            return state.isInterrupted
        }
    }
}
