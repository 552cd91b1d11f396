/// The page that translates a query of another system: the text, and the system it is from.
///
/// **Shape** `/translate?q=TEXT&from=SYSTEM`, then `lang`.
package struct TranslationLink: Sendable, Hashable {
    /// The query of the other system, without blanks at its beginning; empty for the form alone.
    package var text: String
    /// The system, or nil where the page is to guess.
    package var system: SystemName?
    package var language: PageLanguage

    package init(_ text: String = "", from system: SystemName? = nil, language: PageLanguage = .zh) {
        self.text = String(text.drop { $0.isWhitespace })
        self.system = system
        self.language = language
    }

    /// A patent search system as it stands in a URL.
    package enum SystemName: String, Sendable, Hashable, CaseIterable {
        case espacenet, lens, patentscope, ppubs, pss, cql
    }

    init(_ parameters: Parameters) {
        self.init(
            parameters["q"] ?? "",
            from: parameters["from"].flatMap(SystemName.init(rawValue:)),
            language: parameters.language
        )
    }

    var parameters: Parameters {
        var result = Parameters()
        if !text.isEmpty { result.append("q", text) }
        if let system { result.append("from", system.rawValue) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }
}
