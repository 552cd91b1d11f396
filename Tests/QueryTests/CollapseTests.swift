import Index
import Query
import Testing

/// Of hits with the same label one is shown, and the totals of both are told.
struct CollapseTests {
    @Test(arguments: [true, false])
    func `pages show the first of each family and how many it stands for`(merged: Bool) throws {
        var corpus = try RandomCorpus(seed: 79)
        let fixture = try IndexFixture()
        let snapshot = try fixture.threeSegments(of: 400, merged: merged) { number in
            var document = corpus.document(id: number)
            // Families of one to some dozens of documents over all segments; a third has none.
            let kind = number % 1_000 % 3
            if kind > 0 { document.labels["serial"] = ["f\(corpus.random.number(0...90) * kind)"] }
            return document
        }
        let searcher = Searcher(snapshot, options: SearchOptions(windowLength: 192))
        func family(_ hit: Hit) -> String { fixture.documents[hit.id]?.labels["serial"]?.first ?? hit.id }
        var larger = 0
        let questions = TestLength.isLong ? 96 : 24
        for number in 0..<questions {
            let order = PagingTests.orders[number % PagingTests.orders.count]
            var request = SearchRequest(number < 6 ? .all : corpus.query(depth: number % 3), limit: 7, sort: order)
            let list = try searcher.matches(request)
            let all = try list.hits(0..<list.count)
            let sizes = Dictionary(all.map { (family($0), 1) }, uniquingKeysWith: +)
            var seen: Set<String> = []
            let expected = all.filter { seen.insert(family($0)).inserted }

            request.collapse = "serial"
            let collapsed = try searcher.matches(request)
            #expect(try collapsed.identifiers(0..<collapsed.count) == expected.map(\.id))
            var shown: [Hit] = []
            while true {
                let page = try searcher.search(request)
                #expect(page.total == all.count)
                #expect(page.groups == expected.count)
                shown += page.hits
                guard let next = page.next else { break }
                request.after = next
            }
            #expect(shown.map(\.id) == expected.map(\.id), "question \(number): \(request.query)")
            #expect(shown.map(\.groupSize) == expected.map { sizes[family($0)] ?? 0 })
            larger += shown.count { $0.groupSize > 1 }

            request.after = nil
            request.limit = 0
            #expect(try searcher.search(request).groups == expected.count)
            request.limit = 7
            request.needsTotal = false
            #expect(try searcher.search(request).hits.map(\.id) == expected.prefix(7).map(\.id))
        }
        #expect(larger > questions * 10)
    }

    @Test func `only a column of single labels tells what belongs together`() throws {
        let searcher = try IndexFixture.searcher([SourceDocument(id: "a")])
        for column in ["owner", "size", "nothing"] {
            #expect(throws: SearchFailure.unknownColumn(column)) {
                try searcher.search(SearchRequest(.all, collapse: column))
            }
        }
        #expect(try searcher.search(SearchRequest(.all, collapse: "serial")).groups == 1)
    }
}
