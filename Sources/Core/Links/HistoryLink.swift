/// The page of a history: queries that are counted, later ones using earlier ones by their numbers.
///
/// **Shape** `/history?h=TEXT`, a query a line, then `lang`.
package struct HistoryLink: Sendable, Hashable {
    /// The queries, one a line; empty for the form alone.
    package var text: String
    package var language: PageLanguage

    package init(_ text: String = "", language: PageLanguage = .zh) {
        self.text = text.replacing("\r\n", with: "\n")
        self.language = language
    }

    /// The history with one more query at its end.
    package func adding(_ query: String) -> HistoryLink {
        let lines = text.split(separator: "\n").map(String.init) + [query]
        return HistoryLink(lines.joined(separator: "\n"), language: language)
    }

    init(_ parameters: Parameters) {
        self.init(
            parameters["h"] ?? "",
            language: parameters.language
        )
    }

    var parameters: Parameters {
        var result = Parameters()
        if !text.isEmpty { result.append("h", text) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }
}
