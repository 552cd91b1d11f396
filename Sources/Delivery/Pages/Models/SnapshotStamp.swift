/// The state of the data that an answer was read from.
package struct SnapshotStamp: Sendable, Hashable {
    /// The sequence of the log.
    package var sequence: UInt64
    /// The day of that change, `YYYY-MM-DD`, or nil while the log is empty.
    package var date: String?

    package init(sequence: UInt64, date: String?) {
        self.sequence = sequence
        self.date = date
    }
}
