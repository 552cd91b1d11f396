extension PartialDate {
    /// When the day is over in China (UTC+8 all year), in microseconds since 1970 UTC; nil where month or day are unknown.
    ///
    /// **Source** As below, the other way round.
    package var endInChina: Int64? {
        guard let month, let day else { return nil }
        let years = month > 2 ? year : year - 1
        let (era, yearOfEra) = (years / 400, years % 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return (Int64(era * 146_097 + dayOfEra - 719_468 + 1) * 24 - 8) * 3_600_000_000
    }

    /// The day in China (UTC+8 all year) of a moment in microseconds since 1970 UTC; nil outside the years 1 to 9999.
    ///
    /// **Source** The proleptic Gregorian calendar; days are counted from 1 March of the year 0, so that the leap day is
    /// the last of its year.
    package init?(inChinaAt microseconds: Int64) {
        let hour: Int64 = 3_600_000_000
        let (moment, isBeyond) = microseconds.addingReportingOverflow(8 * hour)
        guard !isBeyond else { return nil }
        let days = (moment - (moment % (24 * hour) + 24 * hour) % (24 * hour)) / (24 * hour) + 719_468
        guard days >= 0 else { return nil }
        // 400 years have 146,097 days, 100 of them 36,524, four of them 1,461.
        let (era, day) = (days / 146_097, days % 146_097)
        let yearOfEra = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
        let dayOfYear = day - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        // Months from March, 31 and 30 days in turn but for July and August, December and January.
        let month = (5 * dayOfYear + 2) / 153
        let dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1
        let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
        self.init(year: Int(year), month: Int(month < 10 ? month + 3 : month - 9), day: Int(dayOfMonth))
    }
}
