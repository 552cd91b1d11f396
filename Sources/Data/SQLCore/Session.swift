/// What a driver offers inside one transaction, on its own thread.
///
/// Only `Transaction` calls it. Statements are prepared once per connection and kept.
package protocol Session: AnyObject {
    /// Runs a statement and hands each row of its answer to `row`, in order.
    ///
    /// - Returns: how many rows a changing statement changed.
    func run(_ statement: Statement, _ values: [Value], row: (borrowing Row) throws -> RowStep) throws -> Int

    /// Runs a statement without an answer once for each group of `statement.parameterCount` values, in order.
    ///
    /// A driver over a network sends them as one pipeline, and may insert several rows at once: of rows that replace others (`ON
    /// CONFLICT ... DO UPDATE`) no two groups may be the same one.
    ///
    /// - Returns: how many rows were changed together.
    func run(_ statement: Statement, groups values: [Value]) throws -> Int

    /// Runs a statement that only reads once for each group of `statement.parameterCount` values, in order, and hands the rows of
    /// each answer to `row` with the number of its group until it has enough of them.
    ///
    /// A driver over a network sends them as one pipeline, so that the answers together must fit into memory.
    func read(_ statement: Statement, groups values: [Value], row: (Int, borrowing Row) throws -> RowStep) throws

    /// Runs `body`; when it throws, undoes what it changed and leaves the transaction usable.
    func savepoint(_ body: () throws -> Void) throws

    /// Remembers a channel to be told of after COMMIT; forgotten when the transaction is rolled back.
    func notify(_ channel: String)
}

/// Whether a reader wants the next row.
package enum RowStep: Sendable {
    /// Go on.
    case next
    /// Enough: skip what is left.
    case stop
}
