import Domain

extension SampleMaker {
    /// The latest date a sample may carry, so that no sample lies in the future of its readers.
    static let newest = day(20_251_231)
    private static let years = Array(2003...2024)

    /// A filing date; the number of filings grows by about 9 % a year.
    ///
    /// Serials repeat after a million records; each further million takes the next year in the order that the draw made,
    /// so that year, kind and serial together never repeat below 22 million records.
    func filingDate(_ index: Int, _ random: inout SampleRandom) -> PartialDate {
        var draw = SampleRandom(seed: seed, stream: UInt64(index % 1_000_000) | 1 << 40)
        // skewed() is densest at 0: the share of the newest years is what growth of 9 % a year leaves.
        let age = min(draw.skewed(60), Self.years.count - 1)
        let year = Self.years[(Self.years.count - 1 - age + index / 1_000_000) % Self.years.count]
        return PartialDate(year: year, month: 1 + random.below(12), day: 1 + random.below(28)) ?? Self.newest
    }

    /// A Chinese application number with an unassigned serial and its check digit, `202419000012.3`.
    func applicationNumber(_ index: Int, year: Int, kind: ApplicationNumber.Kind) -> String {
        ApplicationNumber(year: year, kind: kind, serial: 9_000_000 + index % 1_000_000)?.number ?? ""
    }

    /// A date some days later (or earlier), never past ``newest``.
    static func shifted(_ date: PartialDate, days: Int) -> PartialDate {
        let moved = civil(fromDays: self.days(of: date) + days)
        return moved < newest ? moved : newest
    }

    /// A number with leading zeros.
    static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// A day that exists by construction; a wrong number is a mistake in this file.
    private static func day(_ number: Int64) -> PartialDate {
        guard let date = PartialDate(number: number) else { preconditionFailure("\(number) is no day") }
        return date
    }

    /// Days since 1970-01-01 of a date whose parts are all known.
    private static func days(of date: PartialDate) -> Int {
        let month = date.month ?? 1
        let year = month <= 2 ? date.year - 1 : date.year
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + (date.day ?? 1) - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The date of a day number; the inverse of ``days(of:)``.
    private static func civil(fromDays days: Int) -> PartialDate {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return PartialDate(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: day) ?? newest
    }
}
