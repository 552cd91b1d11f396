import Index
import Query
import Testing

/// Random questions over several segments with updates and deletions, each answered twice.
struct RandomQueryTests {
    @Test(arguments: UInt64(1)...8)
    func `finds what looking at every document finds`(seed: UInt64) throws {
        var corpus = try RandomCorpus(seed: seed)
        let fixture = try IndexFixture()
        let snapshot = try Self.build(fixture, &corpus)
        let searcher = Searcher(snapshot)
        let naive = NaiveEvaluator(corpus.patterns)
        for number in 0..<300 {
            let query = corpus.query(depth: number % 4)
            let expected = Set(fixture.documents.values.filter { naive.matches(query, $0) }.map(\.id))
            let list = try searcher.matches(SearchRequest(query, sort: .identifier))
            let found = try list.identifiers(0..<list.count)
            #expect(found == found.sorted(), "seed \(seed) query \(number)")
            #expect(Set(found) == expected, "seed \(seed) query \(number): \(query)")
            #expect(found.count == expected.count, "seed \(seed) query \(number): \(query)")
            let count = try searcher.count(query)
            #expect(count.total == expected.count && count.isExact && count.notes.isEmpty)
        }
    }

    @Test func `merging changes no answer`() throws {
        var corpus = try RandomCorpus(seed: 77)
        let fixture = try IndexFixture()
        let before = Searcher(try Self.build(fixture, &corpus))
        try fixture.writer.mergeAll()
        let after = Searcher(try fixture.commit())
        #expect(before.snapshot.segments.count > 1)
        #expect(after.snapshot.segments.count == 1)
        for number in 0..<200 {
            let request = SearchRequest(
                corpus.query(depth: number % 4),
                limit: 20,
                sort: .number(column: "size", descending: number % 2 == 0),
                facets: [FacetRequest(column: "class", limit: 3), FacetRequest(column: "owner", limit: 100)],
                histograms: [HistogramRequest(column: "date", divisor: 10_000)]
            )
            let first = try before.search(request)
            let second = try after.search(request)
            #expect(first.total == second.total, "query \(number): \(request.query)")
            #expect(first.hits.map(\.id) == second.hits.map(\.id), "query \(number): \(request.query)")
            #expect(first.facets == second.facets, "query \(number): \(request.query)")
            #expect(first.histograms == second.histograms, "query \(number): \(request.query)")
        }
    }

    /// Six segments: 150 documents, some of them updated, some deleted again.
    static func build(_ fixture: IndexFixture, _ corpus: inout RandomCorpus) throws -> Snapshot {
        var snapshot = try fixture.commit()
        for batch in 0..<6 {
            for id in (batch * 25)..<(batch * 25 + 25) { try fixture.add(corpus.document(id: id)) }
            for _ in 0..<(batch * 2) {
                let id = corpus.random.number(0...(batch * 25 + 24))
                try fixture.add(corpus.document(id: id, version: UInt64(batch + 2)))
            }
            for _ in 0..<batch {
                try fixture.delete("d\(corpus.random.number(0...(batch * 25 + 24)))")
            }
            snapshot = try fixture.commit()
        }
        return snapshot
    }
}
