import Domain
import Store

extension Accounts {
    /// Organisations, and who may act for them and for people.
    package var organisations: Organisations { Organisations(accounts: self) }
}

/// Organisations, and who may act for whom.
///
/// A legal person does not sign in: people sign in and act for it (经办人), help it (帮办) or represent it (代理). Each call is
/// one use case and checks for itself that its caller may do it; an id that is none of the caller's is answered as one that
/// does not exist.
package struct Organisations: Sendable {
    let accounts: Accounts
    var store: Store { accounts.store }

    /// The longest name of an organisation, in characters.
    package static let longestName = 128
    /// The longest reason, in characters.
    package static let longestReason = AdministerAccounts.longestReason
    /// How many may act for an organisation or person at the same time, invitations counted, and for how many one may act: so
    /// many are read with each request of theirs.
    package static let most = 500
    /// Lines of a page of a list.
    package static let pageLines = 50

    // MARK: Making and changing

    /// Makes an organisation, which nobody verified yet, and makes its maker its manager.
    ///
    /// - Returns: Its id.
    /// - Throws: `AccountRefusal.organisation` with `.organisationName`, `.code`, `.region` or `.made`; `AccountRefusal.wait`.
    package func make(_ wish: OrganisationWish, _ caller: Caller) async throws -> String {
        let own = try await accounts.own(caller, .makeOrganisation)
        let (now, id) = (store.now, EntryName.new(in: OrganisationContent.register))
        let code = try Self.code(wish.code)
        guard try await !mine(own.id).contains(where: { $0.content.code == code }) else { throw Self.refusal(.made) }
        try await beginTry("try-organisation", caller, accounts.options.renames)
        let managing = AuthorisationContent(
            principal: id,
            power: .manager,
            business: [],
            account: own.id,
            reason: Self.makersReason,
            by: own.id,
            made: now,
            lapses: now,
            from: now
        )
        let manager = EntryName.new(in: AuthorisationContent.register)
        let content = OrganisationContent(
            kind: wish.kind,
            name: try Self.name(wish.name),
            code: code,
            region: try Self.region(wish.region),
            level: .unverified,
            verification: nil,
            state: .active,
            by: own.id,
            created: now,
            managers: [manager]
        )
        _ = try await store.save(
            [try change(id, content, 0), try change(manager, managing, 0)],
            author: own.id
        )
        return id
    }

    /// Corrects name, code and region; what was verified is then so no longer.
    ///
    /// - Throws: As ``make(_:_:)``; `Failure.notFound`, `.notAllowed`, `.conflict`.
    package func correct(_ id: String, _ wish: OrganisationWish, _ caller: Caller) async throws {
        let found = try await organisation(id, caller, .changeOrganisation)
        var content = found.content
        content.name = try Self.name(wish.name)
        content.code = try Self.code(wish.code)
        content.region = try Self.region(wish.region)
        guard content != found.content else { return }
        if content.name != found.content.name || content.code != found.content.code {
            content.level = .unverified
            content.verification = nil
        }
        try await beginTry("try-organisation", caller, accounts.options.renames)
        try await save([change(id, content, found.version)], caller)
    }

    /// Closes an organisation for good: all authorisations for it end.
    ///
    /// - Throws: `AccountRefusal.needsConfirmation`, `.organisation(.reason)`; `Failure.notFound`, `.notAllowed`, `.conflict`.
    package func close(_ id: String, reason: String, _ caller: Caller) async throws {
        let found = try await organisation(id, caller, .closeOrganisation, reason: reason)
        try accounts.needConfirmation(caller)
        let reason = try Self.reason(reason)
        var content = found.content
        content.state = .closed
        content.managers = []
        var changes = [try change(id, content, found.version)]
        // An agency's people act for its clients no longer.
        let ends = try await open("principal", id) + open("agency", id)
        for authorisation in ends { changes.append(try ended(authorisation, by: caller.account, reason)) }
        try await save(changes, caller)
    }

    // MARK: Looking up

    typealias Found<Content: Sendable> = (id: String, content: Content, version: Int64)

    /// An organisation that a caller acts for.
    ///
    /// - Throws: `Failure.notFound` where the caller may not even read it, `.notAllowed` where it may be read only.
    func organisation(
        _ id: String,
        _ caller: Caller,
        _ action: Action,
        reason: String = ""
    ) async throws -> Found<OrganisationContent> {
        let target = Target(organisation: id)
        guard (try? caller.check(.readOrganisation, on: target, at: store.now)) != nil,
            let found = try await organisation(id)
        else { throw Failure.notFound(what: "an organisation \(id)") }
        if PermissionTable.row(of: action)?.needs.contains(.reason) == true { _ = try Self.reason(reason) }
        try caller.check(action, on: target, reason: reason, at: store.now)
        return found
    }

    /// An organisation by its id; nil where there is none.
    func organisation(_ id: String) async throws -> Found<OrganisationContent>? {
        guard let entry = try await store.entry(id, withTexts: false), entry.state == .live,
            entry.register == OrganisationContent.register
        else { return nil }
        return (id, try OrganisationContent.read(entry), entry.version)
    }

    /// An authorisation by its id; nil where there is none.
    func authorisation(_ id: String) async throws -> Found<AuthorisationContent>? {
        guard let entry = try await store.entry(id, withTexts: false), entry.state == .live,
            entry.register == AuthorisationContent.register
        else { return nil }
        return (id, try AuthorisationContent.read(entry), entry.version)
    }

    /// The authorisations that a field names and that were neither revoked nor declined.
    func open(_ field: String, _ value: String) async throws -> [Found<AuthorisationContent>] {
        let limit = Int64(2 * Self.most)
        return try await store.entries(of: AuthorisationContent.register, where: field, is: value, limit: limit)
            .map { ($0.entry, try AuthorisationContent.read($0), $0.version) }
    }

    /// The organisations that an account acts for now.
    func mine(_ account: String) async throws -> [OrganisationLine] {
        let now = store.now
        let held = try await open("account", account).filter { $0.content.state(at: now) == .inEffect }
        let powers = Dictionary(grouping: held, by: \.content.principal)
        let ids = powers.keys.filter { $0.hasPrefix(OrganisationContent.register + "/") }.sorted()
        return try await store.entries(ids).compactMap { entry in
            guard let entry, entry.state == .live else { return nil }
            let names = (powers[entry.entry] ?? []).map(\.content.power)
            return OrganisationLine(
                id: entry.entry,
                content: try OrganisationContent.read(entry),
                powers: Power.allCases.filter(names.contains)
            )
        }
    }

    // MARK: Changing

    func change(_ id: String, _ content: OrganisationContent, _ version: Int64) throws -> EntryChange {
        EntryChange(
            register: OrganisationContent.register,
            entry: id,
            expectedVersion: version,
            draft: try content.draft
        )
    }

    func change(_ id: String, _ content: AuthorisationContent, _ version: Int64) throws -> EntryChange {
        EntryChange(
            register: AuthorisationContent.register,
            entry: id,
            expectedVersion: version,
            draft: try content.draft
        )
    }

    /// An authorisation that ends now.
    func ended(_ found: Found<AuthorisationContent>, by account: String, _ reason: String) throws -> EntryChange {
        var content = found.content
        content.revoked = store.now
        content.revokedBy = account
        content.revokedReason = reason
        // Of an invitation that is withdrawn, whom it was for is of no use any more.
        content.invited = nil
        content.address = nil
        return try change(found.id, content, found.version)
    }

    /// An authorisation that something else depends on: it is not changed, and the save is refused where somebody changed it.
    func kept(_ found: Found<AuthorisationContent>) throws -> EntryChange {
        try change(found.id, found.content, found.version)
    }

    /// Saves all of it or nothing.
    ///
    /// - Throws: `Failure.conflict` where somebody else changed one of it at the same time.
    func save(_ changes: [EntryChange], _ caller: Caller) async throws {
        try await save(changes, author: caller.account)
    }

    func save(_ changes: [EntryChange], author: String, jobs: [NewJob] = []) async throws {
        try await store.save(changes, author: author, jobs: jobs, unlessChanged: "it")
    }

    /// Counts what somebody does often only by mistake.
    ///
    /// - Throws: `AccountRefusal.wait`.
    func beginTry(_ what: String, _ caller: Caller, _ delay: TryDelay) async throws {
        let wait = try await store.beginTry(accounts.needKey().lookup(what, caller.account), delay)
        guard wait == 0 else { throw Accounts.refusal(wait: wait) }
    }

    // MARK: Reading what was typed

    /// What stands as the reason of a maker's own authorisation.
    private static let makersReason = "建立"

    static func refusal(_ refusal: OrganisationRefusal) -> AccountRefusal { .organisation(refusal) }

    private static func name(_ text: String) throws -> String {
        guard let name = Accounts.line(text, atMost: longestName) else { throw refusal(.organisationName) }
        return name
    }

    private static func code(_ text: String) throws -> String {
        guard let code = UnifiedSocialCreditCode.read(text), code.check == .correct else { throw refusal(.code) }
        return code.text
    }

    private static func region(_ text: String) throws -> String {
        let region = text.filter { !$0.isWhitespace }
        guard region.utf8.count == 6, Scope.region(region).target(account: "") != nil else { throw refusal(.region) }
        return region
    }

    /// A reason as it is kept.
    static func reason(_ text: String) throws -> String {
        guard let reason = Accounts.line(text, atMost: longestReason) else { throw refusal(.reason) }
        return reason
    }
}
