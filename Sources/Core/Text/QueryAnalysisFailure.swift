/// Why a text is no word or phrase; ranges are bytes of the text's UTF-8.
public enum QueryAnalysisFailure: Error, Equatable, CustomStringConvertible {
    /// There is no letter, digit or Han character in it.
    case empty
    /// A truncation sign stands by itself.
    case loneWildcard(Range<Int>)
    /// More than one `#` stands before a Han word; one is the most that an index of pairs can tell.
    case wildcardsBeforeHan(Range<Int>)

    /// The reason with its cure.
    public var description: String {
        switch self {
        case .empty: "nothing to search for: give at least one letter, digit or Han character"
        case .loneWildcard: "a truncation sign needs a word that it truncates"
        case .wildcardsBeforeHan: "at most one # can stand before a Han word"
        }
    }
}
