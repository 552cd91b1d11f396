internal import GRDB
internal import SQLCore

/// One transaction on one connection of SQLite.
final class SQLiteSession: Session {
    private let database: GRDB.Database
    private let statements: SQLiteStatements
    /// The channels to be told of after COMMIT.
    private(set) var channels: Set<String> = []

    init(_ database: GRDB.Database, _ statements: SQLiteStatements) {
        self.database = database
        self.statements = statements
    }

    func run(
        _ statement: SQLCore.Statement,
        _ values: [Value],
        row: (borrowing SQLCore.Row) throws -> RowStep
    ) throws -> Int {
        guard values.count == statement.parameterCount else {
            throw SQLCore.DatabaseError.parameterCount(expected: statement.parameterCount, given: values.count)
        }
        let prepared = try prepare(statement)
        defer {
            prepared.reset()
            prepared.clear()
        }
        try prepared.bind(values, from: 0, count: values.count)
        let before = prepared.changes
        let view = SQLCore.Row(prepared)
        reading: while try prepared.step() {
            switch try row(view) {
            case .next: continue
            case .stop: break reading
            }
        }
        return Int(prepared.changes &- before)
    }

    func run(_ statement: SQLCore.Statement, groups values: [Value]) throws -> Int {
        let prepared = try prepare(statement)
        defer {
            prepared.reset()
            prepared.clear()
        }
        let before = prepared.changes
        for start in stride(from: 0, to: values.count, by: statement.parameterCount) {
            prepared.reset()
            try prepared.bind(values, from: start, count: statement.parameterCount)
            while try prepared.step() {}
        }
        return Int(prepared.changes &- before)
    }

    func read(
        _ statement: SQLCore.Statement,
        groups values: [Value],
        row: (Int, borrowing SQLCore.Row) throws -> RowStep
    ) throws {
        let prepared = try prepare(statement)
        defer {
            prepared.reset()
            prepared.clear()
        }
        let view = SQLCore.Row(prepared)
        let starts = stride(from: 0, to: values.count, by: statement.parameterCount)
        for (number, start) in starts.enumerated() {
            prepared.reset()
            try prepared.bind(values, from: start, count: statement.parameterCount)
            while try prepared.step() {
                if try row(number, view) == .stop { break }
            }
        }
    }

    func savepoint(_ body: () throws -> Void) throws {
        let remembered = channels
        do {
            try SQLiteFailure.naming {
                try database.inSavepoint {
                    try body()
                    return .commit
                }
            }
        } catch {
            channels = remembered
            throw error
        }
    }

    func notify(_ channel: String) {
        channels.insert(channel)
    }

    private func prepare(_ statement: SQLCore.Statement) throws -> SQLitePrepared {
        let text = try statements.text(of: statement)
        return try SQLiteFailure.naming {
            let cached = try database.cachedStatement(sql: text)
            // The same statement may be asked again while an answer of it is being read.
            let usable = SQLitePrepared.isRunning(cached) ? try database.makeStatement(sql: text) : cached
            return try SQLitePrepared(usable, in: database)
        }
    }
}
