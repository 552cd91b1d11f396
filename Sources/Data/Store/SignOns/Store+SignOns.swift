internal import SQLCore

extension Store {
    /// Sign-ons that one session may have at one client, after which the oldest ends: a browser signs on again and again.
    private static let signOnsOfSession: Int64 = 10

    /// Keeps a sign-on with its first tokens.
    ///
    /// - Parameters:
    ///   - signOn: The sign-on.
    ///   - tokens: Its tokens.
    ///   - code: The digest of the code that it was had for, which ``OneTimeRecord`` keeps; a code that was used a second
    ///     time is gone by then.
    /// - Returns: False where the session ended or the code is gone.
    /// - Throws: `DatabaseError`.
    package func begin(_ signOn: SignOnRecord, _ tokens: [SignOnToken], for code: [UInt8]) async throws -> Bool {
        let now = options.now()
        return try await database.write { transaction in
            let session: [Value] = [.text(signOn.account), .bytes(signOn.session), .integer(now)]
            guard try transaction.first(SignOnStatements.holdSession, session, { try $0.bytes(0) }) != nil,
                try transaction.first(SignOnStatements.holdOneTime, [.bytes(code)], { try $0.integer(0) }) != nil
            else { return false }
            try transaction.run(
                SignOnStatements.put,
                [
                    .bytes(signOn.id), .text(signOn.account), .text(signOn.client), .bytes(signOn.session),
                    .text(signOn.issuer), .text(signOn.scope), .integer(signOn.madeAt), .integer(signOn.confirmedAt),
                    .integer(
                        SessionProof(isStrong: signOn.isStrong, isByProvider: signOn.isByProvider).rawValue
                    ),
                ]
            )
            try transaction.run(
                SignOnStatements.dropOldest,
                [
                    .text(signOn.account), .text(signOn.client), .bytes(signOn.session),
                    .integer(Self.signOnsOfSession),
                ]
            )
            try Self.put(tokens, of: signOn.id, in: transaction)
            return true
        }
    }

    /// What came of a token for the next ones.
    package enum Rotation: Sendable, Hashable {
        /// The sign-on goes on with other tokens.
        case next(SignOnRecord)
        /// There is no such token, it is over, or the session is.
        case none
        /// It was used before: somebody else has it too, so all tokens of the sign-on went.
        case reused(SignOnRecord)
    }

    /// Uses a token for refreshing up, and gives the sign-on other tokens.
    ///
    /// - Parameters:
    ///   - token: The digest of the token.
    ///   - client: The client that shows it; of another one it is none.
    ///   - idle: After how long without a request a session is over, in microseconds.
    ///   - tokens: The tokens that follow.
    /// - Returns: What came of it.
    /// - Throws: `DatabaseError`.
    package func rotate(
        _ token: [UInt8],
        of client: String,
        idle: Int64,
        to tokens: [SignOnToken]
    ) async throws -> Rotation {
        let now = options.now()
        return try await database.write { transaction in
            let asked: [Value] = [.bytes(token), .text(SignOnToken.Kind.refresh.rawValue), .integer(now)]
            guard let id = try transaction.first(SignOnStatements.token, asked, { try $0.bytes(0) }),
                let signOn = try transaction.first(
                    SignOnStatements.hold,
                    [.bytes(id), .integer(now), .integer(now - idle)],
                    { try SignOnRecord($0) }
                ), signOn.client == client
            else { return .none }
            guard try transaction.run(SignOnStatements.useToken, [.bytes(token), .integer(now)]) == 1 else {
                try transaction.run(SignOnStatements.dropTokens, [.bytes(id)])
                return .reused(signOn)
            }
            try transaction.run(SignOnStatements.dropEndedTokens, [.bytes(id), .integer(now)])
            try Self.put(tokens, of: id, in: transaction)
            return .next(signOn)
        }
    }

    /// The sign-on of a token for access; nil where there is none, it is over, or the session is.
    package func signOn(ofAccess token: [UInt8], idle: Int64) async throws -> SignOnRecord? {
        let now = options.now()
        return try await database.read { transaction in
            try transaction.first(
                SignOnStatements.ofToken,
                [.bytes(token), .integer(now), .integer(now - idle)]
            ) { try SignOnRecord($0) }
        }
    }

