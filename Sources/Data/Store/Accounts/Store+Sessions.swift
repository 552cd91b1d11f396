internal import SQLCore

extension Store {
    /// Keeps a session, and what happened with it.
    package func open(_ session: SessionRecord, _ event: AccountEvent) async throws {
        try await database.write { transaction in
            try transaction.run(
                AccountStatements.putSession,
                [
                    .bytes(session.id), .text(session.account), .integer(session.madeAt), .integer(session.seenAt),
                    .integer(session.endsAt), .integer(session.confirmedAt), .integer(session.isStrong ? 1 : 0),
                    .text(session.address), .text(session.agent),
                ]
            )
            try Self.note(event, in: transaction)
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

    /// Notes when a session was used.
    package func see(_ session: [UInt8], at time: Int64) async throws {
        try await database.write { transaction in
            try transaction.run(AccountStatements.seeSession, [.bytes(session), .integer(time)])
        }
    }

    /// Notes that it was proved again who uses a session, and gives it another token.
    ///
    /// - Returns: False where the session ended meanwhile.
    package func confirm(
        _ session: [UInt8],
        as id: [UInt8],
        isStrong: Bool,
        _ event: AccountEvent
    ) async throws -> Bool {
        let now = options.now()
        return try await database.write { transaction in
            let values: [Value] = [.bytes(session), .integer(now), .integer(isStrong ? 1 : 0)]
            guard try transaction.run(AccountStatements.confirmSession, values) == 1 else { return false }
            try transaction.run(AccountStatements.replaceSession, [.bytes(session), .bytes(id)])
            try Self.note(event, in: transaction)
            return true
        }
    }

    /// Ends a session of an account; false where it has no such session.
    package func end(_ session: [UInt8], of account: String, _ event: AccountEvent) async throws -> Bool {
        try await database.write { transaction in
            guard try transaction.run(AccountStatements.endSession, [.bytes(session), .text(account)]) == 1 else {
                return false
            }
            try Self.note(event, in: transaction)
            return true
        }
    }

    /// Ends all sessions of an account but one, and returns how many.
    package func endSessions(of account: String, but kept: [UInt8] = [], _ event: AccountEvent?) async throws -> Int {
        try await database.write { transaction in
            let count = try transaction.run(AccountStatements.endSessions, [.text(account), .bytes(kept)])
            if let event { try Self.note(event, in: transaction) }
            return count
        }
    }
}

extension SessionRecord {
    init(_ row: borrowing Row) throws {
        self.init(
            id: try row.bytes(0),
            account: try row.text(1),
            madeAt: try row.integer(2),
            endsAt: try row.integer(4),
            isStrong: try row.integer(6) == 1,
            address: try row.text(7),
            agent: try row.text(8)
        )
        seenAt = try row.integer(3)
        confirmedAt = try row.integer(5)
    }
}
