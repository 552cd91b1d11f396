import Index
import Query
import Testing

struct ExpansionTests {
    static func fixture() throws -> IndexFixture {
        let fixture = try IndexFixture()
        for id in 0..<30 {
            let word = "w" + (id < 10 ? "0" : "") + String(id)
            try fixture.add(SourceDocument(id: "d\(id)", texts: [SourceDocument.text("\(word) x . x |")]))
            if id % 7 == 0 { _ = try fixture.commit() }
        }
        return fixture
    }

    @Test func `within the bound nothing is said`() throws {
        let searcher = Searcher(try Self.fixture().commit(), options: SearchOptions(maximumExpansion: 30))
        let result = try searcher.search(SearchRequest(.expand(.prefix([0x77]), fields: .all)))
        #expect(result.total == 30)
        #expect(result.notes == [])
    }

    @Test func `over the bound the first words in byte order are kept and the answer says so`() throws {
        let fixture = try Self.fixture()
        let pattern = Pattern.prefix([0x77])
        let options = SearchOptions(maximumExpansion: 12)
        let before = Searcher(try fixture.commit(), options: options)
        let list = try before.matches(SearchRequest(.expand(pattern, fields: .all), sort: .identifier))
        #expect(Set(try list.identifiers(0..<99)) == Set((0..<12).map { "d\($0)" }))
        #expect(list.notes == [.expansion(pattern, kept: 12)])
        try fixture.writer.mergeAll()
        let after = Searcher(try fixture.commit(), options: options)
        #expect(try after.count(.expand(pattern, fields: .all)).total == 12)
    }

    @Test func `a bounded scan is said`() throws {
        let searcher = Searcher(try Self.fixture().commit(), options: SearchOptions(maximumScan: 2))
        let pattern = Pattern.suffix([0x78])
        let count = try searcher.count(.expand(pattern, fields: .all))
        #expect(count.notes == [.expansion(pattern, kept: 1)] || count.notes == [.expansion(pattern, kept: 0)])
    }

    @Test func `ends of sentences and paragraphs are no words`() throws {
        let searcher = Searcher(try Self.fixture().commit())
        let anything = Pattern([.any(maximum: nil)])
        let result = try searcher.count(.and([.expand(anything, fields: .all), .identifiers(["d3"])]))
        #expect(result.total == 1)
        let twoCharacters = Pattern([.one, .one])
        #expect(try searcher.count(.expand(twoCharacters, fields: .all)).total == 0)
    }

    @Test func `very many forms are scored by the most frequent ones`() throws {
        let fixture = try Self.fixture()
        try fixture.add(SourceDocument(id: "again", texts: [SourceDocument.text("w29 w29")]))
        let searcher = Searcher(try fixture.commit(), options: SearchOptions(maximumScoredForms: 1))
        let result = try searcher.search(SearchRequest(.expand(.prefix([0x77]), fields: .all), limit: 2))
        #expect(result.total == 31)
        #expect(result.hits.map(\.id) == ["again", "d29"])
        #expect(result.notes == [.scoredForms(kept: 1)])
    }

    @Test func `more forms than streams match the same`() throws {
        let fixture = try IndexFixture()
        for id in 0..<200 { try fixture.add(SourceDocument(id: "d\(id)", texts: [SourceDocument.text("w\(id) y")])) }
        let searcher = Searcher(try fixture.commit())
        let phrase = QueryTree.phrase(
            [Slot(offset: 0, .pattern(.prefix([0x77]))), Slot(offset: 1, term: [0x79])],
            fields: .all
        )
        #expect(try searcher.count(phrase).total == 200)
        #expect(try searcher.count(.not(.expand(.prefix([0x77]), fields: .all))).total == 0)
        #expect(try searcher.search(SearchRequest(.expand(.prefix([0x77]), fields: .all))).hits.count == 10)
    }
}
