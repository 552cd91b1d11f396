import Index
import Query

/// Answers queries by looking at every source document, word by word; shares nothing with the engine but its types.
struct NaiveEvaluator {
    /// First and last position.
    typealias Occurrence = [Int]

    /// What the patterns of the queries mean.
    let patterns: [Pattern: Set<[UInt8]>]

    init(_ patterns: [NotedPattern] = []) {
        var meanings: [Pattern: Set<[UInt8]>] = [:]
        for noted in patterns { meanings[noted.pattern] = noted.words }
        self.patterns = meanings
    }

    func matches(_ query: QueryTree, _ document: SourceDocument) -> Bool {
        switch query {
        case .all: true
        case .none: false
        case .term(let term, let fields): has([term], fields, document)
        case .anyOf(let terms, let fields): has(Set(terms), fields, document)
        case .expand(let pattern, let fields): has(patterns[pattern] ?? [], fields, document)
        case .beginning(let prefix, let fields): hasBeginning(prefix, fields, document)
        case .phrase(let slots, let fields): finds(.phrase(slots), fields, document)
        case .spans(let tree, let fields): finds(tree, fields, document)
        case .frequency(let tree, let fields, let comparison, let bound):
            holds(comparison, texts(fields, document).map { count(tree, $0) }.reduce(0, +), bound)
        case .numbers(let column, let range): document.numbers[column].map { range.contains($0) } ?? false
        case .hasNumber(let column): document.numbers[column] != nil
        case .ordinals(let column, let selection): labels(column, document).contains { selects(selection, $0) }
        case .has(let column): !labels(column, document).isEmpty
        case .identifiers(let ids): ids.contains(document.id)
        case .and(let parts): parts.allSatisfy { matches($0, document) }
        case .or(let parts): parts.contains { matches($0, document) }
        case .xor(let first, let second): matches(first, document) != matches(second, document)
        case .not(let part): !matches(part, document)
        case .boost(let part, _): matches(part, document)
        }
    }

    // MARK: Columns

    private func labels(_ column: String, _ document: SourceDocument) -> [[UInt8]] {
        (document.labels[column] ?? []).map { Array($0.utf8) }
    }

    private func selects(_ selection: LabelSelection, _ label: [UInt8]) -> Bool {
        switch selection {
        case .exact(let wanted): wanted.contains(label)
        case .prefix(let prefix): label.starts(with: prefix)
        case .range(let low, let high):
            !label.lexicographicallyPrecedes(low) && !high.lexicographicallyPrecedes(label)
        }
    }

    private func holds(_ comparison: Comparison, _ count: Int, _ bound: Int) -> Bool {
        switch comparison {
        case .equal: count == bound
        case .notEqual: count != bound
        case .less: count < bound
        case .lessOrEqual: count < bound + 1
        case .greater: count > bound
        case .greaterOrEqual: count > bound - 1
        }
    }

    // MARK: Words

    private func texts(_ fields: FieldMask, _ document: SourceDocument) -> [SourceDocument.Text] {
        document.texts.enumerated().filter { fields.contains(FieldID(rawValue: UInt8($0.offset))) }.map(\.element)
    }

    private func has(_ terms: Set<[UInt8]>, _ fields: FieldMask, _ document: SourceDocument) -> Bool {
        texts(fields, document).contains { text in
            terms.contains { text.standing[$0] != nil || text.loose.contains($0) }
        }
    }

    private func hasBeginning(_ prefix: [UInt8], _ fields: FieldMask, _ document: SourceDocument) -> Bool {
        texts(fields, document).contains { text in
            text.standing.keys.contains { $0.starts(with: prefix) } || text.loose.contains { $0.starts(with: prefix) }
        }
    }

    private func terms(_ alternatives: Alternatives) -> Set<[UInt8]> {
        switch alternatives {
        case .terms(let terms): Set(terms)
        case .pattern(let pattern): patterns[pattern] ?? []
        }
    }

    private func finds(_ tree: SpanTree, _ fields: FieldMask, _ document: SourceDocument) -> Bool {
        switch tree {
        case .word(let alternatives, _): has(terms(alternatives), fields, document)
        case .phrase(let slots) where slots.count == 1 && !slots[0].isAbsent:
            has(terms(slots[0].alternatives), fields, document)
        case .starts(let inner): finds(inner, fields, document)
        case .anyOf(let members): members.contains { finds($0, fields, document) }
        default: texts(fields, document).contains { !occurrences(tree, $0).isEmpty }
        }
    }

