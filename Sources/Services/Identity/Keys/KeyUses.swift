import Store
import Synchronization

/// Counts what keys are used for, in memory, so that no call waits for the store to write.
///
/// What is counted here is added to the store in groups; until then the other nodes do not know of it.
final class KeyUses: Sendable {
    /// Microseconds of a day.
    static let day: Int64 = 86_400_000_000

    /// What is known of a key on its last day.
    private struct Count {
        var account: String
        var day: Int64
        /// What all nodes had noted when this one asked last, with what is being noted.
        var noted: Int64
        /// What is not noted yet.
        var waiting: Int64 = 0
        var usedAt: Int64
        var address: String?
    }

    private let counts = Mutex<[String: Count]>([:])

    /// The day in China (UTC+8 all year) of a moment in microseconds UTC, in days since 1970.
    static func day(of time: Int64) -> Int64 { (time + 8 * 3_600_000_000) / day }

    /// Whether it is known what a key was used for.
    func knows(_ key: String) -> Bool { counts.withLock { $0[key] != nil } }

    /// Begins to count a key; one that is counted already stays as it is.
    func begin(_ key: String, of account: String, with use: KeyUse?) {
        counts.withLock { counts in
            guard counts[key] == nil else { return }
            counts[key] = Count(
                account: account,
                day: use?.day ?? 0,
                noted: use?.cost ?? 0,
                usedAt: use?.usedAt ?? 0
            )
        }
    }

    /// Counts a call unless it is over the quota of its day.
    ///
    /// - Returns: What the key cost on this day, the call with it where it was counted, and whether it is over.
    func take(_ cost: Int64, of key: String, atMost most: Int64, at time: Int64, from address: String?)
        -> (used: Int64, isOver: Bool)
    {
        counts.withLock { counts in
            guard var count = counts[key] else { return (0, false) }
            let today = Self.day(of: time)
            if count.day < today {
                // What the day before left unnoted is of no use to anybody.
                (count.day, count.noted, count.waiting) = (today, 0, 0)
            }
            let used = count.noted + count.waiting
            guard used + cost <= most else { return (used, true) }
            count.waiting += cost
            count.usedAt = max(count.usedAt, time)
            count.address = address
            counts[key] = count
            return (used + cost, false)
        }
    }

    /// Adds what waits to the store; what could not be added waits on.
    ///
    /// - Throws: `DatabaseError`.
    func note(in store: Store) async throws {
        let now = store.now
        let uses = counts.withLock { counts -> [KeyUse] in
            var uses: [KeyUse] = []
            for (key, count) in counts {
                guard count.waiting > 0 else {
                    // Asked for again it is read again.
                    if now - count.usedAt > Self.day { counts[key] = nil }
                    continue
                }
                uses.append(
                    KeyUse(
                        key,
                        of: count.account,
                        usedAt: count.usedAt,
                        address: Origin(address: count.address, agent: nil).place,
                        day: count.day,
                        cost: count.waiting
                    )
                )
                counts[key]?.noted += count.waiting
                counts[key]?.waiting = 0
            }
            return uses
        }
        guard !uses.isEmpty else { return }
        do {
            let totals = try await store.add(uses)
            change(uses) { count, index in count.noted = totals[index] ?? count.noted }
        } catch {
            change(uses) { count, index in
                count.noted -= uses[index].cost
                count.waiting += uses[index].cost
            }
            throw error
        }
    }

    /// Changes the counts of some uses whose day is not over.
    private func change(_ uses: [KeyUse], _ step: (inout Count, Int) -> Void) {
        counts.withLock { counts in
            for (index, use) in uses.enumerated() where counts[use.key]?.day == use.day {
                if var count = counts[use.key] {
                    step(&count, index)
                    counts[use.key] = count
                }
            }
        }
    }
}
