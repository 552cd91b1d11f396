/// A query that was understood.
package struct ParsedQuery: Equatable, Sendable {
    /// The query as typed.
    package let text: String
    /// What it means.
    package let expression: Expression
    /// What a reader of the answer should know, in the order of the query.
    package let notes: [QueryNote]
}
