package import Links

/// The words that go with a query.
package struct RelatedPage: Sendable {
    package var link: RelatedLink
    /// What was found; nil for the form alone.
    package var result: Result?

    package init(link: RelatedLink, result: Result? = nil) {
        self.link = link
        self.result = result
    }

    /// The words, and what they were counted over.
    package struct Result: Sendable {
        package var total: Tally
        package var read: Int
        package var words: [Word]
        package var translations: [Word]
        /// Whether the translations are English.
        package var isToEnglish: Bool
        package var bilingual: Int

        package init(
            total: Tally,
            read: Int,
            words: [Word],
            translations: [Word],
            isToEnglish: Bool,
            bilingual: Int
        ) {
            self.total = total
            self.read = read
            self.words = words
            self.translations = translations
            self.isToEnglish = isToEnglish
            self.bilingual = bilingual
        }
    }

    /// A word with the searches that it makes.
    package struct Word: Sendable {
        package var text: String
        package var both: Tally
        package var all: Tally
        package var score: Double
        /// The query or the word, and both of them.
        package var alternative: SearchState
        package var condition: SearchState

        package init(
            text: String,
            both: Tally,
            all: Tally,
            score: Double,
            alternative: SearchState,
            condition: SearchState
        ) {
            self.text = text
            self.both = both
            self.all = all
            self.score = score
            self.alternative = alternative
            self.condition = condition
        }
    }
}
