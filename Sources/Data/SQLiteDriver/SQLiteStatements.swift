internal import SQLCore
internal import Synchronization

/// The expanded text of every statement seen so far, shared by all connections of a database.
final class SQLiteStatements: Sendable {
    private let expanded = Mutex<[String: String]>([:])

    /// The SQL of SQLite for a statement.
    ///
    /// - Throws: `DatabaseError.unknownToken`.
    func text(of statement: SQLCore.Statement) throws -> String {
        try expanded.withLock { known in
            if let text = known[statement.text] { return text }
            let text = try SQLiteDialect.expand(statement.text)
            known[statement.text] = text
            return text
        }
    }
}
