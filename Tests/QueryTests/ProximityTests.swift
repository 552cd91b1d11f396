import Index
import Query
import Testing

/// Hand-written texts and the places where words stand in them.
struct ProximityTests {
    static func word(_ text: String) -> SpanTree { .word(Array(text.utf8)) }

    static func slots(_ words: String) -> [Slot] {
        words.split(separator: " ").enumerated().map { Slot(offset: UInt32($0.offset), term: Array($0.element.utf8)) }
    }

    static func finds(_ query: QueryTree, in title: String, body: String = "") throws -> Bool {
        let document = SourceDocument(id: "x", texts: [SourceDocument.text(title), SourceDocument.text(body)])
        return try IndexFixture.searcher([document]).count(query).total == 1
    }

    @Test(arguments: [
        ("a b", 1, true, true), ("b a", 1, true, false), ("b a", 1, false, true),
        ("a x b", 1, false, false), ("a x b", 2, true, true), ("a x x x x b", 5, true, true),
        ("a x x x x x b", 5, true, false), ("a x . b", 2, true, true), ("a x | b", 2, true, false),
        ("a | x b", 9, false, false), ("a", 5, false, false), ("b | a x b", 2, false, true),
    ])
    func `NEAR and ADJ count positions and stay in the paragraph`(
        text: String,
        distance: Int,
        ordered: Bool,
        expected: Bool
    ) throws {
        let query = QueryTree.near(
            Self.word("a"),
            Self.word("b"),
            distance: distance,
            ordered: ordered,
            fields: .all
        )
        #expect(try Self.finds(query, in: text) == expected)
    }

    @Test(arguments: [("a a", true), ("a x a", true), ("a", false), ("a | a", false), ("a x x a", false)])
    func `a word near itself means two occurrences`(text: String, expected: Bool) throws {
        let query = QueryTree.near(Self.word("a"), Self.word("a"), distance: 2, ordered: false, fields: .all)
        #expect(try Self.finds(query, in: text) == expected)
    }

    @Test(arguments: [
        ("a x b .", true), ("b x a", true), ("a . b", false), ("a x . x b", false), ("x . a b . x", true),
        ("a | b", false), ("a . b | b x a", true),
    ])
    func `WITH stays in the sentence`(text: String, expected: Bool) throws {
        let query = QueryTree.sameSentence(Self.word("a"), Self.word("b"), fields: .all)
        #expect(try Self.finds(query, in: text) == expected)
    }

    @Test(arguments: [("a . x . b |", true), ("a | b", false), ("b . a | a", true), ("a . | b .", false)])
    func `SAME stays in the paragraph`(text: String, expected: Bool) throws {
        let query = QueryTree.sameParagraph(Self.word("a"), Self.word("b"), fields: .all)
        #expect(try Self.finds(query, in: text) == expected)
    }

    @Test(arguments: [("a b c", true), ("a b . c", true), ("a b | c", false), ("a x c", false), ("a b a b c", true)])
    func `phrases cross sentences, not paragraphs`(text: String, expected: Bool) throws {
        #expect(try Self.finds(.phrase(Self.slots("a b c"), fields: .all), in: text) == expected)
    }

    @Test(arguments: [
        ("a x c", true), ("a | c", false), ("a c", false), ("x a x c", true), ("a x x c", false), ("a . c", false),
    ])
    func `a phrase with a gap asks where paragraphs end`(text: String, expected: Bool) throws {
        let slots = [Slot(offset: 0, term: Array("a".utf8)), Slot(offset: 2, term: Array("c".utf8))]
        #expect(try Self.finds(.phrase(slots, fields: .all), in: text) == expected)
        #expect(try Self.finds(.phrase(slots.reversed(), fields: .all), in: text) == expected)
    }

    @Test(arguments: [
        // Every word stands before the phrase too; the first has to be looked for again and again.
        ("a a b a b a b a c b a b c", true), ("a a b a b a b a c b a b b", false), ("c b a a b c", true),
        ("b c a b", false), ("a b", false), ("x x x a b c", true),
    ])
    func `a phrase is found behind false starts, in whatever order its words are given`(
        text: String,
        expected: Bool
    ) throws {
        let slots = Self.slots("a b c")
        for slots in [slots, slots.reversed(), [slots[1], slots[0], slots[2]]] {
            #expect(try Self.finds(.phrase(slots, fields: .all), in: text) == expected)
            #expect(try Self.finds(.phrase(slots, fields: .all), in: "a b x c", body: text) == expected)
        }
        let moved = slots.map { Slot(offset: $0.offset + 5, $0.alternatives) }
        #expect(try Self.finds(.phrase(moved, fields: .all), in: text) == expected)
    }

    @Test(arguments: [("a a a b", true), ("a a b a", false), ("a a a a b", true), ("a b a a", false)])
    func `a word may stand in a phrase several times`(text: String, expected: Bool) throws {
        #expect(try Self.finds(.phrase(Self.slots("a a a b"), fields: .all), in: text) == expected)
    }

    @Test func `nothing reaches from one field into another`() throws {
        #expect(try !Self.finds(.phrase(Self.slots("a b"), fields: .all), in: "a", body: "b"))
        #expect(try Self.finds(.phrase(Self.slots("a b"), fields: .all), in: "a", body: "a b"))
        #expect(try !Self.finds(.phrase(Self.slots("a b"), fields: IndexFixture.title), in: "a", body: "a b"))
        let near = QueryTree.near(
            Self.word("a"),
            Self.word("b"),
            distance: 9,
            ordered: false,
            fields: .all
        )
        #expect(try !Self.finds(near, in: "a", body: "b"))
    }

