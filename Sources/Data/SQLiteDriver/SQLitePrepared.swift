internal import GRDB
internal import GRDBSQLite
internal import SQLCore

/// A prepared statement of one connection while it runs: binds values, steps, reads columns.
///
/// GRDB prepares and keeps the statements; binding and reading go to SQLite itself, because a detour through GRDB's
/// own values costs an import a third of its rate.
///
/// Invariant: it is used only on the queue of its connection and only while `statement` lives, which it holds.
@safe final class SQLitePrepared: RowReader {
    private let statement: GRDB.Statement
    private let handle: OpaquePointer
    private let connection: OpaquePointer

    /// Takes a statement of `database`.
    init(_ statement: GRDB.Statement, in database: GRDB.Database) throws {
        guard let connection = unsafe database.sqliteConnection else {
            throw SQLCore.DatabaseError.cannotOpen("the connection is closed")
        }
        self.statement = statement
        unsafe handle = unsafe statement.sqliteStatement
        unsafe self.connection = unsafe connection
    }

    /// Whether an answer of this statement is still being read.
    static func isRunning(_ statement: GRDB.Statement) -> Bool {
        unsafe sqlite3_stmt_busy(statement.sqliteStatement) != 0
    }

    /// Binds `count` values from `start` on to the parameters 1, 2, 3...
    func bind(_ values: [Value], from start: Int, count: Int) throws {
        for index in 0..<count {
            let parameter = Int32(index + 1)
            let code =
                switch values[start + index] {
                case .integer(let number): unsafe sqlite3_bind_int64(handle, parameter, number)
                case .real(let number): unsafe sqlite3_bind_double(handle, parameter, number)
                case .text(let text): try bind(text, to: parameter)
                case .bytes(let bytes): bind(bytes, to: parameter)
                case .null: unsafe sqlite3_bind_null(handle, parameter)
                }
            if code != SQLITE_OK { throw failure(code) }
        }
    }

    /// Goes to the next row; false when there is none.
    func step() throws -> Bool {
        let code = unsafe sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw failure(code)
        }
    }

    /// Makes the statement ready to run again.
    func reset() {
        // The code repeats a failure that `step` has already thrown.
        _ = unsafe sqlite3_reset(handle)
    }

    /// Forgets the values bound, so that large ones do not stay in memory.
    func clear() {
        _ = unsafe sqlite3_clear_bindings(handle)
    }

    /// How many rows this connection has changed so far; compared before and after.
    var changes: Int32 {
        unsafe sqlite3_total_changes(connection)
    }

    func isNull(_ column: Int) -> Bool {
        unsafe sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
    }

    func integer(_ column: Int) -> Int64 {
        unsafe sqlite3_column_int64(handle, Int32(column))
    }

    func real(_ column: Int) -> Double {
        unsafe sqlite3_column_double(handle, Int32(column))
    }

    func text(_ column: Int) -> String {
        // SQLite keeps the text until the next step or conversion, and says how many bytes it has.
        guard let start = unsafe sqlite3_column_text(handle, Int32(column)) else { return "" }
        let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
        return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytes(_ column: Int) -> [UInt8] {
        // As for text; an empty value has no address.
        guard let start = unsafe sqlite3_column_blob(handle, Int32(column)) else { return [] }
        let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
        return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    private func bind(_ text: String, to parameter: Int32) throws -> Int32 {
        var text = text
        // SQLite copies the bytes before the closure ends.
        let code: Int32? = text.withUTF8 { bytes in
            if unsafe bytes.contains(0) { return nil }
            guard let start = bytes.baseAddress, bytes.count > 0 else {
                return unsafe sqlite3_bind_text(handle, parameter, "", 0, Self.copied)
            }
            return unsafe start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                unsafe sqlite3_bind_text64(
                    handle,
                    parameter,
                    $0,
                    UInt64(bytes.count),
                    Self.copied,
                    UInt8(SQLITE_UTF8)
                )
            }
        }
        guard let code else { throw SQLCore.DatabaseError.textWithNull(parameter: Int(parameter)) }
        return code
    }

    private func bind(_ bytes: [UInt8], to parameter: Int32) -> Int32 {
        guard !bytes.isEmpty else { return unsafe sqlite3_bind_zeroblob(handle, parameter, 0) }
        // SQLite copies the bytes before the closure ends.
        return unsafe bytes.withUnsafeBytes {
            unsafe sqlite3_bind_blob64(handle, parameter, $0.baseAddress, UInt64(bytes.count), Self.copied)
        }
    }

    private func failure(_ code: Int32) -> any Error {
        let extended = unsafe sqlite3_extended_errcode(connection)
        let message = unsafe String(cString: sqlite3_errmsg(connection))
        return SQLiteFailure.named(code: extended & 0xFF == code & 0xFF ? extended : code, message: message)
    }

    // SQLITE_TRANSIENT, a macro that Swift does not import: "copy the bytes before returning".
    private static var copied: sqlite3_destructor_type {
        unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }
}
