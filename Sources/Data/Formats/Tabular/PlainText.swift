/// The rules for white space and paragraphs in texts that come without markup.
enum PlainText {
    /// The text in one line: every run of white space is one blank, ends are trimmed; nil when nothing is left.
    static func line(_ text: String?) -> String? {
        guard let text else { return nil }
        var collapsed = CollapsedText(separator: .blank)
        collapsed.append(Array(text.utf8)[...])
        return collapsed.text
    }

    /// The text with one line feed between paragraphs, nil when nothing is left.
    ///
    /// A blank line ends a paragraph, and so does a line end after 。！？；：.!?;: or U+2029. Any other line end was made
    /// by a narrow page: between two Han characters it is dropped, elsewhere it is a blank.
    static func paragraphs(_ text: String?) -> String? {
        guard let text, holdsLineEnd(text) else { return line(text) }
        var output = ""
        output.reserveCapacity(text.utf8.count)
        var gap = Gap()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars where !gap.take(scalar) {
            if let last { output.unicodeScalars.append(contentsOf: gap.separator(last, scalar)) }
            gap = Gap()
            output.unicodeScalars.append(scalar)
            last = scalar
        }
        return output.isEmpty ? nil : output
    }

    /// White space between two characters.
    private struct Gap {
        private var lineEnds = 0
        private var blanks = 0
        private var endsParagraph = false
        private var wasReturn = false

        /// Adds a character and says whether it was white space.
        mutating func take(_ scalar: Unicode.Scalar) -> Bool {
            defer { wasReturn = scalar.value == 0x0D }
            switch scalar.value {
            case 0x0A where wasReturn: break
            case 0x0A, 0x0D, 0x85, 0x2028: lineEnds += 1
            case 0x2029: endsParagraph = true
            case 0x21...0x7E: return false
            default:
                guard PlainText.isWhiteSpace(scalar) else { return false }
                blanks += 1
            }
            return true
        }

        func separator(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> String.UnicodeScalarView {
            if lineEnds == 0, blanks == 0, !endsParagraph { return PlainText.nothing }
            if endsParagraph || lineEnds > 1 || lineEnds == 1 && PlainText.paragraphEnds.contains(before) {
                return PlainText.lineFeed
            }
            let isJoined = lineEnds == 1 && blanks == 0 && PlainText.isHan(before) && PlainText.isHan(after)
            return isJoined ? PlainText.nothing : PlainText.blank
        }
    }

    /// Whether a text may have more than one line; few cells have.
    private static func holdsLineEnd(_ text: String) -> Bool {
        var before: (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            switch (before.0, before.1, byte) {
            case (_, _, 0x0A), (_, _, 0x0D), (_, 0xC2, 0x85), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9): return true
            default: before = (before.1, byte)
            }
        }
        return false
    }

    /// Unicode's white space.
    private static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    private static let nothing = "".unicodeScalars
    private static let blank = " ".unicodeScalars
    private static let lineFeed = "\n".unicodeScalars
    private static let paragraphEnds = Set("。｡！？；：.!?;:".unicodeScalars)

    /// Whether a character is of the Han script.
    static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFF, 0xF900...0xFAFF: true
        case 0x2E80...0x2FDF, 0x3005, 0x3007, 0x3021...0x3029, 0x3038...0x303B: true
        default: false
        }
    }
}
