/// A query of a history that later ones may use by its number: `#1 AND #2`.
package struct QuerySet: Sendable {
    /// What the query means.
    package let expression: Expression
    /// Leaves and groups of the tree.
    package let size: Int
    /// Levels of the tree.
    let depth: Int

    /// Takes a query as it was understood.
    package init(_ expression: Expression) {
        self.expression = expression
        (size, depth) = expression.extent
    }
}

extension Expression {
    /// How many leaves and groups the tree has, and how many levels.
    fileprivate var extent: (size: Int, depth: Int) {
        switch kind {
        case .and(let parts), .or(let parts), .xor(let parts):
            return parts.map(\.extent).reduce((1, 1)) { ($0.0 + $1.size, max($0.1, $1.depth + 1)) }
        case .not(let part), .weighted(let part, _):
            let inner = part.extent
            return (inner.size + 1, inner.depth + 1)
        case .near(let proximity, _): return proximity.extent
        case .frequency(let frequency, _):
            let inner = frequency.operand.extent
            return (inner.size + 1, inner.depth + 1)
        case .everything, .has, .term, .number, .date, .symbol: return (1, 1)
        }
    }
}

extension Expression.Proximity {
    fileprivate var extent: (size: Int, depth: Int) {
        let (first, second) = (left.extent, right.extent)
        return (first.size + second.size + 1, max(first.depth, second.depth) + 1)
    }
}

extension Expression.Operand {
    fileprivate var extent: (size: Int, depth: Int) {
        switch kind {
        case .term: (1, 1)
        case .anyOf(let members): members.map(\.extent).reduce((1, 1)) { ($0.0 + $1.size, max($0.1, $1.depth + 1)) }
        case .near(let proximity): proximity.extent
        }
    }
}
