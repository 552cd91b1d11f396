/// A printed date taken apart into numbers and month words, with time and offset cut off.
struct DateCharacters {
    /// A number with its width in digits, or a month that was written as a word.
    struct Piece {
        var value: Int
        var width: Int
        var month: Int?
    }

    private var bytes: [UInt8]

    /// Folds a text; 年 and 月 become hyphens, 日 and 号 vanish.
    init(_ text: String) {
        var unified = ""
        unified.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "年", "月": unified += "-"
            case "日", "号": break
            default: unified.unicodeScalars.append(scalar)
            }
        }
        bytes = FieldCharacters(unified).bytes
        cutTime()
        while bytes.last == UInt8(ascii: "-") || bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    }

    /// Whether the text says that there is no date.
    var isFiller: Bool {
        if bytes.allSatisfy({ $0 == 0x30 || !$0.isDigit && !$0.isLetter && $0 != FieldCharacters.other }) {
            return true
        }
        return ["N/A", "NA", "NULL", "NONE", "NIL", "UNKNOWN", "OMITTED"].contains(bytes.text)
    }

    /// Numbers and month words in order; nil when anything else stands among them.
    var pieces: [Piece]? {
        var pieces: [Piece] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let digits = rest.takeDigits(atMost: 15)
            let letters = rest.prefix(digits.isEmpty ? rest.count : 0).prefix { $0.isLetter }
            rest.removeFirst(letters.count)
            if let value = digits.decimal {
                pieces.append(Piece(value: value, width: digits.count))
            } else if let month = Self.month(letters) {
                pieces.append(Piece(value: month, width: 0, month: month))
            } else {
                return nil
            }
            guard dropSeparator(&rest) else { return nil }
        }
        return pieces.isEmpty ? nil : pieces
    }

    /// Drops one sign with blanks around it, or blanks; nothing is needed between a number and a word.
    private func dropSeparator(_ rest: inout ArraySlice<UInt8>) -> Bool {
        rest.drop(anyOf: " ")
        guard let first = rest.first else { return true }
        if first.isDigit || first.isLetter { return true }
        guard "-./,".utf8.contains(first) else { return false }
        rest.removeFirst()
        rest.drop(anyOf: " ")
        return true
    }

    /// Cuts off `T23:59:59.000Z`, ` 12:30:00`, `Z`, `-04:00` and `+08:00`.
    private mutating func cutTime() {
        if let time = bytes.firstIndex(of: UInt8(ascii: "T")), time >= 8, bytes[..<time].contains(where: \.isDigit),
            bytes[time - 1].isDigit
        {
            bytes.removeSubrange(time...)
        }
        if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon >= 10 {
            let signs = bytes[..<colon].lastIndex { !$0.isDigit } ?? colon
            bytes.removeSubrange(signs...)
        }
        if let plus = bytes.firstIndex(of: UInt8(ascii: "+")), plus >= 8 { bytes.removeSubrange(plus...) }
        if bytes.count > 8, bytes.last == UInt8(ascii: "Z") { bytes.removeLast() }
    }

    /// The number of an English month by its first three letters, for the short form, the full name and `SEPT`.
    private static func month(_ letters: ArraySlice<UInt8>) -> Int? {
        let word = letters.text
        guard word.count >= 3 else { return nil }
        return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
    }

    private static let months = [
        "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER",
        "DECEMBER",
    ]
}
