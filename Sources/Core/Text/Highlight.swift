/// A word or phrase of a query to be shown in a text, with the number of its colour.
public struct HighlightWord: Sendable, Hashable {
    /// The readings of the word; a text is marked where any of them stands.
    public var phrases: [QueryPhrase]
    /// The number of the word in the query, for its colour.
    public var colour: Int

    /// Pairs a word with its colour.
    public init(_ analysis: QueryAnalysis, colour: Int) {
        phrases = analysis.phrases
        self.colour = colour
    }
}

/// A marked part of a text.
public struct Highlight: Sendable, Hashable {
    /// The bytes in the UTF-8 of the original text.
    public var range: Range<Int>
    /// The number of the word in the query.
    public var colour: Int

    /// Makes a highlight.
    public init(range: Range<Int>, colour: Int) {
        self.range = range
        self.colour = colour
    }
}

/// A short part of a text around its best hits.
public struct Snippet: Sendable, Equatable {
    /// The bytes of the part in the UTF-8 of the original text.
    public var range: Range<Int>
    /// The highlights inside the part, with offsets into the original text.
    public var highlights: [Highlight]
    /// Text stands before the part.
    public var isCutBefore: Bool
    /// Text stands after the part.
    public var isCutAfter: Bool
}