    @Test(arguments: [("p q x r", 2, true), ("p q x r", 1, false), ("p x q r", 3, false), ("r p q", 1, true)])
    func `distance runs from the end of one operand to the beginning of the other`(
        text: String,
        distance: Int,
        expected: Bool
    ) throws {
        let query = QueryTree.near(
            .phrase(Self.slots("p q")),
            Self.word("r"),
            distance: distance,
            ordered: false,
            fields: .all
        )
        #expect(try Self.finds(query, in: text) == expected)
    }

    @Test(arguments: [(1, false), (2, true)])
    func `a pair of two characters ends one position later`(distance: Int, expected: Bool) throws {
        // Han pairs overlap: 光纤 stands at 0 and covers 0...1, 传感 at 3.
        let wide = SpanTree.word(.terms([Array("光纤".utf8)]), width: 2)
        let query = QueryTree.near(wide, Self.word("传感"), distance: distance, ordered: true, fields: .all)
        #expect(try Self.finds(query, in: "光纤 纤x x 传感") == expected)
    }

    @Test func `nested proximity and or-groups`() throws {
        let inner = SpanTree.near(Self.word("a"), Self.word("b"), distance: 2, ordered: true)
        let group = SpanTree.anyOf([Self.word("c"), Self.word("d")])
        let query = QueryTree.near(inner, group, distance: 1, ordered: true, fields: .all)
        #expect(try Self.finds(query, in: "a x b d"))
        #expect(try Self.finds(query, in: "a b c"))
        #expect(try !Self.finds(query, in: "a x b x d"))
        #expect(try !Self.finds(query, in: "b a c"))
    }

    @Test(arguments: [
        (Comparison.equal, 3, true), (.equal, 2, false), (.notEqual, 3, false), (.less, 4, true),
        (.lessOrEqual, 2, false),
        (.greater, 2, true), (.greater, 3, false), (.greaterOrEqual, 3, true),
    ])
    func `frequency counts over all wanted fields`(comparison: Comparison, bound: Int, expected: Bool) throws {
        let query = QueryTree.frequency(Self.word("a"), fields: .all, comparison, bound)
        #expect(try Self.finds(query, in: "a x a", body: "a b") == expected)
    }

    @Test func `no occurrence is a frequency of 0`() throws {
        #expect(try Self.finds(.frequency(Self.word("z"), fields: .all, .less, 1), in: "a"))
        #expect(try Self.finds(.frequency(Self.word("a"), fields: IndexFixture.body, .equal, 0), in: "a"))
        #expect(try !Self.finds(.frequency(Self.word("a"), fields: .all, .equal, 0), in: "a"))
    }

    @Test func `the frequency of a phrase is the number of its places`() throws {
        let query = QueryTree.frequency(.phrase(Self.slots("a b")), fields: .all, .equal, 3)
        #expect(try Self.finds(query, in: "a b a b", body: "x a b a | b"))
    }

    @Test(arguments: [("a x b", false), ("a y b", true), ("x a y b x", true), ("a x b a y b", true), ("y", false)])
    func `an absent slot is a place where a term must not stand`(text: String, expected: Bool) throws {
        let slots = [
            Slot(offset: 1, .terms([Array("x".utf8)]), isAbsent: true), Slot(offset: 0, term: Array("a".utf8)),
            Slot(offset: 2, term: Array("b".utf8)),
        ]
        #expect(try Self.finds(.phrase(slots, fields: .all), in: text) == expected)
    }

    @Test func `absent slots alone find nothing`() throws {
        let slot = Slot(offset: 0, .terms([Array("x".utf8)]), isAbsent: true)
        #expect(try !Self.finds(.phrase([slot], fields: .all), in: "a b"))
        #expect(try !Self.finds(.phrase([slot, slot], fields: .all), in: "a b"))
        #expect(try !Self.finds(.spans(.phrase([slot]), fields: .all), in: "a b"))
    }

    @Test func `an absent slot alone adds nothing to a frequency`() throws {
        let absent = SpanTree.phrase([Slot(offset: 0, .terms([Array("x".utf8)]), isAbsent: true)])
        let query = QueryTree.frequency(.anyOf([absent, Self.word("a")]), fields: .all, .equal, 1)
        #expect(try Self.finds(query, in: "a x x"))
    }

    @Test func `spellings that begin at one place count once`() throws {
        // `ab` stands where a does, as the joined form of a hyphenated word.
        let spellings = SpanTree.anyOf([Self.word("ab"), .phrase(Self.slots("a b"))])
        #expect(try Self.finds(.frequency(spellings, fields: .all, .equal, 3), in: "a +ab b x a b"))
        #expect(try Self.finds(.frequency(.starts(spellings), fields: .all, .equal, 2), in: "a +ab b x a b"))
    }

    @Test(arguments: [("ab", "ab x", true), ("a", "abc", true), ("b", "abc", false), ("", "x", true)])
    func `a beginning finds every term that starts so`(prefix: String, text: String, expected: Bool) throws {
        #expect(try Self.finds(.beginning(Array(prefix.utf8), fields: .all), in: text) == expected)
        #expect(try !Self.finds(.beginning(Array(prefix.utf8), fields: IndexFixture.body), in: text))
    }

    @Test func `too many places are cut and said`() throws {
        let text = Array(repeating: "a b", count: 20).joined(separator: " ")
        let fixture = try IndexFixture()
        try fixture.add(SourceDocument(id: "x", texts: [SourceDocument.text(text)]))
        let searcher = Searcher(try fixture.commit(), options: SearchOptions(maximumSpans: 10))
        let query = QueryTree.sameParagraph(Self.word("a"), Self.word("b"), fields: .all)
        let count = try searcher.count(query)
        #expect(count.total == 1)
        #expect(count.notes == [.spans(kept: 10)])
    }
}
