/// How a PostgreSQL database is used.
package struct PostgresOptions: Sendable {
    /// How many connections there are at most, 2...16, half of them for writers; one more listens for news.
    ///
    /// Default 8.
    package var connections = 8
    /// How long the server lets one statement run, the reading of its answer included.
    ///
    /// Default 10 minutes: a check of everything reads for minutes.
    package var statementTimeout: Duration = .seconds(600)
    /// How long a statement waits for a lock that another transaction holds.
    ///
    /// Default 30 seconds.
    package var lockTimeout: Duration = .seconds(30)
    /// How long a call goes on after its connection was lost, with new connections: long enough for a fail-over.
    ///
    /// Default 30 seconds.
    package var patience: Duration = .seconds(30)

    /// The defaults.
    package init() {}
}

extension Duration {
    /// The whole milliseconds.
    var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}