    private func count(_ tree: SpanTree, _ text: SourceDocument.Text) -> Int {
        switch tree {
        case .word(let alternatives, _): wordCount(alternatives, text)
        case .phrase(let slots) where slots.count == 1 && !slots[0].isAbsent: wordCount(slots[0].alternatives, text)
        case .anyOf(let members): members.map { count($0, text) }.reduce(0, +)
        default: Set(occurrences(tree, text)).count
        }
    }

    private func wordCount(_ alternatives: Alternatives, _ text: SourceDocument.Text) -> Int {
        terms(alternatives).map { (text.standing[$0]?.count ?? 0) + (text.loose.contains($0) ? 1 : 0) }.reduce(0, +)
    }

    // MARK: Positions

    /// Every [first, last] of a tree in a text, found by trying everything.
    private func occurrences(_ tree: SpanTree, _ text: SourceDocument.Text) -> [Occurrence] {
        switch tree {
        case .word(let alternatives, let width):
            positions(alternatives, text).map { [$0, $0 + Int(width) - 1] }
        case .phrase(let slots):
            phrase(slots, text)
        case .anyOf(let members):
            members.flatMap { occurrences($0, text) }
        case .starts(let inner):
            Dictionary(grouping: occurrences(inner, text), by: { $0[0] }).values.compactMap { places in
                places.min { $0[1] < $1[1] }
            }
        case .near(let first, let second, let distance, let ordered):
            pairs(first, second, text, ordered: ordered) { earlier, later in
                later[0] - earlier[1] <= distance && isFree([earlier[0], later[1]], text.paragraphEnds)
            }
        case .sameSentence(let first, let second):
            pairs(first, second, text, ordered: false) { earlier, later in
                isFree([earlier[0], later[1]], text.paragraphEnds + text.sentenceEnds)
            }
        case .sameParagraph(let first, let second):
            pairs(first, second, text, ordered: false) { earlier, later in
                isFree([earlier[0], later[1]], text.paragraphEnds)
            }
        }
    }

    private func positions(_ alternatives: Alternatives, _ text: SourceDocument.Text) -> Set<Int> {
        Set(terms(alternatives).flatMap { text.standing[$0] ?? [] })
    }

    private func phrase(_ slots: [Slot], _ text: SourceDocument.Text) -> [Occurrence] {
        let present = slots.filter { !$0.isAbsent }
        guard let least = present.map({ Int($0.offset) }).min() else { return [] }
        let end = slots.map { Int($0.offset) + Int($0.width) }.max() ?? 0
        let wanted = present.map { (offset: Int($0.offset), positions: positions($0.alternatives, text)) }
        let refused = slots.filter(\.isAbsent).map { ($0.offset, positions($0.alternatives, text)) }
        let starts = wanted[0].positions.map { $0 - wanted[0].offset }
        return starts.compactMap { start -> Occurrence? in
            guard wanted.allSatisfy({ $0.positions.contains(start + $0.offset) }),
                !refused.contains(where: { $0.1.contains(start + Int($0.0)) })
            else { return nil }
            let whole = [start + least, start + end - 1]
            return slots.count == 1 || isFree(whole, text.paragraphEnds) ? whole : nil
        }
    }

    private func pairs(
        _ first: SpanTree,
        _ second: SpanTree,
        _ text: SourceDocument.Text,
        ordered: Bool,
        _ isWanted: (Occurrence, Occurrence) -> Bool
    ) -> [Occurrence] {
        let others = occurrences(second, text)
        var found: [Occurrence] = []
        for one in occurrences(first, text) {
            for other in others {
                if one[1] < other[0], isWanted(one, other) { found.append([one[0], other[1]]) }
                if !ordered, other[1] < one[0], isWanted(other, one) { found.append([other[0], one[1]]) }
            }
        }
        return found
    }

    /// Whether no end lies inside, that is before the last position.
    private func isFree(_ occurrence: Occurrence, _ ends: [Int]) -> Bool {
        !ends.contains { occurrence[0] <= $0 && $0 < occurrence[1] }
    }
}
