package import Bytes

/// A version in the history of an entry.
package struct VersionLine: Sendable, Hashable {
    /// Which version, from 1.
    package let version: Int64
    /// The line of the log that made it.
    package let sequence: Int64
    /// When, in microseconds UTC.
    package let time: Int64
    /// The digest of salt and content, as in the log; all zero for a tombstone.
    package let digest: Digest256
    /// Whether the content can still be read.
    package let hasContent: Bool

    /// Puts the values together.
    package init(version: Int64, sequence: Int64, time: Int64, digest: Digest256, hasContent: Bool) {
        self.version = version
        self.sequence = sequence
        self.time = time
        self.digest = digest
        self.hasContent = hasContent
    }
}
