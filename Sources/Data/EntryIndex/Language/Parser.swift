/// Makes a tree of the tokens of a query, by recursive descent with one function for the operators of one bracket.
///
/// Proximity binds closest, then NOT, AND and words side by side, XOR, OR and commas of a list.
struct Parser {
    let source: QuerySource
    let tokens: [Token]
    let options: QueryLanguage.Options
    /// The queries that `#1` and so on mean; nil outside a history.
    let sets: [QuerySet?]?
    private(set) var notes: [QueryNote]
    /// The next token.
    var cursor = 0
    /// How many brackets are open.
    var openBrackets = 0
    /// How many parts came from sets.
    private var partsOfSets = 0

    init(
        source: QuerySource,
        tokens: [Token],
        notes: [QueryNote],
        options: QueryLanguage.Options,
        sets: [QuerySet?]?
    ) {
        self.source = source
        self.tokens = tokens
        self.notes = notes
        self.options = options
        self.sets = sets
    }

    /// Takes a set of the history as if it stood there in brackets.
    mutating func set(_ number: Int, _ token: Token) throws(QueryFailure) -> Part {
        let name = source.typed(token.range)
        guard let sets else { throw QueryFailure(.historySet(name), at: token.range) }
        guard number >= 1, number <= sets.count else { throw QueryFailure(.unknownSet(name), at: token.range) }
        guard let set = sets[number - 1] else { throw QueryFailure(.refusedSet(name), at: token.range) }
        cursor += 1
        partsOfSets += set.size
        guard partsOfSets <= options.maximumParts else {
            throw QueryFailure(.tooManyParts(limit: options.maximumParts), at: token.range)
        }
        return Part(set.expression.kind, at: token.range, depth: set.depth)
    }

    /// Reads the whole query.
    mutating func query() throws(QueryFailure) -> Expression {
        guard !tokens.isEmpty else {
            if let note = notes.first { throw QueryFailure(.nothingToSearch, at: note.range) }
            return Expression(.everything, range: SourceRange(position: 0, length: source.scalars.count))
        }
        let part = try sequence(in: nil)
        if let rest = current {
            throw failure(.unopenedBracket, at: rest.range, replacement: "")
        }
        notes.sort { $0.range.position < $1.range.position }
        return part.expression
    }

    /// The next token, if any is left.
    var current: Token? { cursor < tokens.count ? tokens[cursor] : nil }

    /// The token after so many others, if there is one.
    func ahead(_ count: Int) -> Token? {
        cursor + count < tokens.count ? tokens[cursor + count] : nil
    }

    mutating func note(_ matter: QueryNote.Matter, at range: SourceRange) {
        notes.append(QueryNote(matter, at: range))
    }

    /// A refusal whose cure replaces what was typed at its place.
    func failure(_ problem: QueryFailure.Problem, at range: SourceRange, replacement: String? = nil) -> QueryFailure {
        failure(problem, at: range, replacing: range, with: replacement)
    }

    /// A refusal whose cure replaces what was typed elsewhere.
    func failure(
        _ problem: QueryFailure.Problem,
        at range: SourceRange,
        replacing place: SourceRange,
        with text: String?
    ) -> QueryFailure {
        let suggestion = text.map { source.replacing(place, with: $0) }
        return QueryFailure(problem, at: range, suggestion: suggestion.flatMap { $0.isEmpty ? nil : $0 })
    }

    /// Refuses nesting deeper than the limit.
    func checkDepth(_ depth: Int, at range: SourceRange) throws(QueryFailure) {
        if depth > options.maximumDepth { throw QueryFailure(.tooDeep(limit: options.maximumDepth), at: range) }
    }

    // MARK: Operators

