/// Walks the terms of a segment in ascending order of their bytes.
///
/// Start with `next`. The reserved terms come first: they start with the byte 0.
public struct TermCursor: Sendable {
    /// The current term.
    public private(set) var term: [UInt8] = []
    /// What the dictionary says of the current term.
    public private(set) var info = TermInfo(
        documentFrequency: 0,
        fields: [],
        totalFrequency: 0,
        postings: 0..<0,
        positions: 0..<0
    )

    /// Moves to the next term.
    ///
    /// - Returns: False after the last one.
    /// - Throws: `IndexFailure.corrupt`.
    public mutating func next() throws(IndexFailure) -> Bool { false }
}
