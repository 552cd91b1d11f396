extension Expression {
    /// What is looked for in texts, names and codes.
    ///
    /// Characters are as typed, but for full-width forms of ASCII, which are narrow, and zero-width characters, which
    /// are gone. All other folding is left to the analysis of texts.
    package enum Term: Hashable, Sendable {
        /// One word without quotes; a Latin word finds its other forms too. Runs of several kinds stand together
        /// (`LED灯`, `Wi-Fi`, `0.5`).
        case word(String)
        /// Words in quotes: side by side, in these forms only.
        case phrase(String)
        /// A word with truncation signs; holds at least one piece of text, and never two pieces of text or two
        /// `any` side by side.
        case pattern([Piece])
    }

    /// A part of a truncated word.
    package enum Piece: Hashable, Sendable {
        /// These characters.
        case text(String)
        /// `+` and `*`: any number of characters, none too.
        case any
        /// `#`: exactly one character.
        case one
        /// `?`: none or one character.
        case optional
    }
}

extension Expression.Term {
    /// A value or word that was chosen, not typed: a phrase where the language would take a sign or word of it for its own.
    package init(value: String) {
        let isPlain =
            QuerySource(value).folded.allSatisfy { $0.isWordCharacter && !$0.isTruncation }
            && Token.Joiner.named(value) == nil
        self = isPlain ? .word(value) : .phrase(value)
    }
}
