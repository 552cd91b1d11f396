internal import SQLCore

/// The statements of who saw what.
enum DisclosureStatements {
    static let put = Statement(
        """
        INSERT INTO disclosure (id, time, viewer, role, place, subject, action, fields, reason, address)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """
    )
    static let ofSubject = Statement(
        """
        SELECT time, viewer, role, place, subject, action, fields, reason, address FROM disclosure
        WHERE subject = $1 ORDER BY time DESC, id LIMIT $2
        """
    )
}
