/// The page that finds what is like a text or a record: it makes a query of the most telling words.
///
/// **Shape** `/like?q=TEXT`, or `/like?record=REGISTER/NUMBER`, then `lang`. A text too long for an address is sent as a form.
package struct LikeLink: Sendable, Hashable {
    /// The text, as a description or a claim; empty for the form alone.
    package var text: String
    /// The id of a record in the place of a text.
    package var record: String?
    package var language: PageLanguage

    package init(_ text: String = "", record: String? = nil, language: PageLanguage = .zh) {
        self.text = text.replacing("\r\n", with: "\n")
        self.record = record
        self.language = language
    }

    init(_ parameters: Parameters) {
        self.init(
            parameters["q"] ?? "",
            record: parameters["record"],
            language: parameters.language
        )
    }

    var parameters: Parameters {
        var result = Parameters()
        if !text.isEmpty { result.append("q", text) }
        if let record { result.append("record", record) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }
}
