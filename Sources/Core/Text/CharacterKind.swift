/// What a folded character is to the analysis.
enum CharacterKind: UInt8 {
    /// Punctuation, symbols and controls: ends a run and counts no position.
    case separator
    /// White space that is no line end.
    case space
    /// A line end; a carriage return with its line feed is one.
    case lineEnd
    /// A Han character.
    case han
    /// A letter of Latin, Greek, Cyrillic or any script without a kind of its own.
    case letter
    /// A digit or another numeral.
    case digit
    /// A Hiragana letter.
    case hiragana
    /// A Katakana letter or the long vowel mark.
    case katakana
    /// A Hangul syllable or jamo.
    case hangul
    /// A hyphen, which joins the words on its two sides.
    case hyphen
    /// An apostrophe or a right single quotation mark.
    case apostrophe
    /// A full stop: of a number, an abbreviation or a sentence.
    case fullStop
    /// An ASCII exclamation or question mark: ends a sentence before a space or an end.
    case softEnd
    /// 。！？: ends a sentence wherever it stands.
    case hardEnd
    /// A colon or semicolon: before a line end it ends a paragraph, never a sentence.
    case clauseEnd

    /// Whether characters of this kind make words.
    var isWord: Bool {
        switch self {
        case .han, .letter, .digit, .hiragana, .katakana, .hangul: true
        default: false
        }
    }

    /// Whether a line end after this kind ends a paragraph of plain text.
    var endsParagraphAtLineEnd: Bool {
        switch self {
        case .fullStop, .softEnd, .hardEnd, .clauseEnd: true
        default: false
        }
    }

    /// Whether this is white space or a line end.
    var isBlank: Bool { self == .space || self == .lineEnd }
}
