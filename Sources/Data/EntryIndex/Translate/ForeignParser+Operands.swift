/// Words, brackets and fields, with what stands behind them.
extension ForeignParser {
    /// Reads a word, phrase, bracket or field with what stands behind it; nil where none stands here.
    mutating func operand() throws(QueryFailure) -> Part? {
        hasLost = false
        while let token = current {
            switch token.kind {
            case .must: cursor += 1
            case .lost(let matter):
                remark(matter, at: token.range)
                hasLost = true
                cursor += 1
                return nil
            case .joiner(.not), .mustNot:
                cursor += 1
                try checkDepth(openBrackets + 1, at: token.range)
                openBrackets += 1
                defer { openBrackets -= 1 }
                // A NOT holds for what is near each other behind it; a sign for the next word alone.
                var isWord = false
                if case .joiner = token.kind { isWord = true }
                let negated = isWord ? try operation(binding: syntax.binding(.not) + 1) : try operand()
                guard let part = negated else {
                    if !hasLost { remark(.stray(source.typed(token.range)), at: token.range) }
                    return nil
                }
                try checkDepth(part.depth + 1, at: token.range)
                return Part(node: .not(part.node), depth: part.depth + 1)
            case .close: return nil
            case .joiner:
                // An operator without anything before it.
                return nil
            case .relation, .suffix, .boost, .slop, .fuzzy:
                remark(.stray(source.typed(token.range)), at: token.range)
                cursor += 1
            case .open, .word, .phrase, .interval, .name: return try modified(try primary())
            }
        }
        return nil
    }

    private mutating func primary() throws(QueryFailure) -> Part? {
        guard let token = current else { return nil }
        switch token.kind {
        case .open: return try group(token)
        case .name(let name):
            cursor += 1
            return try fielded(name, at: token.range)
        case .word(let pieces):
            cursor += 1
            if case .relation? = current?.kind { return try fielded(ForeignLowering.plain(pieces), at: token.range) }
            return Part(node: .leaf(ForeignLeaf(value: .word(pieces), range: token.range)))
        case .phrase(let text):
            cursor += 1
            return Part(node: phrase(text, at: token.range))
        case .interval(let first, let last):
            cursor += 1
            return Part(node: .leaf(ForeignLeaf(value: .interval(first, last), range: token.range)))
        default: return nil
        }
    }

    private mutating func group(_ opening: ForeignToken) throws(QueryFailure) -> Part? {
        cursor += 1
        openBrackets += 1
        defer { openBrackets -= 1 }
        try checkDepth(openBrackets, at: opening.range)
        guard current != nil else {
            remark(.unbalanced("("), at: opening.range)
            return nil
        }
        let part = try bracket()
        if let closing = current, case .close = closing.kind {
            cursor += 1
        } else {
            remark(.unbalanced("("), at: opening.range)
        }
        return part
    }

    /// Words side by side; of truncated ones each follows the other.
    private func phrase(_ text: String, at range: SourceRange) -> ForeignNode {
        let words = text.split(separator: " ")
        let isTruncated = words.contains { $0.unicodeScalars.contains { syntax.truncation($0) != nil } }
        guard isTruncated, words.count <= 50, let first = words.first else {
            return .leaf(ForeignLeaf(value: .phrase(text), range: range))
        }
        let start = ForeignNode.leaf(ForeignLeaf(value: .word(syntax.pieces(first)), range: range))
        return words.dropFirst().reduce(start) { before, word in
            .near(before, .after(1), .leaf(ForeignLeaf(value: .word(syntax.pieces(word)), range: range)), at: range)
        }
    }

