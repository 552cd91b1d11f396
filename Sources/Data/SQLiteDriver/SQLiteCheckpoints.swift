internal import GRDB
internal import GRDBSQLite
internal import Synchronization

/// Moves the write-ahead log into the database file, the bulk of it beside the writer.
///
/// SQLite by itself moves everything in the commit that makes the log too long, and whoever writes next in this process
/// waits for it. Here a connection of its own moves what is there while commits go on; once only a little is left, the
/// writer moves that after a commit, so that all is moved at that moment and SQLite begins the log anew. Neither holds
/// the lock of writers.
///
/// A reader that stays on an old state keeps the log from beginning anew, as everywhere in SQLite, and many short ones that
/// follow each other closely could do so for ever. When the log has become eight times too long, the writer therefore
/// waits a moment for the readers of that moment, and for a stubborn one again only when the log has doubled.
///
/// Invariant: the hook gets the address of this object; the configuration of the connections keeps the object.
@safe final class SQLiteCheckpoints: Sendable {
    private let path: String
    /// How many pages the log may gather.
    private let limit: Int
    // Pages in the log after the last commit, and how many of them are in the database file.
    private let length = Atomic<Int>(0)
    private let moved = Atomic<Int>(0)
    private let isMoving = Atomic<Bool>(false)
    // The length at which the writer waits for readers.
    private let waitingLength: Atomic<Int>
    private let patience: SQLitePatience
    // Opened when it is first needed: most commands write little.
    private let connection = Mutex<DatabaseQueue?>(nil)

    init(path: String, limit: Int, patience: SQLitePatience) {
        self.path = path
        self.limit = limit
        self.patience = patience
        waitingLength = Atomic(limit * Self.muchTooLong)
    }

    /// Has the writing connection tell of each commit; takes the place of SQLite's own checkpoints.
    func watch(_ writer: GRDB.Database) {
        _ = unsafe sqlite3_wal_hook(
            writer.sqliteConnection,
            { context, _, _, pages in
                // The address that was given below.
                if let context = unsafe context {
                    unsafe Unmanaged<SQLiteCheckpoints>.fromOpaque(context).takeUnretainedValue().note(Int(pages))
                }
                return SQLITE_OK
            },
            Unmanaged.passUnretained(self).toOpaque()
        )
    }

    /// Moves pages if the log has grown too long; called on the writing connection after a commit.
    ///
    /// What fails here is left for the next commit: the rows are safe where they are, and `flush` says what is wrong.
    func follow(_ writer: GRDB.Database) {
        let length = length.load(ordering: .relaxed)
        guard length >= limit else { return }
        if length >= limit * 4 {
            // Commits are faster than the disk, or than a busy machine lets the other thread be: they wait for it.
            settle()
            if length >= waitingLength.load(ordering: .relaxed) { return awaitReaders(on: writer, length) }
        } else {
            if isMoving.load(ordering: .acquiring) { return }
            if left > limit / 2, moveBeside() { return }
        }
        move(on: writer)
    }

    /// Waits until nothing is being moved; no commit may happen meanwhile.
    func settle() {
        connection.withLock { $0?.inDatabase { _ in } }
    }

    /// Ends the connection.
    func close() throws {
        try connection.withLock { connection in
            try connection?.close()
            connection = nil
        }
    }

    private static let rounds = 4
    private static let muchTooLong = 8
    // About as many ms; what a page asks takes less.
    private static let looksForReaders = 200

    private var left: Int { length.load(ordering: .relaxed) - moved.load(ordering: .relaxed) }

    private func note(_ pages: Int) {
        // A shorter log was begun anew.
        if pages < length.exchange(pages, ordering: .relaxed) {
            moved.store(0, ordering: .relaxed)
            waitingLength.store(limit * Self.muchTooLong, ordering: .relaxed)
        }
    }

    // Begins to move the log on the other connection; false when that cannot be opened.
    private func moveBeside() -> Bool {
        // See `follow` for what fails.
        guard let beside = try? opened() else { return false }
        isMoving.store(true, ordering: .relaxed)
        beside.asyncWriteWithoutTransaction { [self] database in
            // Each round leaves what was committed meanwhile, which is less each time.
            for _ in 0..<Self.rounds where left > limit / 2 { move(on: database) }
            isMoving.store(false, ordering: .releasing)
        }
        return true
    }

    private func move(on database: GRDB.Database) {
        // See `follow` for what fails.
        let row = try? Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(PASSIVE)")
        if let pages: Int = row?[2], pages >= 0 { moved.store(pages, ordering: .relaxed) }
    }

    // Moves everything and waits until no reader needs the log any more, so that the next commit begins it anew.
    private func awaitReaders(on writer: GRDB.Database, _ length: Int) {
        waitingLength.store(length * 2, ordering: .relaxed)
        patience.hastily(looks: Self.looksForReaders) {
            // See `follow` for what fails.
            _ = try? Int.fetchOne(writer, sql: "PRAGMA wal_checkpoint(RESTART)")
        }
    }

    private func opened() throws -> DatabaseQueue {
        try connection.withLock { connection in
            if let connection { return connection }
            var configuration = GRDB.Configuration()
            configuration.label = "checkpoints"
            let opened = try DatabaseQueue(path: path, configuration: configuration)
            connection = opened
            return opened
        }
    }
}
