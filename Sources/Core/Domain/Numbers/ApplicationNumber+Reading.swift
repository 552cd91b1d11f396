extension ApplicationNumber {
    /// Reads a Chinese application or patent number as anyone prints it, nil when it is none.
    package static func read(_ text: String) -> ApplicationNumber? {
        // The reason is of use to a person at a form, not to a reader of files.
        try? ApplicationNumber(reading: text)
    }

    /// Reads a Chinese application or patent number as anyone prints it.
    ///
    /// Accepts `CN` and `ZL` before it, blanks, full-width characters, a dot, hyphen or nothing before the check
    /// digit, lower-case `x`, a number without check digit, and a kind letter after it.
    /// - Throws: `Misread` when the text has another shape, or names a year or kind that does not exist.
    package init(reading text: String) throws(Misread) {
        var rest = FieldCharacters(text).withoutBlanks[...]
        guard !rest.isEmpty else { throw Misread(.applicationNumber, .empty, text: text) }
        var droppedPrefix = true
        while droppedPrefix {
            droppedPrefix = rest.drop(prefix: "CN") || rest.drop(prefix: "ZL")
            rest.drop(anyOf: ".-:")
        }
        var digits = rest.takeDigits()
        var check: UInt8?
        switch digits.count {
        case 9, 13: check = digits.popLast()
        case 8, 12: check = Self.takeCheckDigit(from: &rest)
        default: throw Misread(.applicationNumber, Self.shape, text: text)
        }
        guard Self.isKindLetter(rest) else { throw Misread(.applicationNumber, Self.shape, text: text) }
        try self.init(digits: digits, check: check, text: text)
    }

    private static var shape: Misread.Reason { .shape(example: "CN201910302430.1") }

    private init(digits: ArraySlice<UInt8>, check: UInt8?, text: String) throws(Misread) {
        let isOld = digits.count == 8
        guard let yearDigits = digits.prefix(isOld ? 2 : 4).decimal else {
            throw Misread(.applicationNumber, Self.shape, text: text)
        }
        let year = isOld ? (yearDigits >= 85 ? 1900 : 2000) + yearDigits : yearDigits
        guard isOld ? (1985...2003).contains(year) : (2003...2099).contains(year) else {
            throw Misread(
                .applicationNumber,
                .range(Bilingual("年份应为1985年以后", "its year is none from 1985 on")),
                text: text
            )
        }
        let digit = digits[digits.startIndex + (isOld ? 2 : 4)].digitValue
        guard let kind = Kind(rawValue: digit) else {
            throw Misread(
                .applicationNumber,
                .range(Bilingual("种类号应为1、2、3、8或9", "its kind digit is none of 1, 2, 3, 8, 9")),
                text: text
            )
        }
        self.init(
            digits: digits.text,
            year: year,
            kind: kind,
            check: check.map { Character(Unicode.Scalar($0)) }
        )
    }

    private static func takeCheckDigit(from rest: inout ArraySlice<UInt8>) -> UInt8? {
        var after = rest
        after.drop(anyOf: ".-")
        guard let first = after.first, first.isDigit || first == UInt8(ascii: "X") else { return nil }
        rest = after.dropFirst()
        return first
    }

    /// Whether nothing follows the number, or a kind letter with at most one digit.
    private static func isKindLetter(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let letter = rest.first else { return true }
        let tail = rest.dropFirst()
        return "ABCDSTUWY".utf8.contains(letter) && tail.count <= 1 && tail.allSatisfy(\.isDigit)
    }
}
