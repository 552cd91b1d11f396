import Domain

extension Parser {
    /// Reads a word, quotation or pattern as the field, or the box, understands it.
    mutating func value(in scope: FieldName?) throws(QueryFailure) -> Part {
        guard let token = current else {
            throw QueryFailure(.nothingToSearch, at: SourceRange(position: source.scalars.count, length: 0))
        }
        try refuseUnknownField(token)
        guard let scope else { return try boxValue(token) }
        let field = scope.field(for: token)
        if field.kind == .name, let part = try anchoredQuotation(token, in: field) { return part }
        if case .signs(let signs) = token.kind {
            try refuseTruncationAlone(signs, token)
            cursor += 1
            let all = scope.fields.map { Expression(.has($0), range: token.range) }
            return Part(Expression.any(of: all).kind, at: token.range)
        }
        switch field.kind {
        case .number: return try numbers(in: field)
        case .date: return try date(in: field)
        case .classification(let scheme): return try symbol(in: field, scheme, isExact: scope.isExact)
        case .text:
            if case .word(let text) = token.kind, let part = measure(text, token, in: field) { return part }
            return try term(token, in: field)
        case .code where field == .technology: return try technology(token)
        case .name, .code, .region, .country: return try term(token, in: field)
        }
    }

    func refuseTruncationAlone(_ signs: String, _ token: Token) throws(QueryFailure) {
        guard !signs.utf8.allSatisfy({ $0 == UInt8(ascii: "*") }) else { return }
        throw failure(.truncationAlone(signs), at: token.range, replacement: "*")
    }

    /// A word before `=` or a comparison would be a field's name.
    private func refuseUnknownField(_ token: Token) throws(QueryFailure) {
        guard case .word(let text) = token.kind, let sign = ahead(1) else { return }
        switch sign.kind {
        case .equals: throw unknownField(text, token)
        case .comparison where !sign.followsBlank || ahead(2)?.followsBlank == true: throw unknownField(text, token)
        default: break
        }
    }

    // MARK: Words

    /// Reads a word as it is; digits with colons between them (`1:2`) are one.
    mutating func term(_ token: Token, in field: Field?) throws(QueryFailure) -> Part {
        switch token.kind {
        case .quoted(let text):
            cursor += 1
            return Part(.phrase(text), in: field, at: token.range)
        case .pattern(let pieces):
            cursor += 1
            return Part(.pattern(pieces), in: field, at: token.range)
        case .word(let text):
            guard case .colon? = ahead(1)?.kind else {
                cursor += 1
                return Part(.word(text), in: field, at: token.range)
            }
            return try ratio(text, token, in: field)
        default: throw failure(.straySign(source.typed(token.range)), at: token.range, replacement: "")
        }
    }

    /// Reads a number and the unit after it, which a blank parts, as one word: `5 mm` is `5mm`; nil for anything else.
    mutating func measure(_ text: String, _ token: Token, in field: Field?) -> Part? {
        guard text.unicodeScalars.allSatisfy({ $0.isDigit || $0 == "." }), text.unicodeScalars.last?.isDigit == true,
            let next = ahead(1), case .word(let unit) = next.kind, MeasureUnit.isOne(unit)
        else { return nil }
        switch ahead(2)?.kind {
        case .equals?, .colon?, .comparison?: return nil  // The unit would be a field's name.
        default: break
        }
        cursor += 2
        return Part(.word(text + unit), in: field, at: token.range.through(next.range))
    }

    private mutating func ratio(_ text: String, _ token: Token, in field: Field?) throws(QueryFailure) -> Part {
        var whole = text
        var range = token.range
        guard text.unicodeScalars.last?.isDigit == true, text.unicodeScalars.first?.isDigit == true else {
            throw unknownField(text, token)
        }
        while case .colon? = ahead(1)?.kind, ahead(1)?.followsBlank == false, let next = ahead(2), !next.followsBlank,
            case .word(let digits) = next.kind, digits.unicodeScalars.first?.isDigit == true
        {
            whole += ":" + digits
            range = range.through(next.range)
            cursor += 2
        }
        guard whole != text else { throw unknownField(text, token) }
        cursor += 1
        return Part(.word(whole), in: field, at: range)
    }

