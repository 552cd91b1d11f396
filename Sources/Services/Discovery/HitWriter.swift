import Domain
import EntryIndex
import Query
import Store
import Text

/// Puts records and marked texts to the engine's hits; used by one thread at a time.
struct HitWriter {
    private let highlighter: Highlighter
    private let words: [HighlightWord]
    private let characters: Int

    init(words: [HighlightWord], characters: Int) {
        highlighter = Highlighter()
        self.words = words
        self.characters = characters
    }

    /// The hits with their records; one whose record was withdrawn since is left out.
    func write(_ hits: [Hit], _ entries: [StoredEntry?]) throws -> [SearchHit] {
        try zip(hits, entries).compactMap { hit, entry in
            guard let entry, !entry.isTombstone, let id = EntryID(hit.id) else { return nil }
            let right = try RightContent.right(of: entry)
            return SearchHit(
                id: id,
                version: entry.version,
                right: right,
                score: hit.score,
                title: try marked(right.displayTitle),
                snippet: try snippet(of: right)
            )
        }
    }

    /// A whole text with its marks.
    func marked(_ text: String) throws -> MarkedText {
        let highlights = try highlighter.highlights(in: text, as: .paragraph, of: words)
        return MarkedText(parts: Self.parts(text, 0..<text.utf8.count, highlights))
    }

    /// The window of the abstract (or of what stands for one) with the most words.
    private func snippet(of right: Right) throws -> MarkedText? {
        var best: MarkedText?
        for text in right.summaries {
            let snippet = try highlighter.snippet(of: text, for: words, characters: characters)
            let marked = MarkedText(
                parts: Self.parts(text, snippet.range, snippet.highlights),
                isCutBefore: snippet.isCutBefore,
                isCutAfter: snippet.isCutAfter
            )
            if best == nil { best = marked }
            // A text in the reader's other language is worth showing only when the words stand in it.
            if !snippet.highlights.isEmpty { return marked }
        }
        return best
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
