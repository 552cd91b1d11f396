import Domain
import EntryIndex
import Query
import Store
import Text
import Wire

/// Puts records and marked texts to the engine's hits; used by one thread at a time.
struct HitWriter {
    private let highlighter: Highlighter
    private let words: [HighlightWord]
    private let characters: Int
    private let language: String

    init(words: [HighlightWord], characters: Int, language: String) {
        highlighter = Highlighter()
        self.words = words
        self.characters = characters
        self.language = language
    }

    /// The hits with their records; one whose record was withdrawn since is left out.
    func write(_ found: Found, _ entries: [StoredEntry?], explainedWords: Int) throws -> [SearchHit] {
        try zip(found.hits, entries).compactMap { hit, entry in
            guard let entry, !entry.isTombstone, let id = EntryID(hit.id) else { return nil }
            let right = try RightContent.right(of: entry).masked
            return SearchHit(
                id: id,
                version: entry.version,
                time: entry.time,
                right: right,
                score: hit.score,
                explanation: found.explanations[hit.id].map { ExplanationDocument($0, maximumWords: explainedWords) },
                familyHits: hit.groupSize,
                title: try title(of: right),
                snippet: try snippet(of: right)
            )
        }
    }

    /// The title in the reader's language, else the one by which lists show the right.
    private func title(of right: Right) throws -> MarkedText {
        // The words of a mark are its name in every language.
        if right.register != .trademark, let text = right.title(in: language) {
            return try marked(text, language: language)
        }
        let text = right.displayTitle
        let known = right.bibliography.titles.first { $0.text == text }?.lang
        return try marked(text, language: known)
    }

    /// A whole text with its marks.
    private func marked(_ text: String, language: String?) throws -> MarkedText {
        let highlights = try highlighter.highlights(in: text, as: .paragraph, of: words)
        return MarkedText(parts: Self.parts(text, 0..<text.utf8.count, highlights), language: language)
    }

    /// The window of the abstract (or of what stands for one) with the most words.
    private func snippet(of right: Right) throws -> MarkedText? {
        var best: MarkedText?
        for text in summaries(of: right) {
            let snippet = try highlighter.snippet(of: text.text, for: words, characters: characters)
            let marked = MarkedText(
                parts: Self.parts(text.text, snippet.range, snippet.highlights),
                isCutBefore: snippet.isCutBefore,
                isCutAfter: snippet.isCutAfter,
                language: text.lang
            )
            if best == nil { best = marked }
            // A text in another language is worth showing only when the words stand in it.
            if !snippet.highlights.isEmpty { return marked }
        }
        return best
    }

    /// What says in short what the right is about, the reader's language first.
    private func summaries(of right: Right) -> [LocalizedText] {
        let texts = right.summaries.map { text in
            right.bibliography.abstracts.first { $0.text == text } ?? LocalizedText(text: text)
        }
        let mine = texts.filter { $0.lang?.hasPrefix(language) == true }
        return mine + texts.filter { $0.lang?.hasPrefix(language) != true }
    }

    private static func parts(_ text: String, _ range: Range<Int>, _ highlights: [Highlight]) -> [MarkedText.Part] {
        let bytes = Array(text.utf8)
        var parts: [MarkedText.Part] = []
        var place = range.lowerBound
        func add(_ end: Int, _ colour: Int?) {
            guard end > place else { return }
            parts.append(MarkedText.Part(String(decoding: bytes[place..<end], as: UTF8.self), colour: colour))
            place = end
        }
        for highlight in highlights {
            add(min(max(highlight.range.lowerBound, place), range.upperBound), nil)
            add(min(highlight.range.upperBound, range.upperBound), highlight.colour)
        }
        add(range.upperBound, nil)
        return parts
    }
}
