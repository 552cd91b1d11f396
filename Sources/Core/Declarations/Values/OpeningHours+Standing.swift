extension OpeningHours {
    /// Whether a place is open at a minute, and what comes next.
    package enum Standing: Sendable, Hashable {
        /// It is open until this minute of the day; 1440 is midnight.
        case open(until: Int)
        /// It is closed, and opens so many days later at this minute of that day.
        case closed(opensIn: Int, at: Int)
        /// It is closed, and no day of the week opens it.
        case shut
    }

    /// How a place stands in an ordinary week; public holidays are not known here.
    ///
    /// - Parameters:
    ///   - weekday: 0 for Monday to 6 for Sunday.
    ///   - minute: the minute of the day from 0 to 1439.
    /// - Returns: whether it is open, and until or from when.
    package func standing(on weekday: Int, at minute: Int) -> Standing {
        guard week.indices.contains(weekday) else { return .shut }
        if let span = week[weekday].first(where: { $0.from <= minute && minute < $0.until }) {
            return .open(until: span.until)
        }
        for days in 0...week.count {
            let spans = week[(weekday + days) % week.count]
            if let next = spans.first(where: { days > 0 || minute < $0.from }) {
                return .closed(opensIn: days, at: next.from)
            }
        }
        return .shut
    }

    /// Day of the week, 0 for Monday, and minute of the day in China (UTC+8 all year) at a moment.
    package static func clock(inChinaAt microseconds: Int64) -> (weekday: Int, minute: Int) {
        let minutes = Int((Double(microseconds) / 60_000_000).rounded(.down)) + 8 * 60
        let day = Int((Double(minutes) / 1_440).rounded(.down))
        // 1 January 1970 was a Thursday.
        return (((day + 3) % 7 + 7) % 7, minutes - day * 1_440)
    }
}
