internal import SQLCore

/// What kind of transaction a call wants.
enum PostgresMode: Equatable {
    /// Sees one moment and changes nothing.
    case read
    /// Changes rows; each statement sees what was committed before it.
    case write(Durability)
    /// Changes nothing, and makes all commits before it safe.
    case flush
    /// Changes rows, alone among all processes.
    case migration

    /// The statements that begin it.
    var begin: String {
        switch self {
        case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case .write(.acknowledged), .flush: "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
        case .write(.deferred): "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL synchronous_commit = off"
        // Another process may be at a long step.
        case .migration:
            """
            BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
            SET LOCAL lock_timeout = 0;
            SET LOCAL statement_timeout = 0;
            SELECT pg_advisory_xact_lock(\(PostgresLock.migration))
            """
        }
    }

    /// Whether COMMIT promises that nothing is lost.
    var isAcknowledged: Bool {
        switch self {
        case .write(.acknowledged), .flush, .migration: true
        case .read, .write(.deferred): false
        }
    }

    /// Whether it may change rows.
    var isWriting: Bool {
        if case .read = self { false } else { true }
    }
}
