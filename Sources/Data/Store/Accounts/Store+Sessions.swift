internal import SQLCore

extension Store {
    /// Keeps a session, and what happened with it, unless what it was had with was changed meanwhile.
    ///
    /// - Parameters:
    ///   - session: The session. One without a second factor is refused where the account asks for one by now.
    ///   - secret: The password's secret that was proved; nil where a code alone was asked.
    ///   - link: The key of the account of an outside provider that was proved; nil where none was.
    ///   - limit: Sessions that an account may have; the oldest ends.
    ///   - event: What happened.
    /// - Returns: False where it was refused.
    /// - Throws: `DatabaseError`.
    package func open(
        _ session: SessionRecord,
        proving secret: [UInt8]?,
        linkedBy link: LookupKey? = nil,
        atMost limit: Int64,
        _ event: AccountEvent
    ) async throws -> Bool {
        try await database.write { transaction in
            let account: [Value] = [.text(session.account)]
            let held = try transaction.first(AccountStatements.holdPassword, account) { try $0.bytes(0) }
            if let secret, held != secret { return false }
            if let link {
                let owner = try transaction.first(EntryStatements.owner, link.values) { try $0.text(0) }
                guard owner == session.account else { return false }
            }
            let codes = try transaction.first(AccountStatements.hasTimeCode, account) { try $0.integer(0) } ?? 0
            guard session.isStrong || codes == 0 else { return false }
            try transaction.run(
                AccountStatements.putSession,
                [
                    .bytes(session.id), .bytes(session.number), .text(session.account), .integer(session.madeAt),
                    .integer(session.seenAt),
                    .integer(session.endsAt), .integer(session.confirmedAt),
                    .integer(
                        SessionProof(isStrong: session.isStrong, isByProvider: session.isByProvider).rawValue
                    ),
                    .text(session.address), .text(session.agent),
                ]
            )
            try transaction.run(AccountStatements.endOldest, account + [.integer(limit)])
            try Self.note(event, in: transaction)
            return true
        }
    }

    /// The session of a token's digest, ended or not; nil where there is none.
    package func session(_ id: [UInt8]) async throws -> SessionRecord? {
        try await database.read { transaction in
            try transaction.first(AccountStatements.session, [.bytes(id)]) { try SessionRecord($0) }
        }
    }

    /// The sessions of an account that have not ended, the newest first.
    package func sessions(of account: String) async throws -> [SessionRecord] {
        let now = options.now()
        return try await database.read { transaction in
            try transaction.all(AccountStatements.sessions, [.text(account), .integer(now)]) { try SessionRecord($0) }
        }
    }

    /// Notes when a session was used; a loss of power may take it back.
    package func see(_ session: [UInt8], at time: Int64) async throws {
        try await database.write(.deferred) { transaction in
            try transaction.run(AccountStatements.seeSession, [.bytes(session), .integer(time)])
        }
    }

    /// Notes that it was proved again, by the password, who uses a session, and gives it another token.
    ///
    /// - Returns: False where the session ended meanwhile.
    package func confirm(
        _ session: [UInt8],
        as id: [UInt8],
        _ event: AccountEvent
    ) async throws -> Bool {
        let now = options.now()
        return try await database.write { transaction in
            let values: [Value] = [.bytes(session), .bytes(id), .integer(now)]
            guard try transaction.run(AccountStatements.confirmSession, values) == 1 else { return false }
            try Self.note(event, in: transaction)
            return true
        }
    }

    /// Ends a session of an account by its number; false where it has no such session.
    package func end(number: [UInt8], of account: String, _ event: AccountEvent) async throws -> Bool {
        try await end(AccountStatements.endSession, [.bytes(number), .text(account)], event)
    }

    /// Ends the session of a token's digest; false where the account has no such session.
    package func end(_ session: [UInt8], of account: String, _ event: AccountEvent) async throws -> Bool {
        try await end(AccountStatements.leaveSession, [.bytes(session), .text(account)], event)
    }

