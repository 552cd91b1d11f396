package import Bytes

/// A signed statement of how long the log was and what its root was.
package struct Checkpoint: Sendable, Hashable {
    /// The number of lines.
    package let size: Int64
    /// The root over them.
    package let root: Digest256
    /// The signed note, as published.
    package let note: String
    /// When it was signed, in microseconds UTC.
    package let madeAt: Int64
}
