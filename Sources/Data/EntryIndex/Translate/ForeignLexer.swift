/// Cuts a query of another system into tokens; nothing stops it.
struct ForeignLexer {
    let source: QuerySource
    let syntax: ForeignSyntax
    private(set) var tokens: [ForeignToken] = []
    private(set) var remarks: [Translation.Remark] = []
    var index = 0
    private var followsBlank = true
    /// Whether it was found that no interval is closed from here on.
    private var hasNoCloser = false

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

    func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "!", isLucene { return false }
        return scalar == " " || scalar == "," || scalar == ";" || scalar.isBreak
    }

    func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        let place = index + offset
        return place < source.folded.count ? source.folded[place] : nil
    }

    mutating func append(_ kind: ForeignToken.Kind, from start: Int) {
        tokens.append(ForeignToken(kind: kind, range: source.range(start, index)))
        followsBlank = false
    }

    mutating func remark(_ matter: Translation.Remark.Matter, from start: Int) {
        remarks.append(Translation.Remark(matter, at: source.range(start, max(index, start + 1))))
    }

    var isLucene: Bool { syntax == .lens || syntax == .patentscope }

    // MARK: Signs

    /// Takes a sign; false where a word begins.
    mutating func sign(_ scalar: Unicode.Scalar) -> Bool {
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

    mutating func relation() {
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

    mutating func quotation(_ opening: Unicode.Scalar) {
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
    mutating func interval() {
        let start = index
        guard !hasNoCloser, let end = source.folded[index...].firstIndex(where: { $0 == "]" || $0 == "}" }) else {
            hasNoCloser = true
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

    mutating func modifier(_ sign: Unicode.Scalar) {
        let start = index
        index += 1
        let digits = index
        while let scalar = peek(), scalar.isDigit || scalar == "." { index += 1 }
        let text = source.text(digits, index)
        if sign == "^" {
            guard text.utf8.count <= 12, let factor = Double(text), (0.01...1000).contains(factor) else {
                return remark(.stray(source.text(start, index)), from: start)
            }
            append(.boost(factor), from: start)
        } else if case .phrase? = tokens.last?.kind, let count = Int(text) {
            append(.slop(count), from: start)
        } else {
            append(.fuzzy, from: start)
        }
    }

    mutating func regularExpression() {
        let start = index
        index += 1
        while let scalar = peek(), scalar != "/" { index += scalar == "\\" ? 2 : 1 }
        index = min(index + 1, source.folded.count)
        append(.lost(.regularExpression), from: start)
    }

    /// Takes `.ti,ab.` or `[ti,ab]`; nil where it is none.
    mutating func suffix() -> [String]? {
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
}
