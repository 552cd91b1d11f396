internal import Bytes

/// A write of one entry, ready down to the bytes: what is left for the time under the lock is to store it.
struct PreparedWrite: Sendable {
    /// A text that a version brings, or ends.
    struct Text: Sendable {
        let slot: TextSlot
        let digest: Digest256
        let isCompressed: Bool
        /// Nil when the text ends with this version.
        let body: [UInt8]?
    }

    let register: String
    let entry: String
    /// How often the entry must have been written when this write happens; 0 when it must not exist.
    let baseRevision: Int64
    let baseVersion: Int64
    let baseState: EntryState
    /// The version to be stored; `baseVersion` when only sources and numbers change.
    let version: Int64
    let digest: Digest256
    let salt: [UInt8]
    let content: [UInt8]
    /// Every number and name, each once.
    let keys: [LookupKey]
    let texts: [Text]
    let orders: [OrderValue]
    let blobs: [Digest256]
    let sources: [SourceRow]

    /// Whether the entry gets a new version, and the log a line.
    var isNewVersion: Bool { version != baseVersion }
    var revision: Int64 { baseRevision + 1 }
}
