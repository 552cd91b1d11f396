package import Bytes

/// An entry as it stands, or one of its versions.
package struct StoredEntry: Sendable, Hashable {
    /// Its register.
    package let register: String
    /// Its identifier.
    package let entry: String
    /// Which version this is, from 1.
    package let version: Int64
    /// The line of the log that made the version.
    package let sequence: Int64
    /// When the version was made, in microseconds UTC.
    package let time: Int64
    /// Whether it has content.
    package let state: EntryState
    /// The digest of salt and content, as in the log.
    package let digest: Digest256
    /// The content as canonical JSON; empty for a tombstone.
    package let content: [UInt8]
    /// Long texts in the order of part and language, where they were asked for.
    package let texts: [EntryText]

    /// Puts the values together.
    package init(
        register: String,
        entry: String,
        version: Int64,
        sequence: Int64,
        time: Int64,
        state: EntryState,
        digest: Digest256,
        content: [UInt8],
        texts: [EntryText]
    ) {
        self.register = register
        self.entry = entry
        self.version = version
        self.sequence = sequence
        self.time = time
        self.state = state
        self.digest = digest
        self.content = content
        self.texts = texts
    }

    /// Whether it was withdrawn or erased.
    package var isTombstone: Bool { state != .live }
}
