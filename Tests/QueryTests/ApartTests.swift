import Index
import Query
import Testing

/// Hits that are counted apart from the others.
struct ApartTests {
    private static func label(_ label: String, in column: String) -> QueryTree {
        .ordinals(column: column, .exact([Array(label.utf8)]))
    }

    private static func entries(_ facet: FacetResult?) -> [String] {
        (facet?.entries ?? []).map { "\(String(decoding: $0.label, as: UTF8.self)) \($0.count)" }
    }

    @Test func `what matches the condition is listed among the others and counted for itself`() throws {
        let fixture = try IndexFixture()
        for (number, (kind, owner)) in [("real", "A"), ("real", "B"), ("sample", "B"), ("real", "B"), ("sample", "C")]
            .enumerated()
        {
            var document = SourceDocument(id: "d\(number)")
            document.texts = [SourceDocument.text("word")]
            document.labels = ["kind": [kind], "owner": [owner]]
            document.numbers["date"] = Int64(2000 + number % 2) * 10_000
            try fixture.add(document)
        }
        let request = SearchRequest(
            .term(Array("word".utf8), fields: .all),
            sort: .identifier,
            apart: Self.label("sample", in: "kind"),
            facets: [FacetRequest(column: "owner", limit: 9)],
            histograms: [HistogramRequest(column: "date", divisor: 10_000)]
        )
        let result = try Searcher(try fixture.commit()).search(request)
        #expect(result.hits.map(\.id) == ["d0", "d1", "d2", "d3", "d4"])
        #expect(result.total == 3 && result.isExact)
        #expect(Self.entries(result.facets.first) == ["B 2", "A 1"])
        #expect(result.histograms.first?.entries.map(\.count) == [1, 2])
        #expect(result.apart?.total == 2)
        #expect(Self.entries(result.apart?.facets.first) == ["B 1", "C 1"])
        #expect(result.apart?.histograms.first?.entries.map(\.count) == [2])
    }

    @Test(arguments: [UInt64(61), 62, 63])
    func `both counts are those of two searches`(seed: UInt64) throws {
        var corpus = try RandomCorpus(seed: seed)
        let fixture = try IndexFixture()
        let snapshot = try RandomQueryTests.build(fixture, &corpus)
        let searcher = Searcher(snapshot, options: SearchOptions(windowLength: 64))
        var telling = 0
        for number in 0..<120 {
            let (query, condition) = (corpus.query(depth: number % 4), corpus.query(depth: number % 2))
            var request = SearchRequest(
                query,
                limit: 10,
                sort: number % 3 == 0 ? .relevance : .identifier,
                collapse: number % 2 == 0 ? "kind" : nil,
                facets: [FacetRequest(column: "class", limit: 5), FacetRequest(column: "owner", limit: 100)],
                histograms: [HistogramRequest(column: "date", divisor: 10_000)]
            )
            let whole = try searcher.search(request)
            request.filter = .not(condition)
            let others = try searcher.search(request)
            request.filter = condition
            let own = try searcher.search(request)
            request.filter = .all
            request.apart = condition
            let apart = try searcher.search(request)
            #expect(apart.hits == whole.hits, "seed \(seed) query \(number): \(query)")
            #expect(apart.groups == whole.groups)
            #expect(apart.counts == others.counts, "seed \(seed) query \(number): \(query) without \(condition)")
            #expect(apart.apart == own.counts, "seed \(seed) query \(number): \(query) with \(condition)")
            if own.total > 0, others.total > 0 { telling += 1 }
        }
        #expect(telling > 20, "too few questions with hits on both sides")
    }

    @Test func `a column that every document has the only label of narrows nothing`() throws {
        let fixture = try IndexFixture()
        for number in 0..<300 {
            var document = SourceDocument(id: "d\(number)")
            document.labels["kind"] = ["only"]
            try fixture.add(document)
        }
        let whole = try fixture.commit()
        for (label, expected) in [("only", 300), ("other", 0)] {
            #expect(try Searcher(whole).count(Self.label(label, in: "kind")).total == expected)
            #expect(try Searcher(whole).count(.not(Self.label(label, in: "kind"))).total == 300 - expected)
        }
        #expect(try Searcher(whole).count(.has(column: "kind")).total == 300)
        try fixture.add(SourceDocument(id: "without"))
        try fixture.writer.mergeAll()
        let mixed = try fixture.commit()
        #expect(try Searcher(mixed).count(Self.label("only", in: "kind")).total == 300)
        #expect(try Searcher(mixed).count(.has(column: "kind")).total == 300)
        #expect(try Searcher(mixed).count(.all).total == 301)
    }
}
