/// What came of saving some entries.
package struct SaveResult: Sendable, Hashable {
    /// The version of each entry now, in the order of the changes.
    package let versions: [Int64]
    /// How long the log is with them: a reader that has come so far sees them.
    package let logSize: Int64

    /// Puts the values together.
    package init(versions: [Int64], logSize: Int64) {
        self.versions = versions
        self.logSize = logSize
    }
}
