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
                    address: try $0.text(3),
                    detail: try $0.textIfAny(4)
                )
            }
        }
    }

    /// Ends an account for ever, in one transaction with what follows from it for other entries: its entry and those that are
    /// about it are erased, credentials, sessions and tokens go; of what happened the places go, and that it happened stays until
    /// it is old.
    ///
    /// - Parameters:
    ///   - account: The account.
    ///   - others: Entries that are about it alone, such as its roles.
    ///   - changes: What other entries are to be.
    ///   - author: Who is named in the log.
    ///   - lists: Fields for staff lists in which no entry may name the account after that; what came meanwhile is
    ///     `changedMeanwhile`.
    ///   - events: What happened by it, to whom: the last thing of this account.
    /// - Throws: As `save`, and then nothing was done.
    package func eraseAccount(
        _ account: String,
        and others: [String],
        saving changes: [EntryChange] = [],
        author: String,
        leavingNothingIn lists: [(register: String, field: String)] = [],
        _ events: [AccountEvent]
    ) async throws {
        let now = options.now()
        _ = try await save(changes, author: author) { transaction, _ in
            var log = try LogWriter(in: transaction, time: now, author: author)
            for entry in [account] + others {
                _ = try Self.bury(entry, as: .erased, time: now, log: &log, in: transaction)
            }
            try log.finish(in: transaction)
            for list in lists {
                let values: [Value] = [.text(list.register), .text(list.field), .text(account), .integer(1)]
                // It came after the lists were read: whoever read them has to read them again.
                if let left = try transaction.first(EntryStatements.rowsOrdered, values, { try $0.text(10) }) {
                    throw StoreError.changedMeanwhile(entry: left, expected: 0, found: 1)
                }
            }
            for statement in [
                AccountStatements.dropAllCredentials, AccountStatements.dropAllSessions,
                AccountStatements.dropAllOneTimes, AccountStatements.hideEvents, AccountStatements.dropKeyUses,
                AccountStatements.dropAllKept,
            ] {
                try transaction.run(statement, [.text(account)])
            }
            for event in events { try Self.note(event, in: transaction) }
        }
        // What was erased must not stay behind in the write-ahead log of the database either.
        try await flush()
    }

    /// Ends all sessions and tokens of all accounts: after a backup came back, those that had ended would go on.
    package func forgetSessions() async throws {
        try await database.write { transaction in
            for statement in AccountStatements.forget { try transaction.run(statement) }
        }
    }

    /// Deletes sessions and tokens that are over, tries and events that are old, and what belongs to no account any more.
    ///
    /// - Parameters:
    ///   - idle: After how long without a request a session is over, in microseconds.
    ///   - attempts: For how long tries are kept, in microseconds.
    ///   - events: For how long events are kept, in microseconds.
    ///   - disclosures: For how long is kept who saw what, in microseconds.
    /// - Returns: How many rows went.
    /// - Throws: `DatabaseError`.
    @discardableResult
    package func sweepAccounts(idle: Int64, attempts: Int64, events: Int64, disclosures: Int64) async throws -> Int {
        let now = options.now()
        var count = 0
        for (statement, age) in AccountStatements.sweep {
            let before =
                switch age {
                case .now: now
                case .idle: now - idle
                case .orphans: now - Self.orphanAge
                case .attempts: now - attempts
                case .events: now - events
                case .disclosures: now - disclosures
                }
            count += try await database.write { transaction in try transaction.run(statement, [.integer(before)]) }
        }
        count += try await sweepSealed(.event, keep: events)
        count += try await sweepSealed(.disclosure, keep: disclosures)
        return count
    }

    /// For how long what belongs to no account may belong to one that is just being made: an hour.
    private static let orphanAge: Int64 = 3_600_000_000

    /// A number for a row that nobody has to guess or count: 16 random bytes.
    static func rowNumber() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    static func note(_ event: AccountEvent, in transaction: borrowing Transaction) throws {
        let salt = rowNumber()
        let proof = try AccountEvent.proof(salt: salt, address: event.address, detail: event.detail)
        try transaction.run(
            AccountStatements.putEvent,
            [
                .bytes(rowNumber()), .text(event.account), .integer(event.time), .text(event.kind),
                .text(event.address),
                .text(optional: event.detail), .bytes(salt), .digest(proof),
            ]
        )
    }
}
