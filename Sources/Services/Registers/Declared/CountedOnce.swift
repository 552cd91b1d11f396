import Declarations
import Synchronization

/// Keeps what was counted from the log, and counts again when log or declarations have changed and somebody asks.
///
/// Whoever asks while it is being counted waits for that. It is not counted again before it has rested a multiple of the time that
/// counting took, so that a log that grows all the time takes a small part of one core.
final class CountedOnce<Value: Sendable>: Sendable {
    /// A value and what it was counted from.
    struct Counted: Sendable {
        let value: Value
        /// How long the log was when counting began.
        let size: Int64
        /// When that was, in microseconds UTC.
        let time: Int64
        fileprivate let versions: [DeclarationFile.Kind: [String: Int64]]
        fileprivate let end: ContinuousClock.Instant
        fileprivate let took: Duration
    }

    private struct State {
        var kept: [String: Counted] = [:]
        var running: [String: Task<Counted, any Error>] = [:]
    }

    private let rest: Int
    private let state = Mutex(State())

    /// - Parameter rest: how many times as long as it took to count the value is kept at least.
    init(rest: Int) {
        self.rest = rest
    }

    /// The value of a name.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - size: how long the log is now.
    ///   - time: now, in microseconds UTC.
    ///   - versions: the versions of all declarations in force.
    ///   - count: counts the value.
    /// - Returns: the value with what it was counted from.
    /// - Throws: What `count` throws.
    func callAsFunction(
        _ name: String,
        size: Int64,
        time: Int64,
        versions: [DeclarationFile.Kind: [String: Int64]],
        count: @escaping @Sendable () async throws -> Value
    ) async throws -> Counted {
        let begin = ContinuousClock.now
        let task = state.withLock { state -> Task<Counted, any Error> in
            if let known = state.kept[name], known.versions == versions,
                known.size == size || known.end.duration(to: begin) < known.took * rest
            {
                return Task { known }
            }
            if let running = state.running[name] { return running }
            let task = Task {
                defer { self.state.withLock { $0.running[name] = nil } }
                let value = try await count()
                let end = ContinuousClock.now
                let counted = Counted(
                    value: value,
                    size: size,
                    time: time,
                    versions: versions,
                    end: end,
                    took: begin.duration(to: end)
                )
                self.state.withLock { $0.kept[name] = counted }
                return counted
            }
            state.running[name] = task
            return task
        }
        let counted = try await task.value
        // What was begun by other declarations tells nothing of these.
        guard counted.versions == versions else {
            return try await self(name, size: size, time: time, versions: versions, count: count)
        }
        return counted
    }
}
