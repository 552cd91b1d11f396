import Synchronization

/// Counts what was asked by whom: a bucket each that is full at first, is taken from, and fills up again evenly.
///
/// Of each bucket one number is kept: when it will be full. So a full one need not be kept, and what is dropped to save
/// memory is what nobody would miss. The buckets are those of one node, and are full when it starts.
///
/// **Source** The generic cell rate algorithm: ITU-T I.371 (2004), annex A.
final class TokenBuckets: Sendable {
    /// Whose bucket it is.
    enum Holder: Sendable, Hashable {
        /// A network by its address, see `IPAddress.network`.
        case network(UInt128)
        /// An account or a key, by the id of its entry.
        case entry(String)
    }

    /// How a bucket is after it was asked.
    struct Standing: Sendable, Hashable {
        /// What it still holds.
        var rest: Int
        /// Until it is full.
        var reset: Duration
        /// Until it holds what was asked for; nil where that was taken.
        var wait: Duration?
    }

    /// How many buckets that are not full are kept at most, some 10 MB; who comes when all are taken is not counted.
    let limit: Int
    private let start = ContinuousClock.now
    private let state = Mutex(State())

    private struct State {
        /// When each bucket will be full, in nanoseconds since the start.
        var full: [Holder: Int64] = [:]
        /// At which number of buckets the full ones are looked for again.
        var sweepAt = 1_024
        /// Before this moment they are not, in nanoseconds since the start.
        var sweepAfter: Int64 = 0
    }

    init(limit: Int = 131_072) { self.limit = limit }

    /// How many buckets are kept.
    var count: Int { state.withLock { $0.full.count } }

    /// Takes from a bucket; where it does not hold so much, nothing.
    ///
    /// - Parameters:
    ///   - cost: How much, at most all that a full one holds.
    ///   - holder: Whose bucket.
    ///   - quota: What it holds when it is full, and within which time it is.
    ///   - instant: Now.
    /// - Returns: How it is then.
    func take(
        _ cost: Int,
        of holder: Holder,
        within quota: Quota,
        at instant: ContinuousClock.Instant = .now
    ) -> Standing {
        let now = Self.nanoseconds(start.duration(to: instant))
        let window = Int64(quota.seconds) * 1_000_000_000
        let one = max(1, window / Int64(quota.calls))
        let asked = Int64(min(max(cost, 0), quota.calls)) * one
        let (full, isTaken) = state.withLock { state -> (Int64, Bool) in
            let known = state.full[holder]
            let full = max(known ?? now, now)
            guard full + asked - now <= window else { return (full, false) }
            if known == nil, state.full.count >= state.sweepAt { sweep(&state, now) }
            if known != nil || state.full.count < limit { state.full[holder] = full + asked }
            return (full + asked, true)
        }
        return Standing(
            rest: Int(max(0, window - (full - now)) / one),
            reset: .nanoseconds(full - now),
            wait: isTaken ? nil : .nanoseconds(full + asked - window - now)
        )
    }

    /// Forgets buckets that are full, at most once a second.
    private func sweep(_ state: inout State, _ now: Int64) {
        guard now >= state.sweepAfter else { return }
        state.full = state.full.filter { $0.value > now }
        state.sweepAt = min(limit, max(1_024, 2 * state.full.count))
        state.sweepAfter = now + 1_000_000_000
    }

    private static func nanoseconds(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }
}