    private func end(_ statement: Statement, _ values: [Value], _ event: AccountEvent) async throws -> Bool {
        try await database.write { transaction in
            guard try transaction.run(statement, values) == 1 else { return false }
            try Self.note(event, in: transaction)
            return true
        }
    }

    /// The accounts that have sessions, in the order of their ids.
    ///
    /// - Parameters:
    ///   - last: The account after which they begin; empty for the first.
    ///   - limit: The most.
    /// - Returns: The ids.
    /// - Throws: `DatabaseError`.
    package func accountsWithSessions(after last: String, limit: Int64) async throws -> [String] {
        try await database.read { transaction in
            try transaction.all(AccountStatements.accountsWithSessions, [.text(last), .integer(limit)]) {
                try $0.text(0)
            }
        }
    }

    /// Ends all sessions of an account but one, and all that its tokens are good for; returns how many sessions.
    package func endSessions(of account: String, but kept: [UInt8] = [], _ event: AccountEvent) async throws -> Int {
        try await database.write { try Self.endSessions(of: account, but: kept, event, in: $0) }
    }

    /// Saves what follows from the end of all sessions of an account but one, and ends them: all of it or nothing.
    ///
    /// - Parameters:
    ///   - changes: What entries are to be.
    ///   - author: Who changes them.
    ///   - account: Whose sessions end, with all that its tokens are good for.
    ///   - kept: The session that goes on; empty for none.
    ///   - event: What happened.
    /// - Throws: As `save`.
    package func save(
        _ changes: [EntryChange],
        author: String,
        endingSessionsOf account: String,
        but kept: [UInt8] = [],
        _ event: AccountEvent
    ) async throws {
        _ = try await save(changes, author: author) { transaction, _ in
            _ = try Self.endSessions(of: account, but: kept, event, in: transaction)
        }
    }

    /// Saves what somebody changes by a session, with what happened, unless the session ended meanwhile.
    ///
    /// - Parameters:
    ///   - changes: What entries are to be.
    ///   - session: The session, whose account is the author.
    ///   - account: The account.
    ///   - event: What happened.
    ///   - jobs: What follows.
    /// - Returns: False where the session ended, and nothing was saved.
    /// - Throws: As `save`.
    package func save(
        _ changes: [EntryChange],
        by session: [UInt8],
        of account: String,
        _ event: AccountEvent,
        jobs: [NewJob] = []
    ) async throws -> Bool {
        do {
            _ = try await save(changes, author: account, jobs: jobs) { transaction, _ in
                let values: [Value] = [.bytes(session), .text(account)]
                guard try transaction.first(AccountStatements.holdSession, values, { _ in true }) == true else {
                    throw SessionEnded()
                }
                try Self.note(event, in: transaction)
            }
            return true
        } catch is SessionEnded {
            return false
        }
    }

    private struct SessionEnded: Error {}

    private static func endSessions(
        of account: String,
        but kept: [UInt8],
        _ event: AccountEvent,
        in transaction: borrowing Transaction
    ) throws -> Int {
        _ = try transaction.first(AccountStatements.holdPassword, [.text(account)]) { try $0.bytes(0) }
        try transaction.run(AccountStatements.dropAllOneTimes, [.text(account)])
        let count = try transaction.run(AccountStatements.endSessions, [.text(account), .bytes(kept)])
        try Self.note(event, in: transaction)
        return count
    }
}

extension SessionRecord {
    init(_ row: borrowing Row) throws {
        let proof = SessionProof(rawValue: try row.integer(7))
        self.init(
            id: try row.bytes(0),
            number: try row.bytes(1),
            account: try row.text(2),
            madeAt: try row.integer(3),
            endsAt: try row.integer(5),
            isStrong: proof.contains(.secondFactor),
            isByProvider: proof.contains(.provider),
            address: try row.text(8),
            agent: try row.text(9)
        )
        seenAt = try row.integer(4)
        confirmedAt = try row.integer(6)
    }
}
