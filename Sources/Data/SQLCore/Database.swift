/// A relational database, reached through statements with bound values in synchronous transactions.
///
/// The body of a transaction runs on a thread that the driver owns, never on a cooperative one.
package protocol Database: Sendable {
    /// Runs `body` in a transaction that may change rows, and commits it.
    ///
    /// When `body` throws, or the task is cancelled, everything is rolled back. Writers wait for one another.
    ///
    /// - Throws: `DatabaseError`, or what `body` throws.
    @discardableResult
    func write<T: Sendable>(
        _ durability: Durability,
        _ body: @Sendable (borrowing Transaction) throws -> T
    ) async throws -> T

    /// Runs `body` in a transaction that sees one consistent state and changes nothing.
    ///
    /// - Throws: `DatabaseError`, or what `body` throws.
    func read<T: Sendable>(_ body: @Sendable (borrowing Transaction) throws -> T) async throws -> T

    /// Runs `body` in a transaction that no other process can enter through this call at the same time.
    ///
    /// - Throws: `DatabaseError`, or what `body` throws.
    func migrationLock<T: Sendable>(_ body: @Sendable (borrowing Transaction) throws -> T) async throws -> T

    /// Makes every commit so far safe against power failure and tidies what the driver kept for speed.
    ///
    /// - Throws: `DatabaseError`.
    func flush() async throws

    /// What the database itself finds wrong with its storage, in its own words; empty when sound.
    ///
    /// - Throws: `DatabaseError`.
    func integrityFindings() async throws -> [String]

    /// Writes a consistent copy to a new file while others go on reading and writing.
    ///
    /// - Throws: `DatabaseError.unsupported` where the operator's own tools do this; `DatabaseError` otherwise.
    func backup(toFile path: String) async throws

    /// A stream that yields after commits that notified `channel`; several news may arrive as one.
    ///
    /// Only a hint: news of other processes may be missing on SQLite, so a reader polls beside it.
    func notifications(_ channel: String) -> AsyncStream<Void>

    /// How busy the connections to a server are; empty where the database is a file.
    var connections: [ConnectionCounts] { get }

    /// Ends all connections; later calls fail.
    ///
    /// - Throws: `DatabaseError.busy` when a statement still runs.
    func close() async throws
}

extension Database {
    /// Runs `body` in a transaction that may change rows, and commits it safely to disk.
    ///
    /// - Throws: `DatabaseError`, or what `body` throws.
    @discardableResult
    package func write<T: Sendable>(
        _ body: @Sendable (borrowing Transaction) throws -> T
    ) async throws -> T {
        try await write(.acknowledged, body)
    }
}
