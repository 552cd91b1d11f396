public import Bytes

/// One published state of an index; later publications never disturb it.
public struct Snapshot: Sendable {
    /// The folder it was opened from.
    public let folder: String
    /// The number of the publication within the folder.
    public let generation: UInt64
    /// The place in the log up to which changes are contained.
    public let sequence: UInt64
    /// What documents consist of.
    public let schema: Schema
    /// The rules and libraries that made the tokens.
    public let analysisVersion: String
    /// What the writer's caller wanted to remember with this publication.
    public let payload: [String: String]
    /// The sum modulo 2^256 of SHA-256(identifier, a zero byte, version in 8 bytes, greatest first) over all documents.
    public let logicalDigest: Digest256
    /// The parts, in no order that means anything.
    public let segments: [SegmentReader]

    private let labelMaps = LabelMaps()

    init(folder: String, _ manifest: IndexManifest, _ segments: [SegmentReader]) {
        self.folder = folder
        generation = manifest.generation
        sequence = manifest.sequence
        schema = manifest.schema
        analysisVersion = manifest.analysisVersion
        payload = manifest.payload
        logicalDigest = manifest.logicalDigest
        self.segments = segments
    }

    /// The number of documents, deleted ones not included.
    public var documentCount: Int { segments.reduce(0) { $0 + $1.liveCount } }

    /// The bytes of the files of all segments.
    public var byteCount: Int {
        segments.reduce(0) { sum, segment in
            sum + segment.manifest.files.reduce(segment.manifest.live?.length ?? 0) { $0 + $1.length }
        }
    }

    /// Opens the newest publication of a folder.
    ///
    /// - Throws: `missing` when nothing was published, `corrupt` or `unknownVersion` when a file is damaged or foreign.
    public static func open(_ folder: String) throws(IndexFailure) -> Snapshot {
        var manifest = try IndexManifest.read(folder)
        while true {
            do {
                return try Snapshot(folder: folder, manifest)
            } catch {
                guard error.isMissingFile else { throw error }
                // A writer may have published and removed what this manifest names; then a newer one stands there.
                let newer = try IndexManifest.read(folder)
                guard newer.generation > manifest.generation else {
                    throw .corrupt(file: error.missingPath ?? folder, reason: "the file is missing")
                }
                manifest = newer
            }
        }
    }

    /// Opens every file that a manifest refers to.
    init(folder: String, _ manifest: IndexManifest) throws(IndexFailure) {
        var segments: [SegmentReader] = []
        for segment in manifest.segments {
            segments.append(try SegmentReader(folder: folder, schema: manifest.schema, segment: segment))
        }
        self.init(folder: folder, manifest, segments)
    }

    /// The live document of an identifier: the place of its segment and its number there.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func document(
        forIdentifier identifier: String
    ) throws(IndexFailure) -> (segment: Int, document: UInt32)? {
        for (place, segment) in segments.enumerated() {
            if let document = try segment.document(forIdentifier: identifier) { return (place, document) }
        }
        return nil
    }

    /// One numbering of a column's labels over all segments; nil when the place is no ordinal column of the schema.
    ///
    /// **Cost** Reads every label the first time and is kept with the snapshot: 4 bytes per label of each segment, and 8
    /// per different label.
    /// - Throws: `IndexFailure.corrupt`.
    public func labelMap(_ column: Int) throws(IndexFailure) -> LabelMap? {
        try labelMaps.map(column, segments)
    }

    /// The same if somebody asked for it before.
    public func knownLabelMap(_ column: Int) -> LabelMap? { labelMaps.known(column) }

    /// Makes the numberings of labels that were asked of an earlier snapshot, or of one not long before that, so that no
    /// search of this one has to wait for them.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public func prepareLabelMaps(like earlier: Snapshot?) throws(IndexFailure) {
        if let earlier { try labelMaps.prepare(like: earlier.labelMaps, segments) }
    }

    /// Reads every byte and verifies every checksum.
    ///
    /// - Throws: `IndexFailure.corrupt` with the name of the first damaged file.
    public func verify() throws(IndexFailure) {
        for segment in segments { try segment.files.verify() }
    }
}

extension IndexFailure {
    /// The path at which nothing stands.
    var missingPath: String? {
        if case .system(let failure) = self { return failure.path }
        return nil
    }
}
