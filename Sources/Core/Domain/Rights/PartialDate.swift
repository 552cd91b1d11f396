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
        var text: [UInt8] = []
        text.reserveCapacity(10)
        Self.append(year, 4, to: &text)
        for part in [month, day] {
            guard let part else { break }
            text.append(UInt8(ascii: "-"))
            Self.append(part, 2, to: &text)
        }
        return String(decoding: text, as: UTF8.self)
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

    private static func append(_ value: Int, _ width: Int, to text: inout [UInt8]) {
        var unit = width == 4 ? 1000 : 10
        while unit > 0 {
            text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / unit % 10))
            unit /= 10
        }
    }

    /// Reads what ``description`` writes, and nothing else.
    package init?(iso text: String) {
        self.init(iso: text.utf8)
    }

    /// Reads what ``description`` writes, and nothing else: `2019-08-02`, `1998-08`, `1964`.
    private init?(iso text: some Collection<UInt8>) {
        guard [4, 7, 10].contains(text.count) else { return nil }
        var parts = (0, 0, 0)
        for (place, byte) in text.enumerated() {
            guard place != 4, place != 7 else {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            let digit = Int(byte - 0x30)
            if place < 4 {
                parts.0 = parts.0 * 10 + digit
            } else if place < 7 {
                parts.1 = parts.1 * 10 + digit
            } else {
                parts.2 = parts.2 * 10 + digit
            }
        }
        self.init(year: parts.0, month: text.count > 4 ? parts.1 : nil, day: text.count > 7 ? parts.2 : nil)
    }
}

extension PartialDate: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = PartialDate(iso: text.utf8)
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
