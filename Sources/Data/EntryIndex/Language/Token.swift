/// One piece of a query.
struct Token: Sendable {
    /// What it is.
    enum Kind: Sendable {
        /// A word without truncation signs.
        case word(String)
        /// A word with truncation signs and at least one character that can be searched for.
        case pattern([Expression.Piece])
        /// `#1`: a set of the history.
        case set(Int)
        /// Nothing but truncation signs.
        case signs(String)
        /// What stood in quotes.
        case quoted(String)
        /// A word that is an operator unless it stands where none can.
        case joiner(Joiner)
        /// A field name with `=` or `:` after it, or before a comparison.
        case field(FieldName)
        case comparison(Expression.Comparison)
        case equals
        case colon
        case open(Bracket)
        case close(Bracket)
        /// A comma or semicolon inside brackets.
        case separator(isComma: Bool)
        /// `/FREC>3`.
        case frequency(Expression.Comparison, Int)
        /// `^3`.
        case weight(Double)
    }

    /// The operators.
    enum Joiner: Equatable, Sendable {
        case and, or, xor, not
        case near(Expression.Nearness)
    }

    /// The families of brackets.
    enum Bracket: Sendable {
        case round, square
    }

    let kind: Kind
    let range: SourceRange
    /// Whether a blank or the beginning stands before it.
    let followsBlank: Bool
}

extension Token.Joiner {
    var isProximity: Bool {
        if case .near = self { true } else { false }
    }

    /// The operator that a word names in any case, with its distance and the digits of that.
    ///
    /// - Returns: nil when the word is no operator; a nil distance with digits when it is beyond all bounds.
    static func named(_ word: String) -> (name: String, distance: Int?, digits: String)? {
        guard word.utf8.count <= 24, let first = word.utf8.first, first < 0x80 else { return nil }
        let upper = word.uppercased()
        switch upper {
        case "AND", "OR", "XOR", "NOT", "WITH", "SAME", "ADJ", "NEAR": return (upper, nil, "")
        default: break
        }
        for name in ["ADJ", "NEAR"] where upper.hasPrefix(name) {
            var digits = upper.dropFirst(name.count)
            if digits.first == "/" { digits = digits.dropFirst() }
            guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            return (name, Int(digits), String(digits))
        }
        return nil
    }
}
