extension Parser {
    /// Two parts near each other, or the first without the pair.
    func paired(
        _ left: Part,
        _ nearness: Expression.Nearness,
        _ right: Part,
        isNegated: Bool,
        sign: SourceRange
    ) throws(QueryFailure) -> Part {
        let range = left.expression.range.through(right.expression.range)
        guard let first = left.operand else { throw refused(left.obstacle, left, sign) }
        guard let second = right.operand else { throw refused(right.obstacle, right, sign) }
        guard left.field == right.field else {
            let field = left.field ?? right.field
            let name = isNegated ? "NOT \(nearness.written)" : nearness.written
            let cure = Printer(naming: .alias).pair(first, name, second, in: field)
            throw failure(.proximityOperand(.mixedFields), at: sign, replacing: range, with: cure)
        }
        let proximity = Expression.Proximity(first, nearness, second)
        let depth = max(left.depth, right.depth) + 1
        try checkDepth(depth, at: sign)
        guard isNegated else {
            var part = Part(.near(proximity, left.field), at: range, depth: depth)
            part.operand = Expression.Operand(.near(proximity), range: range)
            part.field = left.field
            return part
        }
        let pair = Expression(.near(proximity, left.field), range: range)
        let missing = Expression(.not(pair), range: sign.through(right.expression.range))
        let whole = Expression.all(of: [left.expression, missing])
        return Part(whole.kind, at: range, obstacle: .negation, depth: depth + 2)
    }

    /// The refusal of an operand; AND instead of the operator always works.
    private func refused(_ obstacle: QueryFailure.Obstacle, _ part: Part, _ sign: SourceRange) -> QueryFailure {
        failure(.proximityOperand(obstacle), at: part.expression.range, replacing: sign, with: "AND")
    }
}

extension Expression.Nearness {
    /// The operator as it is printed: `ADJ1`, `NEAR5`, `WITH`, `SAME`.
    var written: String {
        switch self {
        case .after(let distance): "ADJ\(distance)"
        case .within(let distance): "NEAR\(distance)"
        case .sameSentence: "WITH"
        case .sameParagraph: "SAME"
        }
    }
}
