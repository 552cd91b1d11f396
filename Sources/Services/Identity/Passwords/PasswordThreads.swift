internal import Dispatch
internal import Domain
internal import Foundation
internal import Synchronization

/// The threads on which passwords are hashed and compared, apart from those that answer requests.
///
/// Each hash takes 32 MiB and 0.3 seconds of a core, so few are computed at once, and not many may wait: who
/// sends many passwords cannot take a node's memory or cores.
package final class PasswordThreads: Sendable {
    /// How many compute at once.
    package static let defaultThreads = 2
    /// How many may wait beside those.
    package static let defaultWaiting = 32
    /// After so many seconds a node that was too busy may be asked again.
    static let busySeconds = 5

    private struct State {
        var jobs: [@Sendable () -> Void] = []
        var running = 0
        var isClosed = false
    }

    private final class Queue: Sendable {
        let state = Mutex(State())
        let signal = DispatchSemaphore(value: 0)
    }

    private let queue = Queue()
    private let threads: Int
    private let waiting: Int

    /// Starts the threads.
    ///
    /// - Parameters:
    ///   - threads: how many compute at once, at least one.
    ///   - waiting: how many may wait.
    package init(threads: Int = defaultThreads, waiting: Int = defaultWaiting) {
        self.threads = max(1, threads)
        self.waiting = max(0, waiting)
        for index in 0..<self.threads {
            let queue = queue
            let thread = Thread { Self.serve(queue) }
            thread.name = "password-\(index)"
            thread.start()
        }
    }

    deinit {
        queue.state.withLock { $0.isClosed = true }
        for _ in 0..<threads { queue.signal.signal() }
    }

    /// How many wait now for a thread.
    package var waitingNow: Int { queue.state.withLock { max(0, $0.jobs.count + $0.running - threads) } }

    /// Runs `work` on one of the threads and waits for its value without blocking a cooperative thread.
    ///
    /// - Throws: ``Failure/tooMany(retryAfter:)`` when too many wait, or what `work` throws.
    package func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Value, any Error>) in
            let job: @Sendable () -> Void = { continuation.resume(with: Result { try work() }) }
            let isAdmitted = queue.state.withLock { state in
                // One that a thread is about to take does not wait.
                guard state.jobs.count + state.running < threads + waiting else { return false }
                state.jobs.append(job)
                return true
            }
            guard isAdmitted else {
                return continuation.resume(throwing: Failure.tooMany(retryAfter: Self.busySeconds))
            }
            queue.signal.signal()
        }
    }

    private static func serve(_ queue: Queue) {
        while true {
            queue.signal.wait()
            let job: (@Sendable () -> Void)? = queue.state.withLock { state in
                guard !state.jobs.isEmpty else { return nil }
                state.running += 1
                return state.jobs.removeFirst()
            }
            if let job {
                job()
                queue.state.withLock { $0.running -= 1 }
            } else if queue.state.withLock({ $0.isClosed }) {
                return
            }
        }
    }
}
