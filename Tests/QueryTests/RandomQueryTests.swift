import Index
import Query
import Testing

/// Random questions over several segments with updates and deletions, each answered twice.
struct RandomQueryTests {
    @Test(arguments: UInt64(1)...8)
    func `finds what looking at every document finds`(seed: UInt64) throws {
        var corpus = try RandomCorpus(seed: seed)
        let fixture = try IndexFixture()
        var snapshot = try Self.build(fixture, &corpus)
        if seed % 2 == 0 {
            // One segment of several windows with some documents deleted.
            try fixture.writer.mergeAll()
            for id in 0..<20 { try fixture.delete("d\(id * 7)") }
            snapshot = try fixture.commit()
        }
        let searcher = Searcher(snapshot, options: SearchOptions(windowLength: 64))
        let telling = try Self.compare(searcher, fixture, &corpus, queries: 300, "seed \(seed)")
        #expect(telling > 120, "too few questions with some hits but not all")
    }

    @Test func `finds the same in lists of many blocks`() throws {
        var corpus = try RandomCorpus(seed: 9)
        let fixture = try IndexFixture()
        for id in 0..<1_400 { try fixture.add(corpus.document(id: id)) }
        let searcher = Searcher(try fixture.commit(), options: SearchOptions(windowLength: 320))
        _ = try Self.compare(searcher, fixture, &corpus, queries: 60, "seed 9")
    }

    /// Asks random questions both ways; returns for how many of them some documents matched, but not all.
    static func compare(
        _ searcher: Searcher,
        _ fixture: IndexFixture,
        _ corpus: inout RandomCorpus,
        queries: Int,
        _ seed: String
    ) throws -> Int {
        let naive = NaiveEvaluator(corpus.patterns)
        var telling = 0
        for number in 0..<queries {
            let query = corpus.query(depth: number % 4)
            let expected = Set(fixture.documents.values.filter { naive.matches(query, $0) }.map(\.id))
            let list = try searcher.matches(SearchRequest(query, sort: .identifier))
            let found = try list.identifiers(0..<list.count)
            #expect(found == found.sorted(), "\(seed) query \(number)")
            #expect(Set(found) == expected, "\(seed) query \(number): \(query)")
            #expect(found.count == expected.count, "\(seed) query \(number): \(query)")
            let count = try searcher.count(query)
            #expect(count.total == expected.count && count.isExact && count.notes.isEmpty)
            if !expected.isEmpty, expected.count < fixture.documents.count { telling += 1 }
        }
        return telling
    }

    @Test func `merging changes no answer`() throws {
        var corpus = try RandomCorpus(seed: 77)
        let fixture = try IndexFixture()
        let before = Searcher(try Self.build(fixture, &corpus))
        try fixture.writer.mergeAll()
        let after = Searcher(try fixture.commit(), options: SearchOptions(windowLength: 64))
        #expect(before.snapshot.segments.count > 1)
        #expect(after.snapshot.segments.count == 1)
        for number in 0..<200 {
            let request = SearchRequest(
                corpus.query(depth: number % 4),
                limit: 20,
                sort: .number(column: "size", descending: number % 2 == 0),
                facets: [FacetRequest(column: "class", limit: 3), FacetRequest(column: "owner", limit: 100)],
                histograms: [HistogramRequest(column: "date", divisor: 10_000)],
                matrices: [
                    MatrixRequest(rows: MatrixTests.labels("class", limit: 3), columns: MatrixTests.numbers("size")),
                    MatrixRequest(rows: MatrixTests.labels("owner"), columns: MatrixTests.labels("class", level: 3)),
                ]
            )
            let first = try before.search(request)
            let second = try after.search(request)
            #expect(first.total == second.total, "query \(number): \(request.query)")
            #expect(first.hits.map(\.id) == second.hits.map(\.id), "query \(number): \(request.query)")
            #expect(first.facets == second.facets, "query \(number): \(request.query)")
            #expect(first.histograms == second.histograms, "query \(number): \(request.query)")
            #expect(first.matrices == second.matrices, "query \(number): \(request.query)")
        }
    }

    /// Six segments: 150 documents, some of them added again or patched, some deleted.
    static func build(_ fixture: IndexFixture, _ corpus: inout RandomCorpus) throws -> Snapshot {
        var snapshot = try fixture.commit()
        for batch in 0..<6 {
            for id in (batch * 25)..<(batch * 25 + 25) { try fixture.add(corpus.document(id: id)) }
            for _ in 0..<(batch * 2) {
                let id = corpus.random.number(0...(batch * 25 + 24))
                try fixture.add(corpus.document(id: id, version: UInt64(batch + 2)))
                try fixture.update(corpus.document(id: corpus.random.number(0...160), version: UInt64(batch + 2)))
            }
            for _ in 0..<batch {
                try fixture.delete("d\(corpus.random.number(0...(batch * 25 + 24)))")
            }
            snapshot = try fixture.commit()
        }
        return snapshot
    }

    /// Two segments, the greater of several windows of 64 documents.
    static func merged(_ fixture: IndexFixture, _ corpus: inout RandomCorpus) throws -> Snapshot {
        _ = try build(fixture, &corpus)
        try fixture.writer.mergeAll()
        _ = try fixture.commit()
        for id in 40..<70 { try fixture.add(corpus.document(id: id * 3, version: 9)) }
        return try fixture.commit()
    }
}
