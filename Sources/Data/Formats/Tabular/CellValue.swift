import Domain

/// What numbers in cells mean.
enum CellValue {
    /// A number as a person would have typed it: `201220249767.4`, `2012`.
    static func text(_ number: Double) -> String {
        guard number == number.rounded(), abs(number) < 9e15 else { return "\(number)" }
        return String(Int64(number))
    }

    /// The date that a spreadsheet means by a number of days, between 1927 and 2173; nil beyond.
    ///
    /// Old Macintosh workbooks count from 1904.
    static func date(_ days: Double, startsIn1904: Bool) -> PartialDate? {
        guard (10_000..<100_000).contains(days) else { return nil }
        return date(dayNumber: Int(days) + (startsIn1904 ? 1462 : 0))
    }

    /// The Gregorian date so many days after 1899-12-30.
    private static func date(dayNumber: Int) -> PartialDate? {
        // Days are counted in eras of 400 years that begin on 1 March, so that the leap day is an era's last.
        let days = dayNumber + 693_899
        let era = days / 146_097
        let ofEra = days % 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * ofYear + 2) / 153
        let day = ofYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return PartialDate(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: day)
    }
}
