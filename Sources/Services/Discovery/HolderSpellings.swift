package import Domain

/// The names under which one holder may stand in the records.
package struct HolderSpellings: Sendable {
    /// A name as some records print it.
    package struct Spelling: Sendable, Hashable {
        package var name: String
        package var count: RecordCount
        /// Why it may be the same holder; nil for a name that only holds the words.
        package var likeness: HolderName.Likeness?
        /// First and last year of an application; nil where none is dated.
        package var years: ClosedRange<Int>?
        /// Codes of the places of most of its records, two at most; other holders of these records are among them.
        package var places: [String]
    }

    /// The spellings that may be one holder's, the surest first; the name itself among them where a record has it.
    package var proposed: [Spelling]
    /// Other names that hold its words, those of most records first.
    package var others: [Spelling]
    /// How many more names hold its words than were looked at.
    package var unread: Int
    /// The log sequence that the answer is of.
    package var sequence: UInt64
}
