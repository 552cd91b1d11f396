/// When a place is open, in minutes after midnight, and whether it is so now.
package struct EntryHours: Sendable, Hashable {
    /// The times of seven days, Monday first, and of public holidays; nil where nothing is said of these.
    package var week: [[Span]]
    package var holidays: [Span]?
    package var standing: Standing
    /// Whether calendar and hours knew all days that this rests on.
    package var isSure: Bool

    package init(week: [[Span]], holidays: [Span]?, standing: Standing, isSure: Bool) {
        self.week = week
        self.holidays = holidays
        self.standing = standing
        self.isSure = isSure
    }

    /// From the first minute in which it is open until the first in which it is not.
    package struct Span: Sendable, Hashable {
        package var from: String
        package var until: String

        package init(from: String, until: String) {
            self.from = from
            self.until = until
        }
    }

    /// Whether it is open now by the clock of China; times as `09:30`.
    package enum Standing: Sendable, Hashable {
        case open(until: String)
        /// It opens so many days later, on a day of the week from 0 for Monday; the date as ISO 8601.
        case closed(days: Int, weekday: Int, date: String, at: String)
        case shut
        /// It is a public holiday, and nothing is said of these.
        case unsaid
        /// It is not at work: planned, standing still, over. Hours say nothing of now.
        case idle(StateChip)
    }
}
