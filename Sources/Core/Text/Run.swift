/// Characters that stand together, as indices into a folded text.
struct Run: Equatable {
    /// The first character.
    var lower: Int
    /// The character after the last one.
    var upper: Int

    var count: Int { upper - lower }
}
