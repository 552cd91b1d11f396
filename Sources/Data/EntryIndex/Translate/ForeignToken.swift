/// A piece of a query in the syntax of another system.
struct ForeignToken {
    /// The kinds of pieces.
    enum Kind {
        /// A word, with its signs of truncation replaced by those of this language.
        case word([Expression.Piece])
        /// Words in quotation marks, as typed.
        case phrase(String)
        /// A field's name with its sign: `title:`, `@pd`.
        case name(String)
        case relation(ForeignRelation)
        /// The fields behind what they hold: `.ti,ab.`.
        case suffix([String])
        case open, close
        /// `[a TO b]`.
        case interval(String?, String?)
        case joiner(ForeignJoiner)
        /// `+` and `-` before an operand.
        case must, mustNot
        /// `^3`.
        case boost(Double)
        /// `~5` after a phrase.
        case slop(Int)
        /// `~` after a word.
        case fuzzy
        /// Something that has no counterpart and stands for nothing: a regular expression, `L1`, a sorting.
        case lost(Translation.Remark.Matter)
    }

    let kind: Kind
    let range: SourceRange
}
