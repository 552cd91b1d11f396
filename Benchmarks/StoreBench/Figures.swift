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
