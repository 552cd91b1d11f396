/// The number of a Chinese trademark application, which is also that of its registration.
///
/// **Shape** One to ten digits; `G` before the number of an international (Madrid) registration; up to two letters
/// after the number of a part or a divided application (`12345678A`).
package struct TrademarkNumber: Hashable, Sendable {
    /// Whether the number is that of an international registration.
    package let isInternational: Bool
    /// The digits without leading zeros.
    package let digits: String
    /// The letters after the digits, empty for most numbers.
    package let suffix: String

    /// Reads a number as anyone prints it, nil when it is none.
    package static func read(_ text: String) -> TrademarkNumber? {
        // The reason is of use to a person at a form, not to a reader of files.
        try? TrademarkNumber(reading: text)
    }

    /// Reads `12345678`, `第12345678号`, `No. 12345678A`, `G1234567`, `国际注册第1234567号`, in any width and case.
    ///
    /// - Throws: `Misread` when the text has another shape.
    package init(reading text: String) throws(Misread) {
        var isInternational = text.contains("国际注册")
        var rest = FieldCharacters(text).bytes.filter { $0 != UInt8(ascii: " ") && $0 != FieldCharacters.other }[...]
        guard !rest.isEmpty else { throw Misread(.trademarkNumber, .empty, text: text) }
        if rest.drop(prefix: "NO") { rest.drop(anyOf: ".:") }
        if rest.drop(prefix: "G") { isInternational = true }
        let digits = rest.takeDigits()
        let hasOnlyKnownWords = text.unicodeScalars.allSatisfy {
            $0.value < 0x2E80 || Self.words.contains($0) || $0.value > 0xFF00
        }
        guard (1...10).contains(digits.count), rest.count <= 2, rest.allSatisfy(\.isLetter), hasOnlyKnownWords else {
            throw Misread(.trademarkNumber, .shape(example: "12345678"), text: text)
        }
        self.isInternational = isInternational
        self.digits = digits.withoutLeadingZeros.text
        suffix = rest.text
    }

    /// The normal form: `12345678`, `12345678A`, `G1234567`.
    package var text: String { (isInternational ? "G" : "") + digits + suffix }

    /// The number as it identifies a mark in China: `CN12345678`, `CNG1234567`.
    package var id: String { "CN" + text }

    private static let words = Set("第号商标申请注册国际　".unicodeScalars)
}

extension TrademarkNumber: CustomStringConvertible {
    package var description: String { text }
}
