/// The page that looks for many numbers at once.
///
/// **Shape** `/numbers?n=TEXT`, then `lang`. A list too long for an address is sent as a form.
package struct NumbersLink: Sendable, Hashable {
    /// The numbers; empty for the form alone.
    package var text: String
    package var language: PageLanguage

    package init(_ text: String = "", language: PageLanguage = .zh) {
        self.text = text.replacing("\r\n", with: "\n")
        self.language = language
    }

    init(_ parameters: Parameters) {
        self.init(
            parameters["n"] ?? "",
            language: parameters.language
        )
    }

    var parameters: Parameters {
        var result = Parameters()
        if !text.isEmpty { result.append("n", text) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }
}
