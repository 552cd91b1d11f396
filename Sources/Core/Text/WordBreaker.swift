import CICU

/// Finds where words end for display, also in Chinese, by ICU's dictionary; used by one thread at a time.
@safe
public final class WordBreaker {
    private let handle: UnsafeMutableRawPointer?

    /// Opens the break rules; without them every text is one word.
    public init() {
        unsafe handle = cicu_words_open("zh")
    }

    deinit {
        if let handle = unsafe handle { unsafe cicu_words_close(handle) }
    }

    /// The byte offsets in a text's UTF-8 where a line may break between two words: places for `<wbr>`.
    ///
    /// There is one where a Han, kana or Hangul word is followed by a further word; never at the ends of the text,
    /// beside blanks or in front of punctuation.
    public func breaks(in text: String) -> [Int] {
        let units = Array(text.utf16)
        guard let handle = unsafe handle, units.count > 1, units.count < Int(Int32.max) else { return [] }
        var ends = [Int32](repeating: 0, count: units.count)
        // The function reads `units.count` units and writes at most as many offsets.
        let count = unsafe cicu_words(handle, units, Int32(units.count), &ends, Int32(units.count))
        var breaks: [Int] = []
        var next = 0
        var offset16 = 0
        var offset8 = 0
        var before = CharacterKind.separator
        for scalar in text.unicodeScalars {
            let kind = CharacterRules.kind(scalar.value)
            while next < count, ends[next] < offset16 { next += 1 }
            if next < count, ends[next] == offset16, kind.isWord, before.isWord, before.isEastAsian || kind.isEastAsian
            {
                breaks.append(offset8)
            }
            before = kind
            offset16 += UTF16.width(scalar)
            offset8 += UTF8.width(scalar)
        }
        return breaks
    }
}

extension CharacterKind {
    /// Whether characters of this kind are written without blanks between words.
    fileprivate var isEastAsian: Bool {
        switch self {
        case .han, .hiragana, .katakana, .hangul: true
        default: false
        }
    }
}
