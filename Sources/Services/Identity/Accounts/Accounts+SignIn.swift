import Store

extension Accounts {
    private static let secondStep = "second-step"
    /// The same after an outside provider said who it is.
    private static let outsideSecondStep = "outside-second-step"

    /// Checks e-mail address and password.
    ///
    /// - Throws: `AccountRefusal.wrong`, `.wait`, `.suspended`, `.noKey`; `.stale` where the password was changed meanwhile.
    package func signIn(email: String, password: String, from origin: Origin) async throws -> SignInStep {
        let address = EmailAddress.folded(EmailAddress.read(email) ?? email)
        let tries = try await beginTries("password", address, origin)
        return try await tries.around {
            let found = try await account(ofEmail: address)
            let credentials = try await store.credentials(of: found?.id ?? AccountEvent.nobodysAccount)
            let hash = Self.hash(credentials)
            // Nothing is answered before a password was checked and something noted, whether there is an account or not.
            guard try await isRight(password, hash), let found, let hash else {
                try await store.note(event(.signInFailed, found?.id ?? AccountEvent.nobodysAccount, origin))
                throw AccountRefusal.wrong
            }
            try await tries.succeeded()
            guard found.content.state == .active else { throw AccountRefusal.suspended }
            var secret = Array(hash.text.utf8)
            if hash.isWeaker(than: options.cost) {
                let stronger = try await self.password(password, of: found.id).secret
                try await store.rehash(found.id, from: secret, to: stronger)
                secret = stronger
            }
            guard credentials.contains(where: { $0.kind == .timeCode }) else {
                return .done(
                    try await begin(
                        found.id,
                        name: found.content.name,
                        proving: secret,
                        isStrong: false,
                        .signedIn,
                        origin
                    )
                )
            }
            return try await askCode(Self.secondStep, found.id, proving: secret)
        }
    }

    /// Signs in who an outside provider says it is; a second step is asked as after a password.
    ///
    /// - Parameters:
    ///   - link: The link by which the account was found.
    ///   - id: The account.
    ///   - origin: From where.
    /// - Returns: What follows.
    /// - Throws: `AccountRefusal.suspended`, `.stale`.
    func signIn(by link: OutsideLink, _ id: String, from origin: Origin) async throws -> SignInStep {
        guard let account = try await account(id) else { throw AccountRefusal.stale }
        guard account.content.state == .active else { throw AccountRefusal.suspended }
        if try await store.credentials(of: id).contains(where: { $0.kind == .timeCode }) {
            return try await askCode(Self.outsideSecondStep, id, proving: Array(link.key.utf8))
        }
        let name = account.content.name
        return .done(
            try await begin(
                id,
                name: name,
                proving: nil,
                linkedBy: link,
                isStrong: false,
                .signedIn,
                origin
            )
        )
    }

    private func askCode(_ purpose: String, _ account: String, proving payload: [UInt8]) async throws -> SignInStep {
        let token = SecretToken()
        let pending = OneTimeRecord(
            id: token.digest,
            purpose: purpose,
            account: account,
            payload: payload,
            endsAt: store.now + options.pending.microseconds
        )
        try await store.put(pending, replacing: true)
        return .needsCode(pending: token.text)
    }

    /// Checks the code that was asked for: one of the time, or a recovery code.
    ///
    /// - Throws: `AccountRefusal.code`, `.stale`, `.wait`, `.suspended`.
    package func signIn(pending: String, code: String, from origin: Origin) async throws -> SignedIn {
        _ = try needKey()
        guard let token = SecretToken(pending),
            let record = try await waiting(token),
            let account = try await account(record.account)
        else { throw AccountRefusal.stale }
        guard account.content.state == .active else { throw AccountRefusal.suspended }
        let tries = try await beginTries("code", account.id, origin)
        return try await tries.around {
            guard try await store.tryOneTime(token.digest, for: record.purpose, atMost: options.codeTries) != nil
            else {
                throw AccountRefusal.stale
            }
            guard let kind = try await useCode(code, of: account.id) else {
                try await store.note(event(.codeFailed, account.id, origin))
                throw AccountRefusal.code
            }
            try await tries.succeeded()
            guard try await store.takeOneTime(token.digest, for: record.purpose) != nil else {
                throw AccountRefusal.stale
            }
            if kind == .recoveryUsed { try await store.note(event(kind, account.id, origin)) }
            let isOutside = record.purpose == Self.outsideSecondStep
            let link = account.content.links?.first { isOutside && Array($0.key.utf8) == record.payload }
            // Unlinked while the code was being typed.
            guard !isOutside || link != nil else { throw AccountRefusal.stale }
            return try await begin(
                account.id,
                name: account.content.name,
                proving: isOutside ? nil : record.payload,
                linkedBy: link,
                isStrong: true,
                .signedIn,
                origin
            )
        }
    }

