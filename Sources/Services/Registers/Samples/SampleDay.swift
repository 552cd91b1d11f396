import Domain

/// A day as the number of days since 1970-01-01, for reckoning.
struct SampleDay: Hashable, Comparable, Sendable {
    let number: Int

    /// The newest day that a sample may carry, so that none lies in the future of its readers.
    static let newest = SampleDay(year: 2026, month: 6, day: 30)

    init(_ number: Int) {
        self.number = number
    }

    /// A day of the Gregorian calendar.
    init(year: Int, month: Int, day: Int) {
        // Years begin in March here, so that the leap day is the last one.
        let shifted = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        number = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    }

    /// The day in the calendar.
    var date: PartialDate {
        let days = number + 719_468
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        guard let date = PartialDate(year: year, month: month, day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1) else {
            preconditionFailure("day \(number) is outside the calendar")
        }
        return date
    }

    /// Whether the day has come.
    var hasCome: Bool { self <= .newest }

    /// Monday is 0.
    var weekday: Int { (number + 3) % 7 }

    static func + (day: SampleDay, days: Int) -> SampleDay { SampleDay(day.number + days) }

    static func < (left: SampleDay, right: SampleDay) -> Bool { left.number < right.number }

    /// The last working day up to this one.
    var workingDay: SampleDay { self + -max(0, weekday - 4) }

    /// The first day from this one on that the patent gazette appears: Tuesdays and Fridays.
    var patentGazetteDay: SampleDay { self + [1, 0, 2, 1, 0, 3, 2][weekday] }

    /// The first day from this one on that the trade mark gazette appears: the 6th, 13th, 20th and 27th.
    var markGazetteDay: SampleDay {
        var day = self
        while ![6, 13, 20, 27].contains(day.date.day) { day = day + 1 }
        return day
    }
}
