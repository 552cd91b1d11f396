internal import SQLCore
internal import Synchronization

/// Connections that are lent to one call at a time; the next call waits for the first that comes back.
final class PostgresPool: Sendable {
    private typealias Waiter = (number: Int, continuation: CheckedContinuation<PostgresWorker, any Error>)

    private struct State {
        var idle: [PostgresWorker] = []
        var count = 0
        var waiters: [Waiter] = []
        var nextNumber = 0
        var isClosed = false
        var closing: CheckedContinuation<Void, Never>?
    }

    private let server: PostgresServer
    private let size: Int
    private let state = Mutex(State())

    /// Makes connections when they are first needed, at most `size`.
    init(_ server: PostgresServer, size: Int) {
        self.server = server
        self.size = size
    }

    /// Lends a connection to `body`.
    ///
    /// - Throws: what `body` throws; `CancellationError`; `DatabaseError.unreachable` once the pool is closed.
    func lend<T: Sendable>(_ body: (PostgresWorker) async throws -> T) async throws -> T {
        let worker = try await take()
        defer { giveBack(worker) }
        return try await body(worker)
    }

    /// How busy they are now.
    func counts(named pool: String) -> ConnectionCounts {
        state.withLock { state in
            ConnectionCounts(
                pool: pool,
                lent: state.count - state.idle.count,
                idle: state.idle.count,
                waiting: state.waiters.count
            )
        }
    }

    /// Refuses further calls and waits for those that run.
    func close() async {
        let (idle, waiters) = state.withLock { state in
            state.isClosed = true
            defer { (state.idle, state.waiters) = ([], []) }
            state.count -= state.idle.count
            return (state.idle, state.waiters)
        }
        for waiter in waiters { waiter.continuation.resume(throwing: closed) }
        for worker in idle { await worker.end() }
        await withCheckedContinuation { continuation in
            let isDone = state.withLock { state in
                if state.count > 0 { state.closing = continuation }
                return state.count == 0
            }
            if isDone { continuation.resume() }
        }
    }

    private func take() async throws -> PostgresWorker {
        let number = state.withLock { state in
            state.nextNumber += 1
            return state.nextNumber
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let answer = state.withLock { state -> Result<PostgresWorker, any Error>? in
                    if state.isClosed { return .failure(closed) }
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if let worker = state.idle.popLast() { return .success(worker) }
                    if state.count < size {
                        state.count += 1
                        return .success(PostgresWorker(server))
                    }
                    state.waiters.append((number, continuation))
                    return nil
                }
                if let answer { continuation.resume(with: answer) }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                state.waiters.firstIndex { $0.number == number }.map { state.waiters.remove(at: $0) }
            }
            waiter?.continuation.resume(throwing: CancellationError())
        }
    }

    private func giveBack(_ worker: PostgresWorker) {
        let (waiter, closing) = state.withLock { state -> (Waiter?, CheckedContinuation<Void, Never>?) in
            if !state.waiters.isEmpty { return (state.waiters.removeFirst(), nil) }
            guard state.isClosed else {
                state.idle.append(worker)
                return (nil, nil)
            }
            state.count -= 1
            guard state.count == 0 else { return (nil, nil) }
            defer { state.closing = nil }
            return (nil, state.closing)
        }
        waiter?.continuation.resume(returning: worker)
        closing?.resume()
    }

    private var closed: DatabaseError { .unreachable("\(server.place): the database is closed") }
}
