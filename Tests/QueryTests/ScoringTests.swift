import Foundation
import Index
import Query
import Testing

struct ScoringTests {
    static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    static func documents() -> [SourceDocument] {
        [
            SourceDocument(id: "one", texts: [SourceDocument.text("a b"), SourceDocument.text("a a c d")]),
            SourceDocument(id: "two", texts: [SourceDocument.text("b"), SourceDocument.text("a x x x x x x x")]),
            SourceDocument(id: "three", texts: [SourceDocument.text("c d e")]),
        ]
    }

    /// N = 3, "a" in 2 documents: idf = ln(1 + 1.5 / 2.5); mean lengths 2 (title: 2, 1, 3) and 6 (body: 4, 8).
    @Test func `equals BM25F by hand`() throws {
        let searcher = try IndexFixture.searcher(Self.documents())
        let result = try searcher.search(SearchRequest(.term(Self.bytes("a"), fields: .all)))
        let idf = log(1 + 1.5 / 2.5)
        // one: title 3 x 1 / (0.25 + 0.75 x 2 / 2) = 3; body 1 x 2 / (0.25 + 0.75 x 4 / 6) = 2 / 0.75.
        let one = 3.0 + 2.0 / 0.75
        // two: body 1 x 1 / (0.25 + 0.75 x 8 / 6) = 1 / 1.25.
        let two = 0.8
        #expect(result.hits.map(\.id) == ["one", "two"])
        let scores = result.hits.compactMap(\.score)
        #expect(abs(scores[0] - idf * one / (2 + one)) < 1e-12)
        #expect(abs(scores[1] - idf * two / (2 + two)) < 1e-12)
    }

    @Test func `weights and constants are those of the request`() throws {
        let searcher = try IndexFixture.searcher(Self.documents())
        let scoring = Scoring(weights: [0, 1, 0], saturation: 1.5, lengthNormalisation: 0)
        let result = try searcher.search(SearchRequest(.term(Self.bytes("a"), fields: .all), scoring: scoring))
        let idf = log(1 + 1.5 / 2.5)
        let scores = result.hits.compactMap(\.score)
        #expect(abs(scores[0] - idf * 2 / 3.5) < 1e-12)
        #expect(abs(scores[1] - idf * 1 / 2.5) < 1e-12)
    }

    @Test func `forms of a word are scored as one word, a boost multiplies`() throws {
        let searcher = try IndexFixture.searcher(Self.documents())
        let forms = QueryTree.boost(.anyOf([Self.bytes("c"), Self.bytes("e")], fields: IndexFixture.title), 10)
        let result = try searcher.search(SearchRequest(forms))
        // "c" in two documents, "e" in one: together 3 of 3; three has both in a title of 3 words.
        let idf = log(1 + 0.5 / 3.5)
        let sum = 2 * 3.0 / (0.25 + 0.75 * 3 / 2)
        #expect(result.hits.map(\.id) == ["three"])
        #expect(abs((result.hits[0].score ?? 0) - 10 * idf * sum / (2 + sum)) < 1e-12)
    }

    @Test func `a phrase scores as the sum of its words`() throws {
        let searcher = try IndexFixture.searcher(Self.documents())
        let phrase = QueryTree.phrase(ProximityTests.slots("a b"), fields: IndexFixture.title)
        let words = QueryTree.and([
            .term(Self.bytes("a"), fields: IndexFixture.title), .term(Self.bytes("b"), fields: IndexFixture.title),
        ])
        let first = try searcher.search(SearchRequest(phrase))
        let second = try searcher.search(SearchRequest(words))
        #expect(first.hits.map(\.id) == ["one"])
        #expect(first.hits[0].key == second.hits[0].key)
    }

    @Test func `explains every score exactly`() throws {
        var corpus = try RandomCorpus(seed: 31)
        let fixture = try IndexFixture()
        let searcher = Searcher(
            try RandomQueryTests.merged(fixture, &corpus),
            options: SearchOptions(windowLength: 64)
        )
        var explained = 0
        for _ in 0..<60 {
            let request = SearchRequest(corpus.query(depth: 2), limit: 5)
            for hit in try searcher.search(request).hits {
                guard let score = hit.score else { continue }
                let explanation = try #require(try searcher.explain(request, id: hit.id))
                #expect(explanation.score == score)
                #expect(explanation.words.reduce(0) { $0 + $1.score } == score)
                explained += 1
            }
        }
        #expect(explained > 50)
        #expect(try searcher.explain(SearchRequest(.all), id: "nobody") == nil)
        #expect(try searcher.explain(SearchRequest(.none), id: fixture.documents.keys.min() ?? "")?.words == [])
    }

    @Test func `explanation shows the factors`() throws {
        let searcher = try IndexFixture.searcher(Self.documents())
        let request = SearchRequest(.term(Self.bytes("a"), fields: .all))
        let explanation = try #require(try searcher.explain(request, id: "two"))
        let word = try #require(explanation.words.first)
        #expect(explanation.documentCount == 3)
        #expect(word.documentFrequency == 2)
        let field = try #require(word.fields.first)
        #expect(word.fields.count == 1)
        #expect(field.term == Self.bytes("a") && field.field == "body")
        #expect(field.frequency == 1 && field.length == 8 && field.averageLength == 6 && field.weight == 1)
        #expect(field.part == 1 / (0.25 + 0.75 * 8 / 6.0))
    }

    @Test func `equal scores are ordered by identifier`() throws {
        let documents = ["b", "c", "a", "d"].map { SourceDocument(id: $0, texts: [SourceDocument.text("w")]) }
        let searcher = try IndexFixture.searcher(documents)
        let request = SearchRequest(.term(Self.bytes("w"), fields: .all), limit: 3)
        #expect(try searcher.search(request).hits.map(\.id) == ["a", "b", "c"])
    }

    @Test func `a query without words is ordered newest first`() throws {
        let documents = [("a", 1), ("b", 3), ("c", 2)].map { id, date in
            SourceDocument(id: id, numbers: ["date": Int64(date)])
        }
        let searcher = try IndexFixture.searcher(documents)
        #expect(try searcher.search(SearchRequest(.all)).hits.map(\.id) == ["b", "c", "a"])
    }
}
