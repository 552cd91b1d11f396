import Foundation
import Index
import Query
import Testing

/// Three hundred thousand documents: more than a window, thousands of blocks in a list, tens of thousands of labels.
///
/// Set HUIZHI_LONG=1 to run; a release build takes minutes, a debug build much longer.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["HUIZHI_LONG"] == "1", "set HUIZHI_LONG=1 to run"))
struct ScaleTests {
    private static let documents = 300_000
    private static let questions = 400

    @Test func `finds, sorts and counts what looking at every document does`() throws {
        var corpus = try ScaleCorpus(seed: 301, moulds: 6_000)
        let fixture = try IndexFixture()
        let segmented = Searcher(try build(fixture, &corpus))
        #expect(segmented.snapshot.segments.count > 4)
        #expect(
            segmented.snapshot.segments.contains { $0.documentCount > 3 * 65_536 && $0.liveCount < $0.documentCount }
        )
        #expect(segmented.snapshot.documentCount == corpus.live.count)
        try fixture.writer.mergeAll()
        let merged = Searcher(try fixture.commit())
        #expect(merged.snapshot.segments.map(\.documentCount) == [corpus.live.count])
        for number in 0..<Self.questions {
            let query = corpus.query(depth: number % 4)
            let expected = corpus.matches(query)
            for searcher in [segmented, merged] {
                try expectMatches(searcher, query, expected, "question \(number)")
                try expectOrder(searcher, query, expected, corpus, number)
                try expectCounts(searcher, query, expected, corpus, number)
            }
        }
    }

    /// One great segment, then small ones with documents that are new, changed and gone.
    private func build(_ fixture: IndexFixture, _ corpus: inout ScaleCorpus) throws -> Snapshot {
        let first = Self.documents * 7 / 10
        for id in 0..<first { try fixture.add(corpus.document(id, version: 1)) }
        try fixture.writer.mergeAll()
        var snapshot = try fixture.commit()
        for batch in 0..<5 {
            for id in stride(from: first + batch, to: Self.documents, by: 5) {
                try fixture.add(corpus.document(id, version: 1))
            }
            for _ in 0..<4_000 {
                try fixture.add(
                    corpus.document(corpus.corpus.random.number(0...(first - 1)), version: UInt64(batch + 2))
                )
            }
            for _ in 0..<3_000 {
                let id = corpus.corpus.random.number(0...(first - 1))
                corpus.delete(id)
                try fixture.delete("d\(id)")
            }
            snapshot = try fixture.commit()
        }
        return snapshot
    }

    private func expectMatches(_ searcher: Searcher, _ query: QueryTree, _ expected: [Int], _ name: String) throws {
        let list = try searcher.matches(SearchRequest(query, sort: .identifier))
        #expect(list.count == expected.count, "\(name): \(query)")
        let found = try list.identifiers(0..<list.count)
        #expect(found == expected.map { "d\($0)" }.sorted(), "\(name): \(query)")
        let count = try searcher.count(query)
        #expect(count.total == expected.count && count.isExact && count.notes.isEmpty, "\(name)")
    }

    /// Two pages by number or by relevance.
    private func expectOrder(
        _ searcher: Searcher,
        _ query: QueryTree,
        _ expected: [Int],
        _ corpus: ScaleCorpus,
        _ number: Int
    ) throws {
        let column = number % 2 == 0 ? "date" : "size"
        let descending = number % 4 < 2
        var request = SearchRequest(query, limit: 40, sort: .number(column: column, descending: descending))
        let first = try searcher.search(request)
        request.after = first.next
        let second = first.next == nil ? [] : try searcher.search(request).hits
        let ordered = expected.map { (id: "d\($0)", key: corpus.number(column, $0)) }.sorted { left, right in
            if left.key == right.key { return left.id < right.id }
            guard let one = left.key, let other = right.key else { return left.key != nil }
            return descending ? one > other : one < other
        }
        #expect((first.hits + second).map(\.id) == ordered.prefix(80).map(\.id), "question \(number): \(query)")

        let relevant = try searcher.search(SearchRequest(query, limit: 30)).hits
        PagingTests.expectOrdered(relevant)
        if let best = relevant.first, let score = best.score {
            #expect(try searcher.explain(SearchRequest(query), id: best.id)?.score == score, "question \(number)")
        }
    }

    private func expectCounts(
        _ searcher: Searcher,
        _ query: QueryTree,
        _ expected: [Int],
        _ corpus: ScaleCorpus,
        _ number: Int
    ) throws {
        let columns = ["class", "owner", "kind", "serial"]
        let request = SearchRequest(
            query,
            limit: 0,
            facets: columns.map { FacetRequest(column: $0, limit: 5) } + [
                FacetRequest(column: "class", grouping: .first(3))
            ],
            histograms: [HistogramRequest(column: "date", divisor: 10_000), HistogramRequest(column: "size")],
            matrices: [
                MatrixRequest(rows: MatrixTests.labels("serial", limit: 5), columns: MatrixTests.labels("class")),
                MatrixRequest(rows: MatrixTests.labels("owner", limit: 5), columns: MatrixTests.numbers("size")),
            ]
        )
        let answer = try searcher.search(request)
        for (place, column) in columns.enumerated() {
            let labels = expected.flatMap { corpus.labels(column, $0) }.map { Array($0.utf8) }
            let leading = CountingTests.leading(labels)
            #expect(answer.facets[place].entries == Array(leading.prefix(5)), "question \(number): \(query)")
            #expect(answer.facets[place].distinct == leading.count, "question \(number): \(query)")
        }
        // Looking at every document for each cell takes long.
        for matrix in answer.matrices where number % 4 == 0 {
            expectCells(matrix, expected, corpus, "question \(number): \(query)")
        }
        let groups = expected.flatMap { Set(corpus.labels("class", $0).map { Array($0.utf8.prefix(3)) }) }
        #expect(answer.facets[4].entries == Array(CountingTests.leading(groups).prefix(10)), "question \(number)")
        for (place, (column, divisor)) in [("date", Int64(10_000)), ("size", 1)].enumerated() {
            let values = expected.compactMap { corpus.number(column, $0) }
            let buckets = Dictionary(values.map { ($0 / divisor, 1) }, uniquingKeysWith: +)
            #expect(answer.histograms[place].missing == expected.count - values.count, "question \(number)")
            #expect(
                answer.histograms[place].entries
                    == buckets.sorted { $0.key < $1.key }.map { .init(bucket: $0.key, count: $0.value) }
            )
        }
    }

    private func expectCells(_ matrix: MatrixResult, _ expected: [Int], _ corpus: ScaleCorpus, _ name: String) {
        func values(_ side: MatrixResult.Axis, _ id: Int) -> [Int] {
            switch side {
            case .labels(let facet):
                let labels = corpus.labels(facet.column, id).map { Array($0.utf8) }
                return facet.entries.indices.filter { labels.contains(facet.entries[$0].label) }
            case .numbers(let histogram):
                let value = corpus.number(histogram.column, id)
                return histogram.entries.indices.filter { histogram.entries[$0].bucket == value }
            }
        }
        var counts = [Int](repeating: 0, count: matrix.rows.count * matrix.columns.count)
        for id in expected {
            let rows = values(matrix.rows, id)
            if rows.isEmpty { continue }
            for column in values(matrix.columns, id) {
                for row in rows { counts[row * matrix.columns.count + column] += 1 }
            }
        }
        #expect(matrix.counts == counts, "\(name)")
    }
}
