import Index
import Query
import Testing

struct TellingWordTests {
    @Test func `words that are rare here and frequent in the text come first`() throws {
        let documents = (0..<10).map { number in
            var document = SourceDocument(id: "d\(number)")
            document.texts = [SourceDocument.text("all" + (number < 2 ? " few" : "") + (number == 0 ? " one" : ""))]
            return document
        }
        let searcher = try IndexFixture.searcher(documents)
        func telling(_ counts: [(String, Int)], limit: Int = 10) throws -> [String] {
            let words = counts.map { Searcher.TextWord(terms: [Array($0.0.utf8)], count: $0.1) }
            return try searcher.tellingWords(words, limit: limit).map { String(decoding: $0.terms[0], as: UTF8.self) }
        }
        // ln(1 + 9.5 / 1.5) / 3 = 0.664; ln(1 + 8.5 / 2.5) / 3 = 0.494, at four times 4 / 6 of 1.482 = 0.988;
        // ln(1 + 0.5 / 10.5) x 10 / 12 = 0.039.
        #expect(try telling([("all", 10), ("few", 1), ("one", 1), ("none", 9)]) == ["one", "few", "all"])
        #expect(try telling([("all", 10), ("few", 4), ("one", 1)]) == ["few", "one", "all"])
        #expect(try telling([("all", 10), ("few", 4), ("one", 1)], limit: 2) == ["few", "one"])
        #expect(try telling([("few", 1)], limit: -1).isEmpty && telling([]).isEmpty)
        // Forms count together: few and one are in 3 of 10, at most.
        let both = Searcher.TextWord(terms: [Array("few".utf8), Array("one".utf8)], count: 1)
        let few = Searcher.TextWord(terms: [Array("few".utf8)], count: 1)
        #expect(try searcher.tellingWords([both, few], limit: 2) == [few, both])
    }
}
