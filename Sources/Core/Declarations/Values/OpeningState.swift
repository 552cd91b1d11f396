package import Domain

/// Whether a place is open at a moment, and when that changes.
package enum OpeningState: Sendable, Hashable {
    /// It is open, until so many minutes after midnight of this day.
    case open(until: Int)
    /// It is closed, and opens on a day so many minutes after midnight.
    case closed(opens: PartialDate, at: Int)
    /// It is closed for as long as can be told.
    case closedForLong
    /// It is a public holiday, and the hours say nothing of holidays.
    case unsaid
}

extension OpeningHours {
    /// For how many days ahead it is looked when a place opens again: longer than the longest holidays.
    private static let horizon = 21

    /// Whether a place with these hours is open.
    ///
    /// A Saturday or Sunday that is worked in the place of a holiday has the hours of Monday. Days that no calendar knows are
    /// taken as ordinary ones, and a holiday of which the hours say nothing is passed over when it is told what comes next; the
    /// answer says so.
    ///
    /// - Parameters:
    ///   - day: the day in China.
    ///   - minute: minutes after midnight there.
    ///   - calendar: the holidays; nil where none are published.
    /// - Returns: the state, and whether hours and calendar knew all days on which it rests.
    package func state(
        on day: PartialDate,
        at minute: Int,
        calendar: HolidayCalendar?
    ) -> (state: OpeningState, isSure: Bool) {
        var isSure = true
        for ahead in 0..<Self.horizon {
            guard let date = CivilDay.day(day, plus: ahead), let weekday = CivilDay.weekday(of: date) else { break }
            let spans: [Span]
            switch calendar?.day(date) {
            case nil:
                isSure = false
                spans = self.spans(on: weekday)
            case .holiday:
                guard let holidays else {
                    if ahead == 0 { return (.unsaid, true) }
                    isSure = false
                    continue
                }
                spans = holidays
            case .working: spans = self.spans(on: 0)
            case .ordinary: spans = self.spans(on: weekday)
            }
            if ahead == 0, let now = spans.first(where: { $0.from <= minute && minute < $0.until }) {
                return (.open(until: now.until), isSure)
            }
            if let next = spans.first(where: { ahead > 0 || $0.from > minute }) {
                return (.closed(opens: date, at: next.from), isSure)
            }
        }
        return (.closedForLong, isSure)
    }

    /// Day of the week, 0 for Monday, and minute of the day in China (UTC+8 all year) at a moment.
    package static func clock(inChinaAt microseconds: Int64) -> (weekday: Int, minute: Int) {
        let minutes = Int((Double(microseconds) / 60_000_000).rounded(.down)) + 8 * 60
        let day = Int((Double(minutes) / 1_440).rounded(.down))
        // 1 January 1970 was a Thursday.
        return (((day + 3) % 7 + 7) % 7, minutes - day * 1_440)
    }
}
