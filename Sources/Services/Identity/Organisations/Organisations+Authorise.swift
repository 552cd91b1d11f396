import Domain
import Mail
import Store

extension Organisations {
    /// Lets somebody act for an organisation, or for oneself, once they accept.
    ///
    /// Whether an address has an account is not said: the invitation waits for whoever confirms that the address is theirs.
    /// Where this node sends mail, a message in the language of who invites tells of it: to the address that was typed, or that
    /// the account has confirmed. Of an account that was named by its id nobody learns whether it has.
    ///
    /// - Parameters:
    ///   - invitation: Whom, what, how long and why.
    ///   - organisation: For which organisation; nil for oneself.
    ///   - caller: Who lets them.
    /// - Returns: The id of the authorisation, and whether a message goes out.
    /// - Throws: `AccountRefusal.needsConfirmation`, `.wait`, or `.organisation` with what to mend; `Failure.notFound`,
    ///   `.notAllowed`, `.conflict`.
    @discardableResult
    package func invite(
        _ invitation: Invitation,
        for organisation: String?,
        _ caller: Caller
    ) async throws -> Invited {
        let own = try await accounts.own(caller, .readOwnAccount)
        var inviting: OrganisationContent?
        if let organisation {
            inviting =
                try await self.organisation(organisation, caller, .authorise, reason: invitation.reason).content
        } else {
            let reason = try Self.reason(invitation.reason)
            try caller.check(.authorise, on: Target(account: own.id), reason: reason, at: store.now)
            guard invitation.power != .manager else { throw Self.refusal(.power) }
        }
        try accounts.needConfirmation(caller)
        let now = store.now
        let lapses = now + accounts.options.invitation.microseconds
        let invitee = try await invitee(invitation.who, own)
        let name = invitee.name
        let content = AuthorisationContent(
            principal: organisation ?? own.id,
            power: invitation.power,
            business: try Self.business(invitation.business),
            invited: name,
            address: invitee.address,
            reason: try Self.reason(invitation.reason),
            by: own.id,
            made: now,
            lapses: lapses,
            until: try invitation.until.map { until in
                guard until > now else { throw Self.refusal(.until) }
                return until
            }
        )
        let all = try await open("principal", content.principal)
        guard all.count < Self.most else { throw Self.refusal(.full) }
        let isHeld = all.contains {
            $0.content.power == content.power && [.invited, .inEffect].contains($0.content.state(at: now))
                && ($0.content.invited == name || $0.content.account == name)
        }
        guard !isHeld else { throw Self.refusal(.held) }
        if organisation != nil {
            guard try await mandate(of: own.id, over: content) != nil else { throw Self.refusal(.wider) }
        }
        try await beginTry("try-invite", caller, accounts.options.invitations)
        let id = EntryName.new(in: AuthorisationContent.register)
        let message = try await message(about: content, of: inviting, to: invitee, own.content.language)
        let jobs = try message.map { [NewJob(kind: Message.jobKind, payload: try $0.payload)] } ?? []
        // Whoever invites must not have closed the account meanwhile.
        try await save([change(id, content, 0), accounts.change(own)], author: caller.account, jobs: jobs)
        return Invited(id: id, isTold: invitee.address == nil ? nil : message != nil)
    }

