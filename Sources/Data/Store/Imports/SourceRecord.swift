package import Bytes

/// What one source said last about an entry.
package struct SourceRecord: Sendable, Hashable {
    /// The format and publisher, such as `docdb`.
    package let format: String
    /// Which record of the format it is.
    package let recordKey: String
    /// The digest of the record as the source wrote it; the same digest means nothing new.
    package let digest: Digest256
    /// What the record says, in the form that the merge reads.
    package let content: [UInt8]

    /// Describes a record.
    package init(format: String, recordKey: String, digest: Digest256, content: [UInt8]) {
        self.format = format
        self.recordKey = recordKey
        self.digest = digest
        self.content = content
    }
}
