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

    /// Documents enough for some ranges to be more promising than others; every third is a sample.
    private static func ranked() throws -> Searcher {
        let fixture = try IndexFixture()
        for number in 0..<6_000 {
            var document = SourceDocument(id: "d\(number)")
            let rare = number % 2_000 == 7 ? " rare rare rare" : ""
            document.texts = [SourceDocument.text("word" + (number % 5 == 0 ? " other" : "") + rare)]
            document.labels["kind"] = [number % 3 == 0 ? "sample" : "real"]
            document.numbers["date"] = Int64(20_000_000 - number)
            try fixture.add(document)
        }
        return Searcher(try fixture.commit(), options: SearchOptions(windowLength: 512))
    }

    private static let words: QueryTree = .or([
        .term(Array("word".utf8), fields: .all), .term(Array("rare".utf8), fields: .all),
        .term(Array("other".utf8), fields: .all),
    ])

    @Test func `the best hits are found first and all are counted, each where it belongs`() throws {
        let searcher = try Self.ranked()
        let facets = [FacetRequest(column: "kind", limit: 2)]
        let plain = try searcher.search(SearchRequest(Self.words, limit: 3, needsTotal: false))
        var request = SearchRequest(Self.words, limit: 3, facets: facets)
        #expect(try searcher.search(request).hits == plain.hits)
        request.apart = Self.label("sample", in: "kind")
        let result = try searcher.search(request)
        #expect(result.hits == plain.hits && result.hits.allSatisfy { ["d7", "d2007", "d4007"].contains($0.id) })
        #expect(result.total == 4_000 && result.apart?.total == 2_000 && result.isExact)
        #expect(Self.entries(result.facets.first) == ["real 4000"])
        #expect(Self.entries(result.apart?.facets.first) == ["sample 2000"])
        // Without a total too, because what is counted apart cannot be told without meeting all.
        request.facets = []
        request.needsTotal = false
        #expect(try searcher.search(request).apart?.total == 2_000)
    }

    @Test func `after a deadline both counts are at least`() throws {
        let searcher = try Self.ranked()
        let request = SearchRequest(Self.words, limit: 3, apart: Self.label("sample", in: "kind"))
        let late = try searcher.search(request, control: SearchControl(deadline: .now))
        #expect(!late.isExact && late.total + (late.apart?.total ?? 0) > 0)
        #expect(late.total <= 4_000 && late.apart?.total ?? 0 <= 2_000)
        // What stands in the first window was looked at, so the best of it is listed.
        #expect(late.hits.contains { $0.id == "d7" })
    }

    @Test func `matrices are of the others`() throws {
        var request = SearchRequest(Self.words, limit: 0, apart: Self.label("sample", in: "kind"))
        request.matrices = [
            MatrixRequest(rows: MatrixTests.labels("kind"), columns: MatrixTests.numbers("date", divisor: 100_000_000))
        ]
        let matrix = try #require(try Self.ranked().search(request).matrices.first)
        #expect(matrix.counts == [4_000])
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
