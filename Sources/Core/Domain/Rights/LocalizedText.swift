/// A text with the language it is written in.
package struct LocalizedText: Codable, Hashable, Sendable {
    /// Two letters of ISO 639-1; nil where neither the file nor its format says.
    package var lang: String?
    /// Collapsed white space; paragraphs are separated by one line feed where the source marks them.
    package var text: String

    package init(lang: String? = nil, text: String) {
        self.lang = lang
        self.text = text
    }
}
