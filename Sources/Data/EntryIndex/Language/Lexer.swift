/// Cuts a query into tokens, in one pass from left to right.
struct Lexer {
    let source: QuerySource
    let options: QueryLanguage.Options
    private(set) var tokens: [Token] = []
    private(set) var notes: [QueryNote] = []
    /// The next character of `source.folded`.
    var index = 0
    private var bracketDepth = 0
    private var followsBlank = true

    init(_ source: QuerySource, options: QueryLanguage.Options) {
        self.source = source
        self.options = options
    }

    /// Reads the whole query.
    mutating func run() throws(QueryFailure) {
        while index < source.folded.count {
            let start = index
            let scalar = source.folded[index]
            if scalar == " " || scalar.isBreak {
                index += 1
                followsBlank = true
            } else if let kind = try sign(scalar) {
                append(kind, from: start)
            } else if index == start {
                try word()
            }
        }
    }

    /// The next characters, without taking them; nil past the end.
    func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        let place = index + offset
        return place < source.folded.count ? source.folded[place] : nil
    }

    mutating func append(_ kind: Token.Kind, from start: Int) {
        tokens.append(Token(kind: kind, range: source.range(start, index), followsBlank: followsBlank))
        followsBlank = false
    }

    mutating func ignore(from start: Int) {
        notes.append(QueryNote(.ignored(source.text(start, index)), at: source.range(start, index)))
        followsBlank = true
    }

    func failure(
        _ problem: QueryFailure.Problem,
        _ start: Int,
        _ end: Int,
        replacement: String? = nil
    ) -> QueryFailure {
        let range = source.range(start, end)
        let suggestion = replacement.map { source.replacing(range, with: $0) }
        return QueryFailure(problem, at: range, suggestion: suggestion.flatMap { $0.isEmpty ? nil : $0 })
    }

    /// Takes a sign; nil where a word begins, and where a sign was taken that leaves no token.
    private mutating func sign(_ scalar: Unicode.Scalar) throws(QueryFailure) -> Token.Kind? {
        switch scalar {
        case "(", "[":
            if scalar == "(", skipEdition() { return nil }
            index += 1
            bracketDepth += 1
            return .open(scalar == "(" ? .round : .square)
        case ")", "]":
            index += 1
            bracketDepth = max(0, bracketDepth - 1)
            return .close(scalar == ")" ? .round : .square)
        case "{", "}": throw failure(.curlyBracket, index, index + 1, replacement: scalar == "{" ? "(" : ")")
        case "\"", "「", "『": return try quotation(scalar)
        case "」", "』": throw failure(.straySign(String(scalar)), index, index + 1, replacement: "")
        case ",", ";", "、":
            index += 1
            if bracketDepth > 0 { return .separator(isComma: scalar == ",") }
            followsBlank = true
            return nil
        case "=":
            index += 1
            return .equals
        case ":":
            index += 1
            return .colon
        case "<", ">", "≤", "≥": return comparison().map(Token.Kind.comparison)
        case "^": return try weight()
        case "/": return try frequency()
        default: return nil
        }
    }

    /// Takes a comparison sign, `=` not among them.
    mutating func comparison() -> Expression.Comparison? {
        guard let scalar = peek(), scalar == "<" || scalar == ">" || scalar == "≤" || scalar == "≥" else { return nil }
        index += 1
        if scalar == "≤" { return .atMost }
        if scalar == "≥" { return .atLeast }
        guard peek() == "=" else { return scalar == "<" ? .less : .greater }
        index += 1
        return scalar == "<" ? .atMost : .atLeast
    }

    private mutating func quotation(_ opening: Unicode.Scalar) throws(QueryFailure) -> Token.Kind {
        let closing: Unicode.Scalar = opening == "「" ? "」" : opening == "『" ? "』" : "\""
        let start = index
        guard let end = source.folded[(start + 1)...].firstIndex(of: closing) else {
            let all = source.replacing(SourceRange(position: source.scalars.count, length: 0), with: String(closing))
            throw QueryFailure(.unclosedQuote, at: source.range(start, start + 1), suggestion: all)
        }
        index = end + 1
        let content = source.folded[(start + 1)..<end]
        guard content.contains(where: \.isSearchable) else {
            throw failure(.emptyQuote, start, index, replacement: "")
        }
        let words = content.split(separator: " ").map { String(String.UnicodeScalarView($0)) }
        return .quoted(words.joined(separator: " "))
    }

    private mutating func weight() throws(QueryFailure) -> Token.Kind {
        let start = index
        index += 1
        let digits = index
        while let scalar = peek(), scalar.isDigit || scalar == "." { index += 1 }
        let text = source.text(digits, index)
        guard text.utf8.count <= 12, let value = Double(text), (0.01...1000).contains(value) else {
            throw failure(.weightForm, start, index, replacement: "")
        }
        return .weight(value)
    }

    /// Takes `/FREC>3`; nil where the stroke begins or is something else.
    private mutating func frequency() throws(QueryFailure) -> Token.Kind? {
        guard startsFrequency() else { return nil }
        let start = index
        index += 5
        while peek() == " " { index += 1 }
        var relation = comparison()
        if relation == nil, peek() == "=" {
            index += 1
            relation = .equal
        }
        while peek() == " " { index += 1 }
        let digits = index
        while let scalar = peek(), scalar.isDigit { index += 1 }
        let count = index - digits <= 9 ? Int(source.text(digits, index)) : nil
        guard let relation, let count, count >= relation.leastCount else {
            throw failure(.frequencyForm, start, index, replacement: "/FREC>=1")
        }
        return .frequency(relation, count)
    }

    /// Whether `/FREC` or `/FREQ` begins here, and no longer word.
    func startsFrequency() -> Bool {
        guard peek() == "/" else { return false }
        let letters = (1...4).compactMap { peek($0)?.upperCased }
        guard letters == ["F", "R", "E", "C"] || letters == ["F", "R", "E", "Q"] else { return false }
        return peek(5).map { !$0.isWordCharacter } ?? true
    }

    /// Skips the edition and level after a class: `(2010.01)I`.
    private mutating func skipEdition() -> Bool {
        guard case .word(let before)? = tokens.last?.kind, before.contains("/"),
            before.unicodeScalars.last?.isDigit == true
        else { return false }
        let shape: [Unicode.Scalar?] = [nil, nil, nil, nil, ".", nil, nil, ")"]
        for (offset, wanted) in shape.enumerated() {
            guard let scalar = peek(offset + 1) else { return false }
            guard wanted.map({ $0 == scalar }) ?? scalar.isDigit else { return false }
        }
        index += shape.count + 1
        var letters = 0
        while letters <= 3, let scalar = peek(letters)?.upperCased, (0x41...0x5A).contains(scalar.value) {
            letters += 1
        }
        if letters <= 3, peek(letters)?.isWordCharacter != true { index += letters }
        followsBlank = true
        return true
    }
}

extension Expression.Comparison {
    /// The least count that asks for at least one occurrence and leaves one possible.
    fileprivate var leastCount: Int {
        switch self {
        case .greater: 0
        case .less: 2
        case .atMost, .equal, .atLeast: 1
        }
    }
}

extension Unicode.Scalar {
    /// Whether a word ends before it although it is no sign of the language.
    var isBreak: Bool {
        switch self {
        case "。", "!", "…", "《", "》", "〈", "〉": true
        default: false
        }
    }

    /// Whether it can be part of a word.
    var isWordCharacter: Bool {
        switch self {
        case " ", "(", ")", "[", "]", "{", "}", "\"", "「", "」", "『", "』", ",", ";", "、", "=", "<", ">", "≤", "≥", ":",
            "^":
            false
        default: !isBreak
        }
    }
}
