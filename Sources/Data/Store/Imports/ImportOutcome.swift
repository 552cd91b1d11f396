/// What became of a batch.
package struct ImportOutcome: Sendable, Hashable {
    /// What became of one item.
    package enum Fate: Sendable, Hashable {
        /// The record was new or changed.
        case imported
        /// The source said the same before.
        case unchanged
        /// The record was left out, for this reason; nil when the reader had rejected it.
        case rejected(String?)
    }

    /// A number that already belongs to another entry; the first one keeps it.
    package struct KeyConflict: Sendable, Hashable {
        /// The number.
        package let key: LookupKey
        /// The entry that has it.
        package let owner: String
        /// The entry that wanted it.
        package let entry: String

        /// Puts the values together.
        package init(key: LookupKey, owner: String, entry: String) {
            self.key = key
            self.owner = owner
            self.entry = entry
        }
    }

    /// One fate for each item, in order.
    package internal(set) var fates: [Fate] = []
    /// Numbers that were already taken.
    package internal(set) var keyConflicts: [KeyConflict] = []
    /// How long the log is now, or 0 when nothing was written.
    package internal(set) var logSize: Int64 = 0
    /// How many transactions held the log.
    package internal(set) var writes = 0
    /// The longest that a transaction held the log before its commit.
    package internal(set) var longestWrite: Duration = .zero

    /// How many items had this fate; rejections count together.
    package func count(_ matches: (Fate) -> Bool) -> Int {
        fates.reduce(0) { $0 + (matches($1) ? 1 : 0) }
    }
}
