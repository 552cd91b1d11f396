import Domain

/// Reads dates as people type them in a query.
///
/// 2019-03-05, 2019-3-5, 2019.03.05, 2019/03/05, 20190305, 2019年3月5日, 2019-03, 201903, 2019.
enum DateReader {
    /// What a text is.
    enum Reading: Equatable {
        case date(PartialDate)
        /// It looks like a date, but no calendar has it; the nearest text that is one comes with it.
        case impossible(nearest: String)
        case none
    }

    /// Reads a text.
    static func read(_ text: String) -> Reading {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count <= 16, scalars.first?.isDigit == true else { return .none }
        guard let parts = scalars.allSatisfy(\.isDigit) ? packed(scalars) : separated(scalars) else { return .none }
        if let date = PartialDate(year: parts[0], month: parts.dropFirst().first, day: parts.dropFirst(2).first) {
            return .date(date)
        }
        return .impossible(nearest: nearest(parts))
    }

    /// Whether a text is a date of one of the years although it has no signs, or one of any year with signs.
    static func boxDate(_ text: String, years: ClosedRange<Int>) -> PartialDate? {
        guard case .date(let date) = read(text) else { return nil }
        if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), !years.contains(date.year) { return nil }
        return date
    }

    private static func packed(_ digits: [Unicode.Scalar]) -> [Int]? {
        switch digits.count {
        case 4: [number(digits[...])]
        case 6: [number(digits[..<4]), number(digits[4...])]
        case 8: [number(digits[..<4]), number(digits[4..<6]), number(digits[6...])]
        default: nil
        }
    }

    private static func separated(_ scalars: [Unicode.Scalar]) -> [Int]? {
        var parts: [Int] = []
        var signs: [Unicode.Scalar] = []
        var rest = scalars[...]
        while !rest.isEmpty {
            let digits = rest.prefix(while: \.isDigit)
            guard parts.isEmpty ? digits.count == 4 : (1...2).contains(digits.count), parts.count < 3 else {
                return nil
            }
            parts.append(number(digits))
            rest = rest.dropFirst(digits.count)
            if let sign = rest.popFirst() { signs.append(sign) }
        }
        let shapes: ClosedRange<Int>
        switch String(String.UnicodeScalarView(signs)) {
        case "年": shapes = 1...2
        case "年月": shapes = 2...3
        case "-", ".", "/": shapes = 2...2
        case "--", "..", "//", "年月日", "年月号": shapes = 3...3
        default: return nil
        }
        return shapes.contains(parts.count) ? parts : nil
    }

    private static func number(_ digits: ArraySlice<Unicode.Scalar>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
    }

    private static func nearest(_ parts: [Int]) -> String {
        let year = max(1, parts[0])
        guard parts.count == 3, (1...12).contains(parts[1]) else {
            return PartialDate(year: year)?.description ?? ""
        }
        let day = max(1, min(parts[2], PartialDate.days(in: parts[1], of: year)))
        return PartialDate(year: year, month: parts[1], day: day)?.description ?? ""
    }
}
