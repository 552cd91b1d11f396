import Query

/// A pattern beside the words that it means, found by regular expressions over the vocabulary of the tests.
struct NotedPattern {
    let pattern: Pattern
    let words: Set<[UInt8]>

    /// Makes a pattern of a notation: `*` any number, `#` one, `?` none or one, `+` at most two characters.
    init(_ notation: String, vocabulary: [String]) throws {
        var elements: [Pattern.Element] = []
        var expression = ""
        for character in notation {
            switch character {
            case "*":
                elements.append(.any(maximum: nil))
                expression += ".*"
            case "+":
                elements.append(.any(maximum: 2))
                expression += ".{0,2}"
            case "#":
                elements.append(.one)
                expression += "."
            case "?":
                elements.append(.optional)
                expression += ".?"
            default:
                elements.append(.bytes(Array(String(character).utf8)))
                expression += String(character)
            }
        }
        pattern = Pattern(elements)
        let regex = try Regex(expression).matchingSemantics(.unicodeScalar)
        words = Set(vocabulary.filter { $0.wholeMatch(of: regex) != nil }.map { Array($0.utf8) })
    }
}
