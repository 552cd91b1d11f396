internal import SQLCore

/// A random name that a transaction writes into a table of its own, so that whoever lost the connection during COMMIT
/// can find out whether it took effect.
///
/// The transaction inserts the name and, in the same breath, commits. Whoever does not hear the answer inserts the same
/// name as a fence, on a new connection: where the name is there already, the transaction is committed; where it is not,
/// the transaction never will be, because its own insertion now fails. An insertion waits for one that is under way, so
/// nothing is guessed; and the table travels with fail-over, recovery and restart like any other.
struct PostgresReceipt {
    let name: [UInt8]

    /// Draws a name.
    init() {
        name = (0..<16).map { _ in UInt8.random(in: 0...255) }
    }

    /// Makes the table where it is missing, one process at a time.
    static let prepare = """
        BEGIN;
        SELECT pg_advisory_xact_lock(\(PostgresLock.receipts));
        CREATE TABLE IF NOT EXISTS huizhi_receipt (
            name BYTEA NOT NULL PRIMARY KEY, is_fence BIGINT NOT NULL DEFAULT 0,
            written_at TIMESTAMPTZ NOT NULL DEFAULT now()
        );
        DELETE FROM huizhi_receipt WHERE written_at < now() - INTERVAL '7 days';
        COMMIT
        """
    /// Inserted by the transaction itself.
    static let insert = "INSERT INTO huizhi_receipt (name) VALUES ($1)"
    /// Inserted by whoever asks: 0 when the transaction is committed, 1 when it never will be.
    ///
    /// It writes in both cases, so that its own COMMIT waits, as every acknowledged one does, until this and all before
    /// it is safe.
    static let ask = """
        INSERT INTO huizhi_receipt (name, is_fence) VALUES ($1, 1)
        ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING is_fence
        """
    /// Drops one whose answer was heard.
    static let drop = "DELETE FROM huizhi_receipt WHERE name = $1"
    static let notify = "SELECT pg_notify($1, '')"
    static let commit = "COMMIT"
}

/// The numbers of the advisory locks: "huizhi" in ASCII, then a number.
enum PostgresLock {
    static let migration: Int64 = 0x68_75_69_7A_68_69_00_01
    static let receipts: Int64 = 0x68_75_69_7A_68_69_00_02
}
