import Domain
import Store

/// What people do with their own account.
extension Accounts {
    /// What happened lately, as many as a page shows.
    private static let shownEvents: Int64 = 20

    /// The page of an account.
    package func overview(_ caller: Caller) async throws -> AccountOverview {
        let own = try await own(caller, .readOwnAccount)
        let credentials = try await store.credentials(of: own.id)
        return AccountOverview(
            account: own.id,
            name: own.content.name,
            email: own.content.email,
            language: own.content.language,
            level: own.content.shownLevel,
            isConfirmed: own.content.emailConfirmed,
            hasTimeCode: credentials.contains { $0.kind == .timeCode },
            recoveryLeft: credentials.count { $0.kind == .recovery && $0.used == 0 },
            created: own.content.created,
            sessions: try await sessions(caller),
            roles: try await roles(of: own.id),
            events: try await events(own.id, limit: Self.shownEvents),
            invitations: try await organisations.waiting(caller)
        )
    }

    /// Everything that is kept about somebody.
    package func held(_ caller: Caller) async throws -> HeldData {
        let own = try await own(caller, .readHeldData)
        var versions: [HeldData.Version] = []
        for line in try await store.versions(of: own.id) where line.hasContent {
            guard let entry = try await store.version(line.version, of: own.id) else { continue }
            let content = try AccountContent(entry)
            versions.append(
                .init(number: line.version, time: line.time, content: content)
            )
        }
        return HeldData(
            account: own.id,
            content: own.content,
            versions: versions,
            proofs: try await store.credentials(of: own.id).map {
                .init(kind: $0.kind.rawValue, made: $0.madeAt, isUsed: $0.kind == .recovery && $0.used != 0)
            },
            sessions: try await sessions(caller, all: true),
            roles: try await roles(of: own.id),
            keys: try await keys(caller).lines,
            kept: KeptCollection(try await kept(caller).map(\.item)),
            events: try await events(own.id, limit: .max),
            disclosures: try await store.disclosures(of: own.id, limit: .max).map(DisclosureLine.init),
            authorisations: try await organisations.held(by: own.id),
            signOns: try await SingleSignOn(self).signOns(caller)
        )
    }

    /// Notes that somebody took a copy of what is kept about them.
    package func noteDownload(_ caller: Caller, from origin: Origin) async throws {
        try permit(.readHeldData, caller)
        try await store.note(event(.downloaded, caller.account, origin))
    }

    /// Ends one of one's own sessions, by the id of its line; what is none of them, or no longer, is passed over.
    package func endSession(_ id: String, _ caller: Caller, from origin: Origin) async throws {
        try permit(.endOwnSessions, caller)
        guard let number = Base64URL.bytes(of: id) else { return }
        _ = try await store.end(number: number, of: caller.account, event(.sessionEnded, caller.account, origin))
        try await tellClients(of: caller.account)
    }

    /// Ends all of one's own sessions but this, and returns how many.
    package func endOtherSessions(_ caller: Caller, from origin: Origin) async throws -> Int {
        try permit(.endOwnSessions, caller)
        let event = event(.otherSessionsEnded, caller.account, origin)
        let count = try await store.endSessions(of: caller.account, but: caller.session, event)
        try await tellClients(of: caller.account)
        return count
    }

    /// Corrects name and language; another name has to be verified again.
    ///
    /// - Throws: `AccountRefusal.name`, `.wait`; `Failure.conflict` where somebody else changed the account at the same time.
    package func rename(_ caller: Caller, to name: String, language: String, from origin: Origin) async throws {
        let own = try await own(caller, .changeOwnAccount)
        var content = own.content
        content.name = try Self.name(name)
        if content.name != own.content.name {
            // Another name was verified by nobody.
            content.level = .unverified
            content.verification = nil
            content.personKey = nil
        }
        content.language = language == "en" ? "en" : "zh"
        guard content != own.content else { return }
        let wait = try await store.beginTry(needKey().lookup("try-rename", own.id), options.renames)
        guard wait == 0 else { throw Self.refusal(wait: wait) }
        try await save(content, own.id, own.version, author: own.id)
        try await store.note(event(.renamed, own.id, origin))
    }

    /// Changes the password and ends all other sessions.
    ///
    /// - Throws: `AccountRefusal.wrong` where the old one is not right, `.password`, `.wait`.
    package func changePassword(_ caller: Caller, old: String, new: String, from origin: Origin) async throws {
        let own = try await own(caller, .changeOwnAccount)
        try await check(new, name: own.content.name, email: own.content.email)
        try await prove(caller, own.id, old, origin)
        let credential = try await password(new, of: own.id)
        let event = event(.passwordChanged, own.id, origin)
        try await store.change(.init([.password], [credential], keeping: caller.session, event: event), of: own.id)
    }

    /// Closes an account for ever: name, address, roles, proofs and sessions are erased, of the log only lines without
    /// content stay, and of what happened that it happened; whatever it may do for others ends.
    ///
    /// - Throws: `AccountRefusal.wrong`, `.wait`; `.organisation(.lastManager)` where an organisation would have nobody left;
    ///   `Failure.conflict`.
    package func close(_ caller: Caller, password: String, from origin: Origin) async throws {
        let own = try await own(caller, .closeOwnAccount)
        try await prove(caller, own.id, password, origin)
        // A password takes its time: what ends is found after it, so that nothing given meanwhile is left.
        let endings = try await organisations.endings(of: own.id)
        try await store.eraseAccount(
            own.id,
            and: try await belongings(of: own.id),
            saving: endings,
            author: own.id,
            [event(.closed, own.id, nil)],
            unlessChanged: "what is to end with the account"
        )
    }

    /// The entries that are about an account alone and end with it: its roles and its keys.
    func belongings(of account: String) async throws -> [String] {
        let grants = try await store.entries(of: GrantContent.register, where: "account", is: account, limit: 1_000)
        let keys = try await store.entries(of: KeyContent.register, where: "account", is: account, limit: 1_000)
        return (grants + keys).map(\.entry)
    }

    func save(_ content: AccountContent, _ id: String, _ version: Int64, author: String) async throws {
        let change = EntryChange(
            register: AccountContent.register,
            entry: id,
            expectedVersion: version,
            draft: try content.draft
        )
        try await store.save([change], author: author, unlessChanged: "the account")
    }

    private func sessions(_ caller: Caller, all: Bool = false) async throws -> [SessionLine] {
        try permit(.listOwnSessions, caller)
        let now = store.now
        return try await store.sessions(of: caller.account)
            .filter { all || $0.seenAt + options.idle.microseconds > now }
            .map { session in
                SessionLine(
                    id: Base64URL.text(of: session.number),
                    isThis: session.id == caller.session,
                    created: session.madeAt,
                    seen: session.seenAt,
                    ends: min(session.endsAt, session.seenAt + options.idle.microseconds),
                    isStrong: session.isStrong,
                    agent: session.agent,
                    address: session.address
                )
            }
    }

    private func events(_ account: String, limit: Int64) async throws -> [EventLine] {
        try await store.events(of: account, limit: limit).compactMap { event in
            EventKind(rawValue: event.kind).map {
                EventLine(kind: $0, time: event.time, address: event.address, detail: event.detail)
            }
        }
    }
}