    /// Reads operands and operators up to a closing bracket or the end.
    mutating func sequence(in scope: FieldName?) throws(QueryFailure) -> Part {
        var groups = OperatorGroups()
        var waiting: Token?
        while let token = current {
            switch token.kind {
            case .close:
                if let waiting { throw missingRight(waiting) }
                return try finished(&groups, at: token)
            case .separator:
                if let waiting { throw missingRight(waiting) }
                cursor += 1
                if !groups.isClosed, !continuesName(after: token, in: scope) { groups.closeAlternative() }
            case .joiner(let joiner) where joiner != .not:
                guard waiting == nil, !groups.isClosed, !joiner.isProximity else { throw missingLeft(token) }
                cursor += 1
                groups.apply(joiner)
                waiting = token
            default:
                groups.add(try negatable(in: scope))
                waiting = nil
            }
        }
        if let waiting { throw missingRight(waiting) }
        return try finished(&groups, at: nil)
    }

    private func finished(_ groups: inout OperatorGroups, at closing: Token?) throws(QueryFailure) -> Part {
        if let part = groups.finish() {
            try checkDepth(part.depth, at: part.expression.range)
            return part
        }
        let place = closing ?? tokens.last
        let problem: QueryFailure.Problem = openBrackets > 0 ? .emptyBrackets : .unopenedBracket
        throw failure(problem, at: place?.range ?? SourceRange(position: 0, length: 0), replacement: "")
    }

    /// Reads an operand with the NOTs before it.
    private mutating func negatable(in scope: FieldName?) throws(QueryFailure) -> Part {
        var negations: [Token] = []
        while let token = current, case .joiner(.not) = token.kind {
            negations.append(token)
            cursor += 1
            guard let next = current else { throw missingRight(token) }
            switch next.kind {
            case .joiner(let joiner) where joiner != .not: throw missingLeft(joiner.isProximity ? token : next)
            case .close, .separator: throw missingRight(token)
            default: break
            }
        }
        var part = try proximity(in: scope)
        try checkDepth(part.depth + negations.count, at: part.expression.range)
        for token in negations.reversed() { part = part.negated(at: token.range) }
        return part
    }

    /// Reads operands with proximity operators between them, the first pair innermost.
    private mutating func proximity(in scope: FieldName?) throws(QueryFailure) -> Part {
        var left = try modified(in: scope)
        while let token = current {
            let start = cursor
            var isNegated = false
            if case .joiner(.not) = token.kind {
                isNegated = true
                cursor += 1
            }
            guard case .joiner(.near(let nearness))? = current?.kind, let sign = current else {
                cursor = start
                return left
            }
            cursor += 1
            let range = token.range.through(sign.range)
            try checkRightOperand(of: nearness, at: range)
            let right = try modified(in: scope)
            left = try paired(left, nearness, right, isNegated: isNegated, sign: range)
        }
        return left
    }

    private func checkRightOperand(of nearness: Expression.Nearness, at range: SourceRange) throws(QueryFailure) {
        let name = source.typed(range)
        switch current?.kind {
        case .joiner(.not):
            let cure = "NOT " + nearness.written
            let both = range.through(current?.range ?? range)
            throw failure(.proximityOperand(.negation), at: both, replacement: cure)
        case nil, .joiner, .close, .separator:
            throw failure(.missingRight(name), at: range, replacement: "")
        default: break
        }
    }

    // MARK: Refusals of operators

    private func missingRight(_ token: Token) -> QueryFailure {
        lonelyOr(.missingRight(source.typed(token.range)), token)
    }

    private func missingLeft(_ token: Token) -> QueryFailure {
        lonelyOr(.missingLeft(source.typed(token.range)), token)
    }

    /// Whether an operator is all there is in its bracket, or in the query.
    private func isAlone(_ token: Token) -> Bool {
        guard let place = tokens.firstIndex(where: { $0.range == token.range }) else { return false }
        let before = place > 0 ? tokens[place - 1].kind : .open(.round)
        let after = place + 1 < tokens.count ? tokens[place + 1].kind : .close(.round)
        if case .open = before, case .close = after { return true }
        return false
    }

    private func lonelyOr(_ problem: QueryFailure.Problem, _ token: Token) -> QueryFailure {
        let name = source.typed(token.range)
        if isAlone(token) { return failure(.loneOperator(name), at: token.range, replacement: "\"\(name)\"") }
        return failure(problem, at: token.range, replacement: "")
    }
}
