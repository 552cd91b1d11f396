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

    /// Takes all credentials of some kinds from an account and gives it others, at once.
    package func replaceCredentials(
        _ kinds: [Credential.Kind],
        of account: String,
        with credentials: [Credential]
    ) async throws {
        try await database.write { transaction in
            for kind in kinds {
                try transaction.run(AccountStatements.dropCredentials, [.text(account), .text(kind.rawValue)])
            }
            for credential in credentials {
                try transaction.run(
                    AccountStatements.putCredential,
                    [
                        .text(credential.account), .text(credential.kind.rawValue), .integer(credential.number),
                        .bytes(credential.secret), .integer(credential.madeAt), .integer(credential.used),
                    ]
                )
            }
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
