import Domain
import Store

extension Organisations {
    /// What would go from somebody who leaves an organisation to somebody who stays.
    ///
    /// - Parameters:
    ///   - id: An authorisation of the one who leaves, for the organisation.
    ///   - successor: The account of the one who stays.
    ///   - reason: Why.
    ///   - caller: A manager.
    /// - Returns: What goes over, and what ends.
    /// - Throws: As ``handOver(_:to:reason:_:)``.
    package func previewHandOver(_ id: String, to successor: String, reason: String, _ caller: Caller) async throws
        -> HandOver
    {
        try await plan(try await leaver(id, reason, caller), successor, reason, by: caller.account, limit: caller).shown
    }

    /// Gives everything that somebody holds of an organisation to somebody who belongs to it, and ends it for the first, in one
    /// transaction: its powers, and of an agency the powers from its clients.
    ///
    /// The successor need not accept: they belong to the organisation. What they have already, or may not have, ends.
    ///
    /// - Parameters:
    ///   - id: An authorisation of the one who leaves, for the organisation.
    ///   - successor: The account of the one who stays.
    ///   - reason: Why; it is kept with both.
    ///   - caller: A manager.
    /// - Returns: What went over, and what ended.
    /// - Throws: `AccountRefusal.needsConfirmation`; `.organisation` with `.successor`, `.wider`, `.over`, `.lastManager` or
    ///   `.reason`; `Failure.notFound`, `.notAllowed`, `.conflict`.
    @discardableResult
    package func handOver(_ id: String, to successor: String, reason: String, _ caller: Caller) async throws -> HandOver
    {
        let leaver = try await leaver(id, reason, caller)
        try accounts.needConfirmation(caller)
        return try await carryOut(
            try await plan(leaver, successor, reason, by: caller.account, limit: caller),
            author: caller.account
        )
    }

    /// The same for the operator, who knows accounts and organisation by their ids.
    ///
    /// - Throws: As ``handOver(_:to:reason:_:)``; `Failure.notFound` where the account holds nothing of the organisation.
    func handOver(of account: String, in organisation: String, to successor: String, reason: String) async throws
        -> HandOver
    {
        guard try await self.organisation(organisation) != nil else {
            throw Failure.notFound(what: "an organisation \(organisation)")
        }
        let author = Administrator.operatorName
        return try await carryOut(
            try await plan((account, organisation), successor, try Self.reason(reason), by: author, limit: nil),
            author: author
        )
    }

    // MARK: Parts

    typealias Leaver = (account: String, organisation: String)

    struct Plan {
        let shown: HandOver
        let changes: [EntryChange]
    }

    private func leaver(_ id: String, _ reason: String, _ caller: Caller) async throws -> Leaver {
        let found = try await concerning(id, caller).found
        let principal = found.content.principal
        _ = try await organisation(principal, caller, .handOver, reason: reason)
        guard let account = found.content.account, found.content.state(at: store.now) == .inEffect else {
            throw Self.refusal(.over)
        }
        return (account, principal)
    }

    /// What is to be saved, and refused where somebody changes what it rests on before it is.
    func plan(
        _ leaver: Leaver,
        _ successor: String,
        _ reason: String,
        by author: String,
        limit caller: Caller?
    ) async throws -> Plan {
        let now = store.now
        let powers = try await open("account", leaver.account).filter { $0.content.state(at: now) == .inEffect }
        let leaving = (powers + (try await open("invited", leaver.account))).filter {
            $0.content.principal == leaver.organisation || $0.content.agency == leaver.organisation
        }
        let holding = try await open("account", successor).filter { $0.content.state(at: now) == .inEffect }
        let held = holding.map(\.content)
        guard successor != leaver.account,
            held.contains(where: { $0.principal == leaver.organisation && $0.power.isInside })
        else { throw Self.refusal(.successor) }
        // What makes the successor one of the organisation, and the caller its manager: both have to be so still when it is saved.
        var grounds = holding.filter { $0.content.principal == leaver.organisation }
        if let caller {
            let own = try await open("account", caller.account)
                .filter { $0.content.principal == leaver.organisation && $0.content.power == .manager }
            grounds += own
            let isWithin = leaving.allSatisfy { line in own.contains { $0.content.reaches(line.content, at: now) } }
            guard isWithin else { throw Self.refusal(.wider) }
        }
        let isStaff = try await accounts.roles(of: successor).contains { $0.role == .staff }
        var changes: [EntryChange] = []
        var (going, ending): ([Found<AuthorisationContent>], [Found<AuthorisationContent>]) = ([], [])
        var managers: [String] = []
        for line in leaving {
            changes.append(try ended(line, by: author, reason))
            let isHeld = held.contains {
                $0.principal == line.content.principal && $0.power == line.content.power
                    && $0.reaches(line.content, at: now)
            }
            guard line.content.account != nil, !isHeld, line.content.power != .assistant || isStaff else {
                ending.append(line)
                continue
            }
            going.append(line)
            var content = line.content
            content.account = successor
            content.predecessor = leaver.account
            content.reason = reason
            content.by = author
            content.made = now
            content.from = now
            let id = EntryName.new(in: AuthorisationContent.register)
            if content.isLastingManager { managers.append(id) }
            changes.append(try change(id, content, 0))
        }
        guard !leaving.isEmpty else {
            throw Failure.notFound(what: "anything that \(leaver.account) holds of \(leaver.organisation)")
        }
        let ids = Set(leaving.map(\.id))
        var seen = ids
        for line in grounds where seen.insert(line.id).inserted { changes.append(try kept(line)) }
        if leaving.contains(where: { $0.content.isLastingManager && $0.content.from != nil }) {
            changes.append(
                try await self.managers(of: leaver.organisation) {
                    $0.removeAll(where: ids.contains)
                    $0 += managers
                }
            )
        }
        let names = try await names([leaver.account, successor, leaver.organisation])
        let shown = HandOver(
            organisation: leaver.organisation,
            name: names[leaver.organisation] ?? leaver.organisation,
            from: .init(account: leaver.account, name: names[leaver.account] ?? leaver.account),
            to: .init(account: successor, name: names[successor] ?? successor),
            going: try await lines(going),
            ending: try await lines(ending)
        )
        return Plan(shown: shown, changes: changes)
    }

    func carryOut(_ plan: Plan, author: String) async throws -> HandOver {
        try await save(plan.changes, author: author)
        let shown = plan.shown
        try await store.note(accounts.event(.authorisationEnded, shown.from.account, nil, why: shown.organisation))
        try await store.note(accounts.event(.authorised, shown.to.account, nil, why: shown.organisation))
        return shown
    }
}
