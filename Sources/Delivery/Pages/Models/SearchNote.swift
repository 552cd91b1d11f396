/// Something a reader must know about an answer.
package enum SearchNote: Sendable, Hashable {
    /// The check digit of a number is wrong; the record was found without it.
    case checkDigit(number: String, expected: String?)
    /// A pattern stands for more words than are looked up.
    case boundedPattern(pattern: String, limit: Int)
    /// The search ended at its deadline.
    case partial
    /// The data changed since the first page.
    case updated
    /// The page asked for lies past the numbered ones.
    case pastNumbered(last: Int)
    /// Anything else, in the language of the page.
    case other(String)
}
