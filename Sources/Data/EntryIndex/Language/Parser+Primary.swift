extension Parser {
    /// Reads a word, value, bracket or field with the weights and frequencies after it.
    mutating func modified(in scope: FieldName?) throws(QueryFailure) -> Part {
        try modifiers(after: try primary(in: scope))
    }

    private mutating func modifiers(after part: Part) throws(QueryFailure) -> Part {
        var part = part
        while let token = current {
            let range = part.expression.range.through(token.range)
            switch token.kind {
            case .weight(let factor):
                part = Part(
                    .weighted(part.expression, by: factor),
                    at: range,
                    obstacle: .modifier,
                    depth: part.depth + 1
                )
            case .frequency(let comparison, let count):
                guard let operand = part.operand else {
                    throw failure(.frequencyOperand, at: token.range, replacement: "")
                }
                let frequency = Expression.Frequency(operand, comparison, count)
                part = Part(.frequency(frequency, part.field), at: range, obstacle: .modifier, depth: part.depth + 1)
            default: return part
            }
            cursor += 1
            try checkDepth(part.depth, at: token.range)
        }
        return part
    }

    private mutating func primary(in scope: FieldName?) throws(QueryFailure) -> Part {
        guard let token = current else {
            throw QueryFailure(.nothingToSearch, at: SourceRange(position: source.scalars.count, length: 0))
        }
        switch token.kind {
        case .word, .pattern, .signs, .quoted: return try value(in: scope)
        case .set(let number): return try set(number, token)
        case .field(let name): return try field(name, token)
        case .open(.round): return try group(in: scope)
        case .open(.square):
            if let part = try bracketedRange(in: scope) { return part }
            return try group(in: scope)
        case .comparison(let comparison): return try compared(comparison, in: scope)
        case .colon: return try rangeWithoutBeginning(in: scope)
        case .joiner: throw failure(.missingLeft(source.typed(token.range)), at: token.range, replacement: "")
        case .equals, .close, .separator, .frequency, .weight:
            throw failure(.straySign(source.typed(token.range)), at: token.range, replacement: "")
        }
    }

    /// Reads what stands between two brackets.
    private mutating func group(in scope: FieldName?) throws(QueryFailure) -> Part {
        guard let opening = current, case .open(let family) = opening.kind else {
            throw QueryFailure(.nothingToSearch, at: SourceRange(position: 0, length: 0))
        }
        try checkDepth(openBrackets + 1, at: opening.range)
        let closer = family == .round ? ")" : "]"
        switch ahead(1)?.kind {
        case nil: throw failure(.unclosedBracket, at: opening.range, replacement: "")
        case .close?:
            let both = opening.range.through(ahead(1)?.range ?? opening.range)
            throw failure(.emptyBrackets, at: both, replacement: "")
        default: break
        }
        cursor += 1
        openBrackets += 1
        let part = try sequence(in: scope)
        try checkDepth(part.depth, at: part.expression.range)
        guard let closing = current, case .close(let found) = closing.kind else {
            let end = SourceRange(position: source.scalars.count, length: 0)
            throw failure(.unclosedBracket, at: opening.range, replacing: end, with: closer)
        }
        guard found == family else { throw failure(.unopenedBracket, at: closing.range, replacement: closer) }
        cursor += 1
        openBrackets -= 1
        return part.enclosed(in: opening.range.through(closing.range))
    }

    // MARK: Fields

    /// Reads what a field has to hold: a bracket, a comparison, a range, or words up to the next operator.
    private mutating func field(_ name: FieldName, _ token: Token) throws(QueryFailure) -> Part {
        cursor += 1
        let part: Part
        switch current?.kind {
        case .open(.round): part = try group(in: name)
        case .open(.square):
            if let range = try bracketedRange(in: name) { part = range } else { part = try group(in: name) }
        case .comparison(let comparison): part = try compared(comparison, in: name)
        case .word, .pattern, .signs, .quoted, .colon: part = try run(in: name)
        case .joiner(.not):
            let typed = source.typed(token.range)
            let end = ahead(1).map { $0.range.position } ?? source.scalars.count
            let both = SourceRange(position: token.range.position, length: end - token.range.position)
            throw failure(.missingValue(Self.bare(typed)), at: token.range, replacing: both, with: "NOT " + typed)
        default: throw missingValue(token)
        }
        return part.enclosed(in: token.range.through(part.expression.range))
    }

    /// A field with nothing behind it; an operator that ends the query there may have been meant as a word.
    private func missingValue(_ token: Token) -> QueryFailure {
        let typed = Self.bare(source.typed(token.range))
        if let word = current, case .joiner = word.kind, ahead(1) == nil {
            let quoted = "\"\(source.typed(word.range))\""
            return failure(.missingValue(typed), at: token.range, replacing: word.range, with: quoted)
        }
        let touchesNext = current?.followsBlank == false
        return failure(.missingValue(typed), at: token.range, replacement: typed + (touchesNext ? "=* " : "=*"))
    }

    /// Reads the words side by side that a field holds, all of which have to be there.
    private mutating func run(in name: FieldName) throws(QueryFailure) -> Part {
        var parts: [Part] = []
        reading: while let token = current {
            switch token.kind {
            case .word, .pattern, .signs, .quoted: parts.append(try modifiers(after: try value(in: name)))
            case .colon: parts.append(try rangeWithoutBeginning(in: name))
            case .separator where continuesName(after: token, in: name): cursor += 1
            default: break reading
            }
        }
        guard parts.count != 1 else { return parts[0] }
        return Part.joined(parts, .andGroup, Expression.all)
    }

    /// Whether a comma in a name field stands before the legal form of a company and so separates nothing.
    func continuesName(after token: Token, in scope: FieldName?) -> Bool {
        guard case .separator(isComma: true) = token.kind, scope?.fields.first?.kind == .name,
            let place = tokens[cursor...].firstIndex(where: { $0.range.position > token.range.position }),
            case .word(let word) = tokens[place].kind
        else { return false }
        return Self.legalForms.contains(word.lowercased().filter(\.isLetter))
    }

    /// Ends of company names that follow a comma.
    private static let legalForms: Set<String> = [
        "ltd", "limited", "inc", "incorporated", "llc", "llp", "lp", "corp", "corporation", "co", "company", "gmbh",
        "ag",
        "kg", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab", "as", "oy", "plc", "pte", "pty", "kk",
    ]

    /// A field name without its sign.
    static func bare(_ name: String) -> String {
        var scalars = Array(name.unicodeScalars)
        while let last = scalars.last, last.isBlank || last == "=" || last == ":" || last == "＝" || last == "：" {
            scalars.removeLast()
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// A word that has a field's sign behind it, but is none.
    func unknownField(_ name: String, _ token: Token) -> QueryFailure {
        var isCompared = false
        if case .comparison? = ahead(1)?.kind { isCompared = true }
        if let nearest = FieldName.nearest(to: name, isCompared: isCompared) {
            return failure(.unknownField(name), at: token.range, replacement: nearest)
        }
        var end = min(cursor + 2, tokens.count)
        if let value = ahead(2), value.isWordOrPattern { end += 1 }
        while let next = ahead(end - cursor), !next.followsBlank, !next.isBracket { end += 1 }
        let whole = token.range.through(tokens[end - 1].range)
        let typed = source.typed(whole).filter { $0 != "\"" }
        return failure(.unknownField(name), at: token.range, replacing: whole, with: "\"\(typed)\"")
    }
}

extension Token {
    fileprivate var isBracket: Bool {
        switch kind {
        case .open, .close: true
        default: false
        }
    }
}
