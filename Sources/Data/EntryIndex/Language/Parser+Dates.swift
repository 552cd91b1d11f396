import Domain

extension Parser {
    /// Reads a date or a range in a date field.
    mutating func date(in field: Field) throws(QueryFailure) -> Part {
        guard let token = current else { throw QueryFailure(.nothingToSearch, at: SourceRange(position: 0, length: 0)) }
        let first = try readDate(token)
        cursor += 1
        guard case .colon? = current?.kind, let colon = current else {
            return try period(from: first, through: first, field, token.range, swapped: nil)
        }
        cursor += 1
        guard let end = current, end.isWordOrPattern || end.isQuoted, !isFieldName(end) else {
            return try period(from: first, through: nil, field, token.range.through(colon.range), swapped: nil)
        }
        let last = try readDate(end)
        cursor += 1
        let cure = "\(source.typed(end.range)):\(source.typed(token.range))"
        return try period(from: first, through: last, field, token.range.through(end.range), swapped: cure)
    }

    /// Reads `:2020`.
    mutating func rangeWithoutBeginning(in scope: FieldName?) throws(QueryFailure) -> Part {
        guard let colon = current else { throw QueryFailure(.nothingToSearch, at: SourceRange(position: 0, length: 0)) }
        guard scope == nil || scope?.dateField != nil, let end = ahead(1), end.isWordOrPattern || end.isQuoted else {
            throw failure(.straySign(source.typed(colon.range)), at: colon.range, replacement: "")
        }
        let last = try readDate(end)
        cursor += 2
        return try period(from: nil, through: last, scope?.dateField, colon.range.through(end.range), swapped: nil)
    }

    /// Reads `[2019 TO 2020]`, either end of which may be `*`; nil where the bracket holds something else.
    mutating func bracketedRange(in scope: FieldName?) throws(QueryFailure) -> Part? {
        guard let opening = current, let first = ahead(1), let word = ahead(2), let last = ahead(3),
            case .word(let middle) = word.kind, middle.uppercased() == "TO"
        else { return nil }
        guard let closing = ahead(4), case .close(.square) = closing.kind else {
            throw failure(.unclosedBracket, at: opening.range, replacing: after(last.range), with: "]")
        }
        let range = opening.range.through(closing.range)
        guard scope == nil || scope?.dateField != nil else {
            let list = "(\(source.typed(first.range)), \(source.typed(last.range)))"
            throw failure(.onlyForDates, at: range, replacement: list)
        }
        let from = try readEnd(first)
        let through = try readEnd(last)
        guard from != nil || through != nil else { throw failure(.openRange, at: range, replacement: "*") }
        cursor += 5
        let cure = "[\(source.typed(last.range)) TO \(source.typed(first.range))]"
        return try period(from: from, through: through, scope?.dateField, range, swapped: cure)
    }

    /// Reads the date after a comparison.
    mutating func compared(_ comparison: Expression.Comparison, in scope: FieldName?) throws(QueryFailure) -> Part {
        guard let sign = current else { throw QueryFailure(.nothingToSearch, at: SourceRange(position: 0, length: 0)) }
        guard scope == nil || scope?.dateField != nil else {
            let isAfterField = cursor > 0 && tokens[cursor - 1].isField
            throw failure(.onlyForDates, at: sign.range, replacement: isAfterField ? "=" : "")
        }
        cursor += 1
        guard let token = current, token.isWordOrPattern || token.isQuoted else {
            let isAfterField = cursor > 1 && tokens[cursor - 2].isField
            throw failure(
                .missingRight(source.typed(sign.range)),
                at: sign.range,
                replacement: isAfterField ? "=*" : ""
            )
        }
        let date = try readDate(token)
        cursor += 1
        let range = sign.range.through(token.range)
        switch comparison {
        case .greater: return try period(from: try beyond(date.dayAfter, token), through: nil, scope?.dateField, range)
        case .atLeast: return try period(from: date, through: nil, scope?.dateField, range)
        case .equal: return try period(from: date, through: date, scope?.dateField, range)
        case .atMost: return try period(from: nil, through: date, scope?.dateField, range)
        case .less: return try period(from: nil, through: try beyond(date.dayBefore, token), scope?.dateField, range)
        }
    }

    private func beyond(_ date: PartialDate?, _ token: Token) throws(QueryFailure) -> PartialDate {
        guard let date else { throw failure(.noSuchDate(token.plainText), at: token.range) }
        return date
    }

    private func period(
        from first: PartialDate?,
        through last: PartialDate?,
        _ field: Field?,
        _ range: SourceRange,
        swapped: String? = nil
    ) throws(QueryFailure) -> Part {
        guard let period = Expression.DateRange(from: first, through: last) else {
            throw failure(.backwardsRange, at: range, replacement: swapped)
        }
        return Part(.date(period, field), at: range)
    }

    private func readEnd(_ token: Token) throws(QueryFailure) -> PartialDate? {
        if case .signs("*") = token.kind { return nil }
        return try readDate(token)
    }

    /// Reads a date, or refuses with the nearest one.
    private func readDate(_ token: Token) throws(QueryFailure) -> PartialDate {
        let text = token.plainText
        let typed = source.typed(token.range)
        guard token.isWordOrPattern || token.isQuoted else {
            throw failure(.malformedDate(typed), at: token.range)
        }
        switch DateReader.read(text) {
        case .date(let date):
            if token.isPattern { throw failure(.truncationPlace, at: token.range, replacement: text) }
            return date
        case .impossible(let nearest): throw failure(.noSuchDate(typed), at: token.range, replacement: nearest)
        case .none: throw malformedDate(typed, token)
        }
    }

    /// A refusal; `2019-2020` was meant as a range, and a word after a date in one field to stand alone.
    private func malformedDate(_ typed: String, _ token: Token) -> QueryFailure {
        for sign: Character in ["-", "~", "～", "至", "—"] {
            let ends = typed.split(separator: sign, maxSplits: 1)
            if ends.count == 2, DateReader.read(String(ends[0])) != .none, DateReader.read(String(ends[1])) != .none {
                return failure(.malformedDate(typed), at: token.range, replacement: "\(ends[0]):\(ends[1])")
            }
        }
        return misplaced(.malformedDate(typed), at: token.range)
    }

    private func after(_ range: SourceRange) -> SourceRange { SourceRange(position: range.end, length: 0) }

    /// Whether a word has a field's sign behind it.
    private func isFieldName(_ token: Token) -> Bool {
        if case .equals? = ahead(1)?.kind { return true }
        return false
    }
}

extension Token {
    var isQuoted: Bool {
        if case .quoted = kind { true } else { false }
    }

    var isField: Bool {
        if case .field = kind { true } else { false }
    }
}
