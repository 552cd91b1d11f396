/// The place of a long text in its entry.
package struct TextSlot: Sendable, Hashable, Comparable {
    /// Which part, such as `description`.
    package let part: String
    /// Its language as a BCP 47 tag, or empty when unknown.
    package let language: String

    /// Names a place.
    package init(part: String, language: String) {
        self.part = part
        self.language = language
    }

    /// By part, then by language.
    package static func < (left: TextSlot, right: TextSlot) -> Bool {
        (left.part, left.language) < (right.part, right.language)
    }
}
