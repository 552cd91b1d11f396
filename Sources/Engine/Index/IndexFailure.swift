public import Bytes

/// What can go wrong with an index; the description says the cause, the place and the remedy.
public enum IndexFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// Bytes on disk contradict their checksum or structure. Remedy: reindex.
    case corrupt(file: String, reason: String)
    /// A file has a format version that this program does not know. Remedy: reindex.
    case unknownVersion(file: String, found: UInt32, known: UInt32)
    /// The operating system refused an operation. Remedy: what its words say.
    case system(FileFailure)
    /// Another writer holds the folder; `holder` is its process number when known. Remedy: wait for it or stop it.
    case locked(folder: String, holder: Int32?)
    /// The folder holds no published snapshot. Remedy: reindex.
    case missing(folder: String)
    /// The folder was built for another schema. Remedy: reindex.
    case schemaMismatch(folder: String, found: String, wanted: String)
    /// The folder was built with other analysis rules. Remedy: reindex.
    case analysisMismatch(folder: String, found: String, wanted: String)
    /// The schema contradicts itself. Remedy: correct its declaration.
    case invalidSchema(String)
    /// A document does not fit the schema or a limit. Remedy: correct the document.
    case invalidDocument(id: String, reason: String)
    /// An earlier failure left this writer unusable. Remedy: open a new one; it starts from the last snapshot.
    case writerFailed(folder: String)

    /// Whether building the index again is the remedy.
    public var needsReindex: Bool {
        switch self {
        case .corrupt, .unknownVersion, .missing, .schemaMismatch, .analysisMismatch: true
        case .system, .locked, .invalidSchema, .invalidDocument, .writerFailed: false
        }
    }

    /// Cause, place and remedy in one line.
    public var description: String {
        switch self {
        case .corrupt(let file, let reason):
            "index file \(file) is damaged: \(reason); build the index again with reindex"
        case .unknownVersion(let file, let found, let known):
            "index file \(file) has format version \(found), this program knows version \(known); "
                + "build the index again with reindex"
        case .system(let failure):
            "index: \(failure)"
        case .locked(let folder, let holder):
            "index \(folder) is being written by " + (holder.map { "process \($0)" } ?? "another process")
        case .missing(let folder):
            "no index in \(folder); build it with reindex"
        case .schemaMismatch(let folder, let found, let wanted):
            "index \(folder) was built for schema \(found), wanted is \(wanted); build it again with reindex"
        case .analysisMismatch(let folder, let found, let wanted):
            "index \(folder) was built with analysis \(found), wanted is \(wanted); build it again with reindex"
        case .invalidSchema(let reason):
            "index schema: \(reason)"
        case .invalidDocument(let id, let reason):
            "document \(id) cannot be indexed: \(reason)"
        case .writerFailed(let folder):
            "the writer of index \(folder) stopped after an earlier failure; open it again"
        }
    }

    /// Turns a failure of a file into one of the index.
    init(_ failure: FileFailure) {
        switch failure {
        case .corrupt(let path, let reason): self = .corrupt(file: path, reason: reason)
        case .unknownVersion(let path, let found, let known):
            self = .unknownVersion(file: path, found: found, known: known)
        case .system: self = .system(failure)
        case .locked(let path, let holder): self = .locked(folder: path, holder: holder)
        }
    }
}
