internal import SQLCore

/// The statements of the log.
enum LogStatements {
    static let begin = Statement(
        """
        INSERT INTO log_head (id, turn, size, root, frontier) VALUES (1, 0, 0, $1, $2) ON CONFLICT (id) DO NOTHING
        """
    )
    // Taking the turn is the first statement of every logged write: on both databases it lets one writer in at a time.
    static let lock = Statement(
        "UPDATE log_head SET turn = turn + 1 WHERE id = 1 RETURNING size, root, frontier, turn"
    )
    static let advance = Statement("UPDATE log_head SET size = $1, root = $2, frontier = $3 WHERE id = 1")
    static let head = Statement("SELECT size, root, frontier, turn FROM log_head WHERE id = 1")
    static let insert = Statement(
        """
        INSERT INTO log (sequence, register, entry, version, time, author, digest)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """
    )
    static let line = Statement(
        "SELECT sequence, register, entry, version, time, author, digest FROM log WHERE sequence = $1"
    )
    static let after = Statement(
        """
        SELECT sequence, register, entry, version, time, author, digest FROM log
        WHERE sequence > $1 ORDER BY sequence LIMIT $2
        """
    )
    static let range = Statement(
        """
        SELECT sequence, register, entry, version, time, author, digest FROM log
        WHERE sequence > $1 AND sequence <= $2 ORDER BY sequence
        """
    )
    static let tile = Statement("SELECT hashes FROM log_tile WHERE level = $1 AND number = $2")
    static let tilesAfter = Statement(
        """
        SELECT level, number, hashes FROM log_tile
        WHERE (level, number) > ($1, $2) ORDER BY level, number LIMIT $3
        """
    )
    static let putTile = Statement(
        """
        INSERT INTO log_tile (level, number, hashes) VALUES ($1, $2, $3)
        ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes
        """
    )
    static let putNote = Statement("INSERT INTO log_note (sequence, note) VALUES ($1, $2)")
    static let note = Statement("SELECT note FROM log_note WHERE sequence = $1")
    static let putCheckpoint = Statement(
        """
        INSERT INTO checkpoint (size, root, note, made_at) VALUES ($1, $2, $3, $4) ON CONFLICT (size) DO NOTHING
        """
    )
    static let lastCheckpoint = Statement(
        "SELECT size, root, note, made_at FROM checkpoint WHERE size <= $1 ORDER BY size DESC LIMIT 1"
    )
    static let checkpointsAfter = Statement(
        "SELECT size, root, note, made_at FROM checkpoint WHERE size > $1 ORDER BY size LIMIT $2"
    )
}

extension Change {
    /// Reads a row of `sequence, register, entry, version, time, author, digest`.
    init(_ row: borrowing Row) throws {
        self.init(
            sequence: try row.integer(0),
            register: try row.text(1),
            entry: try row.text(2),
            version: try row.integer(3),
            time: try row.integer(4),
            author: try row.text(5),
            digest: try row.digest(6)
        )
    }
}
