import Domain
import EntryIndex
import Index
import Query

/// Counts candidates for related words; used by one thread at a time.
struct RelatedCounter: Sendable {
    /// The query.
    let tree: QueryTree
    /// What it finds.
    let total: RecordCount

    private let parsed: ParsedQuery
    private let searcher: Searcher
    private let control: SearchControl

    init(_ parsed: ParsedQuery, _ searcher: Searcher, _ control: SearchControl) throws {
        self.parsed = parsed
        self.searcher = searcher
        self.control = control
        tree = try QueryCompiler().compile(parsed.expression).tree
        total = try Self.count(tree, searcher, control)
    }

    /// Records that have a title or abstract in Chinese and one in English.
    static let isBilingual = QueryTree.and([
        .or([QueryCompiler.hasText(.title), QueryCompiler.hasText(.abstract)]),
        .or([QueryCompiler.hasText(.titleEnglish), QueryCompiler.hasText(.abstractEnglish)]),
    ])

    /// The first hits of a question by relevance.
    func hits(_ tree: QueryTree, _ limit: Int) throws -> [String] {
        try searcher.search(SearchRequest(tree, limit: limit, needsTotal: false), control: control).hits.map(\.id)
    }

    /// Documents with something, or those of the query with it.
    func count(_ something: QueryTree, within: Bool) throws -> Int {
        try searcher.count(within ? .and([tree, something]) : something, control: control).whole()
    }

    /// The candidates that go with the query by more than chance, the surest first.
    func related(_ candidates: [String], limit: Int) throws -> [RelatedWords.Word] {
        let all = searcher.snapshot.documentCount
        let first = total.records + total.samples
        let found = try candidates.compactMap { text -> RelatedWords.Word? in
            guard !isAsked(text), let expression = Self.expression(text) else { return nil }
            let word = try QueryCompiler().compile(expression).tree
            let association = Association(
                both: try count(word, within: true),
                first: first,
                second: try count(word, within: false),
                all: all
            )
            guard association.isPositive, association.logLikelihood >= Association.significant else { return nil }
            return self.word(text, expression, score: association.logLikelihood)
        }
        return try counted(found, limit)
    }

    /// The candidates that stand most exclusively in the same records that have both languages.
    func translations(_ candidates: [String], limit: Int) throws -> [RelatedWords.Word] {
        let all = try count(Self.isBilingual, within: false)
        let first = try count(Self.isBilingual, within: true)
        guard first > 0 else { return [] }
        let found = try candidates.compactMap { text -> RelatedWords.Word? in
            guard !isAsked(text), let expression = Self.expression(text) else { return nil }
            let word = QueryTree.and([Self.isBilingual, try QueryCompiler().compile(expression).tree])
            let association = Association(
                both: try count(word, within: true),
                first: first,
                second: try count(word, within: false),
                all: all
            )
            guard association.isPositive, association.logLikelihood >= Association.significant else { return nil }
            return self.word(text, expression, score: association.dice)
        }
        return try counted(found, limit)
    }

    // MARK: Words

    private func word(_ text: String, _ expression: Expression, score: Double) -> RelatedWords.Word {
        RelatedWords.Word(
            text: text,
            both: RecordCount(),
            all: RecordCount(),
            score: score,
            alternative: .any(of: [parsed.expression, expression]),
            condition: .all(of: [parsed.expression, expression])
        )
    }

    /// The best of them with records and samples apart.
    private func counted(_ words: [RelatedWords.Word], _ limit: Int) throws -> [RelatedWords.Word] {
        try words.sorted { ($0.score, $1.text) > ($1.score, $0.text) }.prefix(limit).map { word in
            var word = word
            guard let expression = Self.expression(word.text) else { return word }
            let tree = try QueryCompiler().compile(expression).tree
            word.all = try Self.count(tree, searcher, control)
            word.both = try Self.count(.and([self.tree, tree]), searcher, control)
            return word
        }
    }

    /// A candidate as a query; nil for an empty one.
    private static func expression(_ text: String) -> Expression? {
        text.isEmpty ? nil : Expression(.term(Expression.Term(value: text), nil))
    }

    /// Whether the query asks for the candidate, or for something that it is a part of.
    private func isAsked(_ text: String) -> Bool { parsed.text.lowercased().contains(text) }

    private static func count(
        _ tree: QueryTree,
        _ searcher: Searcher,
        _ control: SearchControl
    ) throws -> RecordCount {
        let (count, isExact) = try searcher.tally(tree, control)
        guard isExact else { throw Failure.tooMany(retryAfter: SearchPool.busySeconds) }
        return count
    }
}
