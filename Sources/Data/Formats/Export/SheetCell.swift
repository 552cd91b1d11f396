internal import Domain

/// A cell of a table that the product writes.
package enum SheetCell: Sendable, Hashable {
    case text(String)
    /// A number in the digits that are to be kept.
    case number(String)
    /// A date as ISO 8601 writes it; one that does not say its day stays a text.
    case date(String)

    /// What stands in the cell of a file of texts.
    package var text: String {
        switch self {
        case .text(let text), .number(let text), .date(let text): text
        }
    }

    /// What a workbook keeps of it: a number, with a style for dates, or a text.
    var content: (number: String?, isDate: Bool) {
        switch self {
        case .text: (nil, false)
        case .number(let digits):
            // A workbook keeps fifteen digits of a number.
            digits.count { $0.isNumber } <= 15 && Double(digits)?.isFinite == true ? (digits, false) : (nil, false)
        case .date(let text): (Self.days(text).map(String.init), true)
        }
    }

    /// The days from 30 December 1899 to a date, which is how workbooks count them; nil for what is no whole date or lies before
    /// the days that readers take for dates.
    private static func days(_ text: String) -> Int? {
        guard let date = PartialDate(iso: text), let month = date.month, let day = date.day else { return nil }
        // Years begin in March, so that the leap day is the last of one (H. Hinnant, days_from_civil).
        let year = date.year - (month <= 2 ? 1 : 0)
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let days = year * 365 + year / 4 - year / 100 + year / 400 + ofYear - 693_899
        return (10_000..<100_000).contains(days) ? days : nil
    }
}
