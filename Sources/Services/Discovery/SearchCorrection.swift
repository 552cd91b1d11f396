/// What a word of a query may have been meant to be.
package struct SearchCorrection: Sendable, Hashable {
    /// The word as typed, which no record has.
    package var word: String
    /// The word near it.
    package var replacement: String
    /// The whole query with it.
    package var query: String
    /// What that query finds, narrowed as the search was.
    package var count: RecordCount
}
