package import Domain

/// Days of the Gregorian calendar, counted.
package enum CivilDay {
    /// The day of the week, 0 for Monday; nil for a date without a day.
    package static func weekday(of date: PartialDate) -> Int? {
        // 1970-01-01 was a Thursday.
        number(of: date).map { Int((($0 + 3) % 7 + 7) % 7) }
    }

    /// The day that comes so many days later; nil for a date without a day.
    package static func day(_ date: PartialDate, plus days: Int) -> PartialDate? {
        number(of: date).flatMap { PartialDate(inChinaAt: ($0 + Int64(days)) * microseconds) }
    }

    /// How many days lie between; nil for a date without a day.
    package static func days(from first: PartialDate, to last: PartialDate) -> Int? {
        number(of: first).flatMap { first in number(of: last).map { Int($0 - first) } }
    }

    /// The days from one to another; none where one of them has no day.
    static func all(_ first: PartialDate, _ last: PartialDate) -> [PartialDate] {
        guard let from = number(of: first), let until = number(of: last), from <= until else { return [] }
        return (from...until).compactMap { PartialDate(inChinaAt: $0 * microseconds) }
    }

    private static let microseconds: Int64 = 86_400_000_000

    /// Days since 1970-01-01.
    private static func number(of date: PartialDate) -> Int64? {
        // A day in China ends at 16:00 UTC: its number is that of the UTC day in which it ends.
        date.endInChina.map { $0 >= 0 ? $0 / microseconds : ($0 + 1) / microseconds - 1 }
    }
}
