/// Words that go with a query, and its words in the other language: `/related.json`.
package struct RelatedDocument: Codable, Hashable, Sendable {
    /// The query as it was typed.
    package var query: String
    /// What it finds.
    package var count: CountDocument
    /// Hits whose titles and abstracts were read for candidates.
    package var read: Int
    /// The log sequence that the answer is of.
    package var snapshot: UInt64
    /// Words that its records have more often than others, the surest first; `score` is the log-likelihood ratio.
    package var words: [WordDocument]
    /// Words of the other language; `score` is the Dice coefficient, 0...1.
    package var translations: [WordDocument]
    /// The language of the translations: `en` for a query with Han characters, else `zh`.
    package var language: String
    /// Records of the query with titles or abstracts in both languages, from which translations are learned.
    package var bilingual: Int

    package init(
        query: String,
        count: CountDocument,
        read: Int,
        snapshot: UInt64,
        words: [WordDocument],
        translations: [WordDocument],
        language: String,
        bilingual: Int
    ) {
        self.query = query
        self.count = count
        self.read = read
        self.snapshot = snapshot
        self.words = words
        self.translations = translations
        self.language = language
        self.bilingual = bilingual
    }

    /// One of them.
    package struct WordDocument: Codable, Hashable, Sendable {
        package var text: String
        /// Records of the query that have it.
        package var both: CountDocument
        /// All records that have it.
        package var all: CountDocument
        package var score: Double
        /// The query with the word as one more alternative.
        package var or: String
        /// The query with the word as one more condition.
        package var and: String

        package init(
            text: String,
            both: CountDocument,
            all: CountDocument,
            score: Double,
            or: String,
            and: String
        ) {
            self.text = text
            self.both = both
            self.all = all
            self.score = score
            self.or = or
            self.and = and
        }
    }
}
