/// What may go on where somebody is typing in a search box: `/suggest.json`.
package struct SuggestDocument: Codable, Hashable, Sendable {
    /// The text of the box as it was sent.
    package var query: String
    package var suggestions: [SuggestionDocument]

    package init(query: String, suggestions: [SuggestionDocument]) {
        self.query = query
        self.suggestions = suggestions
    }

    /// One of them.
    package struct SuggestionDocument: Codable, Hashable, Sendable {
        /// `record`, `field`, `word`, `value` or `operator`.
        package var kind: String
        /// What is offered.
        package var text: String
        /// What it is, in the language asked for; left out for a word.
        package var meaning: String?
        /// The whole text of the box once it is chosen.
        package var query: String
        /// Records and samples that it finds by itself; left out where they were not counted.
        package var count: CountDocument?
        /// The id of the record that has the number.
        package var id: String?

        package init(
            kind: String,
            text: String,
            meaning: String?,
            query: String,
            count: CountDocument?,
            id: String?
        ) {
            self.kind = kind
            self.text = text
            self.meaning = meaning
            self.query = query
            self.count = count
            self.id = id
        }
    }
}
