import Domain

@testable import EntryIndex

/// Random trees of the kind that the parser makes, the same for the same seed.
struct TreeMaker {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func below(_ count: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % count
    }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    mutating func tree(depth: Int) -> Expression {
        guard depth > 0, below(4) > 0 else { return leaf() }
        switch below(7) {
        case 0, 1: return Expression.all(of: parts(depth))
        case 2, 3: return Expression.any(of: parts(depth))
        case 4: return Expression.oddly(parts(depth))
        case 5: return Expression(.not(tree(depth: depth - 1)))
        default: return Expression(.weighted(tree(depth: depth - 1), by: pick([2, 0.5, 10, 0.01, 1000, 3.25])))
        }
    }

    private mutating func parts(_ depth: Int) -> [Expression] {
        (0..<(2 + below(3))).map { _ in tree(depth: depth - 1) }
    }

    // MARK: Leaves

    private mutating func leaf() -> Expression {
        let field: Field? = below(2) == 0 ? nil : pick(Field.allCases)
        if let field, below(8) == 0 { return Expression(.has(field)) }
        guard let field else { return boxLeaf() }
        switch field.kind {
        case .text, .name: return textLeaf(field)
        case .code where field == .technology:
            return Expression(.term(.word(pick(["1", "14", "35", "半导体", "III"])), field))
        case .code, .region, .country: return Expression(.term(term(inBox: false), field))
        case .number: return Expression(.number(number(), field))
        case .date: return Expression(.date(period(), field))
        case .classification(let scheme): return Expression(.symbol(symbol(scheme), field))
        }
    }

    private mutating func boxLeaf() -> Expression {
        switch below(8) {
        case 0: Expression(.everything)
        case 1: Expression(.date(period(), nil))
        case 2: Expression(.number(Expression.Number(pick(["CN201710601862.3", "12345678", "US8930553B2"])), nil))
        case 3: Expression(.symbol(Expression.Symbol(pick(["H01M10/05", "H01M", "Y02E60/00", "14-02"])), nil))
        case 4: Expression(.symbol(Expression.Symbol("H02K1", reach: .beginning), nil))
        default: textLeaf(nil)
        }
    }

    private mutating func textLeaf(_ field: Field?) -> Expression {
        switch below(6) {
        case 0: Expression(.near(proximity(depth: 2), field))
        case 1:
            Expression(
                .frequency(Expression.Frequency(operand(depth: 2), pick([.greater, .atLeast, .equal]), 3), field)
            )
        case 2 where field?.kind == .name: Expression(.term(.pattern([.text("Samsung \"Elec"), .any]), field))
        default: Expression(.term(term(inBox: field == nil), field))
        }
    }

    private mutating func term(inBox: Bool) -> Expression.Term {
        switch below(5) {
        case 0: .phrase(pick(["LED 灯", "a AND b", "5\" 屏", "C++", "2019", "(x", "石墨烯"]))
        case 1: .pattern(pick(Self.patterns))
        default: .word(pick(Self.words + (inBox ? [] : ["2019", "H01M", "20190305", "12345678", "CN106844774A"])))
        }
    }

    private static let words = ["石墨烯", "graphene", "Wi-Fi", "0.5", "B超", "1:2", "NOT门", "AT&T", "TI", "to", "O'Brien"]
    private static let patterns: [[Expression.Piece]] = [
        [.text("电池"), .any], [.any, .text("大学")], [.text("comput"), .one, .text("r")], [.any, .text("a"), .optional],
        [.text("x"), .one, .one], [.text("光"), .any, .text("纤")],
    ]

    private mutating func operand(depth: Int) -> Expression.Operand {
        switch below(5) {
        case 0 where depth > 0:
            let members = (0..<(2 + below(2))).map { _ in member(depth: depth - 1) }
            return Expression.Operand(.anyOf(members))
        case 1 where depth > 0: return Expression.Operand(.near(proximity(depth: depth - 1)))
        default: return Expression.Operand(.term(term(inBox: true)))
        }
    }

    private mutating func member(depth: Int) -> Expression.Operand {
        below(3) == 0 && depth > 0
            ? Expression.Operand(.near(proximity(depth: depth - 1))) : Expression.Operand(.term(term(inBox: true)))
    }

    private mutating func proximity(depth: Int) -> Expression.Proximity {
        let nearness: Expression.Nearness = pick([
            .after(1), .after(7), .within(5), .within(10_000), .sameSentence, .sameParagraph,
        ])
        return Expression.Proximity(operand(depth: depth), nearness, operand(depth: depth))
    }

    private mutating func number() -> Expression.Number {
        switch below(5) {
        case 0: Expression.Number(pick(["CN2019", "2014", "CN"]), reach: .beginning)
        case 1: Expression.Number("1862", reach: pick([.ending, .containing]))
        default: Expression.Number(pick(["201710601862.3", "CN106844774A", "1234", "PCT/CN2019/070001", "20190305"]))
        }
    }

    private mutating func symbol(_ scheme: FieldKind.Scheme) -> Expression.Symbol {
        let symbols: [String]
        switch scheme {
        case .ipc: symbols = ["H", "H01", "H01M", "H01M10/00", "H01M10/0525"]
        case .cpc: symbols = ["Y02E60/10", "A61K9/1652", "H01M"]
        case .locarno: symbols = ["14", "14-02"]
        case .nice: symbols = ["9", "45"]
        case .vienna: symbols = ["7", "7.1", "26.4.18"]
        case .other: symbols = ["5H029AJ03", "429/231.95"]
        }
        switch below(4) {
        case 0: return Expression.Symbol(pick(symbols), reach: .beginning)
        case 1 where scheme == .ipc || scheme == .cpc: return Expression.Symbol(pick(symbols), reach: .exact)
        default: return Expression.Symbol(pick(symbols))
        }
    }

    private mutating func date() -> PartialDate? {
        let year = pick([1, 999, 1789, 1985, 2019, 2020, 2099, 2100, 9999])
        switch below(3) {
        case 0: return PartialDate(year: year)
        case 1: return PartialDate(year: year, month: 1 + below(12))
        default: return PartialDate(year: year, month: 1 + below(12), day: 1 + below(28))
        }
    }

    private mutating func period() -> Expression.DateRange {
        while true {
            let first = below(4) == 0 ? nil : date()
            let last = below(4) == 0 ? nil : below(3) == 0 ? first : date()
            if let period = Expression.DateRange(from: first, through: last) { return period }
        }
    }
}
