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
        case SQLITE_IOERR: SQLCore.DatabaseError.storage(message)
        case SQLITE_INTERRUPT: CancellationError()
        default: SQLCore.DatabaseError.failed(code: code, message: message)
        }
    }

    /// The failure that GRDB names by a code of SQLite.
    static func named(_ error: GRDB.DatabaseError) -> any Error {
        named(code: error.extendedResultCode.rawValue, message: error.message ?? error.description)
    }

    /// Runs `body` and names what GRDB throws.
    static func naming<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as GRDB.DatabaseError {
            throw named(error)
        }
    }
}

extension SQLCore.DatabaseError {
    /// The failure with the path of the database, where its place is of use.
    func at(_ path: String) -> SQLCore.DatabaseError {
        switch self {
        case .cannotOpen(let text): .cannotOpen("\(path): \(text)")
        case .busy(let text): .busy("\(path): \(text)")
        case .full(let text): .full("\(path): \(text)")
        case .readOnly(let text): .readOnly("\(path): \(text)")
        case .corrupt(let text): .corrupt("\(path): \(text)")
        case .storage(let text): .storage("\(path): \(text)")
        default: self
        }
    }
}
