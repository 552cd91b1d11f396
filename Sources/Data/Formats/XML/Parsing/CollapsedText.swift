/// Joins pieces of text so that every run of Unicode white space becomes one separator.
///
/// Ends are trimmed and nothing else is changed; there is no Unicode normalisation.
struct CollapsedText {
    /// What parts pieces, the weakest first; of several in a row the strongest is written.
    enum Separator: UInt8, Comparable {
        case none, blank, line

        static func < (left: Separator, right: Separator) -> Bool { left.rawValue < right.rawValue }
    }

    private var bytes: [UInt8] = []
    private var pending = Separator.none
    /// What stands between paragraphs: a line feed, or a blank where all is to be one line.
    private let paragraphSeparator: Separator

    init(separator: Separator) {
        paragraphSeparator = separator
    }

    /// The text so far, nil when there is none.
    var text: String? {
        bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// Ends a paragraph.
    mutating func breakParagraph() {
        pending = max(pending, paragraphSeparator)
    }

    /// Ends a table cell.
    mutating func breakCell() {
        pending = max(pending, .blank)
    }

    /// Adds UTF-8 and turns its white space into separators.
    mutating func append(_ piece: ArraySlice<UInt8>) {
        let span = piece.span
        var index = 0
        while index < span.count {
            let length = Self.whiteSpaceLength(span, at: index)
            guard length == 0 else {
                pending = max(pending, .blank)
                index += length
                continue
            }
            var end = index + 1
            while end < span.count, Self.whiteSpaceLength(span, at: end) == 0 { end += 1 }
            writeSeparator()
            bytes.append(contentsOf: piece[(piece.startIndex + index)..<(piece.startIndex + end)])
            index = end
        }
    }

    private mutating func writeSeparator() {
        if !bytes.isEmpty, pending != .none {
            bytes.append(pending == .line ? 0x0A : 0x20)
        }
        pending = .none
    }

    /// Length in bytes of the white space character at an index, 0 when there is another character.
    private static func whiteSpaceLength(_ text: Span<UInt8>, at index: Int) -> Int {
        let first = text[index]
        if first < 0x80 { return first == 0x20 || (0x09...0x0D).contains(first) ? 1 : 0 }
        switch first {
        case 0xC2:
            guard index + 1 < text.count else { return 0 }
            return text[index + 1] == 0xA0 || text[index + 1] == 0x85 ? 2 : 0
        case 0xE1, 0xE2, 0xE3:
            guard index + 2 < text.count else { return 0 }
            return isWhiteSpace(first, text[index + 1], text[index + 2]) ? 3 : 0
        default: return 0
        }
    }

    /// U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F and U+3000 in UTF-8.
    private static func isWhiteSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second) {
        case (0xE1, 0x9A): third == 0x80
        case (0xE2, 0x80): third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
        case (0xE2, 0x81): third == 0x9F
        case (0xE3, 0x80): third == 0x80
        default: false
        }
    }
}
