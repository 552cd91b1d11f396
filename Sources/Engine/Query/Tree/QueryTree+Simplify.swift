import Index

extension QueryTree {
    /// The same documents by a smaller tree: nested lists flattened, constants folded, double negation and boosts gone.
    ///
    /// Scores are not kept: words to score are taken from the tree before.
    func simplified() -> QueryTree {
        switch self {
        case .all, .none, .numbers, .hasNumber, .has:
            return self
        case .term(_, let fields):
            return fields.isEmpty ? .none : self
        case .anyOf(let terms, let fields):
            return Self.anyTerm(terms, fields)
        case .expand(_, let fields), .beginning(_, let fields):
            return fields.isEmpty ? .none : self
        case .phrase(let slots, let fields):
            return Self.simplified(phrase: slots, fields)
        case .spans(let tree, let fields):
            return Self.simplified(spans: tree, fields)
        case .frequency(_, let fields, let comparison, let bound):
            guard fields.isEmpty else { return self }
            return comparison.holds(0, bound) ? .all : .none
        case .ordinals(_, .exact(let labels)):
            return labels.isEmpty ? .none : self
        case .ordinals(_, .range(let low, let high)):
            return high.lexicographicallyPrecedes(low) ? .none : self
        case .ordinals:
            return self
        case .identifiers(let ids):
            return ids.isEmpty ? .none : self
        case .and(let parts):
            return Self.conjunction(parts)
        case .or(let parts):
            return Self.disjunction(parts)
        case .xor(let first, let second):
            return Self.exclusion(first.simplified(), second.simplified())
        case .not(let part):
            return part.simplified().negated()
        case .boost(let part, _):
            return part.simplified()
        }
    }

    /// The complement of a simplified tree.
    private func negated() -> QueryTree {
        switch self {
        case .all: .none
        case .none: .all
        case .not(let part): part
        default: .not(self)
        }
    }

    private static func anyTerm(_ terms: [[UInt8]], _ fields: FieldMask) -> QueryTree {
        guard !fields.isEmpty else { return .none }
        let different = terms.distinct
        switch different.count {
        case 0: return .none
        case 1: return .term(different[0], fields: fields)
        default: return .anyOf(different, fields: fields)
        }
    }

    private static func anyTerm(_ alternatives: Alternatives, _ fields: FieldMask) -> QueryTree {
        switch alternatives {
        case .terms(let terms): anyTerm(terms, fields)
        case .pattern(let pattern): fields.isEmpty ? .none : .expand(pattern, fields: fields)
        }
    }

    private static func simplified(phrase slots: [Slot], _ fields: FieldMask) -> QueryTree {
        guard !fields.isEmpty else { return .none }
        let wanted = slots.filter { !$0.isAbsent }
        for slot in wanted {
            if case .terms(let terms) = slot.alternatives, terms.isEmpty { return .none }
        }
        guard let only = wanted.first else { return .none }
        return slots.count == 1 ? anyTerm(only.alternatives, fields) : .phrase(slots, fields: fields)
    }

    private static func simplified(spans tree: SpanTree, _ fields: FieldMask) -> QueryTree {
        guard !fields.isEmpty else { return .none }
        switch tree {
        case .word(let alternatives, _):
            return anyTerm(alternatives, fields)
        case .phrase(let slots):
            return simplified(phrase: slots, fields)
        case .anyOf(let members):
            return disjunction(members.map { .spans($0, fields: fields) })
        case .starts(let inner):
            return simplified(spans: inner, fields)
        case .near, .sameSentence, .sameParagraph:
            return .spans(tree, fields: fields)
        }
    }

    private static func conjunction(_ parts: [QueryTree]) -> QueryTree {
        var different = DifferentParts()
        for part in parts {
            let simple = part.simplified()
            let members = if case .and(let inner) = simple { inner } else { [simple] }
            for member in members where member != .all {
                if member == .none { return .none }
                different.add(member)
            }
        }
        let kept = different.inOrder
        return kept.isEmpty ? .all : kept.count == 1 ? kept[0] : .and(kept)
    }

