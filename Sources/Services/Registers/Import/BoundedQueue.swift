import Dispatch
import Synchronization

/// Hands elements from a thread that may block to a task that may not, at most so many at a time.
final class BoundedQueue<Element: Sendable>: Sendable {
    private struct State {
        var elements: [Element] = []
        var waiting: CheckedContinuation<Element?, Never>?
        var isFinished = false
        var isCancelled = false
    }

    private let state = Mutex(State())
    // Free places. It begins at zero and is raised, because a semaphore must not end below its first value and a queue
    // that nobody empties any longer does.
    private let places = DispatchSemaphore(value: 0)

    /// A queue with room for `limit` elements.
    init(limit: Int) {
        for _ in 0..<max(1, limit) { places.signal() }
    }

    /// Puts an element in; blocks the calling thread while the queue is full.
    ///
    /// - Returns: False when nobody takes elements any longer.
    func send(_ element: Element) -> Bool {
        places.wait()
        let (waiting, isOpen) = state.withLock { state -> (CheckedContinuation<Element?, Never>?, Bool) in
            guard !state.isCancelled else { return (nil, false) }
            if let waiting = state.waiting {
                state.waiting = nil
                return (waiting, true)
            }
            state.elements.append(element)
            return (nil, true)
        }
        if let waiting {
            places.signal()
            waiting.resume(returning: element)
        }
        return isOpen
    }

    /// Says that nothing more will come.
    func finish() {
        let waiting = state.withLock { state -> CheckedContinuation<Element?, Never>? in
            state.isFinished = true
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume(returning: nil)
    }

    /// Says that nobody takes elements any longer; a sender that waits goes on and is told.
    func cancel() {
        state.withLock { state in
            state.isCancelled = true
            state.elements = []
        }
        places.signal()
    }

    /// The next element, nil after the last; for one task at a time.
    func next() async -> Element? {
        await withCheckedContinuation { continuation in
            let ready: Element?? = state.withLock { state in
                if !state.elements.isEmpty { return .some(state.elements.removeFirst()) }
                if state.isFinished { return .some(nil) }
                state.waiting = continuation
                return nil
            }
            guard let element = ready else { return }
            if element != nil { places.signal() }
            continuation.resume(returning: element)
        }
    }
}
