internal import SQLCore

extension Store {
    /// What an account proves itself with.
    ///
    /// - Throws: `StoreError.damaged` for a kind that this program does not know; `DatabaseError`.
    package func credentials(of account: String) async throws -> [Credential] {
        try await database.read { transaction in
            try transaction.all(AccountStatements.credentials, [.text(account)]) { try Credential($0) }
        }
    }

    /// What ends when credentials change.
    package struct CredentialChange: Sendable {
        /// The kinds that are taken from the account before it gets others.
        package var kinds: [Credential.Kind]
        package var credentials: [Credential]
        /// The session that goes on; nil where none does.
        package var keptSession: [UInt8]?
        package var event: AccountEvent?

        package init(
            _ kinds: [Credential.Kind],
            _ credentials: [Credential],
            keeping session: [UInt8]? = nil,
            event: AccountEvent? = nil
        ) {
            self.kinds = kinds
            self.credentials = credentials
            keptSession = session
            self.event = event
        }
    }

    /// Takes all credentials of some kinds from an account and gives it others; with them go, at once, all tokens and all
    /// sessions but one, for they were had with what was.
    package func change(_ change: CredentialChange, of account: String) async throws {
        try await database.write { try Self.apply(change, of: account, in: $0) }
    }

    /// The same together with entries: all of it or nothing.
    ///
    /// - Parameters:
    ///   - change: What is changed.
    ///   - account: Of whom.
    ///   - changes: What entries are to be.
    ///   - author: Who changes them.
    /// - Throws: As `save`.
    package func change(
        _ change: CredentialChange,
        of account: String,
        saving changes: [EntryChange],
        author: String
    ) async throws {
        _ = try await save(changes, author: author) { transaction, _ in
            try Self.apply(change, of: account, in: transaction)
        }
    }

    private static func apply(
        _ change: CredentialChange,
        of account: String,
        in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.first(AccountStatements.holdPassword, [.text(account)]) { try $0.bytes(0) }
        // The row of a password stays when it changes: who waits for a row that is taken away then holds nothing.
        let stays = change.credentials.contains { $0.kind == .password }
        for kind in change.kinds where kind != .password || !stays {
            try transaction.run(AccountStatements.dropCredentials, [.text(account), .text(kind.rawValue)])
        }
        for credential in change.credentials {
            try transaction.run(
                AccountStatements.putCredential,
                [
                    .text(account), .text(credential.kind.rawValue), .integer(credential.number),
                    .bytes(credential.secret), .integer(credential.madeAt), .integer(credential.used),
                ]
            )
        }
        try transaction.run(AccountStatements.dropAllOneTimes, [.text(account)])
        // Clients have to sign in again too, also those of the session that goes on.
        try transaction.run(SignOnStatements.holdAll, [.text(account)])
        try transaction.run(SignOnStatements.dropTokensOfAccount, [.text(account)])
        let kept = change.keptSession ?? []
        try transaction.run(AccountStatements.endSessions, [.text(account), .bytes(kept)])
        if let event = change.event { try Self.note(event, in: transaction) }
    }

    /// Keeps the same password under another hash; nothing happens where it was changed meanwhile.
    package func rehash(_ account: String, from old: [UInt8], to new: [UInt8]) async throws {
        try await database.write { transaction in
            try transaction.run(AccountStatements.replaceSecret, [.text(account), .bytes(old), .bytes(new)])
        }
    }

    /// Notes that a code of a step was used; false where that or a later one was used before, by whoever.
    package func use(_ kind: Credential.Kind, of account: String, number: Int64 = 0, step: Int64) async throws -> Bool {
        try await database.write { transaction in
            let values: [Value] = [.text(account), .text(kind.rawValue), .integer(number), .integer(step)]
            return try transaction.run(AccountStatements.useCredential, values) == 1
        }
    }

    /// Uses a recovery code up; false where the account has none with this digest, or it was used.
    package func useRecovery(_ digest: [UInt8], of account: String) async throws -> Bool {
        let now = options.now()
        return try await database.write { transaction in
            try transaction.run(AccountStatements.useRecovery, [.text(account), .bytes(digest), .integer(now)]) == 1
        }
    }
}

extension Credential {
    init(_ row: borrowing Row) throws {
        let (account, kind) = (try row.text(0), try row.text(1))
        guard let known = Kind(rawValue: kind) else { throw StoreError.damaged("a credential \(kind) of \(account)") }
        self.init(
            known,
            of: account,
            number: try row.integer(2),
            secret: try row.bytes(3),
            madeAt: try row.integer(4),
            used: try row.integer(5)
        )
    }
}
