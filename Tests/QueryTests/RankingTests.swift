import Index
import Query
import Testing

/// The first hits by relevance, found by looking where they may be, are those of an order of all hits.
struct RankingTests {
    @Test(arguments: [true, false])
    func `the best hits are those of the whole order, with and without a total`(merged: Bool) throws {
        var corpus = try RandomCorpus(seed: 71)
        let fixture = try IndexFixture()
        let snapshot = try fixture.threeSegments(of: 1_300, merged: merged) { corpus.document(id: $0) }
        #expect(snapshot.segments.count == (merged ? 1 : 3))
        var compared = 0
        let questions = TestLength.isLong ? 300 : 60
        for number in 0..<questions {
            let searcher = Searcher(snapshot, options: SearchOptions(windowLength: number % 3 == 0 ? 192 : 65_536))
            var request = SearchRequest(corpus.query(depth: number % 3), limit: [1, 3, 10, 40][number % 4])
            switch number % 5 {
            case 1: request.scoring = Scoring(weights: [0, 5, 1], saturation: 0.4, lengthNormalisation: 0.2)
            case 2: request.scoring = Scoring(saturation: 3, lengthNormalisation: 1)
            case 3: request.filter = .ordinals(column: "kind", .exact([Array("p".utf8)]))
            case 4: request.scoring = Scoring(weights: [1, 0.1, 9], lengthNormalisation: 0)
            default: break
            }
            let list = try searcher.matches(request)
            let whole = try list.hits(0..<list.count)
            for page in 0..<3 {
                request.needsTotal = true
                let counted = try searcher.search(request)
                request.needsTotal = false
                let ranked = try searcher.search(request)
                let expected = Array(whole.dropFirst(page * request.limit).prefix(request.limit))
                #expect(counted.hits == expected, "question \(number), page \(page): \(request.query)")
                #expect(ranked.hits == expected, "question \(number), page \(page): \(request.query)")
                #expect(counted.total == list.count && counted.isExact)
                #expect(ranked.total <= list.count && ranked.total >= expected.count)
                guard let next = counted.next else { break }
                request.after = next
                compared += 1
            }
        }
        #expect(compared > questions * 2 / 3)
    }

    @Test func `the newest hits are found without meeting the older ones`() throws {
        var corpus = try RandomCorpus(seed: 73)
        let fixture = try IndexFixture()
        let snapshot = try fixture.threeSegments(of: 1_300, merged: false) { corpus.document(id: $0) }
        let searcher = Searcher(snapshot, options: SearchOptions(windowLength: 64))
        var stopped = 0
        for number in 0..<60 {
            var request = SearchRequest(
                number == 0 ? .all : corpus.query(depth: number % 3),
                limit: [1, 5, 30][number % 3],
                sort: .number(column: snapshot.schema.orderColumn, descending: number % 4 != 3)
            )
            let list = try searcher.matches(request)
            let whole = try list.hits(0..<list.count)
            request.needsTotal = false
            for page in 0..<4 {
                let answer = try searcher.search(request)
                let expected = Array(whole.dropFirst(page * request.limit).prefix(request.limit))
                #expect(answer.hits == expected, "question \(number), page \(page): \(request.query)")
                #expect(answer.isExact ? answer.total == list.count : answer.total <= list.count)
                if answer.total < list.count { stopped += 1 }
                guard let next = answer.next else { break }
                request.after = next
            }
        }
        #expect(stopped > 60)
    }

    @Test func `few documents are met where few can be among the best`() throws {
        let fixture = try IndexFixture()
        for number in 0..<4_000 {
            // One document in a thousand says the word again and again, all others once among others.
            let text = number % 1_000 == 500 ? "w w w w w w" : "w " + String(repeating: "x ", count: 10)
            try fixture.add(SourceDocument(id: "d\(number)", texts: [SourceDocument.text(text)]))
        }
        let searcher = Searcher(try fixture.commit())
        let word = QueryTree.term(Array("w".utf8), fields: .all)
        let best = try searcher.search(SearchRequest(word, limit: 4, needsTotal: false))
        #expect(Set(best.hits.map(\.id)) == ["d500", "d1500", "d2500", "d3500"])
        #expect(best.total < 2_000 && !best.isExact)
        #expect(try searcher.search(SearchRequest(word, limit: 4)).total == 4_000)
    }
}
