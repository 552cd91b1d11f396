/// A calendar date whose day, or month and day, may be unknown, as registers print them.
///
/// Its text is ISO 8601 cut where knowledge ends: `2019-08-02`, `1998-08`, `1964`. Ordering treats an unknown part as
/// the earliest possible one.
package struct PartialDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Gregorian year, 1 to 9999.
    package let year: Int
    /// 1 to 12; nil where the source does not know it.
    package let month: Int?
    /// 1 to 31, valid in its month; nil where the source does not know it.
    package let day: Int?

    /// Refuses what no calendar has: month 13, 30 February, a day without a month.
    package init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1...9999).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day, !(1...Self.days(in: month, of: year)).contains(day) { return nil }
        } else if day != nil {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date as one number, `yyyymmdd`, with 00 for what is unknown; sorts as the date does.
    package var number: Int64 {
        Int64(year * 10_000 + (month ?? 0) * 100 + (day ?? 0))
    }

    /// The date of such a number; nil where it is none.
    package init?(number: Int64) {
        let month = Int(number / 100 % 100)
        let day = Int(number % 100)
        self.init(year: Int(number / 10_000), month: month == 0 ? nil : month, day: day == 0 ? nil : day)
    }

    package var description: String {
        var text = Self.padded(year, 4)
        if let month { text += "-" + Self.padded(month, 2) }
        if let day { text += "-" + Self.padded(day, 2) }
        return text
    }

    package static func < (left: PartialDate, right: PartialDate) -> Bool {
        left.number < right.number
    }

    /// Days in a Gregorian month, leap years included.
    package static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension PartialDate: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count <= 3, let year = parts[0],
            let date = PartialDate(
                year: year,
                month: parts.count > 1 ? parts[1] : nil,
                day: parts.count > 2 ? parts[2] : nil
            ),
            date.description == text
        else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "\"\(text)\" is not a date; write 2019-08-02, 2019-08 or 2019"
            )
        }
        self = date
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
