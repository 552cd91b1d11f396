package import Bytes

/// Which file an import reads, so that an interrupted one goes on only in the same file.
package struct FileIdentity: Sendable, Hashable {
    /// Its path, with the member of an archive where there is one.
    package let path: String
    /// Its size in bytes.
    package let size: Int64
    /// When it was changed last, in microseconds UTC.
    package let modifiedAt: Int64
    /// The SHA-256 of its first bytes.
    package let headDigest: Digest256

    /// Names a file.
    package init(path: String, size: Int64, modifiedAt: Int64, headDigest: Digest256) {
        self.path = path
        self.size = size
        self.modifiedAt = modifiedAt
        self.headDigest = headDigest
    }
}
