import Domain
import Index
import Query
import Testing

@testable import EntryIndex

/// What must hold between answers, whatever they are.
struct MetamorphicTests {
    @Test(arguments: TestLength.isLong ? UInt64(1)...20 : 1...2)
    func `answers relate to each other as sets do`(seed: UInt64) async throws {
        let corpus = try await RandomCorpus(seed: seed &+ 500, records: 100)
        var maker = ExpressionMaker(seed: seed, records: corpus.records.map(\.right))
        let searcher = try corpus.index.searcher()
        func ids(_ expression: Expression) throws -> Set<String> {
            Set(try IndexedStore.ids(QueryCompiler().compile(expression).tree, in: searcher))
        }
        let all = Set(corpus.records.map(\.id))
        #expect(try ids(Expression(.everything)) == all)
        for number in 0..<(TestLength.isLong ? 500 : 60) {
            let (first, second) = (maker.tree(depth: 2), maker.tree(depth: 2))
            let place = "seed \(seed), pair \(number): \(first.printed()) | \(second.printed())"
            let (a, b) = (try ids(first), try ids(second))
            #expect(try ids(Expression.all(of: [first, second])) == a.intersection(b), "\(place)")
            #expect(try ids(Expression.any(of: [first, second])) == a.union(b), "\(place)")
            #expect(try ids(Expression.oddly([first, second])) == a.symmetricDifference(b), "\(place)")
            #expect(try ids(Expression(.not(first))) == all.subtracting(a), "\(place)")
            let registers = try Register.allCases.map { register in
                let tree = try QueryCompiler().compile(first).tree
                return try searcher.count(.and([tree, QueryCompiler.label(register.rawValue, in: .register)])).total
            }
            #expect(registers.reduce(0, +) == a.count, "\(place)")
        }
    }

    @Test(arguments: TestLength.isLong ? UInt64(1)...20 : 1...2)
    func `a printed expression reads as the same question`(seed: UInt64) async throws {
        let corpus = try await RandomCorpus(seed: seed &+ 700, records: 60)
        var maker = ExpressionMaker(seed: seed, records: corpus.records.map(\.right))
        let searcher = try corpus.index.searcher()
        for number in 0..<(TestLength.isLong ? 2_000 : 150) {
            let expression = maker.tree(depth: number % 4)
            let text = expression.printed(naming: number % 2 == 0 ? .alias : .chinese)
            let parsed = try QueryLanguage().parse(text).expression
            let direct = try IndexedStore.ids(QueryCompiler().compile(expression).tree, in: searcher)
            let again = try IndexedStore.ids(QueryCompiler().compile(parsed).tree, in: searcher)
            #expect(direct == again, "seed \(seed), tree \(number): \(text)")
        }
    }

    @Test func `building again, merging, and the order of updates change no answer`() async throws {
        let corpus = try await RandomCorpus(seed: 900, records: 100)
        var maker = ExpressionMaker(seed: 900, records: corpus.records.map(\.right))
        let expressions = (0..<(TestLength.isLong ? 2_000 : 150)).map { _ in maker.tree(depth: 2) }
        let before = try corpus.index.searcher()
        #expect(before.snapshot.segments.count > 1)

        try await corpus.index.follower.rebuild()
        let rebuilt = try corpus.index.searcher()
        #expect(rebuilt.snapshot.logicalDigest == before.snapshot.logicalDigest)

        // Another store, the records saved backwards and in one go, in one segment.
        let other = try await IndexedStore()
        try await other.save(corpus.records.reversed().map { (id: $0.id, right: $0.right) })
        try await other.follower.catchUp()
        let reversed = try other.searcher()
        #expect(reversed.snapshot.segments.count == 1)

        for expression in expressions {
            let tree = try QueryCompiler().compile(expression).tree
            let expected = try IndexedStore.ids(tree, in: before)
            #expect(try IndexedStore.ids(tree, in: rebuilt) == expected, "\(expression.printed())")
            #expect(try IndexedStore.ids(tree, in: reversed) == expected, "\(expression.printed())")
        }
    }
}
