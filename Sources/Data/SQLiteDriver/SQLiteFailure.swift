internal import GRDB
internal import GRDBSQLite
internal import SQLCore

/// Names the failures of SQLite as `DatabaseError` does.
enum SQLiteFailure {
    /// The failure for a result code of SQLite and its message.
    static func named(code: Int32, message: String) -> any Error {
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: SQLCore.DatabaseError.busy(message)
        case SQLITE_FULL: SQLCore.DatabaseError.full(message)
        case SQLITE_READONLY, SQLITE_PERM: SQLCore.DatabaseError.readOnly(message)
        case SQLITE_CORRUPT, SQLITE_NOTADB: SQLCore.DatabaseError.corrupt(message)
        case SQLITE_CONSTRAINT: SQLCore.DatabaseError.constraint(message)
        case SQLITE_CANTOPEN: SQLCore.DatabaseError.cannotOpen(message)
        case SQLITE_INTERRUPT: CancellationError()
        default: SQLCore.DatabaseError.failed(code: code, message: message)
        }
    }

    /// Runs `body` and names what GRDB throws.
    static func naming<T>(_ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let error as GRDB.DatabaseError {
            throw named(code: error.extendedResultCode.rawValue, message: error.message ?? error.description)
        }
    }

    /// Runs `body` and names what GRDB throws.
    static func naming<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as GRDB.DatabaseError {
            throw named(code: error.extendedResultCode.rawValue, message: error.message ?? error.description)
        }
    }
}
