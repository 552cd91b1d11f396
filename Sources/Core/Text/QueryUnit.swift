/// What takes a place of its own in a query: a word, a number or a run of Han characters.
enum QueryUnit: Hashable {
    /// A word or number of one position; `isLetters` when it is a letters run, which has stems and joined forms.
    case word(TermPattern, isLetters: Bool)
    /// A word that stands in texts as that many joined parts.
    case joined([UInt8], parts: Int)
    /// Han characters of one run; nil is any one of them.
    case han([UInt32?])

    /// The positions that the unit takes.
    var width: Int {
        switch self {
        case .word: 1
        case .joined(_, let parts): parts
        case .han(let characters): characters.count
        }
    }

    /// The word itself, when this is a letters run without truncation.
    var plainWord: [UInt8]? {
        guard case .word(let pattern, isLetters: true) = self else { return nil }
        return pattern.onlyTerm
    }

    /// The pattern, when this is a letters run.
    var lettersPattern: TermPattern? {
        guard case .word(let pattern, isLetters: true) = self else { return nil }
        return pattern
    }
}
