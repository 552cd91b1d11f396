import Index
import Testing

@testable import Query

struct SimplifyTests {
    static let fields = FieldMask(rawValue: 1)

    static let others = FieldMask(rawValue: 6)

    static func term(_ byte: UInt8) -> QueryTree { .term([byte], fields: fields) }

    static func phrase(_ fields: FieldMask) -> QueryTree {
        .phrase([Slot(offset: 0, term: [1]), Slot(offset: 1, term: [2])], fields: fields)
    }

    static func near(_ fields: FieldMask) -> QueryTree {
        .spans(.near(.word([1]), .word([2]), distance: 3, ordered: true), fields: fields)
    }

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
        (.or([term(1), .term([1], fields: .all)]), .term([1], fields: .all)),
        (
            .or([
                .anyOf([[1], [2]], fields: fields), .term([1], fields: others), .term([3], fields: [fields, others]),
            ]),
            .or([.anyOf([[1], [3]], fields: [fields, others]), term(2)])
        ),
        (
            .or([phrase(fields), .has(column: "x"), phrase(others)]),
            .or([phrase([fields, others]), .has(column: "x")])
        ),
        (.or([near(fields), near(others)]), near([fields, others])),
        (.and([phrase(fields), phrase(others)]), .and([phrase(fields), phrase(others)])),
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

    @Test func `a word counts once in each field, and fields with equal boosts make one word`() {
        func term(_ fields: UInt32, _ boost: Double) -> QueryTree {
            .boost(.term([1], fields: FieldMask(rawValue: fields)), boost)
        }
        let parts = [term(0b0011, 1), term(0b0110, 2), term(0b1100, 1)]
        for parts in [parts, parts.reversed(), [parts[1], parts[0], parts[2]]] {
            let words = ScoredWord.words(of: .or(parts)).sorted { $0.boost < $1.boost }
            #expect(words.map(\.fields.rawValue) == [0b1001, 0b0110])
            #expect(words.map(\.boost) == [1, 2])
        }
    }
}
