internal import SQLCore

/// The statements of lists for whoever audits.
enum AuditStatements {
    static let events = Statement(
        """
        SELECT account, time, kind, address, detail, id FROM account_event
        WHERE time >= $1 AND (time, id) < ($2, $3) ORDER BY time DESC, id DESC LIMIT $4
        """
    )
    static let eventsOf = Statement(
        """
        SELECT account, time, kind, address, detail, id FROM account_event
        WHERE account = $5 AND time >= $1 AND (time, id) < ($2, $3) ORDER BY time DESC, id DESC LIMIT $4
        """
    )
    static let disclosures = Statement(
        """
        SELECT time, viewer, role, place, subject, action, fields, reason, address, id FROM disclosure
        WHERE time >= $1 AND (time, id) < ($2, $3) ORDER BY time DESC, id DESC LIMIT $4
        """
    )
    static let disclosuresOf = Statement(
        """
        SELECT time, viewer, role, place, subject, action, fields, reason, address, id FROM disclosure
        WHERE (subject = $5 OR viewer = $5) AND time >= $1 AND (time, id) < ($2, $3)
        ORDER BY time DESC, id DESC LIMIT $4
        """
    )
    static let linesBefore = Statement(
        """
        SELECT sequence, register, entry, version, time, author, digest FROM log
        WHERE sequence < $1 ORDER BY sequence DESC LIMIT $2
        """
    )
}
