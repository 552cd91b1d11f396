/// A Chinese patent application number: year, kind, serial number and check digit.
///
/// **Shape** Since 2003-10-01 four digits of year, one of kind, seven of serial number; before, two of year, one of
/// kind, five of serial number. A check digit `0`...`9` or `X` follows, printed after a dot. Numbers of the first
/// years (until 1988) may have been printed without one.
///
/// **Identity** `id` keeps a printed check digit, right or wrong, and appends the computed one where it was left out,
/// but for numbers until 1988, which stay as printed. `lookupKeys` lets both prints find each other.
///
/// **Source** ZC 0006-2003.
package struct ApplicationNumber: Hashable, Sendable {
    /// What was applied for, by the kind digit.
    package enum Kind: Int, Hashable, Sendable, CaseIterable {
        case invention = 1
        case utilityModel = 2
        case design = 3
        case internationalInvention = 8
        case internationalUtilityModel = 9

        /// The kind in words.
        package var words: Bilingual {
            switch self {
            case .invention: Bilingual("发明", "invention")
            case .utilityModel: Bilingual("实用新型", "utility model")
            case .design: Bilingual("外观设计", "design")
            case .internationalInvention: Bilingual("进入国家阶段的PCT发明", "PCT invention, national phase")
            case .internationalUtilityModel: Bilingual("进入国家阶段的PCT实用新型", "PCT utility model, national phase")
            }
        }
    }

    /// How the printed check digit compares with the computed one.
    package enum CheckDigit: Hashable, Sendable {
        case correct
        /// Another digit was printed; a caller warns and keeps what was printed.
        case wrong(expected: Character)
        /// None was printed.
        case absent
    }

    /// The last year in which a number could be printed without a check digit for good.
    static let lastYearWithoutCheckDigit = 1988

    /// The eight or twelve digits without the check digit.
    package let digits: String
    /// The year of the number; a divisional's filing date may be earlier.
    package let year: Int
    /// What was applied for.
    package let kind: Kind
    /// The check digit as printed, nil when none was.
    package let printedCheckDigit: Character?

    /// Builds a number with its right check digit.
    ///
    /// - Returns: nil when the year is not in 2003...2099 or the serial number not in 0...9999999.
    package init?(year: Int, kind: Kind, serial: Int) {
        guard (2003...2099).contains(year), (0...9_999_999).contains(serial) else { return nil }
        let padded = String(serial + 10_000_000).dropFirst()
        let digits = "\(year)\(kind.rawValue)\(padded)"
        self.init(digits: digits, year: year, kind: kind, check: Self.checkDigit(for: Array(digits.utf8)))
    }

    init(digits: String, year: Int, kind: Kind, check: Character?) {
        self.digits = digits
        self.year = year
        self.kind = kind
        printedCheckDigit = check
    }

    /// How the printed check digit compares with the computed one.
    package var checkDigit: CheckDigit {
        guard let printedCheckDigit else { return .absent }
        let expected = Self.checkDigit(for: Array(digits.utf8))
        return printedCheckDigit == expected ? .correct : .wrong(expected: expected)
    }

    /// The number as it identifies an application: `CN2019103024301`.
    package var id: String {
        guard let check = identifyingCheckDigit else { return "CN" + digits }
        return "CN\(digits)\(check)"
    }

    /// The number without its country as the field prints it: `201910302430.1`.
    package var number: String {
        guard let check = identifyingCheckDigit else { return digits }
        return "\(digits).\(check)"
    }

    /// The number as it is shown: `CN201910302430.1`.
    package var display: String { "CN" + number }

    /// Every form under which this application is found: with the printed or the computed check digit, and without.
    package var lookupKeys: [String] {
        let bare = "CN" + digits
        let computed = "\(bare)\(Self.checkDigit(for: Array(digits.utf8)))"
        return id == computed || id == bare ? [computed, bare] : [id, computed, bare]
    }

    private var identifyingCheckDigit: Character? {
        if let printedCheckDigit { return printedCheckDigit }
        return year <= Self.lastYearWithoutCheckDigit ? nil : Self.checkDigit(for: Array(digits.utf8))
    }

    /// The check digit that eight or twelve ASCII digits ask for.
    static func checkDigit(for digits: [UInt8]) -> Character {
        var sum = 0
        for (position, digit) in digits.enumerated() {
            sum += digit.digitValue * (position % 8 + 2)
        }
        let rest = sum % 11
        return rest == 10 ? "X" : Character(Unicode.Scalar(UInt8(0x30 + rest)))
    }
}

extension ApplicationNumber: CustomStringConvertible {
    package var description: String { display }
}
