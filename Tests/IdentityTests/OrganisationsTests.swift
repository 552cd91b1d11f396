import Domain
import Store
import Testing

@testable import Identity

/// Organisations, and who may act for whom, over a real store.
struct OrganisationsTests: AccountsTesting {
    /// A code of the region 990000, which nobody has.
    static let code = "91990000990000014B"

    private func wish(_ code: String = Self.code, kind: OrganisationContent.Kind = .organisation) -> OrganisationWish {
        OrganisationWish(kind: kind, name: "示例·青石公司", code: code, region: "110105")
    }

    /// Somebody who is signed in as a request finds them now.
    private func caller(_ signedIn: SignedIn, _ fixture: AccountsFixture) async throws -> Caller {
        try #require(try await fixture.accounts.caller(signedIn.token))
    }

    private func invitation(
        _ who: String,
        _ power: Power = .agent,
        business: [String] = [],
        until: Int64? = nil
    ) -> Invitation {
        Invitation(who: who, power: power, business: business, until: until, reason: "示例：任命书 3")
    }

    /// Anna manages an organisation, Bert was invited and accepted.
    private func pair(
        _ power: Power = .agent,
        business: [String] = [],
        until: Int64? = nil
    ) async throws -> (fixture: AccountsFixture, anna: SignedIn, bert: SignedIn, organisation: String, id: String) {
        let fixture = try await AccountsFixture()
        let anna = try await signUp(fixture)
        let bert = try await signUp(fixture, "bert@example.org", name: "示例·贝特")
        let organisations = fixture.accounts.organisations
        let organisation = try await organisations.make(wish(), anna.caller)
        let id = try await organisations.invite(
            invitation(bert.caller.account, power, business: business, until: until),
            for: organisation,
            try await caller(anna, fixture)
        )
        try await organisations.accept(id, agency: nil, bert.caller)
        return (fixture, anna, bert, organisation, id)
    }

    @Test func `whoever makes an organisation manages it, and it is nobody's word but theirs`() async throws {
        let fixture = try await AccountsFixture()
        let anna = try await signUp(fixture)
        let organisations = fixture.accounts.organisations
        let id = try await organisations.make(wish("91990000 99000001 4B"), anna.caller)
        #expect(id.hasPrefix("organisation/") && id.count == 39)
        let now = try await caller(anna, fixture)
        #expect(now.roles.map(\.role) == [.manager] && now.roles.map(\.scope) == [.organisation(id)])
        let view = try await organisations.show(id, now)
        #expect(view.content.level == .unverified && view.content.code == Self.code && view.isManaged)
        #expect(view.people.map(\.holder) == ["示例·安娜"] && view.people.map(\.state) == [.inEffect])
        #expect(try await organisations.list(now).map(\.powers) == [[.manager]])
        await #expect(throws: AccountRefusal.organisation(.made)) { try await organisations.make(wish(), now) }
        #expect(try await fixture.store.verify().findings == [])
    }

    @Test func `a wrong code, region or name is refused, each by its name`() async throws {
        let fixture = try await AccountsFixture()
        let anna = try await signUp(fixture).caller
        let organisations = fixture.accounts.organisations
        let wrong: [(OrganisationWish, OrganisationRefusal)] = [
            (OrganisationWish(kind: .agency, name: " ", code: Self.code, region: "110105"), .organisationName),
            (OrganisationWish(kind: .agency, name: "示例", code: "91990000990000014L", region: "110105"), .code),
            (OrganisationWish(kind: .agency, name: "示例", code: "9199", region: "110105"), .code),
            (OrganisationWish(kind: .agency, name: "示例", code: Self.code, region: "1101"), .region),
            (OrganisationWish(kind: .agency, name: "示例", code: Self.code, region: "000000"), .region),
        ]
        for (wish, refusal) in wrong {
            await #expect(throws: AccountRefusal.organisation(refusal)) { try await organisations.make(wish, anna) }
        }
        #expect(try await organisations.list(anna).isEmpty)
    }

