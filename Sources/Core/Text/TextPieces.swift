/// Cuts long texts into pieces where no run, sentence or paragraph rule looks across the cut.
enum TextPieces {
    /// The end of the piece that begins at `start`: at most `limit` bytes on where a good place is found.
    ///
    /// A good place is behind a single space or a Chinese comma, in front of an ASCII or Han character. Without any in the
    /// second half of the piece, the cut is made between two characters where the limit falls.
    static func end(_ text: borrowing Span<UInt8>, from start: Int, limit: Int) -> Int {
        guard text.count - start > limit else { return text.count }
        var end = start + max(limit, 8)
        guard end < text.count else { return text.count }
        let hard = characterStart(text, end)
        while end > start + limit / 2 {
            if isGood(text, end) { return end }
            end -= 1
        }
        return hard > start ? hard : text.count
    }

    private static func characterStart(_ text: borrowing Span<UInt8>, _ offset: Int) -> Int {
        var offset = offset
        while offset > 0, text[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    /// Whether `offset` stands behind a single space or `，`, in front of an ASCII or Han character.
    private static func isGood(_ text: borrowing Span<UInt8>, _ offset: Int) -> Bool {
        guard offset >= 4, offset < text.count else { return false }
        let next = text[offset]
        // E4...E9 begin the Han characters from U+4000 on.
        guard isVisible(next) || (0xE4...0xE9).contains(next) else { return false }
        if text[offset - 1] == 0x20 { return isVisible(text[offset - 2]) || endsWideCharacter(text, offset - 1) }
        // U+FF0C is EF BC 8C.
        return text[offset - 1] == 0x8C && text[offset - 2] == 0xBC && text[offset - 3] == 0xEF
    }

    /// Whether a Han, kana or full-width character ends at `offset`, and no ideographic space (E3 80 80).
    private static func endsWideCharacter(_ text: borrowing Span<UInt8>, _ offset: Int) -> Bool {
        switch text[offset - 3] {
        case 0xE4...0xE9, 0xEF: true
        case 0xE3: text[offset - 1] != 0x80
        default: false
        }
    }

    private static func isVisible(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte)
    }
}
