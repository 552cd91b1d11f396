extension Parser {
    /// Reads a number, or several side by side of which any may be a record's.
    mutating func numbers(in field: Field) throws(QueryFailure) -> Part {
        var parts = [try number(in: field)]
        while isWhole(parts[parts.count - 1]), let next = current, next.isWhole { parts.append(try number(in: field)) }
        return parts.count == 1 ? parts[0] : Part.joined(parts, .noPlaces, Expression.any)
    }

    /// Reads one number, whose parts may stand apart: `ZL 2017 1 0601862.3`, `US 8930553 B2`.
    private mutating func number(in field: Field) throws(QueryFailure) -> Part {
        guard let token = current else { throw QueryFailure(.nothingToSearch, at: SourceRange(position: 0, length: 0)) }
        let count = joinedCount()
        let last = tokens[cursor + count - 1]
        let range = token.range.through(last.range)
        let text = String(
            tokens[cursor..<(cursor + count)].map(\.plainText).joined().filter { $0 != " " }
        )
        cursor += count
        try refuseRange(after: range)
        if case .pattern(let pieces) = last.kind {
            guard let reach = Expression.Number.Reach(pieces) else { throw failure(.truncationPlace, at: range) }
            guard NumberReader.hasNumberCharacters(text) else { throw failure(.malformedNumber(text), at: range) }
            return Part(.number(Expression.Number(text, reach: reach), field), at: range)
        }
        guard NumberReader.isPlausible(text) else {
            throw malformedNumber(text, range)
        }
        if field == .applicationNumber || field == .divisionalNumber, let expected = NumberReader.wrongCheckDigit(text)
        {
            note(.wrongCheckDigit(number: text, expected: expected), at: range)
        }
        return Part(.number(Expression.Number(text), field), at: range)
    }

    /// A refusal; a word after a number in one field was meant to stand alone.
    private func malformedNumber(_ text: String, _ range: SourceRange) -> QueryFailure {
        misplaced(.malformedNumber(text), at: range)
    }

    /// How many tokens from here on make one number.
    private func joinedCount() -> Int {
        guard case .word(let first)? = current?.kind else { return 1 }
        if NumberReader.isWhole(first) {
            guard case .word(let kind)? = ahead(1)?.kind, NumberReader.isKind(kind) else { return 1 }
            return NumberReader.readsStrictly(first + kind) ? 2 : 1
        }
        var text = first
        var best = 1
        for count in 2...6 {
            guard let next = ahead(count - 1), next.isWordOrPattern else { break }
            if next.isPattern { return best == 1 && next.startsWithDigit && !first.isEmpty ? count : best }
            text += next.plainText
            if NumberReader.readsStrictly(text) { best = count }
        }
        if best == 1, NumberReader.digitCount(first) == 0, let next = ahead(1), next.isWordOrPattern,
            next.startsWithDigit
        {
            return 2
        }
        return best
    }

    private func isWhole(_ part: Part) -> Bool {
        guard case .number(let number, _) = part.expression.kind else { return false }
        return number.reach == .whole && NumberReader.isWhole(number.text)
    }
}

extension Expression.Number.Reach {
    /// What truncation signs ask for; nil when they stand inside or count characters.
    init?(_ pieces: [Expression.Piece]) {
        switch (pieces.first, pieces.last, pieces.count) {
        case (.text, .any, 2): self = .beginning
        case (.any, .text, 2): self = .ending
        case (.any, .any, 3): self = .containing
        default: return nil
        }
    }
}

extension Token {
    /// Whether this is a word that is a whole number, not the field name or operator after one.
    var isWhole: Bool {
        if case .word(let text) = kind { NumberReader.isWhole(text) } else { false }
    }
}
