import Bytes

/// One immutable part of a snapshot: its documents are numbered from 0, newest first.
///
/// Everything is read from mapped files; the checksum of a page is verified before its first byte is used.
public final class SegmentReader: Sendable {
    /// The name of the segment: that of its document file.
    public let name: String
    /// The number of documents, deleted ones included.
    public let documentCount: Int
    /// The number of documents that are not deleted.
    public let liveCount: Int
    /// One bit per document, set while it is not deleted; nil when all are live.
    public let live: [UInt64]?

    let files: SegmentFiles
    let manifest: IndexManifest.Segment

    /// Puts opened files and their live documents together.
    init(_ files: SegmentFiles, _ manifest: IndexManifest.Segment, live: [UInt64]?) {
        self.files = files
        self.manifest = manifest
        self.live = live
        name = files.references[3].name
        documentCount = manifest.documentCount
        liveCount = manifest.liveCount
    }

    /// Opens a segment of a manifest.
    convenience init(folder: String, schema: Schema, segment: IndexManifest.Segment) throws(IndexFailure) {
        let files = try SegmentFiles(folder: folder, schema: schema, segment: segment)
        var live: [UInt64]?
        if let reference = segment.live {
            live = try LiveDocuments.read(folder: folder, reference, segment)
        } else if segment.liveCount != segment.documentCount {
            throw .corrupt(file: folder + "/" + FileKind.manifestName, reason: "a segment lacks its live documents")
        }
        self.init(files, segment, live: live)
    }

    /// Whether a document is not deleted.
    public func isLive(_ document: UInt32) -> Bool {
        guard let live else { return true }
        return live[Int(document >> 6)] & (1 << UInt64(document & 63)) != 0
    }

    /// The identifier of a document, deleted or not.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func identifier(of document: UInt32) throws(IndexFailure) -> String {
        try files.documents.identifier(Int(document))
    }

    /// The version of a document.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func version(of document: UInt32) throws(IndexFailure) -> UInt64 {
        try files.updatableColumns.version(Int(document))
    }

    /// The live document of an identifier.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func document(forIdentifier identifier: String) throws(IndexFailure) -> UInt32? {
        guard let document = try files.documents.document(Array(identifier.utf8)) else { return nil }
        return isLive(UInt32(document)) ? UInt32(document) : nil
    }

    /// Looks a term up.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func term(_ bytes: [UInt8]) throws(IndexFailure) -> TermInfo? {
        try files.dictionary.find(bytes)
    }

    /// The terms that start with a prefix and are not below a lower bound, in order of their bytes.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func terms(prefix: [UInt8] = [], from lowerBound: [UInt8] = []) throws(IndexFailure) -> TermCursor {
        try TermCursor(files.dictionary, prefix: prefix, from: lowerBound)
    }

    /// The documents of a term of this segment.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func postings(_ info: TermInfo) throws(IndexFailure) -> PostingsCursor {
        PostingsCursor(try source(info))
    }

    /// Leads a cursor to the start of the documents of another term, so that its memory serves many terms.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func restart(_ cursor: inout PostingsCursor, with info: TermInfo) throws(IndexFailure) {
        cursor.restart(try source(info))
    }

    /// What the peaks of terms were computed with.
    public var peakScale: PeakScale { files.peakScale }

    private func source(_ info: TermInfo) throws(IndexFailure) -> PostingsSource {
        try PostingsSource(
            postings: files.postings,
            positions: files.positions,
            info: info,
            documentCount: documentCount,
            fields: (files.schema.allFields.rawValue, files.positionFields.rawValue)
        )
    }

    /// The lengths of a text field; the field must be one of the schema.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func fieldLengths(_ field: FieldID) throws(IndexFailure) -> FieldLengths {
        precondition(Int(field.rawValue) < files.schema.textFields.count, "no such text field")
        return FieldLengths(
            try files.documents.lengths(Int(field.rawValue)),
            manifest.fieldTotals[Int(field.rawValue)]
        )
    }

    /// The numbers of a column; nil when the place is no number column of the schema.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func numbers(_ column: Int) throws(IndexFailure) -> NumberColumn? {
        if let numbers = try files.columns.numbers(column) { return numbers }
        return try files.updatableColumns.numbers(column)
    }

    /// The labels of a column; nil when the place is no ordinal column of the schema.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func ordinals(_ column: Int) throws(IndexFailure) -> OrdinalColumn? {
        if let ordinals = try files.columns.ordinals(column) { return ordinals }
        return try files.updatableColumns.ordinals(column)
    }
}
