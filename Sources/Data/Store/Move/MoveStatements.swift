internal import SQLCore

/// The statements of the state of a move, kept in the target while it lasts.
enum MoveStatements {
    static let state = Statement("SELECT value FROM meta WHERE name = 'move'")
    static let begin = Statement("INSERT INTO meta (name, value) VALUES ('move', $1)")
    static let end = Statement("DELETE FROM meta WHERE name = 'move'")
    static let putHead = Statement(
        """
        INSERT INTO log_head (id, turn, size, root, frontier) VALUES (1, $1, $2, $3, $4)
        ON CONFLICT (id) DO UPDATE SET
            turn = excluded.turn, size = excluded.size, root = excluded.root, frontier = excluded.frontier
        """
    )
}
