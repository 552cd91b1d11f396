import Index
import Testing

@testable import Query

struct SimplifyTests {
    static let fields = FieldMask(rawValue: 1)

    static func term(_ byte: UInt8) -> QueryTree { .term([byte], fields: fields) }

    static let cases: [(QueryTree, QueryTree)] = [
        (.and([]), .all),
        (.or([]), .none),
        (.and([.and([term(1), .all]), .and([term(2), .and([term(3)])])]), .and([term(1), term(2), term(3)])),
        (.or([.or([term(1), .none]), term(1)]), term(1)),
        (.and([term(1), .none]), .none),
        (.or([term(1), .all]), .all),
        (.not(.not(term(1))), term(1)),
        (.not(.not(.not(term(1)))), .not(term(1))),
        (.not(.all), .none),
        (.not(.none), .all),
        (.xor(term(1), term(1)), .none),
        (.xor(term(1), .not(term(1))), .all),
        (.xor(term(1), .none), term(1)),
        (.xor(.all, term(1)), .not(term(1))),
        (.boost(.boost(term(1), 3), 2), term(1)),
        (.term([1], fields: []), .none),
        (.anyOf([], fields: fields), .none),
        (.anyOf([[2], [2]], fields: fields), term(2)),
        (.anyOf([[2], [1], [2]], fields: fields), .anyOf([[1], [2]], fields: fields)),
        (.phrase([], fields: fields), .none),
        (.phrase([Slot(offset: 4, term: [1])], fields: fields), term(1)),
        (.phrase([Slot(offset: 0, term: [1]), Slot(offset: 1, .terms([]))], fields: fields), .none),
        (.spans(.word([1]), fields: fields), term(1)),
        (.spans(.anyOf([.word([1]), .word([2])]), fields: fields), .anyOf([[1], [2]], fields: fields)),
        (
            .or([term(2), .has(column: "x"), .anyOf([[1], [3]], fields: fields)]),
            .or([.anyOf([[1], [2], [3]], fields: fields), .has(column: "x")])
        ),
        (.or([term(1), .term([1], fields: .all)]), .or([term(1), .term([1], fields: .all)])),
        (.or([.identifiers(["a"]), .identifiers(["b"])]), .identifiers(["a", "b"])),
        (.frequency(.word([1]), fields: [], .less, 1), .all),
        (.frequency(.word([1]), fields: [], .greater, 0), .none),
        (.ordinals(column: "x", .exact([])), .none),
        (.ordinals(column: "x", .range(low: [2], high: [1])), .none),
        (.identifiers([]), .none),
    ]

    @Test(arguments: cases.indices)
    func `folds what needs no index`(index: Int) {
        #expect(Self.cases[index].0.simplified() == Self.cases[index].1)
    }

    @Test func `the words to score stand outside negations, each once with its greatest boost`() {
        let tree = QueryTree.and([
            Self.term(1), .not(Self.term(2)), .boost(.or([Self.term(1), Self.term(3)]), 2),
            .spans(
                .near(.word([4]), .phrase([Slot(offset: 0, term: [5])]), distance: 3, ordered: true),
                fields: Self.fields
            ),
        ])
        let words = ScoredWord.words(of: tree)
        #expect(words.map(\.terms) == [[[1]], [[3]], [[4]], [[5]]])
        #expect(words.map(\.boost) == [2, 2, 1, 1])
    }
}