    private static func disjunction(_ parts: [QueryTree]) -> QueryTree {
        var different = DifferentParts()
        for part in parts {
            let simple = part.simplified()
            let members = if case .or(let inner) = simple { inner } else { [simple] }
            for member in members where member != .none {
                if member == .all { return .all }
                different.add(member)
            }
        }
        let kept = joined(different.inOrder)
        return kept.isEmpty ? .none : kept.count == 1 ? kept[0] : .or(kept)
    }

    /// Asks for each thing once in all fields in which it is wanted, then makes one list of all terms wanted in the same
    /// fields, and one of all identifiers.
    private static func joined(_ parts: [QueryTree]) -> [QueryTree] {
        var terms = WantedFields<[UInt8]>()
        var phrases = WantedFields<[Slot]>()
        var spans = WantedFields<SpanTree>()
        var ids: [String] = []
        var rest: [QueryTree] = []
        for part in parts {
            switch part {
            case .term(let term, let fields): terms.add(term, fields)
            case .anyOf(let list, let fields): for term in list { terms.add(term, fields) }
            case .phrase(let slots, let fields): phrases.add(slots, fields)
            case .spans(let tree, let fields): spans.add(tree, fields)
            case .identifiers(let list): ids += list
            default: rest.append(part)
            }
        }
        var lists = terms.byFields.map { anyTerm($0.things, $0.fields) }
        if !ids.isEmpty { lists.append(.identifiers(ids)) }
        lists += phrases.inOrder.map { .phrase($0.thing, fields: $0.fields) }
        lists += spans.inOrder.map { .spans($0.thing, fields: $0.fields) }
        return lists + rest
    }

    private static func exclusion(_ first: QueryTree, _ second: QueryTree) -> QueryTree {
        if first == second || first.negated() == second { return first == second ? .none : .all }
        switch (first, second) {
        case (.none, let other), (let other, .none): return other
        case (.all, let other), (let other, .all): return other.negated()
        default: return .xor(first, second)
        }
    }
}

extension [[UInt8]] {
    /// Each of the terms once, ascending by their bytes.
    var distinct: [[UInt8]] {
        // Those of a pattern come so.
        let isDistinct = indices.dropFirst().allSatisfy { self[$0 - 1].lexicographicallyPrecedes(self[$0]) }
        return isDistinct ? self : Set(self).sorted { $0.lexicographicallyPrecedes($1) }
    }
}

/// Parts of a query, each once, in the order in which they were met first.
private struct DifferentParts {
    private(set) var inOrder: [QueryTree] = []
    private var seen: Set<QueryTree> = []
    /// Among so many, comparing takes less time than hashing.
    private static let few = 8

    mutating func add(_ part: QueryTree) {
        if inOrder.count < Self.few {
            if inOrder.contains(part) { return }
        } else {
            if seen.isEmpty { seen = Set(inOrder) }
            if !seen.insert(part).inserted { return }
        }
        inOrder.append(part)
    }
}

/// The fields in which different things are wanted, one of them being enough, in the order in which they were met first.
private struct WantedFields<Thing: Hashable> {
    private(set) var inOrder: [(thing: Thing, fields: FieldMask)] = []
    private var places: [Thing: Int] = [:]

    mutating func add(_ thing: Thing, _ fields: FieldMask) {
        if let place = places[thing] {
            inOrder[place].fields.formUnion(fields)
        } else {
            places[thing] = inOrder.count
            inOrder.append((thing, fields))
        }
    }

    /// Those that are wanted in the same fields together.
    var byFields: [(fields: FieldMask, things: [Thing])] {
        var lists: [(fields: FieldMask, things: [Thing])] = []
        var places: [FieldMask: Int] = [:]
        for (thing, fields) in inOrder {
            if let place = places[fields] {
                lists[place].things.append(thing)
            } else {
                places[fields] = lists.count
                lists.append((fields, [thing]))
            }
        }
        return lists
    }
}
