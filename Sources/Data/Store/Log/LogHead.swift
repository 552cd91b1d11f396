package import Bytes

/// How long the log is and what its root hash is.
package struct LogHead: Sendable, Hashable {
    /// The number of lines, which is the sequence of the last one.
    package let size: Int64
    /// The root of the Merkle tree over all lines.
    package let root: Digest256

    /// Names a state of the log.
    package init(size: Int64, root: Digest256) {
        self.size = size
        self.root = root
    }
}
