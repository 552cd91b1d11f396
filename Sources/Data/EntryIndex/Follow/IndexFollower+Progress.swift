extension IndexFollower {
    /// How far a catching-up has come.
    package struct Progress: Sendable {
        /// Log lines that the index contains.
        package var done: Int64
        /// Lines in the log.
        package var size: Int64
        /// Entries of the last block that could not be indexed and are left out.
        package var refused: [Refusal] = []
        /// Why the index is built again from the start, said once before that begins.
        package var rebuilding: String?

        /// Lines of the log that the index does not contain yet.
        package var behind: Int64 { max(0, size - done) }
    }

    /// An entry that is left out of the index.
    package struct Refusal: Sendable, Hashable {
        /// Which entry.
        package let entry: String
        /// What is wrong with it.
        package let reason: String
    }
}
