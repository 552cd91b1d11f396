import Domain
import Store

/// What people do with their own account.
extension Accounts {
    /// What happened lately, as many as a page shows.
    private static let shownEvents: Int64 = 20
    /// What happened, as many as are given out.
    private static let heldEvents: Int64 = 10_000

    /// The page of an account.
    package func overview(_ caller: Caller) async throws -> AccountOverview {
        let own = try await own(caller, .readOwnAccount)
        let credentials = try await store.credentials(of: own.id)
        return AccountOverview(
            name: own.content.name,
            email: own.content.email,
            language: own.content.language,
            kind: own.content.kind,
            level: own.content.level,
            isConfirmed: own.content.emailConfirmed,
            hasTimeCode: credentials.contains { $0.kind == .timeCode },
            recoveryLeft: credentials.count { $0.kind == .recovery && $0.used == 0 },
            created: own.content.created,
            sessions: try await sessions(caller),
            roles: try await roles(of: own.id),
            events: try await events(own.id, limit: Self.shownEvents)
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
                .init(number: line.version, time: line.time, name: content.name, email: content.email)
            )
        }
        return HeldData(
            account: own.id,
            content: own.content,
            versions: versions,
            proofs: try await store.credentials(of: own.id).map {
                .init(kind: $0.kind.rawValue, made: $0.madeAt, isUsed: $0.kind == .recovery && $0.used != 0)
            },
            sessions: try await sessions(caller),
            roles: try await roles(of: own.id),
            events: try await events(own.id, limit: Self.heldEvents)
        )
    }

    /// Notes that somebody took a copy of what is kept about them.
    package func noteDownload(_ caller: Caller, from origin: Origin) async throws {
        try permit(.readHeldData, caller)
        try await store.note(event(.downloaded, caller.account, origin))
    }

    /// Ends one of one's own sessions; what is none of them is passed over.
    package func endSession(_ id: String, _ caller: Caller, from origin: Origin) async throws {
        try permit(.endOwnSessions, caller)
        guard let session = Hexadecimal.bytes(id) else { return }
        _ = try await store.end(session, of: caller.account, event(.sessionEnded, caller.account, origin))
    }

    /// Ends all of one's own sessions but this, and returns how many.
    package func endOtherSessions(_ caller: Caller, from origin: Origin) async throws -> Int {
        try permit(.endOwnSessions, caller)
        let event = event(.otherSessionsEnded, caller.account, origin)
        return try await store.endSessions(of: caller.account, but: caller.session, event)
    }

    /// Corrects name and language.
    ///
    /// - Throws: `AccountRefusal.name`, `Failure.conflict` where somebody else changed the account at the same time.
    package func rename(_ caller: Caller, to name: String, language: String, from origin: Origin) async throws {
        let own = try await own(caller, .changeOwnAccount)
        var content = own.content
        content.name = try Self.name(name)
        content.language = language == "en" ? "en" : "zh"
        guard content != own.content else { return }
        try await save(content, own.id, own.version, author: own.id)
        try await store.note(event(.renamed, own.id, origin))
    }

    /// Changes the password and ends all other sessions.
    ///
    /// - Throws: `AccountRefusal.wrong` where the old one is not right, `.password`, `.wait`.
    package func changePassword(_ caller: Caller, old: String, new: String, from origin: Origin) async throws {
        let own = try await own(caller, .changeOwnAccount)
        try await check(new, name: own.content.name, email: own.content.email)
        try await prove(own, old, origin)
        let credential = try await password(new, of: own.id)
        try await store.replaceCredentials([.password], of: own.id, with: [credential])
        let event = event(.passwordChanged, own.id, origin)
        _ = try await store.endSessions(of: own.id, but: caller.session, event)
    }

    /// Closes an account for ever: name, address, proofs and sessions are erased, of the log only lines without content
    /// stay, and of what happened that it happened.
    ///
    /// - Throws: `AccountRefusal.wrong`, `.wait`.
    package func close(_ caller: Caller, password: String, from origin: Origin) async throws {
        let own = try await own(caller, .closeOwnAccount)
        try await prove(own, password, origin)
        try await store.eraseAccount(own.id, author: own.id, event(.closed, own.id, nil))
    }

    func save(_ content: AccountContent, _ id: String, _ version: Int64, author: String) async throws {
        let change = EntryChange(
            register: AccountContent.register,
            entry: id,
            expectedVersion: version,
            draft: try content.draft
        )
        do {
            _ = try await store.save([change], author: author)
        } catch StoreError.changedMeanwhile {
            throw Failure.conflict(reason: "the account was changed at the same time; look at it and try again")
        }
    }

    private func sessions(_ caller: Caller) async throws -> [SessionLine] {
        let now = store.now
        return try await store.sessions(of: caller.account)
            .filter { $0.seenAt + options.idle.microseconds > now }
            .map { session in
                SessionLine(
                    id: Hexadecimal.text(session.id),
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
            EventKind(rawValue: event.kind).map { EventLine(kind: $0, time: event.time, address: event.address) }
        }
    }
}
