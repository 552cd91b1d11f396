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

/// A unit with what the query's own writing says of it.
struct QueryPart {
    /// The unit in its plain reading.
    var unit: QueryUnit
    /// The lengths that gaps inside Han words may have, as further readings.
    var others: [QueryUnit] = []
    /// A hyphen, apostrophe or full stop joins it to the part before.
    var isJoined = false
    /// The words that its inner capitals show (`WiFi`: wi, fi); empty without any.
    var camelWords: [QueryUnit] = []
}

/// Truncation signs that stand together.
struct WildcardGap: Equatable {
    /// The most characters that an unlimited sign inside a word reaches over.
    static let innerReach = 10

    var minimum = 0
    var maximum = 0
    var isUnlimited = false

    /// Takes one more sign; false when it is none.
    mutating func add(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2B, 0x2A: isUnlimited = true
        case 0x23:
            minimum += 1
            maximum += 1
        case 0x3F: maximum += 1
        default: return false
        }
        return true
    }

    /// The most characters reached over inside a word.
    var innerMaximum: Int { isUnlimited ? max(minimum, Self.innerReach) : maximum }

    /// The gap as parts of a pattern.
    func elements(isInner: Bool) -> [TermPattern.Element] {
        var elements = [TermPattern.Element](repeating: .one, count: minimum)
        if isUnlimited, !isInner {
            elements.append(.any(maximum: nil))
        } else if innerMaximum > minimum {
            elements.append(.any(maximum: innerMaximum - minimum))
        }
        return elements
    }
}
