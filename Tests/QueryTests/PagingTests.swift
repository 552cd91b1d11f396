import Index
import Query
import Testing

struct PagingTests {
    static let orders: [SortOrder] = [
        .relevance, .identifier, .number(column: "size", descending: true), .number(column: "size", descending: false),
        .number(column: "date", descending: true), .number(column: "date", descending: false),
        .label(column: "kind", descending: true), .label(column: "serial", descending: false),
    ]

    @Test(arguments: orders)
    func `pages show every hit exactly once and in order`(order: SortOrder) throws {
        var corpus = try RandomCorpus(seed: 41)
        let fixture = try IndexFixture()
        let searcher = Searcher(
            try RandomQueryTests.merged(fixture, &corpus),
            options: SearchOptions(windowLength: 64)
        )
        let words = ["a", "b", "光纤"].map { QueryTree.term(Array($0.utf8), fields: .all) }
        for query in [QueryTree.or(words), .all, .not(words[0])] {
            let list = try searcher.matches(SearchRequest(query, sort: order))
            let whole = try list.hits(0..<list.count)
            for start in stride(from: 0, to: list.count, by: 97) {
                let range = start..<min(start + 10, list.count)
                let part = try searcher.matches(SearchRequest(query, sort: order), within: range)
                #expect(part.count == list.count)
                #expect(try part.hits(range) == Array(whole[range]))
            }
            var paged: [Hit] = []
            var request = SearchRequest(query, limit: 7, sort: order)
            while true {
                let page = try searcher.search(request)
                #expect(page.total == list.count)
                paged += page.hits
                guard let next = page.next else { break }
                request.after = next
            }
            #expect(paged == whole)
            #expect(Set(paged.map(\.id)).count == list.count)
            Self.expectOrdered(paged)
        }
    }

    static func expectOrdered(_ hits: [Hit]) {
        for (left, right) in zip(hits, hits.dropFirst()) where left.key == right.key {
            #expect(left.id < right.id)
        }
    }

    @Test(arguments: [true, false])
    func `labels sort by their bytes, whatever segment they lie in, and what has none comes last`(descending: Bool)
        throws
    {
        let labels = [("a", "钢"), ("b", "an"), ("c", nil), ("d", "an"), ("e", "z"), ("f", ""), ("g", nil), ("h", "b")]
        let documents = labels.map { (id: String, label: String?) in
            SourceDocument(id: id, labels: label.map { ["serial": [$0]] } ?? [:])
        }
        let fixture = try IndexFixture()
        // Three publications make three segments.
        for part in [documents[0..<3], documents[3..<5]] {
            for document in part { try fixture.add(document) }
            _ = try fixture.commit()
        }
        for document in documents[5...] { try fixture.add(document) }
        let searcher = Searcher(try fixture.commit())
        let order = SortOrder.label(column: "serial", descending: descending)
        let hits = try searcher.search(SearchRequest(.all, limit: 9, sort: order)).hits
        // Equal labels stand in the order of identifiers in both directions.
        let expected =
            descending ? ["a", "e", "h", "b", "d", "f", "c", "g"] : ["f", "b", "d", "h", "e", "a", "c", "g"]
        #expect(hits.map(\.id) == expected)
        #expect(hits[1].key == .label(Array((descending ? "z" : "an").utf8)))
        #expect(hits.last?.key == .missing)
        // A label that is no longer there still names a place: before `b`, behind `an`.
        let after = SearchRequest(.all, sort: order, after: Cursor(key: .label(Array("az".utf8)), id: "x"))
        let rest = descending ? ["b", "d", "f", "c", "g"] : ["h", "e", "a", "c", "g"]
        #expect(try searcher.search(after).hits.map(\.id) == rest)
        #expect(throws: SearchFailure.unknownColumn("size")) {
            try searcher.search(SearchRequest(.all, sort: .label(column: "size", descending: false)))
        }
    }

    @Test(arguments: [true, false])
    func `documents without a number come last in both directions`(descending: Bool) throws {
        let documents = [("a", nil), ("b", 5), ("c", -7), ("d", nil), ("e", Int64.max), ("f", .min), ("g", 5)].map {
            (id: String, size: Int64?) in
            SourceDocument(id: id, numbers: size.map { ["size": $0] } ?? [:])
        }
        let searcher = try IndexFixture.searcher(documents)
        let order = SortOrder.number(column: "size", descending: descending)
        let hits = try searcher.search(SearchRequest(.all, limit: 9, sort: order)).hits
        let expected = descending ? ["e", "b", "g", "c", "f", "a", "d"] : ["f", "c", "b", "g", "e", "a", "d"]
        #expect(hits.map(\.id) == expected)
        #expect(hits.first?.key == .number(descending ? .max : .min))
        #expect(hits.last?.key == .missing)
        let last = SearchRequest(.all, sort: order, after: Cursor(key: .missing, id: "a"))
        #expect(try searcher.search(last).hits.map(\.id) == ["d"])
    }

    @Test func `a cursor goes on where its document has gone`() throws {
        let documents = (0..<6).map { SourceDocument(id: "d\($0)", numbers: ["size": Int64($0)]) }
        let searcher = try IndexFixture.searcher(documents)
        let request = SearchRequest(
            .all,
            sort: .number(column: "size", descending: false),
            after: Cursor(key: .number(2), id: "d2x")
        )
        #expect(try searcher.search(request).hits.map(\.id) == ["d3", "d4", "d5"])
    }

    @Test func `refuses what does not fit`() throws {
        let searcher = try IndexFixture.searcher([SourceDocument(id: "a")])
        let score = Cursor(key: .score(1), id: "a")
        #expect(throws: SearchFailure.cursorMismatch) {
            try searcher.search(SearchRequest(.all, sort: .identifier, after: score))
        }
        #expect(throws: SearchFailure.unknownColumn("nothing")) {
            try searcher.search(SearchRequest(.all, sort: .number(column: "nothing", descending: true)))
        }
        #expect(throws: SearchFailure.unknownColumn("class")) {
            try searcher.count(.numbers(column: "class", 1...2))
        }
        #expect(throws: SearchFailure.unknownColumn("size")) {
            try searcher.search(SearchRequest(.all, facets: [FacetRequest(column: "size")]))
        }
        #expect(throws: SearchFailure.limitTooLarge(asked: 2_000_000, maximum: 1_000_000)) {
            try searcher.search(SearchRequest(.all, limit: 2_000_000))
        }
    }

    @Test func `limit 0 counts only`() throws {
        let searcher = try IndexFixture.searcher([SourceDocument(id: "a")])
        let result = try searcher.search(SearchRequest(.all, limit: 0))
        #expect(result.total == 1)
        #expect(result.hits.isEmpty)
    }
}
