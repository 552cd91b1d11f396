internal import SQLCore

/// The statements that take a store back to an earlier line of its log.
enum RewindStatements {
    static let time = Statement("SELECT time FROM log WHERE sequence = $1")
    static let changed = Statement(
        "SELECT entry, min(version) FROM log WHERE sequence > $1 GROUP BY entry ORDER BY entry"
    )
    static let dropLines = Statement("DELETE FROM log WHERE sequence > $1")
    static let dropNotes = Statement("DELETE FROM log_note WHERE sequence > $1")
    static let dropCheckpoints = Statement("DELETE FROM checkpoint WHERE size > $1")
    static let dropTiles = Statement("DELETE FROM log_tile WHERE level = $1 AND number >= $2")
    static let levels = Statement("SELECT max(level) FROM log_tile")

    static let dropEntry = Statement("DELETE FROM entry WHERE entry = $1")
    static let dropVersions = Statement("DELETE FROM entry_version WHERE entry = $1 AND version >= $2")
    static let dropTexts = Statement("DELETE FROM entry_text WHERE entry = $1 AND version > $2")
    static let becomeVersion = Statement(
        """
        UPDATE entry SET version = $2, revision = revision + 1, sequence = $3, time = $4, state = $5, digest = $6,
            salt = $7, dictionary = 0, keys = '', content = $8
        WHERE entry = $1
        """
    )

    static let dropCounts = Statement("DELETE FROM register_count")
    static let count = Statement(
        """
        INSERT INTO register_count (register, entries, tombstones)
        SELECT register, sum(CASE WHEN state = 0 THEN 1 ELSE 0 END), sum(CASE WHEN state = 0 THEN 0 ELSE 1 END)
        FROM entry GROUP BY register
        """
    )
    static let dropJobs = Statement("DELETE FROM job WHERE created_at >= $1")
    static let dropImports = Statement("DELETE FROM import_file WHERE updated_at >= $1")
}
