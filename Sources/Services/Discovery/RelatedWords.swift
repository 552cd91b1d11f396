package import EntryIndex

/// Words that the records of a query have more often than others.
package struct RelatedWords: Sendable {
    /// A word or phrase.
    package struct Word: Sendable {
        package var text: String
        /// Records and samples of the query that have it.
        package var both: RecordCount
        /// All records and samples that have it.
        package var all: RecordCount
        /// The log-likelihood ratio of a related word, the Dice coefficient of one in the other language.
        package var score: Double
        /// The query with the word as one more alternative, and with the word as one more condition.
        package var alternative: Expression
        package var condition: Expression
    }

    /// The query as it was understood.
    package var parsed: ParsedQuery
    /// What the query finds.
    package var total: RecordCount
    /// Hits whose texts were read for candidates.
    package var read: Int
    /// The words that go with it most surely, those first.
    package var words: [Word]
    /// The other language's words that stand in the same records, the likeliest translations first.
    package var translations: [Word]
    /// Whether the translations are English; they are Chinese for a query without Han characters.
    package var isToEnglish: Bool
    /// Records with texts in both languages that the query finds.
    package var bilingual: Int
    /// The log sequence that the answer is of.
    package var sequence: UInt64
}
