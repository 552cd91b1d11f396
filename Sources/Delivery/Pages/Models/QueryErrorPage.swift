package import Links

/// A query that cannot be read: where, why, and what to write instead.
package struct QueryErrorPage: Sendable {
    package var state: SearchState
    /// What is wrong, in the language of the page.
    package var message: String
    /// The first character that is wrong, counted from 0 in characters of the query.
    package var position: Int
    /// How many characters are wrong; 0 marks a place between two.
    package var length: Int
    /// A query that can be read.
    package var suggestion: String?
    /// Where the query is translated, if it looks like one of another system.
    package var translation: TranslationLink?

    package init(
        state: SearchState,
        message: String,
        position: Int,
        length: Int,
        suggestion: String? = nil,
        translation: TranslationLink? = nil
    ) {
        self.state = state
        self.message = message
        self.position = position
        self.length = length
        self.suggestion = suggestion
        self.translation = translation
    }
}
