package import Domain

/// Something that a reader of the answer should know about the query, which is none the less answered.
package struct QueryNote: Hashable, Sendable {
    /// The kinds of notes.
    package enum Matter: Hashable, Sendable {
        /// A number's check digit is not the one its other digits ask for; the record is found all the same.
        case wrongCheckDigit(number: String, expected: String)
        /// Signs that nothing can be searched for; they were left out.
        case ignored(String)
    }

    /// What it is about.
    package let matter: Matter
    /// The characters it is about.
    package let range: SourceRange

    /// Makes a note.
    package init(_ matter: Matter, at range: SourceRange) {
        self.matter = matter
        self.range = range
    }

    /// The note in both languages.
    package var message: Bilingual {
        switch matter {
        case .wrongCheckDigit(let number, let expected):
            Bilingual(
                "“\(number)”的校验位不对，应为 \(expected)；仍按此号检索",
                "The check digit of “\(number)” should be \(expected); it was searched for all the same."
            )
        case .ignored(let text):
            Bilingual("“\(text)”没有可检索的文字，已略去", "“\(text)” holds nothing to search for and was left out.")
        }
    }
}
