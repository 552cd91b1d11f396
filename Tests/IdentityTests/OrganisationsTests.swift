import Domain
import Store
import Testing

@testable import Identity

/// Organisations and their managers, over a real store.
@Suite(.onEveryDatabase, .namingTheDatabase) struct OrganisationsTests: OrganisationsTesting {
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

    @Test func `the last manager without an end stays until there is another or the organisation is closed`()
        async throws
    {
        let (fixture, anna, bert, organisation, _) = try await pair(.agent)
        let organisations = fixture.accounts.organisations
        let own = try #require(try await organisations.show(organisation, caller(anna, fixture)).own.first)
        await #expect(throws: AccountRefusal.organisation(.lastManager)) {
            try await organisations.revoke(own.id, reason: "示例：离职", try await caller(anna, fixture))
        }
        await #expect(throws: AccountRefusal.wrong, "what ends is found after the proof") {
            try await fixture.accounts.close(anna.caller, password: "not this one", from: origin)
        }
        await #expect(throws: AccountRefusal.organisation(.lastManager)) {
            try await fixture.accounts.close(anna.caller, password: password, from: origin)
        }
        let id = try await organisations.invite(
            invitation(bert.caller.account, .manager),
            for: organisation,
            try await caller(anna, fixture)
        ).id
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

    @Test func `a list of many goes on page by page, each once`() async throws {
        let fixture = try await AccountsFixture { $0.invitations.free = 200 }
        let anna = try await signUp(fixture)
        let organisations = fixture.accounts.organisations
        let organisation = try await organisations.make(wish(), anna.caller)
        let manager = try await caller(anna, fixture)
        for number in 0..<120 {
            try await organisations.invite(invitation("a\(number)@example.org"), for: organisation, manager)
        }
        var (seen, after, pages): ([String], OrderPlace?, Int) = ([], nil, 0)
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
