internal import SQLCore
internal import Synchronization

/// Where a database is, and what its connections know of it together.
final class PostgresServer: Sendable {
    let options: PostgresOptions
    private let url: PostgresURL
    private let state = Mutex((hasConnected: false, hasReceipts: false))

    init(_ url: PostgresURL, _ options: PostgresOptions) {
        self.url = url
        self.options = options
    }

    /// The database, for messages.
    var place: String { url.shown }

    /// Makes a connection.
    ///
    /// - Throws: `DatabaseError.unreachable`.
    func connect() throws -> PostgresConnection {
        let connection = try PostgresConnection(url, options)
        state.withLock { $0.hasConnected = true }
        return connection
    }

    /// Whether a connection was ever made: then a failure to make another may pass, else it is told at once.
    var hasConnected: Bool { state.withLock { $0.hasConnected } }

    /// Makes the table of receipts where it is missing, and drops what old connections left in it.
    ///
    /// - Throws: `DatabaseError`.
    func prepareReceipts(_ connection: PostgresConnection) throws {
        guard !state.withLock({ $0.hasReceipts }) else { return }
        try connection.execute(PostgresReceipt.prepare)
        state.withLock { $0.hasReceipts = true }
    }
}
