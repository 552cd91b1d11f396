package import Bytes

/// How far a reader has followed the log; it never expires.
package struct LogCursor: Sendable, Hashable {
    /// The last line read, 0 before the first.
    package let sequence: Int64
    /// The leaf hash of that line, by which a log that went back is found out; all zero before the first.
    package let digest: Digest256

    /// Names a line that was read.
    package init(sequence: Int64, digest: Digest256) {
        self.sequence = sequence
        self.digest = digest
    }

    /// Before the first line.
    package static let start = LogCursor(sequence: 0, digest: Digest256())
}
