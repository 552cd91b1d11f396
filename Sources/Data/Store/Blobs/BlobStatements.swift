internal import SQLCore

/// The statements of blobs.
enum BlobStatements {
    static let stage = Statement(
        """
        INSERT INTO blob (digest, size, staged_at, complete) VALUES ($1, $2, $3, 0)
        ON CONFLICT (digest) DO UPDATE SET staged_at = excluded.staged_at
        """
    )
    static let known = Statement("SELECT size FROM blob WHERE digest = $1 AND complete = 1")
    static let complete = Statement("UPDATE blob SET complete = 1 WHERE digest = $1")
    // A blob that was staged again meanwhile stays.
    static let condemn = Statement("UPDATE blob SET complete = 0 WHERE digest = $1 AND staged_at < $2")
    static let putPart = Statement(
        """
        INSERT INTO blob_part (digest, part, bytes) VALUES ($1, $2, $3) ON CONFLICT (digest, part) DO NOTHING
        """
    )
    static let part = Statement("SELECT bytes FROM blob_part WHERE digest = $1 AND part = $2")
    static let orphan = Statement(
        """
        SELECT digest FROM blob b
        WHERE staged_at < $1 AND NOT EXISTS (SELECT 1 FROM entry_blob r WHERE r.digest = b.digest)
        ORDER BY digest LIMIT 1
        """
    )
    static let lastPart = Statement("SELECT part FROM blob_part WHERE digest = $1 ORDER BY part DESC LIMIT 1")
    static let dropPart = Statement("DELETE FROM blob_part WHERE digest = $1 AND part = $2")
    static let drop = Statement("DELETE FROM blob WHERE digest = $1")
    static let dropPictures = Statement("DELETE FROM picture WHERE digest = $1")
    static let putPicture = Statement(
        """
        INSERT INTO picture (source, digest, width, height) VALUES ($1, $2, $3, $4)
        ON CONFLICT (source) DO UPDATE SET digest = excluded.digest, width = excluded.width, height = excluded.height
        """
    )
    static let picture = Statement(
        """
        SELECT p.digest, p.width, p.height
        FROM picture p JOIN blob b ON b.digest = p.digest AND b.complete = 1
        WHERE p.source = $1
            AND (b.staged_at > $2 OR EXISTS (SELECT 1 FROM entry_blob r WHERE r.digest = p.digest))
        """
    )
    static let after = Statement(
        "SELECT digest, size FROM blob WHERE digest > $1 AND complete = 1 ORDER BY digest LIMIT $2"
    )
    static let missing = Statement(
        """
        SELECT r.digest, r.entry FROM entry_blob r
        WHERE NOT EXISTS (SELECT 1 FROM blob b WHERE b.digest = r.digest AND b.complete = 1) ORDER BY r.digest, r.entry LIMIT $1
        """
    )
}
