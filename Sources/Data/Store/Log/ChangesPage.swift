/// A block of the log after a cursor.
package struct ChangesPage: Sendable, Hashable {
    /// The lines, in order; empty when the reader has caught up.
    package let changes: [Change]
    /// Where to go on.
    package let cursor: LogCursor
    /// How long the log was at the time.
    package let size: Int64
}
