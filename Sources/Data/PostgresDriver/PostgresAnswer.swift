internal import CPQ
internal import SQLCore

/// The answer to the statement that a connection runs, read row by row.
final class PostgresAnswer {
    private let connection: PostgresConnection
    // Rows that had to be taken off the connection before their time.
    private var kept: ArraySlice<PostgresResult> = []
    private var isOver = false
    /// The last result: what the command was and how many rows it changed.
    private(set) var end: PostgresResult?

    /// Takes what was just sent.
    init(_ connection: PostgresConnection) {
        self.connection = connection
    }

    /// The next row, or nil.
    func next() throws -> PostgresResult? {
        if let row = kept.popFirst() { return row }
        return try fetch()
    }

    /// Takes all rows that are left into memory, so that the connection is free for another statement.
    func keepRest() throws {
        while let row = try fetch() { kept.append(row) }
    }

    /// Passes over all rows that are left.
    func passOver() throws {
        kept = []
        while try fetch() != nil {}
    }

    private func fetch() throws -> PostgresResult? {
        guard !isOver else { return nil }
        var failure: DatabaseError?
        while let result = connection.next() {
            switch result.status {
            case PGRES_SINGLE_TUPLE: return result
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK: end = result
            default: failure = failure ?? connection.failure(result)
            }
        }
        isOver = true
        if let failure { throw failure }
        return nil
    }
}
