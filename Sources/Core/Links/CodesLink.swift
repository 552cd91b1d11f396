/// The page of the codes: kinds of documents, countries, legal events and states.
///
/// **Shape** `/codes?q=WORDS`, then `lang`.
package struct CodesLink: Sendable, Hashable {
    /// What codes and their meanings have to hold; empty for all.
    package var words: String
    package var language: PageLanguage

    package init(_ words: String = "", language: PageLanguage = .zh) {
        self.words = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.language = language
    }

    init(_ parameters: Parameters) {
        self.init(parameters["q"] ?? "", language: parameters.language)
    }

    var parameters: Parameters {
        var result = Parameters()
        if !words.isEmpty { result.append("q", words) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }
}
