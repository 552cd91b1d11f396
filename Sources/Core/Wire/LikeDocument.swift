/// What is like a text or a record, as a query: `/like.json`.
package struct LikeDocument: Codable, Hashable, Sendable {
    /// The most telling words, the first one most; empty where no record has any.
    package var words: [String]
    /// The query; left out where there are no words.
    package var query: String?
    /// The address of what the query finds; left out where there are no words.
    package var search: String?

    package init(words: [String], query: String?, search: String?) {
        self.words = words
        self.query = query
        self.search = search
    }
}
