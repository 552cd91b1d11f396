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
