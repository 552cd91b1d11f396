internal import GRDB
internal import GRDBSQLite
internal import SQLCore

#if canImport(Glibc)
    internal import Glibc
#endif

/// Names the failures of SQLite as `DatabaseError` does.
enum SQLiteFailure {
    /// The failure for a result code of SQLite, its message, and the number by which the system refused, if it did.
    static func named(code: Int32, message: String, systemError: Int32 = 0) -> any Error {
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: SQLCore.DatabaseError.busy(message)
        case SQLITE_FULL: SQLCore.DatabaseError.full(message)
        case SQLITE_READONLY, SQLITE_PERM: SQLCore.DatabaseError.readOnly(message)
        case SQLITE_CORRUPT, SQLITE_NOTADB: SQLCore.DatabaseError.corrupt(message)
        case SQLITE_CONSTRAINT: SQLCore.DatabaseError.constraint(message)
        case SQLITE_CANTOPEN: SQLCore.DatabaseError.cannotOpen(message)
        case SQLITE_IOERR: storage(message, systemError)
        case SQLITE_INTERRUPT: CancellationError()
        default: SQLCore.DatabaseError.failed(code: code, message: message)
        }
    }

    /// The failure that GRDB names by a code of SQLite.
    static func named(_ error: GRDB.DatabaseError, on database: GRDB.Database?) -> any Error {
        // The connection is open for as long as its database is lent.
        let connection = unsafe database?.sqliteConnection
        let systemError = unsafe connection.map { unsafe sqlite3_system_errno($0) } ?? 0
        return named(
            code: error.extendedResultCode.rawValue,
            message: error.message ?? error.description,
            systemError: systemError
        )
    }

    /// Runs `body` and names what GRDB throws.
    static func naming<T>(on database: GRDB.Database? = nil, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as GRDB.DatabaseError {
            throw named(error, on: database)
        }
    }

    // A quota or a limit of the file size is a full disk to whoever meets it.
    private static func storage(_ message: String, _ systemError: Int32) -> SQLCore.DatabaseError {
        guard systemError != 0 else { return .storage(message) }
        // The system keeps the text until the next call of this thread.
        let reason = unsafe String(cString: strerror(systemError))
        return [ENOSPC, EDQUOT, EFBIG].contains(systemError)
            ? .full("\(message): \(reason)") : .storage("\(message): \(reason)")
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
