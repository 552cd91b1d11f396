/// One value that is looked for.
struct ForeignLeaf {
    /// What is looked for.
    enum Value {
        /// A word, its signs of truncation replaced.
        case word([Expression.Piece])
        /// Words side by side.
        case phrase(String)
        /// From one value to another, either of them open.
        case interval(String?, String?)
    }

    var value: Value
    /// The field it was given; nil for none.
    var field: ForeignField?
    var relation = ForeignRelation.equal
    let range: SourceRange
}
