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

    /// By part, then by language, by their bytes as the database orders them.
    package static func < (left: TextSlot, right: TextSlot) -> Bool {
        left.part == right.part
            ? left.language.utf8.lexicographicallyPrecedes(right.language.utf8)
            : left.part.utf8.lexicographicallyPrecedes(right.part.utf8)
    }
}

extension EntryText {
    /// Its place.
    var slot: TextSlot { TextSlot(part: part, language: language) }
}
