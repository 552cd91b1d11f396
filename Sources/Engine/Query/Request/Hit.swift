/// One document of an answer.
public struct Hit: Sendable, Hashable {
    /// The document's identifier.
    public var id: String
    /// The version that was indexed.
    public var version: UInt64
    /// What it was ordered by.
    public var key: SortKey
    /// The segment's place in the snapshot.
    public var segment: Int
    /// The document's number in its segment.
    public var document: UInt32
    /// With ``SearchRequest/collapse``: the hits that this one stands for, itself among them, as exact as the
    /// total; else 1.
    public var groupSize = 1

    /// The BM25F score; nil when the answer is not ordered by relevance.
    public var score: Double? {
        if case .score(let value) = key { value } else { nil }
    }
}
