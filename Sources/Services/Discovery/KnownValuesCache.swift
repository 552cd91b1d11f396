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
    }

    private let state = Mutex(State())

    /// The values of the snapshot, or of one not long before it.
    ///
    /// Whoever comes first, or first after `age` while there is a newer snapshot, waits until they are counted; all others
    /// get what there is, nil before the first count.
    /// - Throws: `Failure.tooMany` when too many wait; what the engine throws.
    func values(of searcher: Searcher, pool: SearchPool, limit: Int, age: Duration) async throws -> KnownValues? {
        let sequence = searcher.snapshot.sequence
        let (known, isMine) = state.withLock { state in
            let isOld = state.madeAt.map { $0.duration(to: .now) >= age } ?? true
            guard !state.isMaking, isOld, state.values?.sequence != sequence else { return (state.values, false) }
            state.isMaking = true
            return (state.values, true)
        }
        guard isMine else { return known }
        do {
            let made = try await pool.run(.long) { try KnownValues(searcher, limit: limit) }
            state.withLock { $0 = State(values: made, madeAt: .now) }
            return made
        } catch {
            state.withLock { $0.isMaking = false }
            throw error
        }
    }
}
