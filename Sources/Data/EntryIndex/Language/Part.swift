/// A part of a query under construction: its meaning, and what it would be beside a proximity operator.
struct Part: Sendable {
    var expression: Expression
    /// What it is beside a proximity operator; nil when `obstacle` says why it cannot stand there.
    var operand: Expression.Operand?
    /// The field of the operand; nil in the box.
    var field: Field?
    /// Why there is no operand.
    var obstacle = QueryFailure.Obstacle.noPlaces
    /// Levels of the tree.
    var depth = 1

    /// A part that has no places in a text.
    init(_ kind: Expression.Kind, at range: SourceRange, obstacle: QueryFailure.Obstacle = .noPlaces, depth: Int = 1) {
        expression = Expression(kind, range: range)
        self.obstacle = obstacle
        self.depth = depth
    }

    /// A word, phrase or pattern; in a field without places it is a value.
    init(_ term: Expression.Term, in field: Field?, at range: SourceRange) {
        expression = Expression(.term(term, field), range: range)
        guard field?.hasPositions ?? true else { return }
        operand = Expression.Operand(.term(term), range: range)
        self.field = field
    }

    /// A value in the box, which beside a proximity operator is the word that was typed.
    init(_ kind: Expression.Kind, orWord word: Expression.Term, at range: SourceRange) {
        expression = Expression(kind, range: range)
        operand = Expression.Operand(.term(word), range: range)
    }

    /// Several parts joined into something without places.
    static func joined(
        _ parts: [Part],
        _ obstacle: QueryFailure.Obstacle,
        _ join: ([Expression]) -> Expression
    ) -> Part {
        let expression = join(parts.map(\.expression))
        var part = Part(expression.kind, at: expression.range, obstacle: obstacle)
        part.depth = (parts.map(\.depth).max() ?? 0) + 1
        return part
    }

    /// Any of several parts; an operand where all are, in one field.
    static func alternatives(_ parts: [Part]) -> Part {
        var part = joined(parts, .noPlaces, Expression.any)
        var operands: [Expression.Operand] = []
        for member in parts {
            guard let operand = member.operand else {
                part.obstacle = member.obstacle
                return part
            }
            guard member.field == parts[0].field else {
                part.obstacle = .mixedFields
                return part
            }
            if case .anyOf(let members) = operand.kind { operands += members } else { operands.append(operand) }
        }
        part.operand = Expression.Operand(.anyOf(operands), range: part.expression.range)
        part.field = parts[0].field
        return part
    }

    /// The records that this part does not find.
    func negated(at sign: SourceRange) -> Part {
        let range = sign.through(expression.range)
        return Part(.not(expression), at: range, obstacle: .negation, depth: depth + 1)
    }

    /// The part as it stands in brackets, its range with them.
    func enclosed(in range: SourceRange) -> Part {
        var part = self
        part.expression.range = range
        part.operand?.range = range
        return part
    }
}
