internal import Bytes
package import SQLCore

/// The truth of the product: entries, their versions and texts, the log, jobs, progress of imports.
///
/// Every SQL statement of the product is in this module. All calls are transactions of their own.
package final class Store: Sendable {
    let database: any Database
    let options: StoreOptions
    let compressors: CompressorPool
    let budget: WriteBudget
    let saves: SaveGroup<SaveResult>
    /// Rows that say who saw what; they never wait for the turn at the log.
    let disclosing: SaveGroup<Int>

    private init(_ database: any Database, _ options: StoreOptions) {
        self.database = database
        self.options = options
        compressors = CompressorPool(options)
        budget = WriteBudget(options.writeTime)
        saves = SaveGroup(database, time: options.writeTime / 2)
        disclosing = SaveGroup(database, time: options.writeTime / 2)
    }

    /// Takes a database and brings it to the schema of this program.
    ///
    /// - Throws: `DatabaseError.schemaFromTheFuture`, `.migrationEdited`, `StoreError.moveUnfinished`, and whatever
    ///   stops a write.
    package static func open(_ database: any Database, options: StoreOptions = StoreOptions()) async throws -> Store {
        let now = options.now()
        try await Migrator(Schema.migrations).migrate(database, now: now)
        let (hasHead, isMoving) = try await database.read { transaction in
            (
                try transaction.first(LogStatements.head) { _ in true } ?? false,
                try transaction.first(MoveStatements.state) { _ in true } ?? false
            )
        }
        if isMoving { throw StoreError.moveUnfinished }
        if !hasHead {
            try await database.write { transaction in
                try transaction.run(LogStatements.begin, [.digest(MerkleTree.emptyRoot), .bytes([])])
            }
        }
        return Store(database, options)
    }

    /// The moment in microseconds UTC, by the clock that the store writes with.
    package var now: Int64 { options.now() }

    /// How busy the connections to a database server are, by what they serve; empty where the database is a file.
    package var connections: [(pool: String, lent: Int, idle: Int, waiting: Int)] {
        database.connections.map { ($0.pool, $0.lent, $0.idle, $0.waiting) }
    }

    /// Ends all connections.
    ///
    /// - Throws: `DatabaseError.busy` while a call still runs.
    package func close() async throws {
        try await database.close()
    }

    /// Makes everything committed so far safe against power failure: the end of an import.
    package func flush() async throws {
        try await database.flush()
    }
}
