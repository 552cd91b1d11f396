import Foundation

/// The characters of a query as the lexer reads them, and where each was typed.
///
/// Full-width signs are narrow, Chinese brackets round, curly quotes straight, every white space and control character
/// a blank; zero-width characters are gone.
struct QuerySource: Sendable {
    /// The query as typed.
    let scalars: [Unicode.Scalar]
    /// What the lexer reads.
    let folded: [Unicode.Scalar]
    /// The position in `scalars` of each character of `folded`, and the end.
    let origins: [Int]

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        var folded: [Unicode.Scalar] = []
        var origins: [Int] = []
        folded.reserveCapacity(scalars.count)
        origins.reserveCapacity(scalars.count + 1)
        for (position, scalar) in scalars.enumerated() {
            guard let narrow = Self.fold(scalar) else { continue }
            folded.append(narrow)
            origins.append(position)
        }
        origins.append(scalars.count)
        self.folded = folded
        self.origins = origins
    }

    /// The stretch of the typed query that characters of `folded` came from.
    func range(_ start: Int, _ end: Int) -> SourceRange {
        let last = end > start ? origins[end - 1] + 1 : origins[start]
        return SourceRange(position: origins[start], length: last - origins[start])
    }

    /// Characters of `folded` as text.
    func text(_ start: Int, _ end: Int) -> String {
        String(String.UnicodeScalarView(folded[start..<end]))
    }

    /// What was typed in a stretch.
    func typed(_ range: SourceRange) -> String {
        String(String.UnicodeScalarView(scalars[range.position..<range.end]))
    }

    /// The typed query with a stretch replaced, as a suggestion: no blanks at its ends and none doubled at the seam.
    func replacing(_ range: SourceRange, with text: String) -> String {
        var result = scalars[..<range.position]
        var rest = scalars[range.end...]
        if text.isEmpty {
            let hadBlank = result.last?.isBlank == true || rest.first?.isBlank == true
            while result.last?.isBlank == true { result.removeLast() }
            while rest.first?.isBlank == true { rest.removeFirst() }
            if hadBlank, let last = result.last, let first = rest.first, last != "(", first != ")" {
                result.append(" ")
            }
        }
        result += text.unicodeScalars
        result += rest
        while result.last?.isBlank == true { result.removeLast() }
        while result.first?.isBlank == true { result.removeFirst() }
        return String(String.UnicodeScalarView(result))
    }

    private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x21...0x7E: return scalar
        case ..<0x21, 0x7F...0xA0, 0x3000: return " "
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0)
        case 0x3010, 0x3014, 0xFE59: return "("
        case 0x3011, 0x3015, 0xFE5A: return ")"
        case 0x201C...0x201F: return "\""
        case 0x2266, 0x2A7D: return "≤"
        case 0x2267, 0x2A7E: return "≥"
        case 0xFE50...0xFE6B: return smallForm(scalar)
        case 0x3400...0x9FFF: return scalar
        default: break
        }
        if scalar.properties.isDefaultIgnorableCodePoint { return nil }
        return scalar.properties.isWhitespace ? " " : scalar
    }

    private static func smallForm(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFE50: ","
        case 0xFE54: ";"
        case 0xFE55: ":"
        case 0xFE56: "?"
        case 0xFE5F: "#"
        case 0xFE61: "*"
        case 0xFE62: "+"
        case 0xFE64: "<"
        case 0xFE65: ">"
        case 0xFE66: "="
        default: scalar
        }
    }
}

extension Unicode.Scalar {
    /// Whether this is white space of any kind.
    var isBlank: Bool { properties.isWhitespace }

    /// Whether this is an ASCII digit.
    var isDigit: Bool { value >= 0x30 && value <= 0x39 }

    /// An ASCII letter in upper case; any other character as it is.
    var upperCased: Unicode.Scalar {
        value >= 0x61 && value <= 0x7A ? Unicode.Scalar(UInt8(value - 0x20)) : self
    }

    /// Whether a text can be searched for this: letters, digits, Han characters, and symbols such as `℃` that stand for some.
    var isSearchable: Bool {
        if value < 0x80 { return isDigit || (upperCased.value >= 0x41 && upperCased.value <= 0x5A) }
        if (0x3400...0x9FFF).contains(value) { return true }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            return true
        case .otherSymbol, .mathSymbol:
            // ℃ is °C, ™ is TM: a sign whose compatibility form has letters can be found by them.
            return String(self).precomposedStringWithCompatibilityMapping.unicodeScalars.contains {
                $0 != self && $0.isSearchable
            }
        default: return false
        }
    }
}