    /// A quotation with a truncation sign right before or behind it: how a name of several words begins or ends.
    private mutating func anchoredQuotation(_ token: Token, in field: Field) throws(QueryFailure) -> Part? {
        var pieces: [Expression.Piece] = []
        var range = token.range
        var place = cursor
        reading: while place < tokens.count {
            let next = tokens[place]
            guard place == cursor || !next.followsBlank else { break }
            switch next.kind {
            case .signs("+"), .signs("*"): pieces.append(.any)
            case .quoted(let text) where pieces.isEmpty || pieces == [.any]: pieces.append(.text(text))
            default: break reading
            }
            range = range.through(next.range)
            place += 1
        }
        guard pieces.count > 1, pieces.contains(where: { $0 != .any }) else { return nil }
        cursor = place
        return Part(.pattern(pieces), in: field, at: range)
    }

    /// The refusal of a word that the field cannot hold: it was meant to stand without the field.
    func misplaced(_ problem: QueryFailure.Problem, at range: SourceRange) -> QueryFailure {
        switch tokens.last(where: { $0.range.end <= range.position })?.kind {
        case .field?:
            let sign = tokens.last { $0.range.end <= range.position }?.range ?? range
            return failure(problem, at: range, replacing: sign, with: "")
        case .word?, .pattern?, .quoted?:
            let before = SourceRange(position: range.position, length: 0)
            return failure(problem, at: range, replacing: before, with: "AND ")
        default: return failure(problem, at: range)
        }
    }

    /// Refuses `a:b` of values that are no dates; a list of the two is the nearest thing.
    func refuseRange(after first: SourceRange) throws(QueryFailure) {
        guard let colon = current, case .colon = colon.kind else { return }
        guard let last = ahead(1), last.isWordOrPattern else {
            throw failure(.onlyForDates, at: first.through(colon.range), replacing: colon.range, with: "")
        }
        let whole = first.through(last.range)
        let list = "(\(source.typed(first)), \(source.typed(last.range)))"
        throw failure(.onlyForDates, at: whole, replacement: list)
    }

    // MARK: Classes

    /// Reads a class, its group after a blank or not.
    private mutating func symbol(
        in field: Field,
        _ scheme: FieldKind.Scheme,
        isExact: Bool
    ) throws(QueryFailure) -> Part {
        guard let token = current else { throw QueryFailure(.nothingToSearch, at: SourceRange(position: 0, length: 0)) }
        var text = token.plainText
        var last = token
        if SymbolReader.isSubclass(text), scheme == .ipc || scheme == .cpc, let next = ahead(1), next.isWordOrPattern,
            SymbolReader.isGroup(next.plainText, needsSlash: false) || next.isPattern && next.startsWithDigit
        {
            text += next.plainText
            last = next
            cursor += 1
        }
        cursor += 1
        let range = token.range.through(last.range)
        try refuseRange(after: range)
        if case .pattern(let pieces) = last.kind {
            guard pieces.count == 2, pieces[1] == .any else { throw failure(.truncationPlace, at: range) }
            guard let beginning = SymbolReader.beginning(text, scheme) else {
                throw failure(.malformedSymbol(text, scheme), at: range)
            }
            return Part(.symbol(Expression.Symbol(beginning, reach: .beginning), field), at: range)
        }
        guard let normal = SymbolReader.read(text, scheme) else {
            let problem = QueryFailure.Problem.malformedSymbol(text, scheme)
            guard let beginning = SymbolReader.beginning(text, scheme) else { throw misplaced(problem, at: range) }
            throw failure(problem, at: range, replacement: beginning + "+")
        }
        return Part(.symbol(Expression.Symbol(normal, reach: isExact ? .exact : .subtree), field), at: range)
    }
}

extension FieldName {
    /// The field that is meant by a value.
    func field(for token: Token) -> Field {
        guard fields.count > 1 else { return fields[0] }
        let text = token.plainText
        if let date = fields.first(where: { $0.kind == .date }) {
            return DateReader.read(text) == .none ? fields[0] : date
        }
        return token.startsWithDigit ? fields[1] : fields[0]
    }

    /// The field of dates among them.
    var dateField: Field? { fields.first { $0.kind == .date } }
}

extension Token {
    /// The characters of a word, a quotation or the text of a pattern.
    var plainText: String {
        switch kind {
        case .word(let text), .quoted(let text): text
        case .pattern(let pieces):
            pieces.map { if case .text(let text) = $0 { text } else { "" } }.joined()
        default: ""
        }
    }

    var isPattern: Bool {
        if case .pattern = kind { true } else { false }
    }

    var isWordOrPattern: Bool {
        if case .word = kind { true } else { isPattern }
    }

    var startsWithDigit: Bool { plainText.unicodeScalars.first?.isDigit == true }
}
