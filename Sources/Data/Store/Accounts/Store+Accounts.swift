internal import SQLCore

extension Store {
    /// Notes what happened to an account.
    package func note(_ event: AccountEvent) async throws {
        try await database.write { transaction in try Self.note(event, in: transaction) }
    }

    /// What happened to an account, the newest first.
    package func events(of account: String, limit: Int64) async throws -> [AccountEvent] {
        try await database.read { transaction in
            try transaction.all(AccountStatements.events, [.text(account), .integer(limit)]) {
                AccountEvent(
                    try $0.text(2),
                    of: try $0.text(0),
                    time: try $0.integer(1),
                    address: try $0.text(3)
                )
            }
        }
    }

    /// Ends an account for ever: its entries, credentials, sessions and tokens go; of what happened the places go, and that
    /// it happened stays until it is old.
    ///
    /// - Parameters:
    ///   - account: The account.
    ///   - author: Who is named in the log.
    ///   - event: The last thing that happened.
    /// - Throws: `DatabaseError`; what was done before stays, and the same call goes on from there.
    package func eraseAccount(_ account: String, author: String, _ event: AccountEvent) async throws {
        try await database.write { transaction in
            for statement in [
                AccountStatements.dropAllCredentials, AccountStatements.dropAllSessions,
                AccountStatements.dropAllOneTimes, AccountStatements.hideEvents,
            ] {
                try transaction.run(statement, [.text(account)])
            }
            try Self.note(event, in: transaction)
        }
        try await withdraw([account], as: .erased, author: author)
    }

    /// Deletes sessions and tokens that are over, tries and events that are old.
    ///
    /// - Parameters:
    ///   - attempts: For how long tries are kept, in microseconds.
    ///   - events: For how long events are kept, in microseconds.
    /// - Returns: How many rows went.
    /// - Throws: `DatabaseError`.
    @discardableResult
    package func sweepAccounts(attempts: Int64, events: Int64) async throws -> Int {
        let now = options.now()
        var count = 0
        for (statement, age) in AccountStatements.sweep {
            let before =
                switch age {
                case .now: now
                case .attempts: now - attempts
                case .events: now - events
                }
            count += try await database.write { transaction in try transaction.run(statement, [.integer(before)]) }
        }
        return count
    }

    static func note(_ event: AccountEvent, in transaction: borrowing Transaction) throws {
        var generator = SystemRandomNumberGenerator()
        let id = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        try transaction.run(
            AccountStatements.putEvent,
            [.bytes(id), .text(event.account), .integer(event.time), .text(event.kind), .text(event.address)]
        )
    }
}