    @Test func `nobody may act before they accept, and then for the kinds of business and the time that were said`()
        async throws
    {
        let fixture = try await AccountsFixture()
        let anna = try await signUp(fixture)
        let bert = try await signUp(fixture, "bert@example.org", name: "示例·贝特")
        let organisations = fixture.accounts.organisations
        let organisation = try await organisations.make(wish(), anna.caller)
        let end = fixture.clock.now + 3_600_000_000
        let id = try await organisations.invite(
            invitation(bert.caller.account, business: ["trademark", "patent-fees"], until: end),
            for: organisation,
            try await caller(anna, fixture)
        )
        #expect(try await caller(bert, fixture).roles == [])
        #expect(try await fixture.accounts.overview(bert.caller).invitations == 1)
        try await organisations.accept(id, agency: nil, bert.caller)
        let acting = try await caller(bert, fixture)
        let now = fixture.clock.now
        let target = { (business: String) in Target(organisation: organisation, business: business) }
        try acting.check(.prepareBusiness, on: target("trademark"), at: now)
        #expect(throws: Failure.self) { try acting.check(.prepareBusiness, on: target("gi"), at: now) }
        #expect(throws: Failure.self) {
            try acting.check(.prepareBusiness, on: Target(organisation: "organisation/other"), at: now)
        }
        // An agent reads the organisation and does not see who else acts for it.
        let view = try await organisations.show(organisation, acting)
        #expect(!view.isManaged && view.people.isEmpty && view.own.map(\.id) == [id])
        fixture.clock.advance(seconds: 3_600)
        #expect(try await caller(bert, fixture).roles == [])
        let line = try await organisations.authorisation(id, try await caller(bert, fixture)).line
        #expect(line.state == .ended)
    }

    @Test func `an address is invited without telling whether it has an account, and waits for whoever confirms it`()
        async throws
    {
        let fixture = try await AccountsFixture { $0.mails = true }
        let anna = try await signUp(fixture)
        let organisations = fixture.accounts.organisations
        let organisation = try await organisations.make(wish(), anna.caller)
        let manager = try await caller(anna, fixture)
        let id = try await organisations.invite(invitation("Bert@Example.org"), for: organisation, manager)
        let shown = try await organisations.show(organisation, manager)
        #expect(shown.people.first { $0.state == .invited }?.holder == "B***@example.org")
        let bert = try await signUp(fixture, "bert@example.org", name: "示例·贝特")
        // Whoever has not confirmed the address could be anybody.
        #expect(try await organisations.authorisations(bert.caller).invitations.isEmpty)
        await #expect(throws: Failure.notFound(what: "an authorisation \(id)")) {
            try await organisations.accept(id, agency: nil, bert.caller)
        }
        let found = try #require(try await fixture.accounts.account(bert.caller.account))
        var content = found.content
        content.emailConfirmed = true
        try await fixture.accounts.save(content, found.id, found.version, author: found.id)
        #expect(try await organisations.authorisations(bert.caller).invitations.map(\.id) == [id])
        try await organisations.accept(id, agency: nil, bert.caller)
        let kept = try #require(try await organisations.authorisation(id))
        #expect(kept.content.invited == nil && kept.content.address == nil && kept.content.account == found.id)
    }

    @Test func `an invitation that nobody accepts in time lapses, and one that was answered cannot be answered again`()
        async throws
    {
        let (fixture, anna, bert, organisation, id) = try await pair()
        let organisations = fixture.accounts.organisations
        await #expect(throws: Failure.self) { try await organisations.accept(id, agency: nil, bert.caller) }
        let clara = try await signUp(fixture, "clara@example.org", name: "示例·克拉拉").caller
        let late = try await organisations.invite(
            invitation(clara.account),
            for: organisation,
            try await caller(anna, fixture)
        )
        fixture.clock.advance(seconds: 31 * 24 * 3_600)
        await #expect(throws: AccountRefusal.organisation(.over)) {
            try await organisations.accept(late, agency: nil, clara)
        }
        #expect(try await organisations.authorisations(clara).invitations.isEmpty)
    }

    @Test func `what is somebody else's is answered as what does not exist`() async throws {
        let (fixture, _, bert, organisation, id) = try await pair()
        let organisations = fixture.accounts.organisations
        let eve = try await signUp(fixture, "eve@example.org", name: "示例·伊娃").caller
        let none = "organisation/" + String(repeating: "a", count: 26)
        for organisation in [organisation, none] {
            await #expect(throws: Failure.notFound(what: "an organisation \(organisation)")) {
                try await organisations.show(organisation, eve)
            }
            await #expect(throws: Failure.notFound(what: "an organisation \(organisation)")) {
                try await organisations.invite(invitation(bert.caller.account), for: organisation, eve)
            }
            await #expect(throws: Failure.notFound(what: "an organisation \(organisation)")) {
                try await organisations.close(organisation, reason: "示例", eve)
            }
        }
        for id in [id, "authorisation/" + String(repeating: "a", count: 26), bert.caller.account] {
            await #expect(throws: Failure.notFound(what: "an authorisation \(id)")) {
                try await organisations.authorisation(id, eve)
            }
            await #expect(throws: Failure.notFound(what: "an authorisation \(id)")) {
                try await organisations.revoke(id, reason: "示例", eve)
            }
        }
        // An agent reads and changes nothing.
        let agent = try await caller(bert, fixture)
        await #expect(throws: Failure.notAllowed(action: "changeOrganisation")) {
            try await organisations.correct(organisation, wish(), agent)
        }
        await #expect(throws: Failure.notAllowed(action: "authorise")) {
            try await organisations.invite(invitation(eve.account), for: organisation, agent)
        }
    }

    @Test func `a manager gives no more kinds of business and no longer than they have`() async throws {
        let fixture = try await AccountsFixture()
        let end = fixture.clock.now + 3_600_000_000
        let anna = try await signUp(fixture)
        let bert = try await signUp(fixture, "bert@example.org", name: "示例·贝特")
        let clara = try await signUp(fixture, "clara@example.org", name: "示例·克拉拉").caller.account
        let organisations = fixture.accounts.organisations
        let organisation = try await organisations.make(wish(), anna.caller)
        let id = try await organisations.invite(
            invitation(bert.caller.account, .manager, business: ["trademark", "gi"], until: end),
            for: organisation,
            try await caller(anna, fixture)
        )
        try await organisations.accept(id, agency: nil, bert.caller)
        let narrow = try await caller(bert, fixture)
        for wide in [
            invitation(clara, business: [], until: end), invitation(clara, business: ["gi", "layout"], until: end),
            invitation(clara, business: ["gi"], until: nil), invitation(clara, business: ["gi"], until: end + 1),
        ] {
            await #expect(throws: AccountRefusal.organisation(.wider)) {
                try await organisations.invite(wide, for: organisation, narrow)
            }
        }
        try await organisations.invite(invitation(clara, business: ["gi"], until: end), for: organisation, narrow)
    }

    @Test func `the last manager without an end stays until there is another or the organisation is closed`()
        async throws
    {
        let (fixture, anna, bert, organisation, _) = try await pair(.agent)
        let organisations = fixture.accounts.organisations
        let own = try #require(try await organisations.show(organisation, caller(anna, fixture)).own.first)
        await #expect(throws: AccountRefusal.organisation(.lastManager)) {
            try await organisations.revoke(own.id, reason: "示例：离职", try await caller(anna, fixture))
        }
        await #expect(throws: AccountRefusal.organisation(.lastManager)) {
            try await fixture.accounts.close(anna.caller, password: password, from: origin)
        }
        let id = try await organisations.invite(
            invitation(bert.caller.account, .manager),
            for: organisation,
            try await caller(anna, fixture)
        )
        try await organisations.accept(id, agency: nil, bert.caller)
        try await organisations.revoke(own.id, reason: "示例：离职", try await caller(anna, fixture))
        #expect(try await caller(anna, fixture).roles == [])
        let past = try await organisations.show(organisation, isPast: true, caller(bert, fixture))
        #expect(past.people.map(\.holder) == ["示例·安娜"] && past.people.map(\.content.revokedReason) == ["示例：离职"])
        try await fixture.accounts.close(anna.caller, password: password, from: origin)
        try await organisations.close(organisation, reason: "示例：注销", try await caller(bert, fixture))
        #expect(try await caller(bert, fixture).roles == [])
        #expect(try await fixture.store.verify().findings == [])
    }

    @Test func `two managers who leave at the same time cannot both`() async throws {
        let (fixture, anna, bert, organisation, _) = try await pair(.manager)
        let organisations = fixture.accounts.organisations
        let people = try await organisations.show(organisation, caller(anna, fixture)).people
        let both = [(try await caller(anna, fixture), people[0].id), (try await caller(bert, fixture), people[1].id)]
        let left = await withTaskGroup(of: Bool.self) { group in
            for (caller, id) in both {
                group.addTask { (try? await organisations.revoke(id, reason: "示例", caller)) != nil }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(left == 1)
        #expect(try await organisations.organisation(organisation)?.content.managers.count == 1)
    }

    @Test func `only staff assist, only people of an agency represent, and both only while they are that`() async throws
    {
        let fixture = try await AccountsFixture()
        let administer = AdministerAccounts(fixture.accounts)
        let anna = try await signUp(fixture)
        let bert = try await signUp(fixture, "bert@example.org", name: "示例·贝特")
        let organisations = fixture.accounts.organisations
        // Anna lets Bert act in her own affairs.
        let helping = try await organisations.invite(invitation(bert.caller.account, .assistant), for: nil, anna.caller)
        let representing = try await organisations.invite(
            invitation(bert.caller.account, .representative),
            for: nil,
            anna.caller
        )
        await #expect(throws: AccountRefusal.organisation(.power)) {
            try await organisations.invite(invitation(bert.caller.account, .manager), for: nil, anna.caller)
        }
        await #expect(throws: AccountRefusal.organisation(.staff)) {
            try await organisations.accept(helping, agency: nil, bert.caller)
        }
        await #expect(throws: AccountRefusal.organisation(.agency)) {
            try await organisations.accept(representing, agency: nil, bert.caller)
        }
        let agency = try await organisations.make(wish(kind: .agency), bert.caller)
        try await administer.grant(.staff, to: bert.caller.account, in: .region("11"), reason: "示例")
        let staff = try await caller(bert, fixture)
        try await organisations.accept(helping, agency: nil, staff)
        try await organisations.accept(representing, agency: agency, staff)
        let target = Target(organisation: anna.caller.account, business: "gi")
        let both = try await caller(bert, fixture)
        #expect(Set(both.roles.map(\.role)) == [.staff, .manager, .assistant, .representative])
        try both.check(.prepareBusiness, on: target, at: fixture.clock.now)
        try await administer.revoke(.staff, of: bert.caller.account, reason: "示例")
        try await organisations.close(agency, reason: "示例", both)
        let neither = try await caller(bert, fixture)
        #expect(neither.roles == [])
        #expect(throws: Failure.self) { try neither.check(.prepareBusiness, on: target, at: fixture.clock.now) }
        // The representative's power ended with the agency; that of the assistant rests.
        let given = try await organisations.authorisations(anna.caller).given
        #expect(given.map(\.content.power) == [.assistant])
    }

    @Test func `an assistant prepares and never signs`() throws {
        let target = Target(organisation: "organisation/1", business: "gi")
        func caller(_ power: Power) -> Caller {
            Caller(
                account: "account/1",
                name: "示例",
                session: [],
                roles: [HeldRole(power.role, .organisation("organisation/1"), from: 0)],
                isStrong: true,
                confirmedAt: 0
            )
        }
        for power in Power.allCases {
            let signs = (try? caller(power).check(.signBusiness, on: target, at: 1)) != nil
            let prepares = (try? caller(power).check(.prepareBusiness, on: target, at: 1)) != nil
            #expect(signs == (power == .agent || power == .representative), "\(power)")
            #expect(prepares == (power != .manager), "\(power)")
        }
    }

    @Test func `what a leaver held goes to another of the organisation in one step, and both stand in the history`()
        async throws
    {
        let (fixture, anna, bert, organisation, id) = try await pair(.agent, business: ["gi"])
        let organisations = fixture.accounts.organisations
        let clara = try await signUp(fixture, "clara@example.org", name: "示例·克拉拉")
        let manager = try await caller(anna, fixture)
        // Only who belongs to the organisation takes over, and only a manager hands over.
        await #expect(throws: AccountRefusal.organisation(.successor)) {
            try await organisations.previewHandOver(id, to: clara.caller.account, reason: "示例", manager)
        }
        await #expect(throws: Failure.notAllowed(action: "handOver")) {
            let agent = try await caller(bert, fixture)
            try await organisations.handOver(id, to: anna.caller.account, reason: "示例", agent)
        }
        let second = try await organisations.invite(invitation(clara.caller.account), for: organisation, manager)
        try await organisations.accept(second, agency: nil, clara.caller)
        let managing = try #require(try await organisations.show(organisation, manager).own.first)
        let plan = try await organisations.previewHandOver(
            managing.id,
            to: clara.caller.account,
            reason: "示例：退休",
            manager
        )
        #expect(plan.going.map(\.content.power) == [.manager] && plan.ending.isEmpty)
        #expect(try await caller(clara, fixture).roles.map(\.role) == [.agent], "only shown")
        try await organisations.handOver(managing.id, to: clara.caller.account, reason: "示例：退休", manager)
        #expect(try await caller(anna, fixture).roles == [])
        let taking = try await caller(clara, fixture)
        #expect(Set(taking.roles.map(\.role)) == [.agent, .manager])
        let people = try await organisations.show(organisation, taking).people
        let taken = try #require(people.first { $0.content.power == .manager })
        #expect(taken.predecessor == "示例·安娜" && taken.content.reason == "示例：退休")
        let past = try await organisations.show(organisation, isPast: true, taking).people
        #expect(past.map(\.holder) == ["示例·安娜"] && past.map(\.content.revokedReason) == ["示例：退休"])
        // The operator does the same, and what the other has already only ends.
        let administer = AdministerAccounts(fixture.accounts)
        let shown = try await administer.handOver(
            organisation,
            of: "bert@example.org",
            to: clara.caller.account,
            reason: "示例：离职"
        )
        #expect(shown.going.isEmpty && shown.ending.map(\.id) == [id])
        #expect(try await caller(bert, fixture).roles == [])
        await #expect(throws: Failure.self) {
            try await administer.handOver(organisation, of: "anna@example.org", to: clara.caller.account, reason: "示例")
        }
        #expect(try await fixture.store.verify().findings == [])
    }

    @Test func `an agency's clients go over with the leaver's powers, and a narrow manager hands nothing wide over`()
        async throws
    {
        let fixture = try await AccountsFixture()
        let anna = try await signUp(fixture)
        let bert = try await signUp(fixture, "bert@example.org", name: "示例·贝特")
        let clara = try await signUp(fixture, "clara@example.org", name: "示例·克拉拉")
        let organisations = fixture.accounts.organisations
        let agency = try await organisations.make(wish(kind: .agency), anna.caller)
        let manager = try await caller(anna, fixture)
        for person in [bert, clara] {
            let id = try await organisations.invite(
                invitation(person.caller.account, person.caller == clara.caller ? .manager : .agent, business: ["gi"]),
                for: agency,
                manager
            )
            try await organisations.accept(id, agency: nil, person.caller)
        }
        let client = try await signUp(fixture, "dan@example.org", name: "示例·丹").caller
        let given = try await organisations.invite(
            invitation(bert.caller.account, .representative),
            for: nil,
            client
        )
        try await organisations.accept(given, agency: agency, try await caller(bert, fixture))
        let own = try #require(try await organisations.show(agency, manager).own.first)
        await #expect(throws: AccountRefusal.organisation(.wider)) {
            let narrow = try await caller(clara, fixture)
            try await organisations.handOver(own.id, to: clara.caller.account, reason: "示例", narrow)
        }
        let leaving = try #require(
            try await organisations.show(agency, manager).people.first { $0.content.account == bert.caller.account }
        )
        try await organisations.handOver(leaving.id, to: clara.caller.account, reason: "示例：调离", manager)
        let now = try await organisations.authorisations(client).given
        #expect(now.map(\.holder) == ["示例·克拉拉"] && now.map(\.predecessor) == ["示例·贝特"])
        #expect(try await caller(clara, fixture).roles.contains { $0.role == .representative })
    }

    @Test func `a list of many goes on page by page, each once`() async throws {
        let fixture = try await AccountsFixture { $0.renames.free = 200 }
        let anna = try await signUp(fixture)
        let organisations = fixture.accounts.organisations
        let organisation = try await organisations.make(wish(), anna.caller)
        let manager = try await caller(anna, fixture)
        for number in 0..<120 {
            try await organisations.invite(invitation("a\(number)@example.org"), for: organisation, manager)
        }
        var (seen, after, pages): ([String], OrderCursor?, Int) = ([], nil, 0)
        repeat {
            let view = try await organisations.show(organisation, after: after, manager)
            #expect(view.people.count <= 50)
            seen += view.people.map(\.id)
            after = view.next
            pages += 1
        } while after != nil
        #expect(pages == 3 && seen.count == 121 && Set(seen).count == 121)
    }

    @Test func `entries of both registers make their rows again`() async throws {
        let (fixture, _, bert, organisation, id) = try await pair(.agent, business: ["gi"])
        for name in [organisation, id] {
            let entry = try #require(try await fixture.store.entry(name))
            let draft = try #require(try IdentityContent.draft(of: entry))
            #expect(draft.content == entry.content)
        }
        #expect(
            try await fixture.store.entries(of: "authorisation", where: "account", is: bert.caller.account, limit: 9)
                .map(\.entry) == [id]
        )
        let held = try await fixture.accounts.held(bert.caller)
        #expect(held.authorisations.map(\.id) == [id] && held.authorisations.map(\.principal) == ["示例·青石公司"])
    }
}
