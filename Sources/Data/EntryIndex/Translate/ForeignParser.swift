/// Makes a tree of the tokens of another system's query; what it cannot read it leaves out and says so.
struct ForeignParser {
    let source: QuerySource
    let syntax: ForeignSyntax
    let tokens: [ForeignToken]
    let maximumDepth: Int
    private(set) var remarks: [Translation.Remark]
    private var cursor = 0
    private var openBrackets = 0
    /// Whether the operand read last, or a part of it, has no counterpart; its operator goes with it without a word.
    private var hasLost = false
    /// Whether AND and OR were met in the bracket being read.
    private var met: (and: Bool, or: Bool) = (false, false)

    init(_ lexer: ForeignLexer, maximumDepth: Int) {
        source = lexer.source
        syntax = lexer.syntax
        tokens = lexer.tokens
        remarks = lexer.remarks
        self.maximumDepth = maximumDepth
    }

    /// A tree and how deep it is.
    private struct Part {
        var node: ForeignNode
        var depth = 1
    }

    /// Reads the whole query; nil where nothing is asked for.
    mutating func query() throws(QueryFailure) -> ForeignNode? {
        var whole: Part?
        while cursor < tokens.count {
            if let part = try bracket() {
                whole = try whole.map { before throws(QueryFailure) in try join(before, .and, part) } ?? part
            }
            if let closing = current {
                remark(.unbalanced(")"), at: closing.range)
                cursor += 1
            }
        }
        return whole?.node
    }

    private var current: ForeignToken? { cursor < tokens.count ? tokens[cursor] : nil }

    private mutating func remark(_ matter: Translation.Remark.Matter, at range: SourceRange) {
        remarks.append(Translation.Remark(matter, at: range))
    }

    private func checkDepth(_ depth: Int, at range: SourceRange) throws(QueryFailure) {
        if depth > maximumDepth { throw QueryFailure(.tooDeep(limit: maximumDepth), at: range) }
    }

    // MARK: Operators

    /// Reads up to a closing bracket or the end.
    private mutating func bracket() throws(QueryFailure) -> Part? {
        let outer = met
        met = (false, false)
        let start = cursor
        let part = try operation(binding: 0)
        if met.and, met.or, !syntax.isContextual, syntax != .ppubs, syntax != .pss {
            let end = max(start, cursor - 1)
            remark(.mixedOperators, at: tokens[start].range.through(tokens[min(end, tokens.count - 1)].range))
        }
        met = outer
        return part
    }

    /// Reads operands with operators that bind at least so closely between them.
    private mutating func operation(binding least: Int) throws(QueryFailure) -> Part? {
        var left = try operand()
        var isLeftLost = hasLost
        while let token = current {
            if case .close = token.kind { break }
            let start = cursor
            let (joiner, isNegated, range) = operatorHere(token)
            let binding = syntax.binding(joiner)
            guard binding >= least else {
                cursor = start
                break
            }
            guard let right = try operation(binding: binding + 1) else {
                if range.length > 0, !hasLost { remark(.stray(source.typed(range)), at: range) }
                if cursor == start { break }
                continue
            }
            guard let before = left else {
                if range.length > 0, !isLeftLost { remark(.stray(source.typed(range)), at: range) }
                isLeftLost = false
                left = right
                continue
            }
            left = try combine(before, joiner, isNegated, right, at: range)
        }
        return left
    }

    /// The operator that stands here, taken; the implied one where there is none.
    private mutating func operatorHere(_ token: ForeignToken) -> (ForeignJoiner, isNegated: Bool, SourceRange) {
        guard case .joiner(let joiner) = token.kind else {
            if case .lost = token.kind {
                return (syntax.implied, false, SourceRange(position: token.range.position, length: 0))
            }
            if syntax == .ppubs { remark(.impliedOr, at: token.range) }
            return (syntax.implied, false, SourceRange(position: token.range.position, length: 0))
        }
        cursor += 1
        // `NOT NEAR5`, `AND NOT`.
        if let next = current, case .joiner(let second) = next.kind {
            let both = token.range.through(next.range)
            if joiner == .not, case .near = second {
                cursor += 1
                return (second, true, both)
            }
            if joiner == .and, second == .not {
                cursor += 1
                return (.not, false, both)
            }
        }
        if joiner == .and { met.and = true }
        if joiner == .or { met.or = true }
        return (joiner, false, token.range)
    }

