import Domain
import Store
import Testing

@testable import Identity

/// Who may act for whom, from the invitation to the end.
@Suite(.onEveryDatabase, .namingTheDatabase) struct AuthorisationsTests: OrganisationsTesting {
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
        ).id
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
        let id = try await organisations.invite(invitation("Bert@Example.org"), for: organisation, manager).id
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
        ).id
        fixture.clock.advance(seconds: 31 * 24 * 3_600)
        await #expect(throws: AccountRefusal.organisation(.over)) {
            try await organisations.accept(late, agency: nil, clara)
        }
        #expect(try await organisations.authorisations(clara).invitations.isEmpty)
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
        ).id
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

    @Test func `only staff assist, only people of an agency represent, and both only while they are that`() async throws
    {
        let fixture = try await AccountsFixture()
        let administer = AdministerAccounts(fixture.accounts)
        let anna = try await signUp(fixture)
        let bert = try await signUp(fixture, "bert@example.org", name: "示例·贝特")
        let organisations = fixture.accounts.organisations
        // Anna lets Bert act in her own affairs.
        let helping = try await organisations.invite(invitation(bert.caller.account, .assistant), for: nil, anna.caller)
            .id
        let representing = try await organisations.invite(
            invitation(bert.caller.account, .representative),
            for: nil,
            anna.caller
        ).id
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
        // Anybody may say that they are an agency.
        #expect(try await organisations.authorisation(representing, caller(bert, fixture)).agencies.isEmpty)
        await #expect(throws: AccountRefusal.organisation(.agency)) {
            try await organisations.accept(representing, agency: agency, try await caller(bert, fixture))
        }
        try await change(agency, fixture) { $0.level = .verified }
        #expect(
            try await organisations.authorisation(representing, caller(bert, fixture)).agencies.map(\.id) == [agency]
        )
        try await administer.grant(.staff, to: bert.caller.account, in: .region("11"), reason: "示例")
        let staff = try await caller(bert, fixture)
        try await organisations.accept(helping, agency: nil, staff)
        try await organisations.accept(representing, agency: agency, staff)
        let target = Target(organisation: anna.caller.account, business: "gi")
        let both = try await caller(bert, fixture)
        #expect(Set(both.roles.map(\.role)) == [.staff, .manager, .assistant, .representative])
        try both.check(.prepareBusiness, on: target, at: fixture.clock.now)
        try await change(agency, fixture) { $0.level = .unverified }
        #expect(try await !caller(bert, fixture).roles.contains { $0.role == .representative })
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
}
