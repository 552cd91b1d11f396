internal import SQLCore

/// The statements of seals.
enum SealStatements {
    private static let disclosuresOpen = Statement(
        """
        SELECT id, time, viewer, role, place, subject, action, fields, reason, address, seal_place, leaf FROM disclosure
        WHERE seal_line IS NULL AND time <= $2 ORDER BY time, id LIMIT $1
        """
    )
    private static let eventsOpen = Statement(
        """
        SELECT id, time, account, kind, address, detail, salt, proof, seal_place, leaf,
            CASE WHEN account = 'account/unknown'
                OR EXISTS (SELECT 1 FROM entry e WHERE e.entry = account_event.account AND e.state = 0)
                THEN 1 ELSE 0 END
        FROM account_event WHERE seal_line IS NULL AND time <= $2 ORDER BY time, id LIMIT $1
        """
    )
    private static let disclosures = Statement(
        """
        SELECT id, time, viewer, role, place, subject, action, fields, reason, address, seal_place, leaf FROM disclosure
        WHERE seal_line = $1 ORDER BY seal_place NULLS LAST, id
        """
    )
    private static let events = Statement(
        """
        SELECT id, time, account, kind, address, detail, salt, proof, seal_place, leaf,
            CASE WHEN account = 'account/unknown'
                OR EXISTS (SELECT 1 FROM entry e WHERE e.entry = account_event.account AND e.state = 0)
                THEN 1 ELSE 0 END
        FROM account_event WHERE seal_line = $1 ORDER BY seal_place NULLS LAST, id
        """
    )

    /// The rows of a table until some moment that no seal has yet, the oldest first.
    static func open(_ table: SealedTable) -> Statement { table == .disclosure ? disclosuresOpen : eventsOpen }

    /// The rows of a seal, by the line of the log that made it.
    static func rows(_ table: SealedTable) -> Statement { table == .disclosure ? disclosures : events }

    /// Puts a row into a seal, unless it is in one.
    static func put(_ table: SealedTable) -> Statement {
        switch table {
        case .disclosure:
            Statement(
                """
                UPDATE disclosure SET seal_line = $2, seal_place = $3, leaf = $4 WHERE id = $1 AND seal_line IS NULL
                """
            )
        case .event:
            Statement(
                """
                UPDATE account_event SET seal_line = $2, seal_place = $3, leaf = $4 WHERE id = $1 AND seal_line IS NULL
                """
            )
        }
    }

    /// Deletes the rows of a seal.
    static func drop(_ table: SealedTable) -> Statement {
        switch table {
        case .disclosure: Statement("DELETE FROM disclosure WHERE seal_line = $1")
        case .event: Statement("DELETE FROM account_event WHERE seal_line = $1")
        }
    }

    /// How many rows of a table until some moment no seal has, and the time of the first.
    static func unsealed(_ table: SealedTable) -> Statement {
        switch table {
        case .disclosure:
            Statement("SELECT count(*), min(time) FROM disclosure WHERE seal_line IS NULL AND time <= $1")
        case .event:
            Statement("SELECT count(*), min(time) FROM account_event WHERE seal_line IS NULL AND time <= $1")
        }
    }

    /// How many rows of a table are of later than some moment, and the time of the last.
    static func after(_ table: SealedTable) -> Statement {
        switch table {
        case .disclosure: Statement("SELECT count(*), max(time) FROM disclosure WHERE time > $1")
        case .event: Statement("SELECT count(*), max(time) FROM account_event WHERE time > $1")
        }
    }

    /// The seals that rows of a table name, whether there can be such lines or not.
    static func lines(_ table: SealedTable) -> Statement {
        switch table {
        case .disclosure:
            Statement(
                "SELECT DISTINCT seal_line FROM disclosure WHERE seal_line IS NOT NULL ORDER BY seal_line NULLS LAST"
            )
        case .event:
            Statement(
                "SELECT DISTINCT seal_line FROM account_event WHERE seal_line IS NOT NULL ORDER BY seal_line NULLS LAST"
            )
        }
    }

    /// Frees the rows of seals behind a line of the log.
    static let reopen = [
        Statement("UPDATE disclosure SET seal_line = NULL, seal_place = NULL, leaf = NULL WHERE seal_line > $1"),
        Statement("UPDATE account_event SET seal_line = NULL, seal_place = NULL, leaf = NULL WHERE seal_line > $1"),
    ]
}