    private mutating func combine(
        _ left: Part,
        _ joiner: ForeignJoiner,
        _ isNegated: Bool,
        _ right: Part,
        at range: SourceRange
    ) throws(QueryFailure) -> Part {
        switch joiner {
        case .and: return try join(left, .and, right)
        case .or: return try join(left, .or, right)
        case .xor: return try join(left, .xor, right)
        case .not: return try join(left, .and, Part(node: .not(right.node), depth: right.depth + 1))
        case .sameField: return try join(left, .and, right)
        case .farApart:
            remark(.farApart(source.typed(range)), at: range)
            return try join(left, .and, right)
        case .near(let nearness, let matter):
            if let matter { remark(matter, at: range) }
            let depth = max(left.depth, right.depth) + 1
            try checkDepth(depth, at: range)
            let node: ForeignNode =
                isNegated
                ? .notNear(left.node, nearness, right.node, at: range)
                : .near(left.node, nearness, right.node, at: range)
            return Part(node: node, depth: depth)
        }
    }

    private func join(_ left: Part, _ joint: ForeignJoint, _ right: Part) throws(QueryFailure) -> Part {
        if case .joined(let before, var members) = left.node, before == joint {
            members.append(right.node)
            let depth = max(left.depth, right.depth + 1)
            try checkDepth(depth, at: SourceRange(position: 0, length: source.scalars.count))
            return Part(node: .joined(joint, members), depth: depth)
        }
        let depth = max(left.depth, right.depth) + 1
        try checkDepth(depth, at: SourceRange(position: 0, length: source.scalars.count))
        return Part(node: .joined(joint, [left.node, right.node]), depth: depth)
    }

    // MARK: Operands

    /// Reads a word, phrase, bracket or field with what stands behind it; nil where none stands here.
    private mutating func operand() throws(QueryFailure) -> Part? {
        hasLost = false
        while let token = current {
            switch token.kind {
            case .must: cursor += 1
            case .lost(let matter):
                remark(matter, at: token.range)
                hasLost = true
                cursor += 1
            case .joiner(.not), .mustNot:
                cursor += 1
                try checkDepth(openBrackets + 1, at: token.range)
                openBrackets += 1
                defer { openBrackets -= 1 }
                guard let part = try operand() else {
                    remark(.stray(source.typed(token.range)), at: token.range)
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
            if case .relation? = current?.kind { return try fielded(source.typed(token.range), at: token.range) }
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
        var whole: Part?
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
            let scoped = Part(node: part.node.scoped(to: field ?? .anywhere, relation), depth: part.depth)
            whole = try whole.map { before throws(QueryFailure) in try join(before, .and, scoped) } ?? scoped
        } while isComparison(current)
        return whole
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
        while let token = current {
            switch token.kind {
            case .suffix(let names):
                part.node = part.node.scoped(to: union(names, at: token.range))
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
            case nil: remark(.unknownField(name), at: range)
            }
        }
        return fields.isEmpty ? .anywhere : .fields(fields, isExact: isExact)
    }

    /// `"a b"~5`: the words near each other, with up to so many others between.
    private mutating func loosened(_ node: ForeignNode, _ count: Int, at range: SourceRange) -> ForeignNode {
        guard case .leaf(let leaf) = node, case .phrase(let text) = leaf.value else { return node }
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
        let distance = min(10_000, count + 1)
        return words.dropFirst().reduce(word(first)) { .near($0, .within(distance), word($1), at: range) }
    }
}
