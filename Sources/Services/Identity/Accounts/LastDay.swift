internal import Foundation

/// The last day of a role, as people write it.
package enum LastDay {
    /// The moment at which a day ends in China (UTC+8 all year), in microseconds UTC.
    ///
    /// - Parameter day: The day, such as `2027-12-31`.
    /// - Returns: The moment; nil for what is no day.
    package static func end(of day: String) -> Int64? {
        let format = Date.ISO8601FormatStyle(timeZone: TimeZone(secondsFromGMT: 8 * 3_600) ?? .gmt).year().month().day()
        // What is no day, such as 31 February, would be read as another one.
        guard let date = try? format.parse(day), date.formatted(format) == day else { return nil }
        return Int64(date.timeIntervalSince1970 + 86_400) * 1_000_000
    }
}
