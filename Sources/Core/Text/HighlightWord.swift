/// A word or phrase of a query to be shown in a text, with the number of its colour.
public struct HighlightWord: Sendable, Hashable {
    /// The readings of the word; a text is marked where any of them stands.
    public var phrases: [QueryPhrase]
    /// The word as the query has it, for a legend.
    public var text: String
    /// The number of the word in the query, for its colour.
    public var colour: Int

    /// Pairs a word with its colour.
    public init(_ analysis: QueryAnalysis, text: String = "", colour: Int) {
        phrases = analysis.phrases
        self.text = text
        self.colour = colour
    }
}
