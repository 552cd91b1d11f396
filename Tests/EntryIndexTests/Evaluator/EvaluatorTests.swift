import Domain
import Index
import Query
import Testing

@testable import EntryIndex

/// Random expressions over random records, answered by the product and by an evaluator that shares nothing with it.
struct EvaluatorTests {
    @Test(arguments: TestLength.isLong ? UInt64(1)...24 : 1...3)
    func `finds what reading every record finds`(seed: UInt64) async throws {
        let corpus = try await RandomCorpus(seed: seed, records: 160)
        let comparison = Comparison(records: corpus.records, searcher: try corpus.index.searcher())
        var maker = ExpressionMaker(seed: seed &+ 1_000, records: corpus.records.map(\.right))
        var telling = 0
        for number in 0..<(TestLength.isLong ? 3_000 : 400) {
            let expression = maker.tree(depth: number % 4)
            let (expected, found) = try comparison.answers(expression)
            if expected != found {
                Issue.record("seed \(seed), tree \(number): \(try comparison.blame(expression))")
            }
            if !expected.isEmpty, expected.count < corpus.records.count { telling += 1 }
        }
        #expect(telling > 150, "seed \(seed): too few trees with some hits but not all")
    }
}

/// Both answers to an expression.
struct Comparison {
    let records: [ReferenceRecord]
    let searcher: Searcher
    private let evaluator = ReferenceEvaluator()

    init(records: [ReferenceRecord], searcher: Searcher) {
        self.records = records
        self.searcher = searcher
    }

    func answers(_ expression: Expression) throws -> (expected: [String], found: [String]) {
        let expected = records.filter { evaluator.matches(expression, $0) }.map(\.id)
        let compiled = try QueryCompiler().compile(expression)
        return (expected, try IndexedStore.ids(compiled.tree, in: searcher))
    }

    /// The smallest part of an expression whose answers differ, with the difference and a record of it.
    func blame(_ expression: Expression) throws -> String {
        for part in Self.parts(expression) {
            let (expected, found) = try answers(part)
            if expected != found { return try blame(part) }
        }
        let (expected, found) = try answers(expression)
        let missing = Set(expected).subtracting(found).sorted()
        let wrong = Set(found).subtracting(expected).sorted()
        let example = (missing + wrong).first
        let texts = records.first { $0.id == example }?.summary ?? ""
        return "\(expression.printed()) misses \(missing.prefix(5)), has wrongly \(wrong.prefix(5)): \(texts)"
    }

    private static func parts(_ expression: Expression) -> [Expression] {
        switch expression.kind {
        case .and(let parts), .or(let parts), .xor(let parts): parts
        case .not(let part), .weighted(let part, _): [part]
        default: []
        }
    }
}
