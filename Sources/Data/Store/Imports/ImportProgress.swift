/// How far the import of a file has come.
package struct ImportProgress: Sendable, Hashable {
    /// Which file.
    package let file: FileIdentity
    /// The position of the last item taken in, 0 at the start.
    package let position: Int64
    /// Records new or changed so far.
    package let imported: Int64
    /// Records already known so far.
    package let unchanged: Int64
    /// Records left out so far.
    package let rejected: Int64
    /// Whether the file was read to its end.
    package let isFinished: Bool

    /// Puts the values together.
    package init(
        file: FileIdentity,
        position: Int64,
        imported: Int64,
        unchanged: Int64,
        rejected: Int64,
        isFinished: Bool
    ) {
        self.file = file
        self.position = position
        self.imported = imported
        self.unchanged = unchanged
        self.rejected = rejected
        self.isFinished = isFinished
    }

    /// Records met so far.
    package var read: Int64 { imported + unchanged + rejected }
}
