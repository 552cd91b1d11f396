internal import SQLCore
internal import Synchronization

/// Commits saves that wait at the same time together, so that the disk is synchronised once for all of them.
///
/// Writers of the log take turns, and each would wait for the disk of the one before. A save that is refused is undone by
/// itself, and its neighbours are committed.
actor SaveGroup<Value: Sendable> {
    /// What a save does in the transaction; it may be run again from the start.
    typealias Body = @Sendable (borrowing Transaction) throws -> Value

    private struct Waiting {
        let body: Body
        let continuation: CheckedContinuation<Value, any Error>
    }

    private let database: any Database
    private let time: Duration
    private var waiting: [Waiting] = []
    private var isCommitting = false

    /// Makes a group whose transactions take up no further save after `time`.
    init(_ database: any Database, time: Duration) {
        self.database = database
        self.time = time
    }

    /// How many wait, those that are being committed included.
    var count: Int { waiting.count }

    /// Runs `body` in a transaction, alone or with others, and returns when it is committed.
    ///
    /// - Throws: what `body` throws; `DatabaseError`; `CancellationError` when the task was cancelled before.
    func commit(_ body: @escaping Body) async throws -> Value {
        try Task.checkCancellation()
        return try await withCheckedThrowingContinuation { continuation in
            waiting.append(Waiting(body: body, continuation: continuation))
            guard !isCommitting else { return }
            isCommitting = true
            // Not of this caller's task: who leaves must not take the others along.
            Task.detached { await self.commitAll() }
        }
    }

    private func commitAll() async {
        while !waiting.isEmpty {
            let results = await commit(waiting.map(\.body))
            let done = waiting.prefix(results.count)
            waiting.removeFirst(results.count)
            for (save, result) in zip(done, results) { save.continuation.resume(with: result) }
        }
        isCommitting = false
    }

    // What came of the first saves: of one at least, and of as many as the time allows.
    private func commit(_ bodies: [Body]) async -> [Result<Value, any Error>] {
        // How many were taken up by the run that counted.
        let taken = Atomic(0)
        do {
            if bodies.count == 1 { return [.success(try await database.write(bodies[0]))] }
            return try await database.write { transaction in
                let end = ContinuousClock.now + self.time
                var results: [Result<Value, any Error>] = []
                for body in bodies where results.isEmpty || ContinuousClock.now < end {
                    taken.store(results.count + 1, ordering: .relaxed)
                    results.append(try Self.run(body, in: transaction))
                }
                return results
            }
        } catch {
            // It is the failure of all that were in the transaction; the others have the next one.
            return bodies.prefix(max(1, taken.load(ordering: .relaxed))).map { _ in .failure(error) }
        }
    }

    private static func run(_ body: Body, in transaction: borrowing Transaction) throws
        -> Result<Value, any Error>
    {
        var result: Value?
        do {
            try transaction.savepoint { result = try body(transaction) }
        } catch let error as DatabaseError {
            switch error {
            case .unreachable, .commitUnknown, .busy, .full, .readOnly, .storage, .corrupt: throw error
            // The save's own fault, and undone.
            default: return .failure(error)
            }
        } catch {
            return .failure(error)
        }
        guard let result else { throw DatabaseError.failed(code: 0, message: "no result") }
        return .success(result)
    }
}
