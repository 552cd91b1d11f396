internal import SQLCore

/// The statements that only checks need.
enum VerificationStatements {
    static let linesAfter = Statement(
        """
        SELECT l.sequence, l.register, l.entry, l.version, l.time, l.author, l.digest,
            e.version, e.sequence, e.digest, e.register, v.sequence, v.digest
        FROM log l
        LEFT JOIN entry e ON e.entry = l.entry
        LEFT JOIN entry_version v ON v.entry = l.entry AND v.version = l.version
        WHERE l.sequence > $1 ORDER BY l.sequence LIMIT $2
        """
    )
    static let versions = Statement(
        """
        SELECT version, sequence, digest, salt, dictionary, content FROM entry_version
        WHERE entry = $1 ORDER BY version
        """
    )
    static let textBodies = Statement(
        """
        SELECT part, language, version, encoding, digest, body FROM entry_text
        WHERE entry = $1 AND body IS NOT NULL ORDER BY part, language, version
        """
    )
    static let leftovers = Statement(
        """
        SELECT (SELECT count(*) FROM entry_text WHERE entry = $1) + (SELECT count(*) FROM entry_order WHERE entry = $1)
            + (SELECT count(*) FROM entry_blob WHERE entry = $1)
        """
    )
    static let digests = Statement("SELECT entry, version, digest FROM entry")
}
