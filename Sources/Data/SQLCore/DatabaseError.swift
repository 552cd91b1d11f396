/// What can go wrong between a statement and its database.
package enum DatabaseError: Error, Sendable, Hashable {
    /// The file or server cannot be opened; the text says which and why.
    case cannotOpen(String)
    /// The server cannot be reached, refuses this user, ends, or only reads; the text says which and why.
    case unreachable(String)
    /// The connection was lost during COMMIT, and no server could be asked in time whether it took effect: read
    /// before writing again.
    case commitUnknown(String)
    /// Another writer kept the database longer than the time-out: try again, or find the process that holds it.
    case busy(String)
    /// The disk is full: make room, then try again; nothing was lost.
    case full(String)
    /// The database or its folder cannot be written.
    case readOnly(String)
    /// The file system refused a read or write: a quota, a limit of the size of files, or a failing disk.
    case storage(String)
    /// The storage is damaged: run `doctor`, restore a backup.
    case corrupt(String)
    /// A row would break a unique key or another rule of its table.
    case constraint(String)
    /// Text with U+0000, which no column takes; the parameter's number.
    case textWithNull(parameter: Int)
    /// A column without value was read as if it had one: an error of the program.
    case unexpectedNull(column: Int)
    /// A `{token}` outside the closed list: an error of the program.
    case unknownToken(String)
    /// The statement has other parameters than the values given: an error of the program.
    case parameterCount(expected: Int, given: Int)
    /// This database does not offer the call.
    case unsupported(String)
    /// The schema was made by a newer version of this program.
    case schemaFromTheFuture(found: Int64, known: Int64)
    /// A migration that was applied differs from the one in this program.
    case migrationEdited(number: Int64, name: String)
    /// Any other failure, in the words of the database.
    case failed(code: Int32, message: String)
}

extension DatabaseError: CustomStringConvertible {
    /// The failure and its remedy, in one line.
    package var description: String {
        switch self {
        case .cannotOpen(let text):
            "cannot open the database: \(text); its folder must be there and writable: check owner and mode"
        case .unreachable(let text): "cannot use the database server: \(text)"
        case .commitUnknown(let text):
            "the connection was lost while saving, and whether it was saved is not known: \(text); look before "
                + "saving again"
        case .busy(let text): "the database is busy: \(text); find the process that holds it, or try again"
        case .full(let text): "no room to write the database: \(text); make room, then try again"
        case .readOnly(let text): "the database cannot be written: \(text); check the owner and mode of its folder"
        case .storage(let text):
            "the file system refused the database: \(text); look for a quota, a limit or a failing disk (system log)"
        case .corrupt(let text): "the database is damaged: \(text); run doctor, then restore a backup"
        case .constraint(let text): "a row breaks a rule of its table: \(text)"
        case .textWithNull(let parameter): "text with U+0000 in parameter \(parameter)"
        case .unexpectedNull(let column): "no value in column \(column)"
        case .unknownToken(let text): "unknown token in a statement: \(text)"
        case .parameterCount(let expected, let given): "a statement takes \(expected) values and was given \(given)"
        case .unsupported(let text): "not offered by this database: \(text)"
        case .schemaFromTheFuture(let found, let known):
            "the database has schema \(found), this program knows \(known): start the newer version of the program"
        case .migrationEdited(let number, let name):
            "migration \(number) (\(name)) was applied in another form than this program has: install the version "
                + "that made this database"
        case .failed(let code, let message): "database error \(code): \(message)"
        }
    }
}
