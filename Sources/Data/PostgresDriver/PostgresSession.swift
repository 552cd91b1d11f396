internal import SQLCore

/// One transaction on one connection of PostgreSQL.
final class PostgresSession: Session {
    private let connection: PostgresConnection
    // The answer that is being read from the connection, if there is one.
    private var reading: PostgresAnswer?
    private var depth = 0
    /// The channels to be told of with COMMIT.
    private(set) var channels: Set<String> = []
    /// Whether any row was changed.
    private(set) var hasWritten = false

    init(_ connection: PostgresConnection) {
        self.connection = connection
    }

    func run(_ statement: Statement, _ values: [Value], row: (borrowing Row) throws -> RowStep) throws -> Int {
        guard values.count == statement.parameterCount else {
            throw DatabaseError.parameterCount(expected: statement.parameterCount, given: values.count)
        }
        let outer = try makeRoom()
        if PostgresDialect.isDefinition(statement.text) {
            try connection.execute(PostgresDialect.expand(statement.text))
            hasWritten = true
            return 0
        }
        let prepared = try connection.prepare(statement.text)
        if prepared.plan == .ofValues { try plan(.ofValues) }
        try connection.send(prepared, values[...])
        connection.takeRowsSingly()
        let answer = PostgresAnswer(connection)
        reading = answer
        defer { reading = outer }
        do {
            reading: while let result = try answer.next() {
                switch try row(Row(result)) {
                case .next: continue
                case .stop: break reading
                }
            }
        } catch {
            // What went wrong first is what counts, and a broken connection says so again at the next statement.
            try? answer.passOver()
            throw error
        }
        try answer.passOver()
        if prepared.plan == .ofValues { try plan(.kept) }
        note(tag: answer.end?.tag ?? "")
        return answer.end?.changes ?? 0
    }

    func run(_ statement: Statement, groups values: [Value]) throws -> Int {
        _ = try makeRoom()
        let count = values.count / statement.parameterCount
        var (done, changes) = (0, 0)
        // To begin and end a statement takes a server longer than to insert a row.
        if count >= Self.rowsAtOnce, let rows = try connection.prepare(statement.text, rows: Self.rowsAtOnce) {
            done = count - count % Self.rowsAtOnce
            changes += try run(rows, values[..<(done * statement.parameterCount)])
        }
        changes += try run(connection.prepare(statement.text), values[(done * statement.parameterCount)...])
        hasWritten = true
        return changes
    }

    private func run(_ prepared: PostgresPrepared, _ values: ArraySlice<Value>) throws -> Int {
        let width = prepared.types.count
        let count = values.count / width
        var changes = 0
        for first in stride(from: 0, to: count, by: Self.groupsAtOnce) {
            changes += try connection.pipeline(min(Self.groupsAtOnce, count - first)) { number in
                try connection.send(prepared, values, from: values.startIndex + (first + number) * width)
            }.changes
        }
        return changes
    }

    func read(_ statement: Statement, groups values: [Value], row: (Int, borrowing Row) throws -> RowStep) throws {
        _ = try makeRoom()
        let prepared = try connection.prepare(statement.text)
        let count = values.count / statement.parameterCount
        // The rows of an answer may come in one result or in several.
        var ended: Int?
        for first in stride(from: 0, to: count, by: Self.groupsAtOnce) {
            _ = try connection.pipeline(min(Self.groupsAtOnce, count - first)) { number in
                try connection.send(prepared, values[...], from: (first + number) * statement.parameterCount)
            } answer: { number, result in
                while result.hasRow, ended != first + number {
                    if try row(first + number, Row(result)) == .stop { ended = first + number }
                    result.row += 1
                }
            }
        }
    }

    func savepoint(_ body: () throws -> Void) throws {
        _ = try makeRoom()
        let remembered = channels
        depth += 1
        defer { depth -= 1 }
        let name = "level\(depth)"
        try connection.execute("SAVEPOINT \(name)")
        do {
            try body()
            try connection.execute("RELEASE SAVEPOINT \(name)")
        } catch {
            channels = remembered
            if !connection.isBroken {
                try connection.execute("ROLLBACK TO SAVEPOINT \(name); RELEASE SAVEPOINT \(name)")
            }
            throw error
        }
    }

    func notify(_ channel: String) {
        channels.insert(channel)
    }

    // Undone with the transaction, as everything is after a failure.
    private func plan(_ plan: PostgresPrepared.Plan) throws {
        try connection.execute("SET LOCAL plan_cache_mode = \(plan.rawValue)")
    }

    // A connection runs one statement at a time: what is left of an answer that is being read goes into memory.
    private func makeRoom() throws -> PostgresAnswer? {
        try reading?.keepRest()
        return reading
    }

    private func note(tag: String) {
        if !tag.hasPrefix("SELECT") { hasWritten = true }
    }

    private static let groupsAtOnce = 500
    private static let rowsAtOnce = 25
}
