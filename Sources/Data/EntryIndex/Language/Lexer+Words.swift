extension Lexer {
    /// Takes a field name with its sign, an operator or a word.
    mutating func word() throws(QueryFailure) {
        let start = index
        if let name = fieldName() {
            append(.field(name), from: start)
            return
        }
        repeat { index += 1 } while peek()?.isWordCharacter == true && !startsFrequency()
        let characters = source.folded[start..<index]
        if characters.contains(where: \.isTruncation) {
            append(try truncated(characters), from: start)
            return
        }
        let text = source.text(start, index)
        guard characters.contains(where: \.isSearchable) else {
            if text == "|" || text == "||" { throw failure(.bar, start, index, replacement: "OR") }
            ignore(from: start)
            return
        }
        append(try joiner(text, from: start).map(Token.Kind.joiner) ?? .word(text), from: start)
    }

    /// Takes the longest field name that begins here and has a sign after it, and the sign where it is `=` or `:`.
    private mutating func fieldName() -> FieldName? {
        guard let first = peek()?.asInNames, let entries = FieldName.byFirst[first] else { return nil }
        for entry in entries {
            guard var end = matchEnd(of: entry) else { continue }
            while end < source.folded.count, source.folded[end] == " " { end += 1 }
            guard end < source.folded.count else { continue }
            switch source.folded[end] {
            case "=", ":":
                index = end + 1
                while peek() == "=" { index += 1 }
                return entry.name
            case "<", ">", "≤", "≥":
                while source.folded[end - 1] == " " { end -= 1 }
                index = end
                return entry.name
            default: continue
            }
        }
        return nil
    }

    /// Where a name ends that begins here; blanks inside count only in names that have some.
    private func matchEnd(of entry: FieldName.Entry) -> Int? {
        var place = index
        for offset in entry.folded.indices {
            if entry.hasBlanks, offset > 0 {
                while place < source.folded.count, source.folded[place] == " " { place += 1 }
            }
            guard place < source.folded.count, source.folded[place].asInNames == entry.folded[offset] else {
                return nil
            }
            place += 1
        }
        return place
    }

    private func truncated(_ characters: ArraySlice<Unicode.Scalar>) throws(QueryFailure) -> Token.Kind {
        if characters.first == "#", characters.count > 1, characters.dropFirst().allSatisfy(\.isDigit) {
            return .set(Int(source.text(characters.startIndex + 1, characters.endIndex)) ?? .max)
        }
        guard characters.contains(where: \.isSearchable) else {
            return .signs(source.text(characters.startIndex, characters.endIndex))
        }
        var pieces: [Expression.Piece] = []
        var textStart = characters.startIndex
        for place in characters.indices where characters[place].isTruncation {
            if place > textStart { pieces.append(.text(source.text(textStart, place))) }
            textStart = place + 1
            switch characters[place] {
            case "#": pieces.append(.one)
            case "?": pieces.append(.optional)
            default: if pieces.last != .any { pieces.append(.any) }
            }
        }
        if textStart < characters.endIndex { pieces.append(.text(source.text(textStart, characters.endIndex))) }
        return .pattern(pieces)
    }

    private func joiner(_ text: String, from start: Int) throws(QueryFailure) -> Token.Joiner? {
        guard let (name, distance, digits) = Token.Joiner.named(text) else { return nil }
        switch name {
        case "AND": return .and
        case "OR": return .or
        case "XOR": return .xor
        case "NOT": return .not
        case "WITH": return .near(.sameSentence)
        case "SAME": return .near(.sameParagraph)
        default: break
        }
        let limit = options.maximumDistance
        guard !digits.isEmpty else { return .near(name == "ADJ" ? .after(1) : .within(5)) }
        guard let distance, (1...limit).contains(distance) else {
            let nearest = distance.map { $0 < 1 ? 1 : limit } ?? limit
            throw failure(.distance(limit: limit), start, index, replacement: "\(name)\(nearest)")
        }
        return .near(name == "ADJ" ? .after(distance) : .within(distance))
    }
}

extension Unicode.Scalar {
    /// Whether it stands for other characters.
    var isTruncation: Bool {
        self == "+" || self == "*" || self == "#" || self == "?"
    }
}
