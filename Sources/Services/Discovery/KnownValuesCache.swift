import Domain
import Index
import Query
import Synchronization

/// The known values of a recent snapshot, made when they are first asked for and again while the data change.
final class KnownValuesCache: Sendable {
    private struct State {
        var values: KnownValues?
        var madeAt: ContinuousClock.Instant?
        var isMaking = false
        /// Those who wait for the first count.
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    /// The values of the snapshot, or of one not long before it.
    ///
    /// Whoever comes first, or first after `age` while there is a newer snapshot, counts them; all others get what there is,
    /// and wait only for the very first count. Nil where that failed.
    /// - Throws: `Failure.tooMany` when too many wait; what the engine throws.
    func values(of searcher: Searcher, pool: SearchPool, limit: Int, age: Duration) async throws -> KnownValues? {
        let sequence = searcher.snapshot.sequence
        let (known, isMine) = state.withLock { state in
            let isOld = state.madeAt.map { $0.duration(to: .now) >= age } ?? true
            guard !state.isMaking, isOld, state.values?.sequence != sequence else { return (state.values, false) }
            state.isMaking = true
            return (state.values, true)
        }
        guard isMine else {
            if known == nil { await wait() }
            return known ?? state.withLock { $0.values }
        }
        do {
            let made = try await pool.run(.long) { try KnownValues(searcher, limit: limit) }
            finish { $0 = State(values: made, madeAt: .now) }
            return made
        } catch {
            finish { $0.isMaking = false }
            throw error
        }
    }

    private func wait() async {
        await withCheckedContinuation { continuation in
            let isDone = state.withLock { state in
                if state.isMaking { state.waiting.append(continuation) }
                return !state.isMaking
            }
            if isDone { continuation.resume() }
        }
    }

    private func finish(_ change: (inout State) -> Void) {
        let waiting = state.withLock { state in
            let waiting = state.waiting
            state.waiting = []
            change(&state)
            return waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}
