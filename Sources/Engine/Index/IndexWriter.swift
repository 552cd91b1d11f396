public import Bytes

/// The only writer of an index folder: takes documents, publishes snapshots.
///
/// Not for sharing: one thread at a time. Calls compute and write, so keep it off the cooperative threads.
public final class IndexWriter {
    /// The folder written to.
    public let folder: String
    /// What documents consist of.
    public let schema: Schema
    /// The rules and libraries that make the tokens.
    public let analysisVersion: String
    /// The limits.
    public let options: IndexOptions
    /// The newest publication; nil while there is none.
    public private(set) var snapshot: Snapshot?
    /// The sum of the digests of all documents that the next publication will have.
    public private(set) var logicalDigest = Digest256()

    private let lock: FileLock
    private let storage: IndexStorage
    private var buffer: DocumentBuffer
    private let segmentSet: SegmentSet
    private var generation: UInt64 = 0
    private var hasFailed = false

    /// Opens a folder for writing, making it if need be; holds `writer.lock` until the writer is released.
    ///
    /// Releasing the writer ends a merge going on beside it and forgets what was not committed.
    /// Files left behind by an interrupted writer are removed. With `startingEmpty` nothing is taken over, whatever
    /// stands there; readers keep the last publication until the first `commit` replaces it.
    /// - Throws: `locked` when another writer has the folder; `schemaMismatch` or `analysisMismatch` when it was built
    ///   for another schema or by other rules; `invalidSchema`; `corrupt`; `system`.
    public init(
        folder: String,
        schema: Schema,
        analysisVersion: String,
        options: IndexOptions = IndexOptions(),
        startingEmpty: Bool = false,
        files: any FileLayer = DiskLayer()
    ) throws(IndexFailure) {
        try schema.validate()
        self.folder = folder
        self.schema = schema
        self.analysisVersion = analysisVersion
        self.options = options
        buffer = DocumentBuffer(schema: schema)
        storage = IndexStorage(folder: folder, layer: files)
        segmentSet = SegmentSet(schema, options, storage)
        lock = try storage.lock()
        try takeOver(startingEmpty: startingEmpty)
    }

    deinit {
        // Before the lock goes. Files that cannot be removed now go when the folder is opened for writing again.
        try? segmentSet.stop()
    }

    /// Reads the newest publication and removes what belongs to none.
    private func takeOver(startingEmpty: Bool) throws(IndexFailure) {
        let manifest: IndexManifest
        do {
            manifest = try IndexManifest.read(folder)
        } catch {
            if case .missing = error { return try storage.sweepAll() }
            if startingEmpty { return try storage.sweepAll() }
            throw error
        }
        generation = manifest.generation
        storage.assumePublished(manifest.fileNames)
        if !startingEmpty {
            guard manifest.schema.digest == schema.digest else {
                throw .schemaMismatch(folder: folder, found: manifest.schema.digest, wanted: schema.digest)
            }
            guard manifest.analysisVersion == analysisVersion else {
                throw .analysisMismatch(folder: folder, found: manifest.analysisVersion, wanted: analysisVersion)
            }
            let opened = try Snapshot.open(folder)
            snapshot = opened
            segmentSet.open(opened)
            logicalDigest = opened.logicalDigest
        }
        try storage.sweepAll()
    }

    /// The number of documents that the next publication will have.
    public var documentCount: Int { segmentSet.segments.reduce(buffer.liveCount) { $0 + $1.manifest.liveCount } }

    /// Adds a document, replacing the one of the same identifier whatever its version.
    ///
    /// - Throws: `invalidDocument` (the writer stays usable) or a failure of the files.
    public func add(_ document: Document) throws(IndexFailure) {
        try DocumentCheck(schema: schema, options: options).check(document)
        try guarded { () throws(IndexFailure) in
            let identifier = Array(document.id.utf8)
            try remove(identifier)
            buffer.add(document)
            logicalDigest &+= IndexWriter.digest(identifier, document.version)
            if buffer.byteCount > options.bufferBytes {
                try flush()
                try segmentSet.mergeAsNeeded()
            }
        }
    }

    /// Deletes the document of an identifier.
    ///
    /// - Returns: Whether there was one.
    /// - Throws: A failure of the files.
    @discardableResult
    public func delete(_ identifier: String) throws(IndexFailure) -> Bool {
        try guarded { () throws(IndexFailure) in try remove(Array(identifier.utf8)) }
    }

    /// Publishes everything added and deleted so far.
    ///
    /// When this returns the snapshot is durable; when it throws, the last one still is. Merges of great segments go on
    /// beside and are published by a later commit.
    /// - Throws: A failure of the files.
    @discardableResult
    public func commit(sequence: UInt64, payload: [String: String] = [:]) throws(IndexFailure) -> Snapshot {
        try guarded { () throws(IndexFailure) in
            try flush()
            try segmentSet.mergeAsNeeded()
            var published: [IndexManifest.Segment] = []
            for segment in segmentSet.segments { published.append(try segment.published(storage)) }
            let manifest = IndexManifest(
                generation: generation + 1,
                sequence: sequence,
                logicalDigest: logicalDigest,
                analysisVersion: analysisVersion,
                schema: schema,
                payload: payload,
                segments: published
            )
            try storage.publish(manifest)
            generation += 1
            let result = Snapshot(folder: folder, manifest, segmentSet.segments.map { $0.reader() })
            snapshot = result
            try storage.sweep()
            return result
        }
    }

    /// Merges all segments into one at once; the next `commit` publishes it.
    ///
    /// - Throws: A failure of the files.
    public func mergeAll() throws(IndexFailure) {
        try guarded { () throws(IndexFailure) in
            try flush()
            try segmentSet.mergeAll()
        }
    }

    /// Makes every merge that is due and waits for those going on beside; the next `commit` publishes them.
    ///
    /// - Throws: A failure of the files.
    public func finishMerges() throws(IndexFailure) {
        try guarded { () throws(IndexFailure) in
            try flush()
            try segmentSet.finishMerges()
        }
    }

    /// What a document adds to the logical digest.
    static func digest(_ identifier: [UInt8], _ version: UInt64) -> Digest256 {
        var bytes = identifier
        bytes.append(0)
        for place in (0..<8).reversed() { bytes.append(UInt8(truncatingIfNeeded: version >> UInt64(8 * place))) }
        return sha256(bytes)
    }

    /// Lets nothing more happen after a failure, because memory and disk may then disagree.
    private func guarded<Result>(_ body: () throws(IndexFailure) -> Result) throws(IndexFailure) -> Result {
        guard !hasFailed else { throw .writerFailed(folder: folder) }
        do {
            return try body()
        } catch {
            hasFailed = true
            throw error
        }
    }

    @discardableResult
    private func remove(_ identifier: [UInt8]) throws(IndexFailure) -> Bool {
        if let document = buffer.document(identifier) {
            logicalDigest &-= IndexWriter.digest(identifier, buffer.versions[document])
            buffer.delete(document)
            return true
        }
        for segment in segmentSet.segments {
            guard let document = try segment.document(identifier) else { continue }
            logicalDigest &-= IndexWriter.digest(identifier, try segment.files.documents.version(document))
            try segment.delete(document)
            return true
        }
        return false
    }

    /// Writes the buffer as a segment.
    private func flush() throws(IndexFailure) {
        if buffer.liveCount > 0 { try segmentSet.append(BufferContent(buffer)) }
        buffer.removeAll()
    }
}
