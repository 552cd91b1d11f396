package import Domain

/// Public holidays and the days on which one works in their place, declared in `Definitions/calendars/NAME.yaml`.
///
/// **Source** each year a notice of the General Office of the State Council says which days are free and which Saturdays and Sundays
/// are worked for them (调休).
package struct HolidayCalendar: Sendable, Hashable {
    /// What kind of day it is.
    package enum Day: Sendable, Hashable {
        /// As any day of its place in the week.
        case ordinary
        /// Free.
        case holiday(Bilingual)
        /// A Saturday or Sunday that is worked.
        case working
    }

    /// The name of the calendar that opening hours follow.
    package static let national = "cn"

    /// Its name, that of its file.
    package let name: String
    /// What people read.
    package let label: Bilingual
    /// The papers that it follows, by number or title; nil where nobody compared it with any.
    package let source: String?
    /// Whether its content is an example that the operator is to compare and edit (示例).
    package let isSample: Bool
    /// The first and the last day of which it knows.
    package let from: PartialDate
    package let until: PartialDate

    let holidays: [Int64: Bilingual]
    let workingDays: Set<Int64>

    /// What kind of day a day is; nil where the calendar does not reach.
    package func day(_ date: PartialDate) -> Day? {
        guard date.day != nil, from <= date, date <= until else { return nil }
        if let holiday = holidays[date.number] { return .holiday(holiday) }
        return workingDays.contains(date.number) ? .working : .ordinary
    }
}
