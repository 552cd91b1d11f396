import Bytes

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

extension TermInfo {
    /// Moves on to the next term of a block of the dictionary, of which the reader stands behind its bytes.
    mutating func read(_ reader: inout ByteReader) throws(FileFailure) {
        documentFrequency = try reader.count(limit: SegmentFiles.maximumDocuments)
        fields = FieldMask(rawValue: UInt32(truncatingIfNeeded: try reader.varint()))
        totalFrequency = try reader.varint() &+ UInt64(documentFrequency)
        let lengths = (try reader.count(limit: 1 << 48), try reader.count(limit: 1 << 48))
        guard postings.upperBound < 1 << 48, positions.upperBound < 1 << 48 else {
            throw .corrupt(path: reader.file.path, reason: "a term points outside")
        }
        postings = postings.upperBound..<postings.upperBound + lengths.0
        positions = positions.upperBound..<positions.upperBound + lengths.1
    }
}
