/// A printed value reduced to upper-case ASCII, so that one parser reads every way of printing it.
///
/// Full-width forms become narrow, lower case upper case, every white space a blank, every dash `-`, every
/// middle dot or ideographic full stop `.`; zero-width characters vanish. Any other character becomes `other`.
struct FieldCharacters {
    /// Stands for a character that has no place in a number or symbol.
    static let other: UInt8 = 0xFF

    /// The characters, one byte each.
    private(set) var bytes: [UInt8]

    /// Folds a text, with blanks around it dropped.
    init(_ text: String) {
        self.init(untrimmed: text)
        trim()
    }

    /// Folds a text and keeps blanks around it, for values of fixed width.
    init(untrimmed text: String) {
        bytes = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if let byte = Self.folded(scalar) { bytes.append(byte) }
        }
    }

    /// The characters without blanks.
    var withoutBlanks: [UInt8] { bytes.filter { $0 != UInt8(ascii: " ") } }

    /// The letters and digits alone.
    var lettersAndDigits: [UInt8] { bytes.filter { $0.isLetter || $0.isDigit } }

    private mutating func trim() {
        while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        guard let start = bytes.firstIndex(where: { $0 != UInt8(ascii: " ") }), start > 0 else { return }
        bytes.removeFirst(start)
    }

    private static func folded(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x61...0x7A: UInt8(truncatingIfNeeded: scalar.value - 0x20)
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            UInt8(ascii: " ")
        case 0x21...0x7E: UInt8(truncatingIfNeeded: scalar.value)
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: nil
        case 0xFF41...0xFF5A: UInt8(truncatingIfNeeded: scalar.value - 0xFEE0 - 0x20)
        case 0xFF01...0xFF5E: UInt8(truncatingIfNeeded: scalar.value - 0xFEE0)
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: UInt8(ascii: "-")
        case 0xB7, 0x2022, 0x2027, 0x3002, 0x30FB: UInt8(ascii: ".")
        default: other
        }
    }
}

extension UInt8 {
    /// Whether this is an ASCII digit.
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

    /// Whether this is an upper-case ASCII letter.
    var isLetter: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }

    /// The value of an ASCII digit.
    var digitValue: Int { Int(self) - 0x30 }
}

extension Collection where Element == UInt8 {
    /// These ASCII characters as text.
    var text: String { String(decoding: self, as: UTF8.self) }

    /// The number these digits write, nil when one is no digit or there are none or more than 18.
    var decimal: Int? {
        guard !isEmpty, count <= 18 else { return nil }
        var value = 0
        for byte in self {
            guard byte.isDigit else { return nil }
            value = value * 10 + byte.digitValue
        }
        return value
    }

    /// The characters from the first that is not `0`; the last one always stays.
    var withoutLeadingZeros: SubSequence {
        var start = startIndex
        while let next = index(start, offsetBy: 1, limitedBy: endIndex), next != endIndex, self[start] == 0x30 {
            start = next
        }
        return self[start...]
    }
}

extension ArraySlice<UInt8> {
    /// Drops an ASCII prefix and says whether it was there.
    mutating func drop(prefix: StaticString) -> Bool {
        let characters = Array(prefix.description.utf8)
        guard starts(with: characters) else { return false }
        removeFirst(characters.count)
        return true
    }

    /// Takes the digits at the front, at most so many.
    mutating func takeDigits(atMost limit: Int = .max) -> ArraySlice<UInt8> {
        let digits = self.prefix(limit).prefix { $0.isDigit }
        removeFirst(digits.count)
        return digits
    }

    /// Drops the characters at the front that are in the set.
    mutating func drop(anyOf set: StaticString) {
        let characters = Array(set.description.utf8)
        while let first, characters.contains(first) { removeFirst() }
    }
}
