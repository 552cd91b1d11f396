import Index
import Query

/// Random documents and random questions about them, from one seed.
struct RandomCorpus {
    static let words = [
        "a", "b", "光纤", "石墨", "ab", "c", "墨烯", "bc", "abc", "电池", "cab", "烯", "ca", "光缆", "abcd", "d", "光电", "dd",
    ]
    static let joined = ["j1", "j2", "aj"]
    static let loose = ["k1", "k2", "k3", "ak"]
    static let classes = ["A01B1", "A01B12", "A01C", "B60L3", "B60L30", "H01M10", "H01M4", "H02K"]
    static let owners = ["华为", "ACME", "acme co", "Ömega", "中科", "B"]
    static let kinds = ["p", "q", "r"]

    private static func patterns(_ others: [String]) throws -> [NotedPattern] {
        let vocabulary = words + joined + loose + others
        return try ["a*", "*b", "a#c", "?b", "光*", "#", "*", "a+d", "##", "*b*", "a?", "z*", "光?", "墨烯", "*a*b*"]
            .map { try NotedPattern($0, vocabulary: vocabulary) }
    }

    var random: SeededGenerator
    let patterns: [NotedPattern]

    /// Documents may have other words, too, if they are named here: patterns mean those as well.
    init(seed: UInt64, otherWords: [String] = []) throws {
        random = SeededGenerator(seed: seed)
        patterns = try Self.patterns(otherWords)
    }

    // MARK: Documents

    mutating func document(id: Int, version: UInt64 = 1) -> SourceDocument {
        var document = SourceDocument(id: "d\(id)", version: version)
        document.texts = [text(0...8), text(0...30), keys()]
        if random.chance(85) { document.numbers["date"] = Int64(random.number(2000...2012)) * 10_000 + 101 }
        if random.chance(60) { document.numbers["size"] = Int64(random.number(-20...20)) }
        document.labels["kind"] = [random.skewed(Self.kinds)]
        document.labels["class"] = (0..<random.number(0...3)).map { _ in random.skewed(Self.classes) }
        document.labels["owner"] = (0..<random.number(0...2)).map { _ in random.skewed(Self.owners) }
        return document
    }

    private mutating func text(_ length: ClosedRange<Int>) -> SourceDocument.Text {
        var text = SourceDocument.Text()
        var position = 0
        for _ in 0..<random.number(length) {
            text.append(random.skewed(Self.words), position)
            let endsParagraph = random.chance(8)
            // What covers two positions does not stand at the last one of a paragraph.
            if !endsParagraph, random.chance(6) { text.append(random.element(Self.joined), position) }
            if random.chance(18) { text.sentenceEnds.append(position) }
            if endsParagraph { text.paragraphEnds.append(position) }
            position += endsParagraph || random.chance(5) ? 2 : 1
        }
        for word in Self.loose where random.chance(10) { text.append(word, nil) }
        text.length = position
        return text
    }

    private mutating func keys() -> SourceDocument.Text {
        var text = SourceDocument.Text()
        for word in Self.loose + Self.words where random.chance(8) {
            text.append(word, nil)
            text.length += 1
        }
        return text
    }

    // MARK: Questions

    mutating func query(depth: Int) -> QueryTree {
        if depth == 0 || random.chance(25) { return leaf() }
        switch random.number(0...9) {
        case 0...2: return .and(parts(depth))
        case 3...5: return .or(parts(depth))
        case 6: return .xor(query(depth: depth - 1), query(depth: depth - 1))
        case 7: return .boost(query(depth: depth - 1), 2)
        default: return .not(query(depth: depth - 1))
        }
    }

    private mutating func parts(_ depth: Int) -> [QueryTree] {
        (0..<random.number(0...4)).map { _ in query(depth: depth - 1) }
    }