    /// Reads what a field has to hold; more comparisons may follow one another.
    private mutating func fielded(_ name: String, at range: SourceRange) throws(QueryFailure) -> Part? {
        var field = syntax.field(name)
        if field == nil {
            remark(.unknownField(name), at: range)
            field = .anywhere
        }
        openBrackets += 1
        defer { openBrackets -= 1 }
        try checkDepth(openBrackets, at: range)
        var parts: [Part] = []
        repeat {
            var relation = ForeignRelation.equal
            if case .relation(let found)? = current?.kind {
                relation = found
                cursor += 1
            }
            guard let part = try value(relation) else {
                if case .lost(let matter)? = current?.kind {
                    remark(matter, at: current?.range ?? range)
                    cursor += 1
                    hasLost = true
                    break
                }
                remark(.stray(source.typed(range)), at: range)
                break
            }
            let isUnequal = relation == .unequal
            let node = part.node.scoped(to: field ?? .anywhere, isUnequal ? .equal : relation)
            parts.append(
                isUnequal ? Part(node: .not(node), depth: part.depth + 1) : Part(node: node, depth: part.depth)
            )
        } while isComparison(current)
        return try joined(parts, .and)
    }

    private func isComparison(_ token: ForeignToken?) -> Bool {
        guard case .relation(let relation)? = token?.kind else { return false }
        return relation != .equal
    }

    /// The value behind a relation: a quotation as it stands where its words are a list.
    private mutating func value(_ relation: ForeignRelation) throws(QueryFailure) -> Part? {
        guard let token = current else { return nil }
        switch token.kind {
        case .phrase(let text) where relation == .any || relation == .all || relation == .within:
            cursor += 1
            return Part(node: .leaf(ForeignLeaf(value: .phrase(text), range: token.range)))
        case .open: return try group(token)
        case .word(let pieces):
            cursor += 1
            return Part(node: .leaf(ForeignLeaf(value: .word(pieces), range: token.range)))
        case .phrase, .interval, .name: return try primary()
        default: return nil
        }
    }

    /// Fields, weights and distances behind an operand.
    private mutating func modified(_ part: Part?) throws(QueryFailure) -> Part? {
        guard var part else { return nil }
        var isScoped = false
        while let token = current {
            switch token.kind {
            case .suffix(let names):
                // What has a field keeps it.
                if !isScoped { part.node = part.node.scoped(to: union(names, at: token.range)) }
                isScoped = true
            case .boost(let factor):
                part = Part(node: .weighted(part.node, by: factor), depth: part.depth + 1)
                try checkDepth(part.depth, at: token.range)
            case .slop(let count):
                part.node = loosened(part.node, count, at: token.range)
            case .fuzzy:
                remark(.similarSpelling(source.typed(token.range)), at: token.range)
            default: return part
            }
            cursor += 1
        }
        return part
    }

    private mutating func union(_ names: [String], at range: SourceRange) -> ForeignField {
        var fields: [Field] = []
        var isExact = false
        for name in names {
            switch syntax.field(name) {
            case .fields(let more, let exact)?:
                fields += more.filter { !fields.contains($0) }
                isExact = isExact || exact
            case .anywhere?: return .anywhere
            case nil:
                remark(.unknownField(name), at: range)
                return .anywhere
            }
        }
        return .fields(fields, isExact: isExact)
    }

    /// `"a b"~5`: the words near each other, with up to so many others between.
    private mutating func loosened(_ node: ForeignNode, _ count: Int, at range: SourceRange) -> ForeignNode {
        let distance = min(count, 9_999) + 1
        guard case .leaf(let leaf) = node, case .phrase(let text) = leaf.value else {
            remark(.slop, at: range)
            return Self.loosened(node, distance)
        }
        let words = text.split(separator: " ").prefix(50)
        guard words.count > 1, let first = words.first, count > 0 else { return node }
        remark(.slop, at: range)
        func word(_ text: Substring) -> ForeignNode {
            .leaf(
                ForeignLeaf(
                    value: .word([.text(String(text))]),
                    field: leaf.field,
                    relation: leaf.relation,
                    range: leaf.range
                )
            )
        }
        return words.dropFirst().reduce(word(first)) { .near($0, .within(distance), word($1), at: range) }
    }

    /// A chain of words that follow each other, with so much room between them.
    private static func loosened(_ node: ForeignNode, _ distance: Int) -> ForeignNode {
        guard case .near(let left, _, let right, let range) = node else { return node }
        return .near(loosened(left, distance), .within(distance), right, at: range)
    }
}
