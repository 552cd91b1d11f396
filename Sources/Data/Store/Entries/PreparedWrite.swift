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

    /// A row of what a source said.
    struct Source: Sendable {
        let format: String
        let recordKey: String
        let digest: Digest256
        /// Compressed; nil when it is the content of the entry.
        let content: [UInt8]?
    }

    let register: String
    let entry: String
    /// The version that must be stored when the write happens; 0 when the entry must not exist.
    let baseVersion: Int64
    let baseState: EntryState
    /// The version to be stored; `baseVersion` when only what the sources say changes.
    let version: Int64
    let digest: Digest256
    let salt: [UInt8]
    let content: [UInt8]
    let keys: String
    let addedKeys: [LookupKey]
    let removedKeys: [LookupKey]
    let texts: [Text]
    let orders: [OrderValue]
    let blobs: [Digest256]
    let sources: [Source]

    /// Whether the entry gets a new version, and the log a line.
    var isNewVersion: Bool { version != baseVersion }
}
