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
