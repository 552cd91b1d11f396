/// The readings of Han characters in Latin letters; used by one thread at a time.
public final class Pinyin {
    private let transliterator: Transliterator?
    private var known: [UInt32: String] = [:]

    /// Opens ICU's readings; without them there are no syllables.
    public init() {
        transliterator = Transliterator("Han-Latin; Latin-ASCII")
    }

    /// The commonest syllable of each Han character without its tone, and every other word as it is folded.
    ///
    /// `重庆ABC` gives `zhong`, `qing`, `abc`: a character is read by itself, so a second reading is not seen.
    public func syllables(of text: String) -> [String] {
        var folder = Folder()
        folder.fold(text.utf8Span.span, 0..<text.utf8.count)
        let folded = folder.folded
        var syllables: [String] = []
        var index = 0
        while index < folded.count {
            let kind = folded[index].kind
            guard kind.isWord else {
                index += 1
                continue
            }
            let end = kind == .han ? index + 1 : RunScanner.runEnd(folded, index)
            let word = String(decoding: UTF8Bytes.bytes(of: folded[index..<end].map(\.scalar)), as: UTF8.self)
            syllables.append(kind == .han ? syllable(folded[index].scalar, word) : word)
            index = end
        }
        return syllables
    }

    /// The first letter of every syllable: `知识产权` gives `zscq`.
    public func initials(of text: String) -> String {
        String(syllables(of: text).compactMap(\.first))
    }

    private func syllable(_ scalar: UInt32, _ word: String) -> String {
        if let syllable = known[scalar] { return syllable }
        let syllable = transliterator.map { $0(word).filter { $0.isASCII && $0.isLetter }.lowercased() } ?? word
        known[scalar] = syllable.isEmpty ? word : syllable
        return known[scalar] ?? word
    }
}
