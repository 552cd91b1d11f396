internal import GRDB
package import SQLCore
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#endif

/// A SQLite database in write-ahead mode: one writer and several readers in each process, several processes.
///
/// Made with pages of 8 KiB, incremental vacuum and secure delete; every table is STRICT.
package final class SQLiteDatabase: SQLCore.Database {
    private let path: String
    private let pool: DatabasePool
    private let statements = SQLiteStatements()
    private let news = News()
    private let patience: SQLitePatience
    private let checkpoints: SQLiteCheckpoints
    // What the writing connection promises now; read and changed only on its queue. GRDB opens it with NORMAL.
    private let durability = Mutex(Durability.deferred)

    /// Opens the file, making it when it is absent; its folder must exist.
    ///
    /// - Throws: `DatabaseError.cannotOpen`, `.busy`, `.corrupt`, `.readOnly`, `.full`.
    package init(path: String, options: SQLiteOptions = SQLiteOptions()) throws {
        self.path = path
        patience = SQLitePatience(limit: options.busyTimeout)
        checkpoints = SQLiteCheckpoints(path: path, limit: options.checkpointPages, patience: patience)
        let configuration = Self.configuration(options, patience, checkpoints)
        let deadline = ContinuousClock.now + options.busyTimeout
        while true {
            do {
                pool = try SQLiteFailure.naming { try DatabasePool(path: path, configuration: configuration) }
                return
            } catch SQLCore.DatabaseError.busy(let reason) {
                // Two processes that create the file at once: the switch to write-ahead mode does not wait by itself.
                guard ContinuousClock.now < deadline else { throw SQLCore.DatabaseError.busy("\(path): \(reason)") }
                usleep(20_000)
            } catch let error as SQLCore.DatabaseError {
                throw error.at(path)
            }
        }
    }

    /// Runs `body` inside BEGIN IMMEDIATE on the one writing connection.
    @discardableResult
    package func write<T: Sendable>(
        _ durability: Durability,
        _ body: @Sendable (borrowing Transaction) throws -> T
    ) async throws -> T {
        let (result, channels) = try await writing { database in
            try self.promise(durability, on: database)
            let session = SQLiteSession(database, self.statements)
            var result: T?
            try database.inTransaction(.immediate) {
                result = try body(Transaction(session))
                return .commit
            }
            self.checkpoints.follow(database)
            return (result, session.channels)
        }
        news.tell(channels)
        guard let result else { throw SQLCore.DatabaseError.failed(code: 0, message: "no result") }
        return result
    }

    /// Runs `body` on a reading connection, which sees the last commit before its first statement.
    package func read<T: Sendable>(_ body: @Sendable (borrowing Transaction) throws -> T) async throws -> T {
        try await reading { database in
            try body(Transaction(SQLiteSession(database, self.statements)))
        }
    }

    /// Runs `body` under the write lock, which only one process holds at a time.
    package func migrationLock<T: Sendable>(
        _ body: @Sendable (borrowing Transaction) throws -> T
    ) async throws -> T {
        // The write lock of SQLite is held by one process at a time, so it serves as the migration lock too.
        try await write(.acknowledged, body)
    }

    /// Synchronises the write-ahead log, and empties it into the file where nobody is in the way.
    package func flush() async throws {
        try await writing { database in
            try self.promise(.acknowledged, on: database)
            // Commits that promised less are in the write-ahead log or, synchronised, in the database file already.
            try self.synchroniseLog()
            self.checkpoints.settle()
            // Empties the log too, unless a reader or writer is in the way: that is not worth waiting for.
            _ = try self.patience.hastily { try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        }
    }

    /// What `PRAGMA integrity_check` finds.
    package func integrityFindings() async throws -> [String] {
        try await reading { database in
            try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        }
    }

    /// Copies one moment of the database page by page into a file without companions.
    package func backup(toFile path: String) async throws {
        // The call reads the path only while it runs.
        guard unsafe access(path, F_OK) != 0 else {
            throw SQLCore.DatabaseError.cannotOpen("\(path): it exists already")
        }
        do {
            try await reading { source in
                let copy = try DatabaseQueue(path: path)
                try copy.writeWithoutTransaction { destination in
                    try source.backup(to: destination)
                    // One file without companions.
                    try destination.execute(sql: "PRAGMA journal_mode = DELETE")
                }
                try copy.close()
            }
        } catch {
            // Half a copy is no backup. The call reads the path only while it runs.
            _ = unsafe unlink(path)
            throw error
        }
    }

    /// News of writes through this value; those of other processes are not heard.
    package func notifications(_ channel: String) -> AsyncStream<Void> {
        news.listen(channel)
    }

    /// None: it is a file.
    package var connections: [ConnectionCounts] { [] }

    /// Ends all connections.
    package func close() async throws {
        news.finish()
        try SQLiteFailure.naming {
            try checkpoints.close()
            try pool.close()
        }
    }

    // Runs `body` on the writing connection, and names what goes wrong there with the path.
    private func writing<T: Sendable>(_ body: @Sendable (GRDB.Database) throws -> T) async throws -> T {
        try await placed {
            try await pool.writeWithoutTransaction(body)
        }
    }

    // Runs `body` on a reading connection, and names what goes wrong there with the path.
    private func reading<T: Sendable>(_ body: @Sendable (GRDB.Database) throws -> T) async throws -> T {
        try await placed {
            try await pool.read(body)
        }
    }

    private func placed<T>(_ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let error as SQLCore.DatabaseError {
            throw error.at(path)
        } catch let error as GRDB.DatabaseError {
            let named = SQLiteFailure.named(error)
            throw (named as? SQLCore.DatabaseError)?.at(path) ?? named
        }
    }

    private func promise(_ wanted: Durability, on database: GRDB.Database) throws {
        let current = durability.withLock { $0 }
        guard wanted != current else { return }
        try database.execute(sql: wanted == .acknowledged ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL")
        durability.withLock { $0 = wanted }
    }

    // SQLite holds no lock through this file, so that closing it again gives none away.
    private func synchroniseLog() throws {
        // The calls read the path only while they run.
        let file = unsafe open(path + "-wal", O_RDONLY | O_CLOEXEC)
        // Without the file there is nothing that could be lost.
        guard file >= 0 else { return }
        defer { _ = Glibc.close(file) }
        guard fsync(file) == 0 else {
            throw SQLCore.DatabaseError.storage("\(path)-wal: \(unsafe String(cString: strerror(errno)))")
        }
    }

    private static func configuration(
        _ options: SQLiteOptions,
        _ patience: SQLitePatience,
        _ checkpoints: SQLiteCheckpoints
    ) -> GRDB.Configuration {
        var configuration = GRDB.Configuration()
        configuration.foreignKeysEnabled = false
        configuration.maximumReaderCount = options.readers
        configuration.busyMode = .callback { patience.wait(after: $0) }
        configuration.prepareDatabase { database in
            if database.configuration.readonly {
                try database.execute(sql: "PRAGMA cache_size = -\(options.readerCacheKiB)")
            } else {
                // Page size and vacuum mode take effect only while the file is empty.
                try database.execute(
                    sql: """
                        PRAGMA page_size = 8192;
                        PRAGMA auto_vacuum = INCREMENTAL;
                        PRAGMA secure_delete = ON;
                        PRAGMA cache_size = -\(options.writerCacheKiB);
                        """
                )
                checkpoints.watch(database)
            }
        }
        return configuration
    }
}