    /// Accepts an invitation: from now on the caller may act.
    ///
    /// - Parameters:
    ///   - id: The authorisation.
    ///   - agency: Of a representative: the agency that represents.
    ///   - caller: Who was invited.
    /// - Throws: `AccountRefusal.organisation` with `.over`, `.agency`, `.staff`, `.held` or `.full`; `Failure.notFound`, `.conflict`.
    package func accept(_ id: String, agency: String?, _ caller: Caller) async throws {
        let own = try await accounts.own(caller, .readOwnAccount)
        let found = try await invitation(id, caller)
        var content = found.content
        let now = store.now
        let held = try await open("account", caller.account)
        let isHeld = held.contains {
            $0.content.principal == content.principal && $0.content.power == content.power
                && $0.content.state(at: now) == .inEffect
        }
        guard !isHeld else { throw Self.refusal(.held) }
        guard held.count < Self.most else { throw Self.refusal(.full) }
        switch content.power {
        case .manager, .agent: break
        case .assistant:
            guard caller.roles.contains(where: { $0.role == .staff && $0.isInEffect(at: now) }) else {
                throw Self.refusal(.staff)
            }
        case .representative:
            let agencies = try await agencies(of: caller.account)
            guard let chosen = agency == nil && agencies.count == 1 ? agencies[0].id : agency,
                agencies.contains(where: { $0.id == chosen })
            else { throw Self.refusal(.agency) }
            content.agency = chosen
        }
        var changes: [EntryChange] = []
        if content.isOfOrganisation {
            guard let organisation = try await organisation(content.principal), organisation.content.state == .active,
                let mandate = try await mandate(of: content.by, over: content)
            else { throw Self.refusal(.over) }
            changes.append(try kept(mandate))
        }
        content.account = caller.account
        // Only the account counts from now on; of the address nothing stays.
        content.invited = nil
        content.address = nil
        content.from = now
        changes.append(try change(id, content, found.version))
        // Nobody accepts with an account that was closed meanwhile.
        changes.append(try accounts.change(own))
        if content.isLastingManager {
            changes.append(try await managers(of: content.principal) { $0.append(id) })
        }
        try await save(changes, caller)
        try await store.note(accounts.event(.authorised, caller.account, nil, why: content.principal))
    }

    /// Declines an invitation.
    ///
    /// - Throws: `AccountRefusal.organisation(.over)`; `Failure.notFound`, `.conflict`.
    package func decline(_ id: String, _ caller: Caller) async throws {
        let found = try await invitation(id, caller)
        var content = found.content
        content.declined = store.now
        content.invited = nil
        content.address = nil
        try await save([change(id, content, found.version)], caller)
    }

    /// Ends an authorisation or withdraws an invitation: whoever gave it, or whoever has it and leaves.
    ///
    /// - Throws: `AccountRefusal.needsConfirmation`; `.organisation` with `.reason`, `.wider`, `.over` or `.lastManager`;
    ///   `Failure.notFound`, `.notAllowed`, `.conflict`.
    package func revoke(_ id: String, reason: String, _ caller: Caller) async throws {
        let (found, part) = try await concerning(id, caller)
        let reason = try Self.reason(reason)
        let isOwn = part == .holder || part == .principal
        let target = isOwn ? Target(account: caller.account) : Target(organisation: found.content.principal)
        try caller.check(.revokeAuthorisation, on: target, reason: reason, at: store.now)
        guard found.content.revoked == nil, found.content.declined == nil else { throw Self.refusal(.over) }
        try accounts.needConfirmation(caller)
        var changes: [EntryChange] = []
        if !isOwn {
            guard let mandate = try await mandate(of: caller.account, over: found.content) else {
                throw Self.refusal(.wider)
            }
            changes.append(try kept(mandate))
        }
        changes += try await ending([found], by: caller.account, reason)
        try await save(changes, caller)
        if let account = found.content.account {
            try await store.note(accounts.event(.authorisationEnded, account, nil, why: found.content.principal))
        }
    }

    /// What ends when an account is closed: everything it may do for others, and others for it.
    ///
    /// - Throws: `AccountRefusal.organisation(.lastManager)` where an organisation would have nobody left.
    func endings(of account: String) async throws -> [EntryChange] {
        let found = try await open("account", account) + open("principal", account)
        return try await ending(found, by: account, Self.closedReason)
    }

    // MARK: Parts

    private static let closedReason = "账号关闭"