    /// The sign-in that waits for its code.
    private func waiting(_ token: SecretToken) async throws -> OneTimeRecord? {
        if let record = try await store.oneTime(token.digest, for: Self.secondStep) { return record }
        return try await store.oneTime(token.digest, for: Self.outsideSecondStep)
    }

    /// Who a session's token belongs to; nil where it is none, or the session ended.
    ///
    /// **Cost** Four reads by key; once a minute and session a write.
    package func caller(_ token: String) async throws -> Caller? {
        guard key != nil, let token = SecretToken(token), var session = try await store.session(token.digest) else {
            return nil
        }
        let now = store.now
        guard session.endsAt > now, session.seenAt + options.idle.microseconds > now,
            let account = try await account(session.account), account.content.state == .active
        else { return nil }
        if now - session.seenAt >= Self.seenStep {
            try await store.see(session.id, at: now)
            session.seenAt = now
        }
        return try await caller(session, name: account.content.name)
    }

    /// Proves again who uses a session; it gets another token.
    ///
    /// - Throws: `AccountRefusal.wrong`, `.wait`, `.stale`.
    package func confirm(_ caller: Caller, password: String, from origin: Origin) async throws -> SignedIn {
        let own = try await own(caller, .readOwnAccount)
        try await prove(caller, own.id, password, origin)
        let token = SecretToken()
        let event = event(.confirmed, own.id, origin)
        guard try await store.confirm(caller.session, as: token.digest, event),
            let session = try await store.session(token.digest)
        else { throw AccountRefusal.stale }
        return SignedIn(token: token.text, caller: try await self.caller(session, name: own.content.name))
    }

    /// Ends the session.
    package func signOut(_ caller: Caller) async throws {
        _ = try await store.end(caller.session, of: caller.account, event(.signedOut, caller.account, nil))
        try await tellClients(of: caller.account)
    }

    // MARK: Proofs

    /// How often a session's last use is noted, in microseconds.
    private static let seenStep: Int64 = 60_000_000

    /// Checks the password of somebody who signed in.
    func prove(_ caller: Caller, _ account: String, _ password: String, _ origin: Origin) async throws {
        let tries = try await beginTries("proof", caller)
        try await tries.around {
            let hash = Self.hash(try await store.credentials(of: account))
            guard try await isRight(password, hash) else {
                try await store.note(event(.signInFailed, account, origin))
                throw AccountRefusal.wrong
            }
            try await tries.succeeded()
        }
    }

    static func hash(_ credentials: [Credential]) -> PasswordHash? {
        credentials.first { $0.kind == .password }.flatMap { PasswordHash(String(decoding: $0.secret, as: UTF8.self)) }
    }

    /// Whether a password is the one of a hash; where there is none it takes as long to say no.
    func isRight(_ password: String, _ hash: PasswordHash?) async throws -> Bool {
        let checked = hash ?? nobody
        let isLong = password.utf8.count > rules.most * 4
        let matches = try await threads.run { try checked.matches(isLong ? "" : password) }
        return matches && hash != nil
    }

    /// Uses up a code of the time or for recovery; nil where it is none.
    func useCode(_ text: String, of account: String) async throws -> EventKind? {
        let key = try needKey()
        if let secret = try await store.credentials(of: account).first(where: { $0.kind == .timeCode }),
            let code = TimeCode(secret: try key.open(secret.secret, for: Self.context(account))),
            let step = code.step(of: text, at: store.now, after: secret.used)
        {
            return try await store.use(.timeCode, of: account, step: step) ? .signedIn : nil
        }
        guard let digest = RecoveryCodes.digest(of: text, of: account, with: key) else { return nil }
        return try await store.useRecovery(digest, of: account) ? .recoveryUsed : nil
    }

    /// What a sealed secret belongs to.
    static func context(_ account: String) -> String { "time-code " + account }
}
