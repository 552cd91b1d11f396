public import Bytes

/// The only writer of an index folder: takes documents, publishes snapshots.
///
/// Not for sharing: one thread at a time. Calls compute and write, so keep it off the cooperative threads.
public final class IndexWriter {
    /// The folder written to.
    public let folder: String
    /// What documents consist of.
    public let schema: Schema
    /// The newest publication; nil while there is none.
    public private(set) var snapshot: Snapshot?

    /// Opens a folder for writing, making it if need be; holds `writer.lock` until the writer is released.
    ///
    /// Files left behind by an interrupted writer are removed.
    /// - Throws: `locked` when another writer has the folder; `schemaMismatch` or `analysisMismatch` when it was built
    ///   for another schema or by other rules; `invalidSchema`; `corrupt`; `system`.
    public init(
        folder: String,
        schema: Schema,
        analysisVersion: String,
        options: IndexOptions = IndexOptions(),
        files: any FileLayer = DiskLayer()
    ) throws(IndexFailure) {
        self.folder = folder
        self.schema = schema
    }

    /// The number of documents that the next publication will have.
    public var documentCount: Int { 0 }

    /// Adds a document, replacing the one of the same identifier.
    ///
    /// - Throws: `invalidDocument` (the writer stays usable) or a failure of the files.
    public func add(_ document: Document) throws(IndexFailure) {}

    /// Deletes the document of an identifier.
    ///
    /// - Returns: Whether there was one.
    /// - Throws: A failure of the files.
    @discardableResult
    public func delete(_ identifier: String) throws(IndexFailure) -> Bool { false }

    /// Publishes everything added and deleted so far.
    ///
    /// When this returns the snapshot is durable; when it throws, the last one still is.
    /// - Throws: A failure of the files.
    @discardableResult
    public func commit(sequence: UInt64, payload: [String: String] = [:]) throws(IndexFailure) -> Snapshot {
        throw .writerFailed(folder: folder)
    }

    /// Merges all segments into one at once; the next `commit` publishes it.
    ///
    /// - Throws: A failure of the files.
    public func mergeAll() throws(IndexFailure) {}
}
