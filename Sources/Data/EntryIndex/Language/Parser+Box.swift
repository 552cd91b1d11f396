import Domain

extension Parser {
    /// Reads a word without a field: a date, a number, a class or a word.
    mutating func boxValue(_ token: Token) throws(QueryFailure) -> Part {
        switch token.kind {
        case .signs(let signs):
            try refuseTruncationAlone(signs, token)
            cursor += 1
            return Part(.everything, at: token.range)
        case .pattern(let pieces): return try boxPattern(pieces, token)
        case .word(let text):
            if case .colon? = ahead(1)?.kind { return try boxRange(text, token) }
            if let part = measure(text, token, in: nil) { return part }
            if let date = DateReader.boxDate(text, years: options.boxYears),
                let period = Expression.DateRange(from: date, through: date)
            {
                cursor += 1
                return Part(.date(period, nil), orWord: .word(text), at: token.range)
            }
            if let part = boxSymbol(text, token) ?? boxNumbers() { return part }
            return try term(token, in: nil)
        default: return try term(token, in: nil)
        }
    }

    /// Reads `2019:2020` and `2019:`; any other colon is one of a text or an unknown field.
    private mutating func boxRange(_ text: String, _ token: Token) throws(QueryFailure) -> Part {
        let years = options.boxYears
        guard let first = DateReader.boxDate(text, years: years), let colon = ahead(1) else {
            return try term(token, in: nil)
        }
        var last: Token?
        if let next = ahead(2), case .word(let end) = next.kind {
            if DateReader.boxDate(end, years: years) != nil {
                last = next
            } else if !next.followsBlank {
                return try term(token, in: nil)
            }
        }
        let range = token.range.through(last?.range ?? colon.range)
        let end = last.flatMap { DateReader.boxDate($0.plainText, years: years) }
        guard let period = Expression.DateRange(from: first, through: end) else {
            let cure = last.map { "\(source.typed($0.range)):\(source.typed(token.range))" }
            throw failure(.backwardsRange, at: range, replacement: cure)
        }
        cursor += last == nil ? 2 : 3
        return Part(.date(period, nil), at: range)
    }

    /// Reads `H01M10/05` and `H01M 10/05`; nil where the word is no class.
    private mutating func boxSymbol(_ text: String, _ token: Token) -> Part? {
        guard let symbol = SymbolReader.box(text) else { return nil }
        if SymbolReader.isSubclass(text), let next = ahead(1), case .word(let group) = next.kind,
            SymbolReader.isGroup(group, needsSlash: true), let whole = SymbolReader.box(text + group)
        {
            cursor += 2
            let range = token.range.through(next.range)
            return Part(.symbol(Expression.Symbol(whole), nil), orWord: .phrase("\(text) \(group)"), at: range)
        }
        cursor += 1
        return Part(.symbol(Expression.Symbol(symbol), nil), orWord: .word(text), at: token.range)
    }

    /// Reads `H02K1+` and `CN2019+` as beginnings of a class and a number, anything else as a truncated word.
    private mutating func boxPattern(_ pieces: [Expression.Piece], _ token: Token) throws(QueryFailure) -> Part {
        let text = token.plainText
        guard pieces.count == 2, pieces[1] == .any else { return try term(token, in: nil) }
        if SymbolReader.isSubclass(String(text.prefix(4))), let beginning = SymbolReader.beginning(text, .cpc) {
            cursor += 1
            let symbol = Expression.Symbol(beginning, reach: .beginning)
            return Part(.symbol(symbol, nil), orWord: .pattern(pieces), at: token.range)
        }
        let letters = text.prefix(2).uppercased()
        if letters == "CN" || letters == "ZL", NumberReader.digitCount(text) >= 4, NumberReader.isPlausible(text) {
            cursor += 1
            let number = Expression.Number(text, reach: .beginning)
            return Part(.number(number, nil), orWord: .pattern(pieces), at: token.range)
        }
        return try term(token, in: nil)
    }

    /// Reads a number, or several unmistakable ones side by side of which any may be a record's; nil for a word.
    private mutating func boxNumbers() -> Part? {
        guard let first = boxNumber() else { return nil }
        guard case .number(let number, _) = first.expression.kind, !number.isAlsoText else { return first }
        var parts = [first]
        while case .word(let text)? = current?.kind, startsNumber(text), let next = boxNumber() { parts.append(next) }
        return parts.count == 1 ? first : Part.joined(parts, .noPlaces, Expression.any)
    }

    private func startsNumber(_ text: String) -> Bool {
        if case .colon? = ahead(1)?.kind { return false }
        return NumberReader.isUnmistakable(text) || isLeadingCountry(text)
    }

    private mutating func boxNumber() -> Part? {
        guard let token = current, case .word(let text) = token.kind else { return nil }
        var whole = text
        var found: (text: String, count: Int)?
        if NumberReader.isUnmistakable(text) { found = (text, 1) }
        if isLeadingCountry(text) || found != nil {
            for count in 2...6 {
                guard case .word(let next)? = ahead(count - 1)?.kind else { break }
                guard found == nil || count == 2 && NumberReader.isKind(next) || isLeadingCountry(text) else { break }
                whole += next
                if NumberReader.isUnmistakable(whole) { found = (whole, count) }
            }
        }
        if found == nil, NumberReader.digitCount(text) == text.utf8.count,
            NumberReader.boxDigits.contains(text.utf8.count)
        {
            found = (text, 1)
        }
        guard let found else { return nil }
        let range = token.range.through(tokens[cursor + found.count - 1].range)
        cursor += found.count
        let number = Expression.Number(found.text)
        if !number.isAlsoText, let expected = NumberReader.wrongCheckDigit(found.text) {
            note(.wrongCheckDigit(number: found.text, expected: expected), at: range)
        }
        return Part(.number(number, nil), orWord: .word(found.text), at: range)
    }

    /// Whether a word is a country in capitals with a number after it.
    private func isLeadingCountry(_ text: String) -> Bool {
        guard text == "ZL" || text.utf8.count == 2 && text == text.uppercased() && CountryCode.isKnown(text) else {
            return false
        }
        return ahead(1)?.startsWithDigit == true
    }
}
