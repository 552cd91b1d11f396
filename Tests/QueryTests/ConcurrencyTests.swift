import Index
import Query
import Testing

/// One searcher for many threads; run with `--sanitize=thread` to see more than wrong answers.
struct ConcurrencyTests {
    @Test func `threads that share a searcher get the answers that one alone gets`() async throws {
        var corpus = try RandomCorpus(seed: 21)
        let fixture = try IndexFixture()
        _ = try RandomQueryTests.build(fixture, &corpus)
        // Enough owners that the facet makes a map of all labels, which the threads then share.
        for id in 0..<900 {
            var document = corpus.document(id: 1_000 + id)
            document.labels["owner"] = (0..<3).map { "owner \(id * 3 + $0)" }
            try fixture.add(document)
            if id == 500 { _ = try fixture.commit() }
        }
        _ = try fixture.commit()
        let requests = (0..<30).map { number in
            SearchRequest(
                number == 0 ? .all : corpus.query(depth: number % 4),
                limit: 20,
                sort: number % 3 == 0 ? .number(column: "size", descending: true) : .relevance,
                facets: [FacetRequest(column: "owner"), FacetRequest(column: "class", grouping: .first(1))],
                histograms: [HistogramRequest(column: "date", divisor: 10_000)]
            )
        }
        // Opened anew, so that pages are verified and columns checked by several threads at once.
        let alone = Searcher(try Snapshot.open(fixture.path))
        let expected = try requests.map { try alone.search($0) }
        let shared = Searcher(try Snapshot.open(fixture.path))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for thread in 0..<4 {
                group.addTask {
                    for step in requests.indices {
                        let number = (step + thread * 7) % requests.count
                        let found = try shared.search(requests[number])
                        #expect(found == expected[number], "request \(number): \(requests[number].query)")
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
