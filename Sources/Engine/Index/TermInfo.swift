/// What the dictionary of a segment says of a term.
public struct TermInfo: Sendable, Equatable {
    /// The documents of the segment that have the term, deleted ones included.
    public var documentFrequency: Int
    /// The fields in which the term occurs in at least one document.
    public var fields: FieldMask
    /// The occurrences over all documents and fields, deleted documents included.
    public var totalFrequency: UInt64
    /// Where the postings lie in their file.
    var postings: Range<Int>
    /// Where the positions lie in their file; empty when there are none.
    var positions: Range<Int>
}
