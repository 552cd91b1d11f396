import Foundation
import NIOCore
import Synchronization

/// Looks names up on threads that may be blocked, a few at a time: name servers that do not answer hold no more than these.
final class NameLookups: Sendable {
    /// Asks for the first address of a name, and blocks meanwhile.
    typealias LookUp = @Sendable (_ host: String, _ port: Int) throws -> SocketAddress

    /// How many are asked for at a time; 8.
    static let most = 8
    /// How many may wait for their turn; 64.
    static let mostWaiting = 64

    /// Those of this process.
    static let shared = NameLookups(PublicAddress.lookUp)

    private let lookUp: LookUp
    private let threads: OperationQueue

    init(_ lookUp: @escaping LookUp) {
        self.lookUp = lookUp
        threads = OperationQueue()
        threads.maxConcurrentOperationCount = Self.most
    }

    /// The first address of a name; whoever is cancelled waits no longer.
    ///
    /// - Throws: What the look-up throws; ``TooMany``; `CancellationError`.
    func address(_ host: String, port: Int) async throws -> SocketAddress {
        guard threads.operationCount < Self.most + Self.mostWaiting else { throw TooMany() }
        let answer = Answer()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                answer.wait(continuation)
                threads.addOperation { [lookUp] in
                    guard answer.isWaitedFor else { return }
                    answer.give(Result { try lookUp(host, port) })
                }
            }
        } onCancel: {
            answer.give(.failure(CancellationError()))
        }
    }

    /// As many wait as may: this node asks for too many names, or no name server answers.
    struct TooMany: Error {}

    /// An answer that comes once: the first that is given counts, also before somebody waits.
    private final class Answer: Sendable {
        private enum State {
            case open
            case waiting(CheckedContinuation<SocketAddress, any Error>)
            case given(Result<SocketAddress, any Error>)
            case over
        }

        private let state = Mutex(State.open)

        var isWaitedFor: Bool { state.withLock { if case .waiting = $0 { true } else { false } } }

        func wait(_ continuation: CheckedContinuation<SocketAddress, any Error>) {
            let given: Result<SocketAddress, any Error>? = state.withLock { state in
                if case .given(let result) = state {
                    state = .over
                    return result
                }
                state = .waiting(continuation)
                return nil
            }
            if let given { continuation.resume(with: given) }
        }

        func give(_ result: Result<SocketAddress, any Error>) {
            let waiting: CheckedContinuation<SocketAddress, any Error>? = state.withLock { state in
                switch state {
                case .open:
                    state = .given(result)
                    return nil
                case .waiting(let continuation):
                    state = .over
                    return continuation
                case .given, .over: return nil
                }
            }
            waiting?.resume(with: result)
        }
    }
}
