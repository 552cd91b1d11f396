import Bytes

/// What one publication consists of; the file `manifest` holds the newest one.
struct IndexManifest: Sendable, Equatable {
    /// One segment and the state in which this publication sees it.
    struct Segment: Sendable, Equatable {
        var documentCount: Int
        var liveCount: Int
        /// Sum of lengths and number of documents with the field, over live documents, for each text field.
        var fieldTotals: [FieldTotal]
        /// Terms, postings, positions, documents, columns, updatable columns.
        var files: [FileReference]
        /// The live documents; nil when all are.
        var live: FileReference?
    }

    var generation: UInt64
    var sequence: UInt64
    var logicalDigest: Digest256
    var analysisVersion: String
    var schema: Schema
    var payload: [String: String]
    var segments: [Segment]

    /// All files that this publication needs; two segments may name the same one.
    var references: [FileReference] { segments.flatMap { $0.files + ($0.live.map { [$0] } ?? []) } }

    /// The names of all files that this publication needs.
    var fileNames: Set<String> { Set(references.map(\.name)) }

    /// Writes the manifest under an unfinished name and returns its path.
    func write(_ files: UnfinishedFiles) throws(IndexFailure) -> String {
        let writer = try IndexFileWriter(files, .manifest)
        _ = try writer.seal(directory: encoded)
        return writer.sink.path
    }

    /// Reads the manifest of a folder.
    ///
    /// - Throws: `missing` when there is none, `corrupt`, `unknownVersion`, `system`.
    static func read(_ folder: String) throws(IndexFailure) -> IndexManifest {
        try IndexManifest(try open(folder))
    }

    /// Opens the file that holds the newest manifest of a folder; later publications do not change it.
    static func open(_ folder: String) throws(IndexFailure) -> IndexFile {
        do {
            return try IndexFile(folder + "/" + FileKind.manifestName, kind: .manifest)
        } catch {
            if error.isMissingFile { throw .missing(folder: folder) }
            throw error
        }
    }
}

extension IndexManifest {
    /// Reads an opened manifest.
    init(_ file: IndexFile) throws(IndexFailure) {
        var reader = try file.directoryReader()
        self = try wrap { () throws(FileFailure) in try IndexManifest(&reader) }
    }
}

/// Sum of the lengths of a text field, and how many documents have it.
struct FieldTotal: Sendable, Equatable {
    var length: UInt64 = 0
    var documentCount = 0
}

extension IndexFailure {
    /// Whether the cause is a path at which nothing stands.
    var isMissingFile: Bool {
        if case .system(.system(_, _, let code)) = self { return code == 2 }
        return false
    }
}
