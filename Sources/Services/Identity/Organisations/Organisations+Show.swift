import Domain
package import Store

extension Organisations {
    /// The organisations that somebody acts for.
    package func list(_ caller: Caller) async throws -> [OrganisationLine] {
        try await mine(try await accounts.own(caller, .readOwnAccount).id)
    }

    /// The page of an organisation; who else acts for it is for its managers.
    ///
    /// - Parameters:
    ///   - id: The organisation.
    ///   - isPast: Whether those who once acted for it are listed.
    ///   - after: Where the list goes on.
    ///   - caller: Who asks.
    /// - Returns: The page.
    /// - Throws: `Failure.notFound` where it is none of the caller's.
    package func show(
        _ id: String,
        isPast: Bool = false,
        after: OrderPlace? = nil,
        _ caller: Caller
    ) async throws -> OrganisationView {
        let found = try await organisation(id, caller, .readOrganisation)
        let own = try await open("account", caller.account).filter { $0.content.principal == id }
        let target = Target(organisation: id)
        let isManaged = (try? caller.check(.readAuthorisations, on: target, at: store.now)) != nil
        var people: [Found<AuthorisationContent>] = []
        var next: OrderPlace?
        if isManaged {
            let field = isPast ? "past" : "principal"
            let entries = try await store.entries(
                of: AuthorisationContent.register,
                where: field,
                is: id,
                after: after,
                limit: Int64(Self.pageLines) + 1
            )
            people = try entries.prefix(Self.pageLines).map {
                ($0.entry, try AuthorisationContent.read($0), $0.version)
            }
            if entries.count > Self.pageLines, let last = people.last {
                let number = isPast ? -(last.content.past ?? 0) : last.content.made
                next = OrderPlace(number: number, entry: last.id)
            }
        }
        return OrganisationView(
            id: id,
            content: found.content,
            own: try await lines(own),
            isManaged: isManaged,
            mayChange: (try? caller.check(.changeOrganisation, on: target, at: store.now)) != nil,
            people: try await lines(people),
            next: next,
            versions: try await versions(of: id)
        )
    }

    /// What waits for somebody's answer, for whom they may act, and who may act for them.
    package func authorisations(_ caller: Caller) async throws -> AuthorisationsView {
        let own = try await accounts.own(caller, .readOwnAccount)
        let now = store.now
        return AuthorisationsView(
            invitations: try await lines(invitations(own)),
            held: try await lines(open("account", own.id)),
            given: try await lines(open("principal", own.id).filter { $0.content.state(at: now) != .lapsed })
        )
    }

    /// How many invitations wait for an account's answer.
    package func waiting(_ caller: Caller) async throws -> Int {
        try await invitations(try await accounts.own(caller, .readOwnAccount)).count
    }

    /// One authorisation.
    ///
    /// - Throws: `Failure.notFound` where it does not concern the caller.
    package func authorisation(_ id: String, _ caller: Caller) async throws -> AuthorisationView {
        let (found, part) = try await concerning(id, caller)
        let isInvited = part == .invited && found.content.state(at: store.now) == .invited
        let represents = isInvited && found.content.power == .representative
        let line = try await lines([found])[0]
        let target = Target(organisation: found.content.principal)
        let handsOver = (try? caller.check(.handOver, on: target, reason: "?", at: store.now)) != nil
        return AuthorisationView(
            line: line,
            isInvited: isInvited,
            isOwn: part == .holder,
            isGivers: try await mayRevoke(found.content, caller),
            agencies: represents ? try await agencies(of: caller.account) : [],
            successors: handsOver && line.state == .inEffect ? try await successors(of: found.content) : []
        )
    }

    // MARK: Who may see what

    /// What an authorisation is to somebody.
    enum Part {
        case holder, principal, invited, manager
    }

    /// An authorisation that concerns a caller.
    ///
    /// - Throws: `Failure.notFound` for every other.
    func concerning(
        _ id: String,
        _ caller: Caller
    ) async throws -> (found: Found<AuthorisationContent>, part: Part) {
        let own = try await accounts.own(caller, .readOwnAccount)
        guard let found = try await authorisation(id), let part = part(found.content, own) ?? manager(found, caller)
        else { throw Failure.notFound(what: "an authorisation \(id)") }
        return (found, part)
    }

    private func part(_ content: AuthorisationContent, _ own: Found<AccountContent>) -> Part? {
        if content.account == own.id { return .holder }
        if content.principal == own.id { return .principal }
        return content.invited.map(names(own).contains) == true ? .invited : nil
    }

    private func manager(_ found: Found<AuthorisationContent>, _ caller: Caller) -> Part? {
        let target = Target(organisation: found.content.principal)
        return (try? caller.check(.readAuthorisations, on: target, at: store.now)) == nil ? nil : .manager
    }

    func mayRevoke(_ content: AuthorisationContent, _ caller: Caller) async throws -> Bool {
        let isOwn = content.principal == caller.account
        let target = isOwn ? Target(account: caller.account) : Target(organisation: content.principal)
        guard (try? caller.check(.revokeAuthorisation, on: target, reason: "?", at: store.now)) != nil else {
            return false
        }
        if isOwn { return true }
        return try await mandate(of: caller.account, over: content) != nil
    }

    /// The names by which invitations find an account: its id, and its address once it was confirmed.
    func names(_ own: Found<AccountContent>) -> [String] {
        own.content.emailConfirmed ? [own.id, own.content.emailKey] : [own.id]
    }

    private func invitations(_ own: Found<AccountContent>) async throws -> [Found<AuthorisationContent>] {
        var found: [Found<AuthorisationContent>] = []
        let now = store.now
        for name in names(own) {
            found += try await open("invited", name).filter { $0.content.state(at: now) == .invited }
        }
        return found
    }

    // MARK: Names

    func lines(_ found: [Found<AuthorisationContent>]) async throws -> [AuthorisationLine] {
        let ids = Set(
            found.flatMap {
                [$0.content.principal, $0.content.account, $0.content.by, $0.content.revokedBy, $0.content.predecessor]
                    .compactMap(\.self)
            }
        )
        let known = try await names(ids.sorted())
        let now = store.now
        return found.map { id, content, _ in
            let invited = content.address ?? content.invited ?? ""
            return AuthorisationLine(
                id: id,
                content: content,
                state: content.state(at: now),
                principal: known[content.principal] ?? content.principal,
                holder: content.account.map { known[$0] ?? $0 } ?? invited,
                by: known[content.by],
                predecessor: content.predecessor.flatMap { known[$0] },
                endedBy: content.revokedBy.flatMap { known[$0] }
            )
        }
    }

    /// The names of accounts and organisations; those that were closed have none.
    func names(_ ids: [String]) async throws -> [String: String] {
        var names: [String: String] = [:]
        for entry in try await store.entries(ids) {
            guard let entry, entry.state == .live else { continue }
            switch entry.register {
            case AccountContent.register: names[entry.entry] = try AccountContent(entry).name
            case OrganisationContent.register: names[entry.entry] = try OrganisationContent.read(entry).name
            default: break
            }
        }
        return names
    }

    private func versions(of id: String) async throws -> [OrganisationView.Version] {
        var versions: [OrganisationView.Version] = []
        for line in try await store.versions(of: id).suffix(Self.pageLines) where line.hasContent {
            guard let entry = try await store.version(line.version, of: id) else { continue }
            versions.append(.init(time: line.time, content: try OrganisationContent.read(entry)))
        }
        return versions
    }
}
