import Index

/// One word of a query that adds to scores: its forms, where it counts and how much.
struct ScoredWord: Hashable {
    var terms: [[UInt8]]
    var fields: FieldMask
    var boost: Double

    /// Every word of a resolved tree outside negations, in the tree's order.
    ///
    /// In each field a word counts once, with the greatest boost that it has there. Fields with equal boosts make one word,
    /// because BM25F adds up a word's frequencies over fields before they saturate.
    static func words(of tree: QueryTree) -> [ScoredWord] {
        var collection = Collection()
        collection.add(tree, boost: 1)
        return collection.words.filter { !$0.fields.isEmpty }
    }

    private struct Collection {
        var words: [ScoredWord] = []
        /// By their terms.
        var places: [[[UInt8]]: [Int]] = [:]

        mutating func add(_ tree: QueryTree, boost: Double) {
            switch tree {
            case .term(let term, let fields): add([term], fields, boost)
            case .anyOf(let terms, let fields): add(terms, fields, boost)
            case .phrase(let slots, let fields): add(slots, fields, boost)
            case .spans(let spans, let fields), .frequency(let spans, let fields, _, _): add(spans, fields, boost)
            case .and(let parts), .or(let parts): for part in parts { add(part, boost: boost) }
            case .xor(let first, let second):
                add(first, boost: boost)
                add(second, boost: boost)
            case .boost(let part, let factor): add(part, boost: factor.isFinite ? boost * factor : boost)
            case .all, .none, .expand, .beginning, .numbers, .hasNumber, .ordinals, .has, .identifiers, .not: break
            }
        }

        mutating func add(_ spans: SpanTree, _ fields: FieldMask, _ boost: Double) {
            switch spans {
            case .word(let alternatives, _): add(alternatives, fields, boost)
            case .phrase(let slots): add(slots, fields, boost)
            case .anyOf(let members): for member in members { add(member, fields, boost) }
            case .starts(let inner): add(inner, fields, boost)
            case .near(let first, let second, _, _), .sameSentence(let first, let second),
                .sameParagraph(let first, let second):
                add(first, fields, boost)
                add(second, fields, boost)
            }
        }

        mutating func add(_ slots: [Slot], _ fields: FieldMask, _ boost: Double) {
            for slot in slots where !slot.isAbsent { add(slot.alternatives, fields, boost) }
        }

        mutating func add(_ alternatives: Alternatives, _ fields: FieldMask, _ boost: Double) {
            if case .terms(let terms) = alternatives { add(terms, fields, boost) }
        }

        mutating func add(_ terms: [[UInt8]], _ fields: FieldMask, _ boost: Double) {
            guard !terms.isEmpty, !fields.isEmpty else { return }
            let different = terms.distinct
            var left = fields
            let known = places[different] ?? []
            for place in known {
                let common = words[place].fields.intersection(left)
                if words[place].boost < boost { words[place].fields.subtract(common) } else { left.subtract(common) }
            }
            if left.isEmpty { return }
            if let place = known.first(where: { words[$0].boost == boost }) {
                words[place].fields.formUnion(left)
            } else {
                places[different] = known + [words.count]
                words.append(ScoredWord(terms: different, fields: left, boost: boost))
            }
        }
    }
}
