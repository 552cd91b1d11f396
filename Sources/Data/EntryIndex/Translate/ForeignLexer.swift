/// Cuts a query of another system into tokens; nothing stops it.
struct ForeignLexer {
    let source: QuerySource
    let syntax: ForeignSyntax
    private(set) var tokens: [ForeignToken] = []
    private(set) var remarks: [Translation.Remark] = []
    private var index = 0
    private var followsBlank = true

    init(_ source: QuerySource, _ syntax: ForeignSyntax) {
        self.source = source
        self.syntax = syntax
    }

    /// Reads the whole query.
    mutating func run() {
        while let scalar = peek() {
            if !isSeparator(scalar) {
                if !sign(scalar), !fielded() { word() }
            } else {
                index += 1
                followsBlank = true
            }
        }
    }

    private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "!", isLucene { return false }
        return scalar == " " || scalar == "," || scalar == ";" || scalar.isBreak
    }

    private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        let place = index + offset
        return place < source.folded.count ? source.folded[place] : nil
    }

    private mutating func append(_ kind: ForeignToken.Kind, from start: Int) {
        tokens.append(ForeignToken(kind: kind, range: source.range(start, index), followsBlank: followsBlank))
        followsBlank = false
    }

    private mutating func remark(_ matter: Translation.Remark.Matter, from start: Int) {
        remarks.append(Translation.Remark(matter, at: source.range(start, max(index, start + 1))))
    }

    private var isLucene: Bool { syntax == .lens || syntax == .patentscope }

    // MARK: Signs

    /// Takes a sign; false where a word begins.
    private mutating func sign(_ scalar: Unicode.Scalar) -> Bool {
        let start = index
        switch scalar {
        case "(", ")":
            index += 1
            append(scalar == "(" ? .open : .close, from: start)
        case "[" where syntax == .ppubs, ".":
            guard let names = suffix() else { return false }
            append(.suffix(names), from: start)
        case "[", "{":
            interval()
        case "]", "}":
            index += 1
            remark(.stray(String(scalar)), from: start)
        case "\"", "「", "『": quotation(scalar)
        case "=", "<", ">", "≤", "≥":
            if isLucene || startsExactDistance { return false }
            relation()
        case ":" where !isLucene:
            index += 1
            append(.relation(.equal), from: start)
        case "^", "~": modifier(scalar)
        case "+" where isLucene && followsBlankOrBracket, "-" where isLucene && followsBlankOrBracket,
            "!" where isLucene && followsBlankOrBracket:
            index += 1
            append(scalar == "+" ? .must : .mustNot, from: start)
        case "/" where syntax == .lens && followsBlankOrBracket: regularExpression()
        default: return false
        }
        return true
    }

    private var followsBlankOrBracket: Bool {
        if followsBlank { return true }
        switch tokens.last?.kind {
        case .open?, .name?: return true
        default: return false
        }
    }

    /// Whether `=3W` begins here.
    private var startsExactDistance: Bool {
        guard syntax == .pss, followsBlank, peek() == "=" else { return false }
        var place = 1
        while let scalar = peek(place), scalar.isDigit { place += 1 }
        guard let letter = peek(place)?.upperCased, letter == "W" || letter == "D" else { return false }
        return peek(place + 1).map { $0 == " " || $0 == "(" } ?? false
    }

    private mutating func relation() {
        let start = index
        var text = ""
        while let scalar = peek(), "=<>≤≥".unicodeScalars.contains(scalar), text.utf8.count < 3 {
            text.unicodeScalars.append(scalar)
            index += 1
        }
        let relation: ForeignRelation
        switch text {
        case "<": relation = .less
        case "<=", "≤", "=<": relation = .atMost
        case ">": relation = .greater
        case ">=", "≥", "=>": relation = .atLeast
        case "<>": relation = .unequal
        default: relation = .equal
        }
        // `=/stem`: how words are compared is settled here.
        if syntax == .cql, peek() == "/" {
            while let scalar = peek(), scalar != " ", scalar != "\"" { index += 1 }
        }
        append(.relation(relation), from: start)
    }

    private mutating func quotation(_ opening: Unicode.Scalar) {
        let closing: Unicode.Scalar = opening == "「" ? "」" : opening == "『" ? "』" : "\""
        let start = index
        index += 1
        var text = String.UnicodeScalarView()
        while let scalar = peek(), scalar != closing {
            // A backslash makes the next sign a character.
            if scalar == "\\", syntax.isContextual || isLucene, peek(1) != nil { index += 1 }
            if let taken = peek() { text.append(taken) }
            index += 1
        }
        if peek() == nil { remark(.unbalanced(String(opening)), from: start) } else { index += 1 }
        append(.phrase(String(text)), from: start)
    }

    /// Takes `[a TO b]`, `{a TO b}`.
    private mutating func interval() {
        let start = index
        guard let end = source.folded[index...].firstIndex(where: { $0 == "]" || $0 == "}" }) else {
            index += 1
            return remark(.unbalanced(source.text(start, index)), from: start)
        }
        let words = source.text(start + 1, end).split(separator: " ").map(String.init)
        index = end + 1
        guard words.count == 3, words[1].uppercased() == "TO" else {
            return append(.phrase(words.joined(separator: " ")), from: start)
        }
        let ends = [words[0], words[2]].map { $0 == "*" ? nil : $0 }
        append(.interval(ends[0], ends[1]), from: start)
    }

    private mutating func modifier(_ sign: Unicode.Scalar) {
        let start = index
        index += 1
        let digits = index
        while let scalar = peek(), scalar.isDigit || scalar == "." { index += 1 }
        let text = source.text(digits, index)
        if sign == "^" {
            guard let factor = Double(text), (0.01...1000).contains(factor) else {
                return remark(.stray(source.text(start, index)), from: start)
            }
            append(.boost(factor), from: start)
        } else if case .phrase? = tokens.last?.kind, let count = Int(text) {
            append(.slop(count), from: start)
        } else {
            append(.fuzzy, from: start)
        }
    }

    private mutating func regularExpression() {
        let start = index
        index += 1
        while let scalar = peek(), scalar != "/" { index += scalar == "\\" ? 2 : 1 }
        index = min(index + 1, source.folded.count)
        append(.lost(.regularExpression), from: start)
    }

    /// Takes `.ti,ab.` or `[ti,ab]`; nil where it is none.
    private mutating func suffix() -> [String]? {
        guard syntax == .ppubs, let opening = peek() else { return nil }
        let closing: Unicode.Scalar = opening == "[" ? "]" : "."
        var names: [String] = []
        var name = String.UnicodeScalarView()
        var place = index + 1
        while place < source.folded.count {
            let scalar = source.folded[place]
            place += 1
            if scalar == "," || scalar == closing {
                guard (2...5).contains(name.count) else { return nil }
                names.append(String(name))
                name = String.UnicodeScalarView()
                if scalar == closing { break }
            } else if (0x41...0x5A).contains(scalar.upperCased.value) {
                name.append(scalar)
            } else {
                return nil
            }
        }
        guard !names.isEmpty, name.isEmpty, source.folded[place - 1] == closing,
            place == source.folded.count || !source.folded[place].isSearchable
        else { return nil }
        index = place
        return names
    }

    // MARK: Words

    /// Takes a field's name together with its sign where the syntax writes it so.
    private mutating func fielded() -> Bool {
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

    private mutating func word() {
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
        guard ["any", "all", "within", "exact", "adj"].contains(relation), case .word? = tokens.last?.kind else {
            return nil
        }
        var place = index
        while place < source.folded.count, source.folded[place] == " " { place += 1 }
        guard place < source.folded.count, source.folded[place] == "\"" else { return nil }
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

extension ForeignSyntax {
    /// What a sign of truncation stands for; nil for any other character.
    func truncation(_ scalar: Unicode.Scalar) -> Expression.Piece? {
        switch (self, scalar) {
        case (_, "*"), (.ppubs, "$"), (.pss, "+"): .any
        case (.espacenet, "#"), (.pss, "#"): .one
        case (.espacenet, "?"), (.pss, "?"): .optional
        case (_, "?"): .one
        default: nil
        }
    }

    /// The pieces of a word.
    func pieces(_ word: some StringProtocol) -> [Expression.Piece] {
        var pieces: [Expression.Piece] = []
        var text = ""
        for scalar in word.unicodeScalars {
            guard let piece = truncation(scalar) else {
                text.unicodeScalars.append(scalar)
                continue
            }
            if !text.isEmpty { pieces.append(.text(text)) }
            text = ""
            pieces.append(piece)
        }
        if !text.isEmpty { pieces.append(.text(text)) }
        return ForeignLexer.normal(pieces)
    }
}

extension Unicode.Scalar {
    /// Whether it can stand in the Latin name of a field.
    fileprivate var isNameCharacter: Bool {
        isDigit || self == "_" || self == "." || (0x41...0x5A).contains(upperCased.value)
    }
}
