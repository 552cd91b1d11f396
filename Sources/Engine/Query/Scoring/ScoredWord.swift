import Index

/// One word of a query that adds to scores: its forms, where it counts and how much.
struct ScoredWord: Hashable {
    var terms: [[UInt8]]
    var fields: FieldMask
    var boost: Double

    /// Every word of a resolved tree outside negations, in the tree's order.
    ///
    /// A word that stands twice with the same fields counts once, with its greatest boost.
    static func words(of tree: QueryTree) -> [ScoredWord] {
        var collection = Collection()
        collection.add(tree, boost: 1)
        return collection.words
    }

    private struct Collection {
        struct Key: Hashable {
            var terms: [[UInt8]]
            var fields: FieldMask
        }

        var words: [ScoredWord] = []
        var places: [Key: Int] = [:]

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
            let different = Set(terms).sorted { $0.lexicographicallyPrecedes($1) }
            let key = Key(terms: different, fields: fields)
            if let place = places[key] {
                words[place].boost = max(words[place].boost, boost)
            } else {
                places[key] = words.count
                words.append(ScoredWord(terms: different, fields: fields, boost: boost))
            }
        }
    }
}