    /// Takes all tokens of a sign-on away, by one of them of any kind; nothing happens where another client has it.
    package func revoke(_ token: [UInt8], of client: String) async throws {
        try await database.write { transaction in
            let found = try transaction.first(SignOnStatements.signOnOfToken, [.bytes(token)]) { try SignOnRecord($0) }
            guard let found, found.client == client else { return }
            try transaction.run(SignOnStatements.holdOne, [.bytes(found.id)])
            try transaction.run(SignOnStatements.dropTokens, [.bytes(found.id)])
        }
    }

    /// Takes a code that was used twice, and all tokens of its sign-on.
    package func revoke(code: [UInt8], signOn: [UInt8]) async throws {
        try await database.write { transaction in
            try transaction.run(SignOnStatements.dropOneTime, [.bytes(code)])
            try transaction.run(SignOnStatements.holdOne, [.bytes(signOn)])
            try transaction.run(SignOnStatements.dropTokens, [.bytes(signOn)])
        }
    }

    /// Ends what a client has of an account: its tokens go at once, and the client is to be told.
    package func endSignOns(of account: String, at client: String) async throws {
        try await database.write { transaction in
            let values: [Value] = [.text(account), .text(client)]
            try transaction.run(SignOnStatements.holdAll, [.text(account)])
            try transaction.run(SignOnStatements.dropTokensOfClient, values)
            try transaction.run(SignOnStatements.leaveClient, values + [.bytes([])])
        }
    }

    /// Whether an account is signed in at any client, or was a moment ago.
    package func hasSignOns(_ account: String) async throws -> Bool {
        try await database.read { transaction in
            try transaction.first(SignOnStatements.count, [.text(account)]) { try $0.integer(0) > 0 } ?? false
        }
    }

    /// The sign-ons of an account, the newest first, each with the end of its newest token for refreshing, in microseconds UTC;
    /// nil where it has none any more.
    package func signOns(of account: String) async throws -> [(signOn: SignOnRecord, refreshEndsAt: Int64?)] {
        try await database.read { transaction in
            try transaction.all(SignOnStatements.ofAccount, [.text(account)]) {
                (try SignOnRecord($0), try $0.integerIfAny(9))
            }
        }
    }

    /// The sign-ons whose session is over, by their ids.
    ///
    /// - Parameters:
    ///   - idle: After how long without a request a session is over, in microseconds.
    ///   - id: The sign-on after which they begin; empty for the first.
    ///   - limit: The most.
    /// - Returns: The sign-ons.
    /// - Throws: `DatabaseError`.
    package func signOnsOver(idle: Int64, after id: [UInt8], limit: Int64) async throws -> [SignOnRecord] {
        let now = options.now()
        return try await database.read { transaction in
            try transaction.all(
                SignOnStatements.over,
                [.bytes(id), .integer(now), .integer(now - idle), .integer(limit)]
            ) { try SignOnRecord($0) }
        }
    }

    /// Forgets a sign-on, and enqueues what follows from it; nothing happens where another node was faster.
    package func drop(_ signOn: SignOnRecord, then jobs: [NewJob]) async throws {
        let now = options.now()
        try await database.write { transaction in
            guard try transaction.run(SignOnStatements.drop, [.bytes(signOn.id)]) == 1 else { return }
            try transaction.run(SignOnStatements.dropTokens, [.bytes(signOn.id)])
            for job in jobs { try Self.enqueue(job, now: now, in: transaction) }
        }
    }

    /// Deletes tokens that are over or belong to nothing.
    @discardableResult
    package func sweepSignOns() async throws -> Int {
        let now = options.now()
        var count = 0
        for statement in SignOnStatements.sweep {
            count += try await database.write { transaction in try transaction.run(statement, [.integer(now)]) }
        }
        return count
    }

    private static func put(
        _ tokens: [SignOnToken],
        of signOn: [UInt8],
        in transaction: borrowing Transaction
    ) throws {
        for token in tokens {
            try transaction.run(
                SignOnStatements.putToken,
                [.bytes(token.id), .text(token.kind.rawValue), .bytes(signOn), .integer(token.endsAt)]
            )
        }
    }
}

extension SignOnRecord {
    init(_ row: borrowing Row) throws {
        let proof = SessionProof(rawValue: try row.integer(8))
        self.init(
            id: try row.bytes(0),
            account: try row.text(1),
            client: try row.text(2),
            session: try row.bytes(3),
            issuer: try row.text(4),
            scope: try row.text(5),
            madeAt: try row.integer(6),
            confirmedAt: try row.integer(7),
            isStrong: proof.contains(.secondFactor),
            isByProvider: proof.contains(.provider)
        )
    }
}
