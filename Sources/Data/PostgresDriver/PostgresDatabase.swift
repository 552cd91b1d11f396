package import SQLCore

/// A PostgreSQL database: many nodes may use it, and replicas, fail-over and backups are the operator's own tools.
///
/// Each transaction runs on a connection with a thread of its own. A transaction that a deadlock or a lost connection
/// ended is run again; one whose COMMIT was not heard is asked after, so that none is lost and none applied twice.
package final class PostgresDatabase: Database {
    private let server: PostgresServer
    private let readers: PostgresPool
    private let writers: PostgresPool
    private let listener: PostgresListener

    /// Reads the address; connects at the first call.
    ///
    /// Settings of libpq stand in the address: `sslmode`, `sslrootcert`, `target_session_attrs`, several hosts.
    ///
    /// - Throws: `DatabaseError.unreachable` for an address that cannot be read.
    package init(url: String, options: PostgresOptions = PostgresOptions()) throws {
        server = PostgresServer(try PostgresURL(url), options)
        let connections = min(max(options.connections, 2), 16)
        // Writers wait for one another; with connections of their own they never keep a reader waiting.
        writers = PostgresPool(server, size: connections / 2)
        readers = PostgresPool(server, size: connections - connections / 2)
        listener = PostgresListener(server)
    }

    deinit {
        listener.close()
    }

    /// Runs `body` in READ COMMITTED, again when a deadlock or a lost connection undid it.
    ///
    /// - Throws: `DatabaseError.commitUnknown` when the connection was lost in COMMIT and no server can be asked.
    @discardableResult
    package func write<T: Sendable>(
        _ durability: Durability,
        _ body: @Sendable (borrowing Transaction) throws -> T
    ) async throws -> T {
        try await transaction(.write(durability), on: writers, body)
    }

    /// Runs `body` in REPEATABLE READ READ ONLY.
    package func read<T: Sendable>(_ body: @Sendable (borrowing Transaction) throws -> T) async throws -> T {
        try await transaction(.read, on: readers, body)
    }

    /// Runs `body` under an advisory lock of the database.
    package func migrationLock<T: Sendable>(
        _ body: @Sendable (borrowing Transaction) throws -> T
    ) async throws -> T {
        try await transaction(.migration, on: writers, body)
    }

    /// Waits until every commit so far is as safe as an acknowledged one: the server's own log is written in order.
    package func flush() async throws {
        try await transaction(.flush, on: writers) { _ in }
    }

    /// What the server noted of pages with wrong checksums, and indexes that are not valid.
    ///
    /// It reads no table: that is the work of `pg_amcheck` and of the operator's backups.
    package func integrityFindings() async throws -> [String] {
        try await read { transaction in
            let pages = try transaction.all(Self.damagedPages) { "\(try $0.integer(0)) pages with a wrong checksum" }
            let indexes = try transaction.all(Self.invalidIndexes) { "the index \(try $0.text(0)) is not valid" }
            return pages + indexes
        }
    }

    /// Refuses: a copy through this program would be worse than what the server brings.
    package func backup(toFile path: String) async throws {
        throw DatabaseError.unsupported("a copy of PostgreSQL: use pg_basebackup, pg_dump, or your backup system")
    }

    /// News of all processes; one piece of news comes at the beginning, and whenever the connection was lost.
    package func notifications(_ channel: String) -> AsyncStream<Void> {
        listener.listen(channel)
    }

    /// Those for readers and those for writers; the one that listens is not counted.
    package var connections: [ConnectionCounts] {
        [readers.counts(named: "readers"), writers.counts(named: "writers")]
    }

    /// Refuses further calls, waits for those that run, and ends all connections.
    package func close() async throws {
        listener.close()
        await writers.close()
        await readers.close()
    }

    private func transaction<T: Sendable>(
        _ mode: PostgresMode,
        on pool: PostgresPool,
        _ body: @Sendable (borrowing Transaction) throws -> T
    ) async throws -> T {
        try await pool.lend { worker in
            let call = PostgresCall()
            return try await withTaskCancellationHandler {
                try await worker.transaction(mode, call, body)
            } onCancel: {
                call.cancel()
            }
        }
    }

    private static let damagedPages = Statement(
        "SELECT checksum_failures FROM pg_stat_database WHERE datname = current_database() AND checksum_failures > 0"
    )
    private static let invalidIndexes = Statement(
        """
        SELECT indexrelid::regclass::text FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
        WHERE NOT indisvalid AND relnamespace = current_schema()::regnamespace ORDER BY indexrelid
        """
    )
}
