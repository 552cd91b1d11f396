/// Makes a tree of the tokens of another system's query; what it cannot read it leaves out and says so.
struct ForeignParser {
    let source: QuerySource
    let syntax: ForeignSyntax
    let tokens: [ForeignToken]
    let maximumDepth: Int
    private(set) var remarks: [Translation.Remark]
    var cursor = 0
    var openBrackets = 0
    /// Whether the operand read last, or a part of it, has no counterpart; its operator goes with it without a word.
    var hasLost = false
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
    struct Part {
        var node: ForeignNode
        var depth = 1
    }

    /// Reads the whole query; nil where nothing is asked for.
    mutating func query() throws(QueryFailure) -> ForeignNode? {
        var parts: [Part] = []
        while cursor < tokens.count {
            if let part = try bracket() { parts.append(part) }
            if let closing = current {
                remark(.unbalanced(")"), at: closing.range)
                cursor += 1
            }
        }
        return try joined(parts, .and)?.node
    }

    var current: ForeignToken? { cursor < tokens.count ? tokens[cursor] : nil }

    mutating func remark(_ matter: Translation.Remark.Matter, at range: SourceRange) {
        remarks.append(Translation.Remark(matter, at: range))
    }

    func checkDepth(_ depth: Int, at range: SourceRange) throws(QueryFailure) {
        if depth > maximumDepth { throw QueryFailure(.tooDeep(limit: maximumDepth), at: range) }
    }

    // MARK: Operators

    /// Reads up to a closing bracket or the end.
    mutating func bracket() throws(QueryFailure) -> Part? {
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
    mutating func operation(binding least: Int) throws(QueryFailure) -> Part? {
        var left = try operand()
        var isLeftLost = hasLost
        // Parts that the same operator joins are collected, so that each is touched once.
        var group: (joint: ForeignJoint, parts: [Part])?
        func collapse() throws(QueryFailure) {
            if let parts = group { left = try joined(parts.parts, parts.joint) }
            group = nil
        }
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
            if left == nil, group == nil {
                if range.length > 0, !isLeftLost { remark(.stray(source.typed(range)), at: range) }
                isLeftLost = false
                left = right
                continue
            }
            if case .near(let nearness, let matter) = joiner {
                try collapse()
                guard let before = left else { continue }
                if let matter { remark(matter, at: range) }
                left = try near(before, nearness, right, isNegated: isNegated, at: range)
                continue
            }
            let (joint, part) = joint(joiner, right, at: range)
            if group?.joint == joint {
                group?.parts.append(part)
            } else {
                try collapse()
                if let before = left { group = (joint, [before, part]) }
            }
        }
        try collapse()
        return left
    }

    /// The operator that stands here, taken; the implied one where there is none.
    mutating func operatorHere(_ token: ForeignToken) -> (ForeignJoiner, isNegated: Bool, SourceRange) {
        guard case .joiner(let joiner) = token.kind else {
            if case .lost = token.kind {
                return (syntax.implied, false, SourceRange(position: token.range.position, length: 0))
            }
            if syntax == .ppubs { remark(.impliedOr, at: token.range) } else { met.and = true }
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
                met.and = true
                return (.not, false, both)
            }
        }
        if joiner == .and || joiner == .not { met.and = true }
        if joiner == .or { met.or = true }
        return (joiner, false, token.range)
    }

    /// How an operator that is no nearness joins, and what it joins.
    mutating func joint(_ joiner: ForeignJoiner, _ right: Part, at range: SourceRange) -> (ForeignJoint, Part) {
        switch joiner {
        case .or: return (.or, right)
        case .xor: return (.xor, right)
        case .not: return (.and, Part(node: .not(right.node), depth: right.depth + 1))
        case .sameField:
            remark(.sameField(source.typed(range)), at: range)
            return (.and, right)
        case .farApart:
            remark(.farApart(source.typed(range)), at: range)
            return (.and, right)
        case .and, .near: return (.and, right)
        }
    }

    func near(
        _ left: Part,
        _ nearness: Expression.Nearness,
        _ right: Part,
        isNegated: Bool,
        at range: SourceRange
    ) throws(QueryFailure) -> Part {
        let depth = max(left.depth, right.depth) + 1
        try checkDepth(depth, at: range)
        let node: ForeignNode =
            isNegated
            ? .notNear(left.node, nearness, right.node, at: range)
            : .near(left.node, nearness, right.node, at: range)
        return Part(node: node, depth: depth)
    }

    /// Several parts as one; the only one where there is one.
    func joined(_ parts: [Part], _ joint: ForeignJoint) throws(QueryFailure) -> Part? {
        guard parts.count > 1 else { return parts.first }
        let depth = (parts.map(\.depth).max() ?? 0) + 1
        try checkDepth(depth, at: SourceRange(position: 0, length: source.scalars.count))
        return Part(node: .joined(joint, parts.map(\.node)), depth: depth)
    }
}
