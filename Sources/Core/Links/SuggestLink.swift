/// What may go on where somebody is typing in a search box, for scripts and browsers.
///
/// **Shape** `/suggest.json?q=TEXT`, then `format=opensearch` for the form that browsers read, then `lang`.
package struct SuggestLink: Sendable, Hashable {
    /// The whole text of the box.
    package var text: String
    /// Whether the answer is a list as OpenSearch has it.
    package var isOpenSearch: Bool
    package var language: PageLanguage

    package init(_ text: String = "", isOpenSearch: Bool = false, language: PageLanguage = .zh) {
        self.text = text
        self.isOpenSearch = isOpenSearch
        self.language = language
    }

    init(_ parameters: Parameters) {
        self.init(
            parameters["q"] ?? "",
            isOpenSearch: parameters["format"] == "opensearch",
            language: parameters.language
        )
    }

    var parameters: Parameters {
        var result = Parameters()
        if !text.isEmpty { result.append("q", text) }
        if isOpenSearch { result.append("format", "opensearch") }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }
}
