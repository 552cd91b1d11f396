import Domain
import Store

extension Accounts {
    /// The longest name, in characters.
    package static let longestName = 64
    /// The edition of the text that is agreed to at sign-up.
    static let consentEdition = 1

    /// Makes an account and begins a session.
    ///
    /// - Throws: `AccountRefusal`.
    package func signUp(_ wish: SignUp, from origin: Origin) async throws -> SignedIn {
        let key = try needKey()
        guard options.isOpen else { throw AccountRefusal.closed }
        let name = try Self.name(wish.name)
        guard let email = EmailAddress.read(wish.email) else { throw AccountRefusal.email }
        try await check(wish.password, name: name, email: email)
        guard wish.consents else { throw AccountRefusal.consent }
        let wait = try await store.beginTry(key.lookup("try-sign-up", origin.network), options.signUps)
        guard wait == 0 else { throw Self.refusal(wait: wait) }
        let (now, id) = (store.now, EntryName.new(in: AccountContent.register))
        let content = AccountContent(
            name: name,
            email: email,
            emailKey: try emailKey(email),
            language: wish.language == "en" ? "en" : "zh",
            created: now,
            consents: [.init(purpose: "account", basis: "consent", edition: Self.consentEdition, time: now)]
        )
        if try await store.entry(with: AccountContent.key(content.emailKey)) != nil { throw AccountRefusal.taken }
        // First the password: without an account it opens nothing, an account without it could never be used.
        let credential = try await password(wish.password, of: id)
        try await store.change(.init([.password], [credential]), of: id)
        do {
            let draft = try content.draft
            let change = EntryChange(register: AccountContent.register, entry: id, expectedVersion: 0, draft: draft)
            _ = try await store.save([change], author: id)
        } catch StoreError.keyTaken {
            try await store.change(.init([.password], []), of: id)
            throw AccountRefusal.taken
        }
        return try await begin(id, name: name, proving: credential.secret, isStrong: false, .signedUp, origin)
    }

    /// A name as it is kept: without blanks around it.
    static func name(_ text: String) throws -> String {
        guard let name = line(text, atMost: longestName) else { throw AccountRefusal.name }
        return name
    }

    /// A text of one line without blanks around it; nil for none, for one that is too long, and for signs that nobody sees.
    static func line(_ text: String, atMost longest: Int) -> String? {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isPlain = line.unicodeScalars.allSatisfy { !$0.properties.isControl }
        return (1...longest).contains(line.count) && line.utf8.count <= 4 * longest && isPlain ? line : nil
    }

    /// Refuses a password that is no protection; a list of leaked ones is read from disk, so on a thread for that.
    func check(_ password: String, name: String, email: String) async throws {
        let local = email.split(separator: "@").first.map(String.init) ?? email
        let problem = try await threads.run { [rules] in
            rules.problem(of: password, context: [name, email, local, "huizhi", "惠知"])
        }
        if let problem { throw AccountRefusal.password(problem) }
    }

    /// A password as it is kept, computed on a thread for that.
    func password(_ password: String, of account: String) async throws -> Credential {
        let cost = options.cost
        let hash = try await threads.run { try PasswordHash(password, cost: cost) }
        return Credential(.password, of: account, secret: Array(hash.text.utf8), madeAt: store.now)
    }

    /// Begins a session, had with a password's secret, or by a linked account of an outside provider.
    func begin(
        _ account: String,
        name: String,
        proving secret: [UInt8]?,
        linkedBy link: OutsideLink? = nil,
        isStrong: Bool,
        _ kind: EventKind,
        _ origin: Origin
    ) async throws -> SignedIn {
        let (token, now) = (SecretToken(), store.now)
        let session = SessionRecord(
            id: token.digest,
            number: randomBytes(16),
            account: account,
            madeAt: now,
            endsAt: now + options.life.microseconds,
            isStrong: isStrong,
            isByProvider: link != nil,
            address: origin.place,
            agent: origin.agent
        )
        let event = event(kind, account, origin, why: link?.provider)
        // Password, codes or links were changed while they were being checked.
        guard try await store.open(session, proving: secret, linkedBy: link?.lookup, atMost: options.sessions, event)
        else {
            throw AccountRefusal.stale
        }
        return SignedIn(token: token.text, caller: try await caller(session, name: name))
    }

    func caller(_ session: SessionRecord, name: String) async throws -> Caller {
        let grants = try await roles(of: session.account)
        return Caller(
            account: session.account,
            name: name,
            session: session.id,
            roles: grants + (try await organisations.powers(of: session.account, besides: grants)),
            isStrong: session.isStrong,
            isByProvider: session.isByProvider,
            confirmedAt: session.confirmedAt
        )
    }
}

extension Unicode.Scalar.Properties {
    /// Whether it is a control character, a line end, or turns the direction of text around.
    fileprivate var isControl: Bool {
        switch generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: true
        default: false
        }
    }
}
