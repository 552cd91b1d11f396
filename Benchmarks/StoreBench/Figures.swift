import Foundation

/// What came of one measurement.
struct Figures {
    /// How much was done, and for how long.
    let count: Int
    let seconds: Double
    /// How long single ones took, in ms, sorted; empty where only the rate is of interest.
    var milliseconds: [Double] = []

    private struct Line: Encodable {
        let measure: String
        let count: Int
        let perSecond: Double
        let median: Double?
        let p99: Double?
    }

    /// Lets some tasks do the same until the time is over.
    ///
    /// - Parameters:
    ///   - tasks: How many at once.
    ///   - duration: For how long.
    ///   - step: What they do; it is given task and round and says how much it did.
    /// - Returns: How much all of them did.
    /// - Throws: What a step throws.
    static func repeated(
        by tasks: Int,
        for duration: Duration,
        _ step: @Sendable @escaping (Int, Int) async throws -> Int
    ) async throws -> Figures {
        let start = ContinuousClock.now
        let end = start + duration
        let count = try await withThrowingTaskGroup(of: Int.self) { group in
            for task in 0..<tasks {
                group.addTask {
                    var (count, round) = (0, 0)
                    while ContinuousClock.now < end {
                        count += try await step(task, round)
                        round += 1
                    }
                    return count
                }
            }
            return try await group.reduce(0, +)
        }
        return Figures(count: count, seconds: (ContinuousClock.now - start) / .seconds(1))
    }

    /// One JSON object on one line; median and p99 are in ms.
    func line(of measure: Measure) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let line = Line(
            measure: measure.name,
            count: count,
            perSecond: Double(count) / seconds,
            median: quantile(0.5),
            p99: quantile(0.99)
        )
        return String(decoding: try encoder.encode(line), as: UTF8.self)
    }

    private func quantile(_ share: Double) -> Double? {
        guard !milliseconds.isEmpty else { return nil }
        return milliseconds[min(milliseconds.count - 1, Int(Double(milliseconds.count) * share))]
    }
}
