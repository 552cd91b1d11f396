/// An operator between two parts.
enum ForeignJoiner: Equatable {
    case and, or, xor, not
    /// Near each other; what the sign says besides has no counterpart where a matter comes with it.
    case near(Expression.Nearness, Translation.Remark.Matter? = nil)
    /// Anywhere in the same field.
    case sameField
    /// Several sentences or paragraphs apart, which is no more than AND here.
    case farApart
}

extension ForeignSyntax {
    /// The operator that a word is; nil for one that is none.
    func joiner(_ word: String) -> ForeignJoiner? {
        let upper = word.uppercased()
        switch upper {
        // The Lens reads operators in capitals only.
        case "AND", "&&", "&": return self == .lens && word != upper ? nil : .and
        case "OR", "||", "|": return self == .lens && word != upper ? nil : .or
        case "NOT", "ANDNOT": return self == .lens && word != upper ? nil : .not
        case "XOR": return self == .lens || isContextual ? nil : .xor
        default: break
        }
        switch self {
        case .espacenet, .cql: return upper.hasPrefix("PROX") ? Self.proximity(upper) : nil
        case .lens: return nil
        case .patentscope:
            return Self.numbered(upper, "NEAR", or: 5).map { .near(.within($0)) }
                ?? Self.numbered(upper, "BEFORE", or: 5).map { .near(.after($0)) }
        case .ppubs: return Self.examiner(upper)
        case .pss: return Self.national(upper)
        }
    }

    /// Whether it is of the family of CQL, in which all operators bind alike, from left to right.
    var isContextual: Bool { self == .espacenet || self == .cql }

    /// How closely an operator binds.
    func binding(_ joiner: ForeignJoiner) -> Int {
        if isContextual { return 1 }
        switch joiner {
        case .or: return 1
        case .xor: return self == .ppubs ? 1 : 2
        case .and, .not: return 3
        case .sameField, .farApart: return 4
        case .near(.sameParagraph, _): return 4
        case .near(.sameSentence, _): return self == .ppubs ? 5 : 4
        case .near: return self == .ppubs ? 6 : 4
        }
    }

    /// What words side by side mean.
    var implied: ForeignJoiner { self == .ppubs ? .or : .and }

    // MARK: Names of operators

    /// `ADJ`, `NEAR3`, `WITH`, `SAME2`.
    private static func examiner(_ word: String) -> ForeignJoiner? {
        if let count = numbered(word, "ADJ", or: 1) { return .near(.after(count), .crossesSentences) }
        if let count = numbered(word, "NEAR", or: 1) { return .near(.within(count), .crossesSentences) }
        if let count = numbered(word, "WITH", or: 1) {
            return count == 1 ? .near(.sameSentence) : .near(.sameParagraph, .farApart(word))
        }
        if let count = numbered(word, "SAME", or: 1) { return count == 1 ? .near(.sameParagraph) : .farApart }
        return nil
    }

    /// `W`, `3D`, `=2W`, `S`, `P`, `F`, and the operators of this language.
    private static func national(_ word: String) -> ForeignJoiner? {
        switch word {
        case "S", "WITH": return .near(.sameSentence)
        case "P", "SAME": return .near(.sameParagraph)
        case "F": return .sameField
        default: break
        }
        if let count = numbered(word, "ADJ", or: 1) { return .near(.after(count)) }
        if let count = numbered(word, "NEAR", or: 5) { return .near(.within(count)) }
        guard let letter = word.last, letter == "W" || letter == "D" else {
            return (word.last == "S" || word.last == "P") && Int(word.dropLast()) != nil ? .farApart : nil
        }
        let isExact = word.first == "="
        let digits = word.dropLast().drop { $0 == "=" }
        guard let between = digits.isEmpty ? 0 : Int(digits), (0..<10_000).contains(between) else { return nil }
        // There n words may stand between, here the distance is counted: next to each other is 1.
        let matter: Translation.Remark.Matter? = isExact && between > 0 ? .exactDistance(word) : nil
        return .near(letter == "W" ? .after(between + 1) : .within(between + 1), matter)
    }

    /// `PROX/DISTANCE<3/UNIT=SENTENCE/ORDERED`.
    ///
    /// **Source** CQL 1.2, boolean modifiers of prox: without a unit words are meant, without a distance next to each
    /// other.
    private static func proximity(_ word: String) -> ForeignJoiner? {
        let parts = word.split(separator: "/").dropFirst()
        guard word == "PROX" || word.hasPrefix("PROX/") else { return nil }
        var distance: Int?
        var matter: Translation.Remark.Matter?
        var unit = "WORD"
        var isOrdered = false
        for part in parts {
            if part == "ORDERED" { isOrdered = true }
            if part.hasPrefix("UNIT=") { unit = String(part.dropFirst(5)) }
            guard part.hasPrefix("DISTANCE") else { continue }
            let sign = part.dropFirst(8).prefix { "<>=".contains($0) }
            let digits = part.dropFirst(8 + sign.count)
            let isNumber = digits.utf8.count <= 9 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
            // Farther than something is no nearness.
            guard !sign.hasPrefix(">"), isNumber, let count = Int(digits) else { return .farApart }
            distance = sign == "<" ? count - 1 : count
            if sign == "=" && count > 1 { matter = .exactDistance(word.lowercased()) }
        }
        switch unit {
        case "SENTENCE":
            return (distance ?? 0) <= 1 ? .near(.sameSentence) : .near(.sameParagraph, .farApart(word.lowercased()))
        case "PARAGRAPH": return (distance ?? 0) <= 1 ? .near(.sameParagraph) : .farApart
        case "ELEMENT": return .sameField
        case "WORD":
            // Ordered and no distance is said: anywhere behind it, which only a great distance comes near.
            let count = min(10_000, max(1, distance ?? (isOrdered ? 10_000 : 1)))
            return .near(isOrdered ? .after(count) : .within(count), matter)
        default: return .farApart
        }
    }

    /// The number behind a name, or another where there is none; nil for another word.
    private static func numbered(_ word: String, _ name: String, or other: Int) -> Int? {
        guard word.hasPrefix(name) else { return nil }
        let digits = word.dropFirst(name.count).drop { $0 == "/" }
        if digits.isEmpty { return word == name ? other : nil }
        guard digits.allSatisfy(\.isASCII), let count = Int(digits), (1...10_000).contains(count) else { return nil }
        return count
    }
}
