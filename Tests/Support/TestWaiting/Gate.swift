import Dispatch

/// A place where a call of a test, such as an open transaction, is held while the test does something else.
public struct Gate: Sendable {
    private let reached: AsyncStream<Void>.Continuation
    private let opened = DispatchSemaphore(value: 0)

    fileprivate init(_ reached: AsyncStream<Void>.Continuation) { self.reached = reached }

    /// Says that the place is reached, and keeps this thread there until it may go on.
    public func pass() {
        reached.yield()
        opened.wait()
        // Once open it stays open: a transaction may run again.
        opened.signal()
    }

    fileprivate func open() { opened.signal() }
}

/// Runs `held` up to the gate, then `body`, and then `held` to its end.
///
/// Whatever goes wrong, both end: a holder that fails before the gate is an error, and a `body` that fails opens it.
public func holding<Held: Sendable, Value>(
    _ held: @escaping @Sendable (Gate) async throws -> Held,
    while body: () async throws -> Value
) async throws -> (Held, Value) {
    let (reached, reach) = AsyncStream<Void>.makeStream()
    let gate = Gate(reach)
    let holder = Task {
        defer { reach.finish() }
        return try await held(gate)
    }
    var gates = reached.makeAsyncIterator()
    guard await gates.next() != nil else {
        _ = try await holder.value
        throw NeverCame()
    }
    let result: Result<Value, any Error>
    do { result = .success(try await body()) } catch { result = .failure(error) }
    gate.open()
    return (try await holder.value, try result.get())
}
