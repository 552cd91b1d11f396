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
    private var segments: [WriterSegment] = []
    private var generation: UInt64 = 0
    private var hasFailed = false

    /// Opens a folder for writing, making it if need be; holds `writer.lock` until the writer is released.
    ///
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
        do {
            try Folder.make(folder)
            lock = try FileLock(folder + "/" + FileKind.lockName)
        } catch {
            if case .locked(_, let holder) = error { throw .locked(folder: folder, holder: holder) }
            throw IndexFailure(error)
        }
        try takeOver(startingEmpty: startingEmpty)
    }

    /// Reads the newest publication and removes what belongs to none.
    private func takeOver(startingEmpty: Bool) throws(IndexFailure) {
        let manifest: IndexManifest
        do {
            manifest = try IndexManifest.read(folder)
        } catch {
            if case .missing = error { return try storage.sweep() }
            if startingEmpty { return try storage.sweep() }
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
            segments = opened.segments.map { WriterSegment($0) }
            logicalDigest = opened.logicalDigest
        }
        try storage.sweep()
    }

    /// The number of documents that the next publication will have.
    public var documentCount: Int { segments.reduce(buffer.liveCount) { $0 + $1.manifest.liveCount } }

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
                try mergeAsNeeded()
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
    /// When this returns the snapshot is durable; when it throws, the last one still is.
    /// - Throws: A failure of the files.
    @discardableResult
    public func commit(sequence: UInt64, payload: [String: String] = [:]) throws(IndexFailure) -> Snapshot {
        try guarded { () throws(IndexFailure) in
            try flush()
            try mergeAsNeeded()
            var published: [IndexManifest.Segment] = []
            for segment in segments { published.append(try segment.published(storage)) }
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
            let result = Snapshot(folder: folder, manifest, segments.map { $0.reader() })
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
            let isClean = segments.allSatisfy { $0.manifest.liveCount == $0.manifest.documentCount }
            if segments.count > 1 || !isClean { try merge(Array(segments.indices)) }
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
        for segment in segments {
            guard let document = try segment.document(identifier) else { continue }
            logicalDigest &-= IndexWriter.digest(identifier, try segment.files.documents.version(document))
            try segment.delete(document)
            return true
        }
        return false
    }

    /// Writes the buffer as a segment.
    private func flush() throws(IndexFailure) {
        if buffer.liveCount > 0 { try append(BufferContent(buffer)) }
        buffer.removeAll()
    }

    private func append(_ content: any SegmentContent) throws(IndexFailure) {
        let written = try SegmentWriter.write(content, schema, storage)
        segments.append(WriterSegment(try SegmentReader(folder: folder, schema: schema, segment: written)))
    }

    private func mergeAsNeeded() throws(IndexFailure) {
        let policy = MergePolicy(options: options)
        while let places = policy.choose(segments.map { ($0.manifest.documentCount, $0.manifest.liveCount) }) {
            try merge(places)
        }
    }

    private func merge(_ places: [Int]) throws(IndexFailure) {
        let readers = places.map { segments[$0].reader() }
        for place in places.sorted(by: >) { segments.remove(at: place) }
        if readers.contains(where: { $0.liveCount > 0 }) { try append(MergeContent(readers, schema)) }
        try storage.sweep(keeping: Set(segments.flatMap(\.manifest.files).map(\.name)))
    }
}
