import Domain
import Foundation

/// Moments in microseconds since 1970 UTC, as people and programs read them.
enum Moment {
    static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1_000_000) }

    /// Day, hour and minute in China (UTC+8 all year), as `2026-11-30 21:05`; empty outside the years 1 to 9999.
    static func china(_ microseconds: Int64) -> String {
        guard let day = PartialDate(inChinaAt: microseconds) else { return "" }
        let minutes = (microseconds / 60_000_000 + 8 * 60) % (24 * 60)
        return "\(day) " + two(minutes / 60) + ":" + two(minutes % 60)
    }

    /// ISO 8601 in UTC, to the second.
    static func iso(_ microseconds: Int64) -> String {
        Date(timeIntervalSince1970: Double(microseconds / 1_000_000)).formatted(.iso8601)
    }

    private static func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : String(value) }
}
