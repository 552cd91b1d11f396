/// Marks the words of a query in texts and cuts snippets; used by one thread at a time.
public final class Highlighter {
    /// How snippets are cut.
    public struct Options: Sendable, Equatable {
        /// The limits of the index's analysis.
        public var analysis = Analyzer.Options()
        /// The most characters of a snippet.
        public var snippetCharacters = 120

        /// The defaults.
        public init() {}
    }

    private let options: Options
    private let analyzer: Analyzer
    private var list = TokenList()

    /// Makes a highlighter.
    public init(_ options: Options = Options()) {
        self.options = options
        analyzer = Analyzer(options.analysis)
    }

    /// The marked parts of a text, by place and without overlaps.
    ///
    /// A phrase is one part from its first to its last word. Where parts overlap, the earlier keeps its bytes; of two
    /// that begin together the longer one does.
    ///
    /// - Throws: ``Analyzer/Failure`` when the text is too long.
    public func highlights(
        in text: String,
        as structure: Analyzer.Structure = .plain,
        of words: [HighlightWord]
    ) throws(Analyzer.Failure) -> [Highlight] {
        try analyzer.analyse(text, as: structure, into: &list)
        let matcher = PhraseMatcher(list, for: words.lazy.flatMap(\.phrases))
        var found: [Highlight] = []
        for word in words {
            for phrase in word.phrases {
                for occurrence in matcher.occurrences(of: phrase) {
                    guard let range = list.bytes(occurrence.first, width: Int(occurrence.width)) else { continue }
                    found.append(Highlight(range: range, colour: word.colour))
                }
            }
        }
        return Self.merged(found)
    }

    /// The part of a text with the most different words, then the most hits, at most `characters` long.
    ///
    /// Without hits it is the beginning of the text. It begins at a sentence or a clause where one is near, and never
    /// cuts a word of Latin letters, a number or a character.
    ///
    /// - Throws: ``Analyzer/Failure`` when the text is too long.
    public func snippet(
        of text: String,
        as structure: Analyzer.Structure = .plain,
        for words: [HighlightWord],
        characters: Int? = nil
    ) throws(Analyzer.Failure) -> Snippet {
        let highlights = try highlights(in: text, as: structure, of: words)
        let window = SnippetWindow(text, characters: max(1, characters ?? options.snippetCharacters))
        let range = window.range(around: highlights)
        let inside = highlights.compactMap { highlight -> Highlight? in
            let part = highlight.range.clamped(to: range)
            return part.isEmpty ? nil : Highlight(range: part, colour: highlight.colour)
        }
        return Snippet(
            range: range,
            highlights: inside,
            isCutBefore: window.hasText(before: range.lowerBound),
            isCutAfter: window.hasText(after: range.upperBound)
        )
    }

    /// Whether a text holds a word, by the same rules as the index: for what the index cannot decide alone.
    ///
    /// - Throws: ``Analyzer/Failure`` when the text is too long.
    public func matches(
        _ text: String,
        as structure: Analyzer.Structure = .plain,
        _ analysis: QueryAnalysis
    ) throws(Analyzer.Failure) -> Bool {
        try analyzer.analyse(text, as: structure, into: &list)
        let matcher = PhraseMatcher(list, for: analysis.phrases)
        return analysis.phrases.contains { !matcher.occurrences(of: $0).isEmpty }
    }

    private static func merged(_ found: [Highlight]) -> [Highlight] {
        let sorted = found.sorted { first, second in
            (first.range.lowerBound, -first.range.upperBound, first.colour)
                < (second.range.lowerBound, -second.range.upperBound, second.colour)
        }
        var result: [Highlight] = []
        for highlight in sorted {
            guard let last = result.last, highlight.range.lowerBound < last.range.upperBound else {
                result.append(highlight)
                continue
            }
            guard highlight.range.upperBound > last.range.upperBound else { continue }
            if highlight.colour == last.colour {
                result[result.count - 1].range = last.range.lowerBound..<highlight.range.upperBound
            } else {
                let rest = last.range.upperBound..<highlight.range.upperBound
                result.append(Highlight(range: rest, colour: highlight.colour))
            }
        }
        return result
    }
}
