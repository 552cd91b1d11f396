package import Domain

extension Expression {
    /// A period from one day to another, both counted in; open where an end is nil, never at both.
    package struct DateRange: Hashable, Sendable {
        /// The first day; nil for any time before.
        package let first: PartialDate?
        /// The last day; nil for any time after.
        package let last: PartialDate?

        /// Makes a period of dates known to any precision: it begins with the first day of the one and ends with the
        /// last day of the other.
        ///
        /// - Returns: nil when it is backwards or open at both ends.
        package init?(from first: PartialDate?, through last: PartialDate?) {
            guard first != nil || last != nil else { return nil }
            self.first = first.flatMap(Self.firstDay)
            self.last = last.flatMap(Self.lastDay)
            if let first = self.first, let last = self.last, last < first { return nil }
        }

        /// The period as the numbers of `PartialDate.number`, for comparing with stored dates.
        ///
        /// A stored date with an unknown part counts as the earliest it can be: the lower end of a period that begins
        /// with a month or year takes in dates of which no more is known.
        package var numbers: ClosedRange<Int64> {
            var lower: Int64 = 0
            if let first {
                lower = first.number
                if first.day == 1 { lower -= first.month == 1 ? 101 : 1 }
            }
            let upper = last?.number ?? 9999_12_31
            return lower...max(lower, upper)
        }

        static func firstDay(of date: PartialDate) -> PartialDate? {
            PartialDate(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
        }

        static func lastDay(of date: PartialDate) -> PartialDate? {
            let month = date.month ?? 12
            return PartialDate(
                year: date.year,
                month: month,
                day: date.day ?? PartialDate.days(in: month, of: date.year)
            )
        }
    }
}

extension PartialDate {
    /// The day after the last day this date can mean; nil after 9999-12-31.
    var dayAfter: PartialDate? {
        guard let day = Expression.DateRange.lastDay(of: self), let month = day.month, let number = day.day else {
            return nil
        }
        return PartialDate(year: day.year, month: month, day: number + 1)
            ?? PartialDate(year: day.year, month: month + 1, day: 1)
            ?? PartialDate(year: day.year + 1, month: 1, day: 1)
    }

    /// The day before the first day this date can mean; nil before the year 1.
    var dayBefore: PartialDate? {
        guard let day = Expression.DateRange.firstDay(of: self), let month = day.month, let number = day.day else {
            return nil
        }
        if number > 1 { return PartialDate(year: day.year, month: month, day: number - 1) }
        if month > 1 {
            return PartialDate(
                year: day.year,
                month: month - 1,
                day: PartialDate.days(in: month - 1, of: day.year)
            )
        }
        return PartialDate(year: day.year - 1, month: 12, day: 31)
    }
}
