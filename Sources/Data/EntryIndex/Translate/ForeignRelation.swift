/// How a field's value is asked for.
enum ForeignRelation: Hashable {
    case equal, less, atMost, atLeast, greater, unequal
    /// Any of the words of a quotation.
    case any
    /// All words of a quotation, in any order.
    case all
    /// `within`: between the two values of a quotation.
    case within
}
