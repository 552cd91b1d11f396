import Domain
import Foundation
import Synchronization

/// Threads of our own on which searches compute, behind a bounded admission queue.
///
/// The cooperative threads of Swift concurrency are as many as there are cores; a search that computed on one of them
/// would hold up every other request. Two lanes keep a long job (an export, a wide statistic) from standing before
/// short ones: of the threads at least one serves short work only. Documents of strangers, which may take seconds each
/// and are held in memory while they wait, have a thread and a short queue of their own.
package final class SearchPool: Sendable {
    /// Limits of the pool.
    package struct Options: Sendable {
        /// Threads that search; at least two, so that long work never takes the last one.
        package var threads: Int
        /// Requests that may wait in the short and in the long lane before the next is turned away.
        package var waitingLimit: Int
        /// Documents that may wait before the next is turned away; one is read at a time.
        package var documentLimit: Int

        package init(
            threads: Int = max(2, ProcessInfo.processInfo.activeProcessorCount),
            waitingLimit: Int = 256,
            documentLimit: Int = 4
        ) {
            self.threads = max(2, threads)
            self.waitingLimit = waitingLimit
            self.documentLimit = documentLimit
        }
    }

    /// How long a piece of work is expected to take.
    package enum Lane: Sendable {
        /// A result page: milliseconds.
        case short
        /// An export or statistic: seconds.
        case long
        /// A document that somebody sends, as a PDF: up to ten seconds, and as many bytes as may be sent.
        case document
    }

    /// How busy the pool is.
    package struct Load: Sendable, Hashable {
        /// Requests that wait in the short lane.
        package var short: Int
        /// Requests that wait in the long lane.
        package var long: Int
        /// Documents that wait to be read.
        package var document: Int
        /// Requests turned away since the start.
        package var refused: Int
    }

    private struct State {
        var short: [@Sendable () -> Void] = []
        var long: [@Sendable () -> Void] = []
        var document: [@Sendable () -> Void] = []
        var longRunning = 0
        var refused = 0
        var isClosed = false
    }

    private final class Queue: Sendable {
        let state = Mutex(State())
        let signal = DispatchSemaphore(value: 0)
    }

    private let options: Options
    private let queue = Queue()
    /// Signalled for each document, and at the end.
    private let documents = DispatchSemaphore(value: 0)

    package init(options: Options = Options()) {
        self.options = options
        for index in 0..<options.threads {
            let queue = queue
            let longLimit = options.threads - 1
            let thread = Thread { Self.serve(queue, longLimit: longLimit) }
            thread.name = "search-\(index)"
            thread.start()
        }
        let thread = Thread { [queue, documents] in Self.serveDocuments(queue, documents) }
        thread.name = "documents"
        thread.start()
    }

    deinit {
        queue.state.withLock { $0.isClosed = true }
        for _ in 0..<options.threads { queue.signal.signal() }
        documents.signal()
    }

    /// How busy the pool is now.
    package var load: Load {
        queue.state.withLock {
            Load(short: $0.short.count, long: $0.long.count, document: $0.document.count, refused: $0.refused)
        }
    }

    /// Runs `work` on a thread of the pool and waits for its value without blocking a cooperative thread.
    ///
    /// - Throws: ``Failure/tooMany(retryAfter:)`` when the lane is full, or what `work` throws.
    package func run<Value: Sendable>(
        _ lane: Lane = .short,
        _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Value, any Error>) in
            let job: @Sendable () -> Void = { continuation.resume(with: Result { try work() }) }
            let isAdmitted = queue.state.withLock { state in
                switch lane {
                case .short where state.short.count < options.waitingLimit: state.short.append(job)
                case .long where state.long.count < options.waitingLimit: state.long.append(job)
                case .document where state.document.count < options.documentLimit: state.document.append(job)
                default:
                    state.refused += 1
                    return false
                }
                return true
            }
            guard isAdmitted else {
                return continuation.resume(throwing: Failure.tooMany(retryAfter: Self.busySeconds))
            }
            if lane == .document { documents.signal() } else { queue.signal.signal() }
        }
    }

    /// After so many seconds a node that was too busy may be asked again.
    static let busySeconds = 2

    private static func serveDocuments(_ queue: Queue, _ signal: DispatchSemaphore) {
        while true {
            signal.wait()
            let job: (@Sendable () -> Void)? = queue.state.withLock {
                $0.document.isEmpty ? nil : $0.document.removeFirst()
            }
            if let job {
                job()
            } else if queue.state.withLock({ $0.isClosed }) {
                return
            }
        }
    }

    private static func serve(_ queue: Queue, longLimit: Int) {
        while true {
            queue.signal.wait()
            var isLong = false
            let job: (@Sendable () -> Void)? = queue.state.withLock { state in
                if !state.short.isEmpty { return state.short.removeFirst() }
                guard !state.long.isEmpty, state.longRunning < longLimit else { return nil }
                state.longRunning += 1
                isLong = true
                return state.long.removeFirst()
            }
            if let job {
                job()
                // A long job that was passed over for lack of a place left its signal used up: give it back.
                if isLong,
                    queue.state.withLock({
                        $0.longRunning -= 1; return !$0.long.isEmpty
                    })
                {
                    queue.signal.signal()
                }
            } else if queue.state.withLock({ $0.isClosed }) {
                return
            }
        }
    }
}
