internal import SQLCore

/// The statements of the progress of imports.
enum ImportStatements {
    static let progress = Statement(
        """
        SELECT size, modified_at, head_digest, position, imported, unchanged, rejected, state
        FROM import_file WHERE path = $1
        """
    )
    static let begin = Statement(
        """
        INSERT INTO import_file
            (path, size, modified_at, head_digest, position, imported, unchanged, rejected, state, updated_at)
        VALUES ($1, $2, $3, $4, 0, 0, 0, 0, 0, $5)
        ON CONFLICT (path) DO UPDATE SET
            size = excluded.size, modified_at = excluded.modified_at, head_digest = excluded.head_digest,
            position = 0, imported = 0, unchanged = 0, rejected = 0, state = 0, updated_at = excluded.updated_at
        """
    )
    static let advance = Statement(
        """
        UPDATE import_file SET
            position = $2, imported = imported + $3, unchanged = unchanged + $4, rejected = rejected + $5,
            updated_at = $6
        WHERE path = $1 AND position = $7
        """
    )
    static let finish = Statement(
        "UPDATE import_file SET state = 1, updated_at = $3 WHERE path = $1 AND position = $2"
    )
}
