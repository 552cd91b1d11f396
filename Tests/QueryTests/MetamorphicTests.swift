import Index
import Query
import Testing

/// Answers that must agree with each other, whatever the documents.
struct MetamorphicTests {
    @Test(arguments: UInt64(11)...14)
    func `answers obey the laws of sets`(seed: UInt64) throws {
        var corpus = try RandomCorpus(seed: seed)
        let fixture = try IndexFixture()
        let searcher = Searcher(try RandomQueryTests.build(fixture, &corpus))
        func ids(_ query: QueryTree) throws -> Set<String> {
            let list = try searcher.matches(SearchRequest(query))
            return Set(try list.identifiers(0..<list.count))
        }
        let everything = Set(fixture.documents.keys)
        for number in 0..<60 {
            let one = corpus.query(depth: 2)
            let other = corpus.query(depth: 2)
            let (left, right) = (try ids(one), try ids(other))
            let place = "seed \(seed) pair \(number): \(one) | \(other)"
            #expect(try ids(.and([one, other])) == left.intersection(right), "\(place)")
            #expect(try ids(.or([one, other])) == left.union(right), "\(place)")
            #expect(try ids(.xor(one, other)) == left.symmetricDifference(right), "\(place)")
            #expect(try ids(.not(one)) == everything.subtracting(left), "\(place)")
            #expect(try ids(.not(.not(one))) == left, "\(place)")
            #expect(try ids(.not(.and([one, other]))) == ids(.or([.not(one), .not(other)])), "\(place)")
            #expect(try ids(.not(.or([one, other]))) == ids(.and([.not(one), .not(other)])), "\(place)")
        }
    }

    @Test func `a total is the sum over a partition`() throws {
        var corpus = try RandomCorpus(seed: 21)
        let fixture = try IndexFixture()
        let searcher = Searcher(try RandomQueryTests.build(fixture, &corpus))
        for _ in 0..<100 {
            let query = corpus.query(depth: 2)
            let result = try searcher.search(
                SearchRequest(query, limit: 0, facets: [FacetRequest(column: "kind", limit: 10)])
            )
            var sum = 0
            for kind in RandomCorpus.kinds {
                let part = QueryTree.ordinals(column: "kind", .exact([Array(kind.utf8)]))
                let total = try searcher.count(.and([query, part])).total
                sum += total
                let facet = result.facets[0].entries.first { $0.label == Array(kind.utf8) }
                #expect(facet?.count ?? 0 == total, "\(query)")
            }
            #expect(result.total == sum, "\(query)")
        }
    }

    @Test func `a filter narrows like a conjunction and leaves scores alone`() throws {
        var corpus = try RandomCorpus(seed: 22)
        let fixture = try IndexFixture()
        let searcher = Searcher(try RandomQueryTests.build(fixture, &corpus))
        for _ in 0..<60 {
            let query = QueryTree.or([.term(Array("a".utf8), fields: .all), corpus.query(depth: 1)])
            let filter = corpus.query(depth: 1)
            let filtered = try searcher.search(SearchRequest(query, filter: filter, limit: 1_000))
            #expect(filtered.total == (try searcher.count(.and([query, filter])).total))
            let whole = try searcher.search(SearchRequest(query, limit: 1_000))
            let keys = Dictionary(uniqueKeysWithValues: whole.hits.map { ($0.id, $0.key) })
            for hit in filtered.hits { #expect(keys[hit.id] == hit.key, "\(query) \(filter)") }
        }
    }
}
