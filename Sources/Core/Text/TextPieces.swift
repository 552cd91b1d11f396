/// Cuts long texts into pieces where no run, sentence or paragraph rule looks across the cut.
enum TextPieces {
    /// The end of the piece that begins at `start`: at most `limit` bytes on where a good place is found.
    ///
    /// A good place is behind a space or Chinese comma that stands between two characters other than blanks. Without any
    /// in the piece, the cut is made between two characters wherever the limit falls.
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

    /// Whether `offset` stands behind a single space between two ASCII letters, or behind `，` before a Han character.
    private static func isGood(_ text: borrowing Span<UInt8>, _ offset: Int) -> Bool {
        guard offset >= 3, offset < text.count else { return false }
        let next = text[offset]
        if text[offset - 1] == 0x20 { return isLetter(text[offset - 2]) && isLetter(next) }
        // U+FF0C is EF BC 8C; E4...E9 begin the Han characters from U+4000 on.
        return text[offset - 1] == 0x8C && text[offset - 2] == 0xBC && text[offset - 3] == 0xEF
            && (0xE4...0xE9).contains(next)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }
}
