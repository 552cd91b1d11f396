/// The page of words that go with a query, and of its words in the other language.
///
/// **Shape** `/related?q=QUERY`, then `lang`.
package struct RelatedLink: Sendable, Hashable {
    /// The query; empty for the form alone.
    package var query: String
    package var language: PageLanguage

    package init(_ query: String = "", language: PageLanguage = .zh) {
        self.query = query
        self.language = language
    }

    init(_ parameters: Parameters) { self.init(parameters["q"] ?? "", language: parameters.language) }

    var parameters: Parameters {
        var result = Parameters()
        if !query.isEmpty { result.append("q", query) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }
}
