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
        /// What the published table says of it; nil where it says nothing.
        package var standing: Standing?
    }

    /// What the published table says of a name.
    package enum Standing: Sendable, Hashable {
        /// It is the name under which the holder stands.
        case holder
        /// It stands under the holder by this line.
        case spelling(AliasEntry)
        /// This line tells it from the holder, or from a surer spelling.
        case different(AliasEntry)
    }

    /// The spellings that may be one holder's, the surest first; the name itself among them where a record has it.
    package var proposed: [Spelling]
    /// Other names that hold its words, those of most records first.
    package var others: [Spelling]
    /// The name that what is proposed of other names is about: as the table has the holder, else the surest; nil for none.
    package var reference: String?
    /// How many more names hold its words than were looked at.
    package var unread: Int
    /// The log sequence that the answer is of.
    package var sequence: UInt64
}
