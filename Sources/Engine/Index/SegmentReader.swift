/// One immutable part of a snapshot: its documents are numbered from 0, newest first.
///
/// Everything is read from mapped files; the checksum of a page is verified before its first byte is used.
public final class SegmentReader: Sendable {
    /// The name of the segment: the digest of its document file.
    public let name: String
    /// The number of documents, deleted ones included.
    public let documentCount: Int
    /// The number of documents that are not deleted.
    public let liveCount: Int
    /// One bit per document, set while it is not deleted; nil when all are live.
    public let live: [UInt64]?

    init(name: String, documentCount: Int, liveCount: Int, live: [UInt64]?) {
        self.name = name
        self.documentCount = documentCount
        self.liveCount = liveCount
        self.live = live
    }

    /// Whether a document is not deleted.
    public func isLive(_ document: UInt32) -> Bool {
        guard let live else { return true }
        return live[Int(document >> 6)] & (1 << UInt64(document & 63)) != 0
    }

    /// The identifier of a document, deleted or not.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func identifier(of document: UInt32) throws(IndexFailure) -> String { "" }

    /// The version of a document.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func version(of document: UInt32) throws(IndexFailure) -> UInt64 { 0 }

    /// The live document of an identifier.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func document(forIdentifier identifier: String) throws(IndexFailure) -> UInt32? { nil }

    /// Looks a term up.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func term(_ bytes: [UInt8]) throws(IndexFailure) -> TermInfo? { nil }

    /// The terms that start with a prefix and are not below a lower bound, in order of their bytes.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func terms(prefix: [UInt8] = [], from lowerBound: [UInt8] = []) throws(IndexFailure) -> TermCursor {
        TermCursor()
    }

    /// The documents of a term of this segment.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func postings(_ info: TermInfo) throws(IndexFailure) -> PostingsCursor { PostingsCursor(info: info) }

    /// The lengths of a text field.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func fieldLengths(_ field: FieldID) throws(IndexFailure) -> FieldLengths {
        FieldLengths(total: 0, documentCount: 0)
    }

    /// The numbers of a column; nil when the place is no number column of the schema.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func numbers(_ column: Int) throws(IndexFailure) -> NumberColumn? { nil }

    /// The labels of a column; nil when the place is no ordinal column of the schema.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func ordinals(_ column: Int) throws(IndexFailure) -> OrdinalColumn? { nil }
}
