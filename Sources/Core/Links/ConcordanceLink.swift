/// The page that puts symbols of one scheme beside those of the others.
///
/// **Shape** `/concordance?s=SYMBOLS&from=SCHEME`, then `lang`; symbols one a line or with semicolons between them.
package struct ConcordanceLink: Sendable, Hashable {
    /// The symbols; empty for the form alone.
    package var text: String
    /// Their scheme; nil where it is to be found out.
    package var scheme: SchemeName?
    package var language: PageLanguage

    package init(_ text: String = "", from scheme: SchemeName? = nil, language: PageLanguage = .zh) {
        self.text = text.replacing("\r\n", with: "\n")
        self.scheme = scheme
        self.language = language
    }

    init(_ parameters: Parameters) {
        self.init(
            parameters["s"] ?? "",
            from: parameters["from"].flatMap(SchemeName.init(rawValue:)),
            language: parameters.language
        )
    }

    var parameters: Parameters {
        var result = Parameters()
        if !text.isEmpty { result.append("s", text) }
        if let scheme { result.append("from", scheme.rawValue) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }
}
