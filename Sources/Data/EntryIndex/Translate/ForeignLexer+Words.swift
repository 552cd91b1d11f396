/// Words, names of fields and operators.
extension ForeignLexer {
    /// Takes a field's name together with its sign where the syntax writes it so.
    mutating func fielded() -> Bool {
        let start = index
        var place = index
        if syntax == .ppubs, peek() == "@" { place += 1 } else if !isLucene { return syntax == .pss && nationalField() }
        let first = place
        while place < source.folded.count, source.folded[place].isNameCharacter { place += 1 }
        let name = source.text(first, place)
        guard !name.isEmpty else { return false }
        if syntax == .ppubs {
            index = place
        } else {
            guard place < source.folded.count else { return false }
            let sign = source.folded[place]
            guard sign == ":" || (sign == "/" && syntax == .patentscope && syntax.field(name) != nil) else {
                return false
            }
            index = place + 1
        }
        append(.name(name), from: start)
        return true
    }

    /// Takes a Chinese or Latin name of this language's fields before a sign.
    private mutating func nationalField() -> Bool {
        guard let first = peek()?.asInNames, let entries = FieldName.byFirst[first] else { return false }
        let start = index
        for entry in entries {
            var place = index
            var offset = 0
            while offset < entry.folded.count, place < source.folded.count {
                if source.folded[place] == " ", entry.hasBlanks, offset > 0 {
                    place += 1
                    continue
                }
                guard source.folded[place].asInNames == entry.folded[offset] else { break }
                place += 1
                offset += 1
            }
            guard offset == entry.folded.count else { continue }
            while place < source.folded.count, source.folded[place] == " " { place += 1 }
            guard place < source.folded.count, "=<>≤≥:".unicodeScalars.contains(source.folded[place]) else { continue }
            index = place
            append(.name(entry.text), from: start)
            return true
        }
        return false
    }

    mutating func word() {
        let start = index
        var pieces: [Expression.Piece] = []
        var text = String.UnicodeScalarView()
        var raw = String.UnicodeScalarView()
        func flush() {
            if !text.isEmpty { pieces.append(.text(String(text))) }
            text = String.UnicodeScalarView()
        }
        while let scalar = peek(), !endsWord(scalar) || (index == start && scalar == "=") {
            if scalar == ".", index > start, syntax == .ppubs {
                let here = index
                if suffix() != nil {
                    index = here
                    break
                }
            }
            if scalar == "\\", isLucene, let escaped = peek(1) {
                text.append(escaped)
                index += 2
                continue
            }
            raw.append(scalar)
            index += 1
            guard let piece = syntax.truncation(scalar) else {
                text.append(scalar)
                continue
            }
            flush()
            pieces += limited(piece, after: scalar)
        }
        flush()
        let joined = String(raw)
        if index == start {
            index += 1
            return remark(.stray(source.text(start, index)), from: start)
        }
        if syntax.isContextual, let kind = contextual(joined, from: start) { return append(kind, from: start) }
        if let joiner = syntax.joiner(joined) { return append(.joiner(joiner), from: start) }
        if syntax == .ppubs, let first = raw.first, first.upperCased == "L" || first.upperCased == "S", raw.count > 1,
            raw.dropFirst().allSatisfy(\.isDigit)
        {
            return append(.lost(.historySet(joined)), from: start)
        }
        if syntax == .pss, raw.first == "#", raw.count > 1, raw.dropFirst().allSatisfy(\.isDigit) {
            return append(.lost(.historySet(joined)), from: start)
        }
        append(.word(Self.normal(pieces)), from: start)
    }

    /// Operators with their modifiers, and words that are relations before a quotation.
    private mutating func contextual(_ word: String, from start: Int) -> ForeignToken.Kind? {
        let lower = word.lowercased()
        if lower == "sortby" {
            index = source.folded.count
            return .lost(.sorting)
        }
        if let slash = lower.firstIndex(of: "/"), ["and", "or", "not", "prox"].contains(lower[..<slash]) {
            // The sign of a distance ends a word; the modifiers go on behind it.
            while let scalar = peek(), scalar != " ", scalar != "(", scalar != "\"" { index += 1 }
            let whole = source.text(start, index)
            let name = lower.hasPrefix("prox") ? whole : String(lower[..<slash])
            return syntax.joiner(name).map(ForeignToken.Kind.joiner)
        }
        let relation = lower.prefix { $0 != "/" }
        guard ["any", "all", "within", "exact", "adj"].contains(relation), let before = tokens.last,
            case .word = before.kind
        else { return nil }
        var place = index
        while place < source.folded.count, source.folded[place] == " " { place += 1 }
        let isKnown = syntax.field(source.typed(before.range)) != nil
        guard place < source.folded.count, source.folded[place] == "\"" || isKnown else { return nil }
        switch relation {
        case "any": return .relation(.any)
        case "all": return .relation(.all)
        case "within": return .relation(.within)
        default: return .relation(.equal)
        }
    }

    private func endsWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "(", ")", "[", "]", "{", "}", "\"", "「", "」", "『", "』", ",", ";", "^": return true
        case "~": return isLucene
        case "=", "<", ">", "≤", "≥": return !isLucene
        case ":": return !isLucene
        default: return scalar.isBreak
        }
    }

    /// `$3` stands for three characters at most.
    private mutating func limited(_ piece: Expression.Piece, after scalar: Unicode.Scalar) -> [Expression.Piece] {
        guard syntax == .ppubs, scalar == "$", let digit = peek(), digit.isDigit, digit != "0" else { return [piece] }
        index += 1
        return Array(repeating: .optional, count: Int(digit.value) - 0x30)
    }

    /// Without two signs for any number of characters side by side.
    static func normal(_ pieces: [Expression.Piece]) -> [Expression.Piece] {
        var result: [Expression.Piece] = []
        for piece in pieces where piece != .any || result.last != .any { result.append(piece) }
        return result
    }
}

extension Unicode.Scalar {
    /// Whether it can stand in the Latin name of a field.
    fileprivate var isNameCharacter: Bool {
        isDigit || self == "_" || self == "." || (0x41...0x5A).contains(upperCased.value)
    }
}
