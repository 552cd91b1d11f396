/// A page with one field for a text of several lines: queries of a history, or numbers to look for.
///
/// **Shape** the text under the page's own name (`/history?h=TEXT`, `/numbers?n=TEXT`), then `lang`. A text too long for an
/// address is sent as a form.
package struct PastedText: Sendable, Hashable {
    /// The text, its lines ended by line feeds; empty for the form alone.
    package var text: String
    package var language: PageLanguage

    package init(_ text: String = "", language: PageLanguage = .zh) {
        self.text = text.replacing("\r\n", with: "\n")
        self.language = language
    }

    init(_ parameters: Parameters, named name: String) {
        self.init(parameters[name] ?? "", language: parameters.language)
    }

    func parameters(named name: String) -> Parameters {
        var result = Parameters()
        if !text.isEmpty { result.append(name, text) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }
}
