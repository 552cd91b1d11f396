import Index
import Query
import Testing

/// Words that must all be there, some of them at certain places: with a rare word, with none, with one that is missing.
struct ConjunctionTests {
    private static let documents = 3_000
    /// Word `r8` stands in one document in eight, and so on.
    private static let shares = [8, 20, 50, 130, 400, 700, 1_500]

    /// Two texts in which words of each share stand now and then, some more than once, among others and ends of paragraphs.
    private static func document(_ id: Int, _ random: inout SeededGenerator) -> SourceDocument {
        var document = SourceDocument(id: "d\(id)")
        document.numbers["date"] = Int64(20_000_101 + id)
        for _ in 0..<2 {
            var words: [String] = []
            for share in shares where random.number(1...share) == 1 {
                words += [String](repeating: "r\(share)", count: random.number(1...2))
            }
            words += (0..<random.number(0...5)).map { _ in random.chance(20) ? "| x" : "x" }
            // No text begins with the end of a paragraph, and none stands behind another.
            document.texts.append(SourceDocument.text("x " + words.shuffled(using: &random).joined(separator: " ")))
        }
        document.texts.append(SourceDocument.text(random.chance(10) ? "~r8" : ""))
        return document
    }

    private static func word(_ random: inout SeededGenerator) -> [UInt8] {
        Array(random.chance(8) ? "x".utf8 : "r\(random.element(shares))".utf8)
    }

    private static func query(_ random: inout SeededGenerator) -> QueryTree {
        let masks: [FieldMask] = [
            .all, .all, IndexFixture.title, IndexFixture.body, [IndexFixture.title, IndexFixture.keys],
        ]
        let (first, second, fields) = (word(&random), word(&random), random.element(masks))
        let phrase = QueryTree.phrase([Slot(offset: 0, term: first), Slot(offset: 1, term: second)], fields: fields)
        let near = QueryTree.near(
            .word(.terms([first]), width: 1),
            .word(.terms([second]), width: 1),
            distance: random.number(1...6),
            ordered: random.chance(40),
            fields: fields
        )
        switch random.number(0...5) {
        case 0: return .and([.term(first, fields: fields), .term(second, fields: random.element(masks))])
        case 1:
            return .and([.term(first, fields: fields), .term(second, fields: .all), .term(word(&random), fields: .all)])
        case 2: return phrase
        case 3: return near
        case 4: return .and([phrase, near, .boost(.term(word(&random), fields: fields), 2)])
        default:
            let absent = Slot(offset: 1, .terms([second]), isAbsent: true)
            return .and([.phrase([Slot(offset: 0, term: first), absent], fields: fields), .term(first, fields: .all)])
        }
    }

    @Test(arguments: [true, false], [192, 65_536])
    func `the best documents with all words are those of the whole order`(merged: Bool, windowLength: Int) throws {
        var random = SeededGenerator(seed: merged ? 401 : 402)
        let fixture = try IndexFixture()
        let snapshot = try fixture.threeSegments(of: Self.documents, merged: merged) { Self.document($0, &random) }
        let searcher = Searcher(snapshot, options: SearchOptions(windowLength: windowLength))
        var found = 0
        for number in 0..<400 {
            var request = SearchRequest(Self.query(&random), limit: [1, 3, 10][number % 3], needsTotal: false)
            let list = try searcher.matches(request)
            let whole = try list.hits(0..<list.count)
            for page in 0..<2 {
                let expected = Array(whole.dropFirst(page * request.limit).prefix(request.limit))
                let answer = try searcher.search(request)
                #expect(answer.hits == expected, "question \(number), page \(page): \(request.query)")
                guard let next = answer.next else { break }
                request.after = next
                found += 1
            }
        }
        #expect(found > 150, "too few questions with as many hits as were wanted")
    }

    @Test func `a word named twice counts once`() throws {
        let texts = ["a a b", "a b a", "b a", "a"]
        let searcher = try IndexFixture.searcher(
            texts.enumerated().map { SourceDocument(id: "d\($0)", texts: [SourceDocument.text($1)]) }
                + (0..<200).map { SourceDocument(id: "x\($0)", texts: [SourceDocument.text("x")]) }
        )
        let (a, b) = (Array("a".utf8), Array("b".utf8))
        func hits(_ query: QueryTree) throws -> [String] {
            try searcher.search(SearchRequest(query, needsTotal: false)).hits.map(\.id).sorted()
        }
        let twice = [Slot(offset: 0, term: a), Slot(offset: 1, term: a)]
        #expect(try hits(.phrase(twice, fields: .all)) == ["d0"])
        #expect(try hits(.and([.phrase(twice, fields: .all), .term(b, fields: .all)])) == ["d0"])
        #expect(try hits(.near(.word(a), .word(a), distance: 2, ordered: true, fields: .all)) == ["d0", "d1"])
        #expect(
            try hits(.and([.term(a, fields: .all), .term(a, fields: IndexFixture.title)])) == ["d0", "d1", "d2", "d3"]
        )
    }

    @Test func `what nobody waits for ends, and says so`() throws {
        let searcher = try IndexFixture.searcher(
            (0..<100).map { SourceDocument(id: "d\($0)", texts: [SourceDocument.text($0 < 3 ? "a b" : "x")]) }
        )
        let query = QueryTree.phrase([Slot(offset: 0, term: [97]), Slot(offset: 1, term: [98])], fields: .all)
        #expect(throws: SearchFailure.cancelled) {
            try searcher.search(
                SearchRequest(query, needsTotal: false),
                control: SearchControl(isCancelled: { true })
            )
        }
    }
}
