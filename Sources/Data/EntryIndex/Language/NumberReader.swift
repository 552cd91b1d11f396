import Domain

/// Tells numbers of documents from words.
enum NumberReader {
    /// Fewest and most digits of a bare number that the box takes for a number or a word.
    static let boxDigits = 5...10

    /// Whether a text can be nothing but the number of a document: it has its country, a check digit after a dot, or
    /// the twelve digits of a Chinese application.
    static func isUnmistakable(_ text: String) -> Bool {
        let digits = digitCount(text)
        guard digits >= 6, isPlausible(text) else { return false }
        if digits == text.utf8.count { return digits >= 12 && ApplicationNumber.read(text) != nil }
        if text.utf8.first.map(isDigit) == true {
            return text.utf8.contains(UInt8(ascii: ".")) && digits >= 8 && ApplicationNumber.read(text) != nil
        }
        let letters = text.prefix { $0.isLetter }.uppercased()
        if letters == "PCT" || letters == "ZL" { return digits >= 7 }
        guard letters.count >= 2, CountryCode.isKnown(String(letters.prefix(2))) else { return false }
        return ApplicationNumber.read(text) != nil || PublicationNumber.read(text, assuming: nil) != nil
    }

    /// Whether a number field can hold the text: ASCII letters, digits and `.-/`, one digit at least.
    static func isPlausible(_ text: String) -> Bool {
        hasNumberCharacters(text) && digitCount(text) > 0 && text.utf8.count <= 40
    }

    /// Whether a text has only characters of numbers, as the beginning of one may be letters alone.
    static func hasNumberCharacters(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { isDigit($0) || (0x41...0x5A).contains($0 & 0xDF) || ".-/".utf8.contains($0) }
    }

    /// Whether a text is long enough to be a whole number, so that another beside it is another.
    static func isWhole(_ text: String) -> Bool {
        isPlausible(text) && digitCount(text) >= boxDigits.lowerBound
    }

    /// Whether a text reads as a number by the rules of a Chinese application or of any country's publication.
    static func readsStrictly(_ text: String) -> Bool {
        ApplicationNumber.read(text) != nil || PublicationNumber.read(text) != nil
    }

    /// Whether a text is a kind code, such as `A`, `B2`.
    static func isKind(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, bytes.count <= 2, (0x41...0x5A).contains(first & 0xDF) else { return false }
        return bytes.dropFirst().allSatisfy(isDigit)
    }

    /// The digit that the number's others ask for, where it has another.
    static func wrongCheckDigit(_ text: String) -> String? {
        guard case .wrong(let expected)? = ApplicationNumber.read(text)?.checkDigit else { return nil }
        return String(expected)
    }

    static func digitCount(_ text: String) -> Int { text.utf8.count(where: isDigit) }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
