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
    /// The memory of patches that no file has yet, in bytes, roughly.
    private var patchBytes = 0
    private var breather = Breather()

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
            breather.pause()
            let identifier = Array(document.id.utf8)
            try remove(identifier)
            buffer.add(document)
            logicalDigest &+= IndexWriter.digest(identifier, document.version)
            try flushIfFull()
        }
    }

    /// Gives the document of an identifier another version and other values in its updatable columns.
    ///
    /// The patch names no text field and no other column; an updatable column that it does not name is empty afterwards.
    /// Texts are neither read nor written again. A publication writes the updatable columns of every segment with
    /// patches as a whole, so for few documents of a great index ``add(_:)`` costs less.
    /// - Returns: Whether there was one; nothing happens otherwise.
    /// - Throws: `invalidDocument` (the writer stays usable) or a failure of the files.
    public func update(_ patch: Document) throws(IndexFailure) -> Bool {
        try DocumentCheck(schema: schema, options: options).check(patch: patch)
        return try guarded { () throws(IndexFailure) in
            let identifier = Array(patch.id.utf8)
            let known: UInt64
            if let document = buffer.document(identifier) {
                known = buffer.versions[document]
                buffer.patch(document, patch)
            } else if let (segment, document) = try find(identifier) {
                known = try segment.version(document)
                segment.patch(document, patch)
                patchBytes += patch.columnByteCount
            } else {
                return false
            }
            logicalDigest &-= IndexWriter.digest(identifier, known)
            logicalDigest &+= IndexWriter.digest(identifier, patch.version)
            try flushIfFull()
            return true
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
        guard let (segment, document) = try find(identifier) else { return false }
        logicalDigest &-= IndexWriter.digest(identifier, try segment.version(document))
        try segment.delete(document)
        return true
    }

    /// The segment that has the live document of an identifier, and its number there.
    private func find(_ identifier: [UInt8]) throws(IndexFailure) -> (WriterSegment, Int)? {
        for segment in segmentSet.segments {
            if let document = try segment.document(identifier) { return (segment, document) }
        }
        return nil
    }

    private func flushIfFull() throws(IndexFailure) {
        guard buffer.byteCount + patchBytes > options.bufferBytes else { return }
        try flush()
        try segmentSet.mergeAsNeeded()
    }

    /// Writes the buffer as a segment, and what was patched in others.
    private func flush() throws(IndexFailure) {
        if buffer.liveCount > 0 { try segmentSet.append(BufferContent(buffer)) }
        buffer.removeAll()
        try segmentSet.writePatches()
        patchBytes = 0
    }
}