    mutating func leaf() -> QueryTree {
        switch random.number(0...19) {
        case 0: random.chance(50) ? .all : .none
        case 1...4: .term(term(), fields: fields())
        case 5: .anyOf(terms(), fields: fields())
        case 6:
            random.chance(50)
                ? .expand(random.element(patterns).pattern, fields: fields())
                : .beginning(Array(term().prefix(random.number(0...2))), fields: fields())
        case 7...8: .phrase(slots(), fields: fields())
        case 9...11: .spans(span(depth: 2), fields: fields())
        case 12: .frequency(span(depth: 1), fields: fields(), random.element(Comparison.allCases), random.number(0...3))
        case 13: .numbers(column: "date", dates())
        case 14: .numbers(column: "size", sizes())
        case 15: .hasNumber(column: random.chance(50) ? "date" : "size")
        case 16...17: .ordinals(column: random.element(["class", "owner", "kind"]), selection())
        case 18: .has(column: random.element(["class", "owner", "kind"]))
        default: .identifiers((0..<random.number(0...4)).map { _ in "d\(random.number(0...150))" })
        }
    }

    private mutating func term() -> [UInt8] {
        if random.chance(3) { return Array("absent".utf8) }
        return Array(random.skewed(Self.words + Self.joined + Self.loose).utf8)
    }

    private mutating func terms() -> [[UInt8]] {
        (0..<random.number(0...3)).map { _ in term() }
    }

    private mutating func fields() -> FieldMask {
        random.chance(15) ? .all : FieldMask(rawValue: UInt32(random.number(0...7)))
    }

    private mutating func alternatives() -> Alternatives {
        if random.chance(15) { return .pattern(random.element(patterns).pattern) }
        return .terms(random.chance(70) ? [term()] : terms())
    }

    private mutating func slots() -> [Slot] {
        let count = random.number(0...3)
        var offset = UInt32(random.number(0...1))
        var slots: [Slot] = []
        for _ in 0..<count {
            // Only what covers two positions may be said to.
            let isWide = random.chance(40)
            let stands: Alternatives = isWide ? .terms([Array(random.element(Self.joined).utf8)]) : alternatives()
            slots.append(Slot(offset: offset, stands, width: isWide ? 2 : 1, isAbsent: random.chance(10)))
            offset += UInt32(random.number(1...2))
        }
        return random.chance(20) ? slots.reversed() : slots
    }

    private mutating func span(depth: Int) -> SpanTree {
        if depth == 0 || random.chance(15) {
            if random.chance(30) { return .phrase(slots()) }
            return .word(alternatives(), width: UInt32(random.number(1...2)))
        }
        switch random.number(0...7) {
        case 0: return .anyOf((0..<random.number(0...3)).map { _ in span(depth: depth - 1) })
        case 7: return .starts(span(depth: depth - 1))
        case 1: return .sameSentence(span(depth: depth - 1), span(depth: depth - 1))
        case 2: return .sameParagraph(span(depth: depth - 1), span(depth: depth - 1))
        default:
            return .near(
                span(depth: depth - 1),
                span(depth: depth - 1),
                distance: random.number(0...6),
                ordered: random.chance(50)
            )
        }
    }

    private mutating func dates() -> ClosedRange<Int64> {
        let low = Int64(random.number(1999...2013)) * 10_000
        return low...(low + Int64(random.number(0...5)) * 10_000)
    }

    private mutating func sizes() -> ClosedRange<Int64> {
        if random.chance(10) { return .min ... .max }
        let low = Int64(random.number(-25...25))
        return low...(low + Int64(random.number(0...20)))
    }

    private mutating func selection() -> LabelSelection {
        let labels = Self.classes + Self.owners + Self.kinds
        switch random.number(0...2) {
        case 0: return .exact((0..<random.number(0...3)).map { _ in Array(random.element(labels).utf8) })
        case 1: return .prefix(Array(random.element(labels).utf8.prefix(random.number(0...5))))
        default:
            let pair = [random.element(labels), random.element(labels)].map { Array($0.utf8) }
            let isOrdered = pair[0].lexicographicallyPrecedes(pair[1]) || random.chance(10)
            return .range(low: pair[isOrdered ? 0 : 1], high: pair[isOrdered ? 1 : 0])
        }
    }
}