    /// Authorisations that end, and the organisations that lose a manager by it.
    func ending(
        _ found: [Found<AuthorisationContent>],
        by account: String,
        _ reason: String
    ) async throws -> [EntryChange] {
        var changes = try found.map { try ended($0, by: account, reason) }
        let ids = Set(found.map(\.id))
        let managed = Set(found.filter(\.content.isLastingManager).map(\.content.principal))
        for organisation in managed.sorted() {
            changes.append(try await managers(of: organisation) { $0.removeAll(where: ids.contains) })
        }
        return changes
    }

    /// An organisation with other managers; as it is written with them, of two changes at once one is refused.
    ///
    /// - Throws: `AccountRefusal.organisation(.lastManager)` where there would be none without an end and for all kinds of business.
    func managers(of id: String, _ update: (inout [String]) -> Void) async throws -> EntryChange {
        guard let found = try await organisation(id) else { throw Failure.notFound(what: "an organisation \(id)") }
        var content = found.content
        update(&content.managers)
        guard !content.managers.isEmpty else { throw Self.refusal(.lastManager) }
        return try change(id, content, found.version)
    }

    private func invitation(_ id: String, _ caller: Caller) async throws -> Found<AuthorisationContent> {
        let (found, part) = try await concerning(id, caller)
        guard part == .invited else { throw Failure.notFound(what: "an invitation \(id)") }
        try caller.check(.answerInvitation, on: Target(account: caller.account), at: store.now)
        guard found.content.state(at: store.now) == .invited else { throw Self.refusal(.over) }
        return found
    }

    /// Whom an invitation is for: an account, or the digest of an address and the address masked; where mail reaches them, and
    /// what it is counted by: an account apart from its address, so that the one says nothing of the other.
    private typealias Invitee = (name: String, address: String?, mailbox: String?, counter: String)

    private func invitee(
        _ who: String,
        _ own: Found<AccountContent>
    ) async throws -> Invitee {
        let who = who.filter { !$0.isWhitespace }
        guard !who.hasPrefix(AccountContent.register + "/") else {
            guard who != own.id else { throw Self.refusal(.oneself) }
            guard let account = try await accounts.account(who) else { throw Self.refusal(.invitee) }
            let mailbox = account.content.emailConfirmed ? account.content.email : nil
            return (who, nil, mailbox, "account " + who)
        }
        guard let email = EmailAddress.read(who) else { throw Self.refusal(.invitee) }
        let key = try accounts.emailKey(email)
        guard key != own.content.emailKey else { throw Self.refusal(.oneself) }
        return (key, Masked.email(email), email, EmailAddress.folded(email))
    }

    /// The message that tells of an invitation; nil where this node sends none, or has sent enough to this address.
    private func message(
        about invitation: AuthorisationContent,
        of organisation: OrganisationContent?,
        to invitee: Invitee,
        _ language: String
    ) async throws -> Message? {
        guard accounts.isMailing, let mailbox = invitee.mailbox else { return nil }
        // Counted whoever invites: many accounts together must not fill somebody's mailbox.
        let id = try accounts.needKey().lookup("try-invitation-mail", invitee.counter)
        guard try await store.beginTry(id, accounts.options.mailTries) == 0 else { return nil }
        return try InvitationText(invitation, of: organisation).message(to: mailbox, language: language)
    }

    private static func business(_ codes: [String]) throws -> [String] {
        guard codes.allSatisfy({ BusinessKind.of($0) != nil }) else { throw refusal(.business) }
        return BusinessKind.all.map(\.code).filter(codes.contains)
    }
}

extension AuthorisationContent {
    /// Whether another one stays within it: no more kinds of business, and no longer.
    func reaches(_ other: AuthorisationContent, at time: Int64) -> Bool {
        guard state(at: time) == .inEffect else { return false }
        let isWithin = business.isEmpty || !other.business.isEmpty && Set(other.business).isSubset(of: business)
        return isWithin && (until.map { end in other.until.map { $0 <= end } ?? false } ?? true)
    }
}
