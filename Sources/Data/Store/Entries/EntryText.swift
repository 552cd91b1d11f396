/// A long text of an entry, kept outside its content.
package struct EntryText: Sendable, Hashable {
    /// Which part, such as `description`.
    package let part: String
    /// Its language as a BCP 47 tag, or empty when unknown.
    package let language: String
    /// The text, without U+0000.
    package let text: String

    /// Describes a text.
    package init(part: String, language: String, text: String) {
        self.part = part
        self.language = language
        self.text = text
    }
}
