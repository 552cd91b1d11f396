/// A query that was understood.
package struct ParsedQuery: Equatable, Sendable {
    /// The query as typed.
    package let text: String
    /// What it means.
    package let expression: Expression
    /// What a reader of the answer should know, in the order of the query.
    package let notes: [QueryNote]

    /// The query with any of its conditions in the place of all; nil where there is but one, or all but one exclude.
    package var anyInPlaceOfAll: Expression? {
        guard case .and(let parts) = expression.kind else { return nil }
        let wanted = parts.filter { if case .not = $0.kind { false } else { true } }
        guard wanted.count > 1 else { return nil }
        let excluded = parts.filter { if case .not = $0.kind { true } else { false } }
        return .all(of: [.any(of: wanted)] + excluded)
    }
}
