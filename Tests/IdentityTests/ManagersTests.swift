import Domain
import Store
import Testing

@testable import Identity

/// How far the power of a manager goes who is limited, or is one no longer.
@Suite(.onEveryDatabase, .namingTheDatabase) struct ManagersTests: OrganisationsTesting {
    @Test func `a manager for some kinds of business does not hold the whole organisation`() async throws {
        let (fixture, anna, bert, organisation, _) = try await pair(.manager, business: ["gi"])
        let organisations = fixture.accounts.organisations
        let manager = try await caller(anna, fixture)
        let narrow = try await caller(bert, fixture)
        let own = try #require(try await organisations.show(organisation, manager).own.first)
        await #expect(throws: Failure.notAllowed(action: "changeOrganisation")) {
            try await organisations.correct(organisation, wish(), narrow)
        }
        await #expect(throws: Failure.notAllowed(action: "verifyOrganisation")) {
            let nowhere = Origin(address: nil, agent: nil)
            try await organisations.verify(
                organisation,
                number: "990000199001010017",
                consents: true,
                narrow,
                from: nowhere
            )
        }
        await #expect(throws: Failure.notAllowed(action: "closeOrganisation")) {
            try await organisations.close(organisation, reason: "示例", narrow)
        }
        await #expect(throws: Failure.notAllowed(action: "handOver")) {
            try await organisations.handOver(own.id, to: narrow.account, reason: "示例", narrow)
        }
        #expect(try await !organisations.show(organisation, narrow).mayChange)
        #expect(try await organisations.show(organisation, manager).mayChange)
        // Nobody ends more than they could give, and one for some kinds of business is not the manager who has to stay.
        let view = try await organisations.authorisation(own.id, narrow)
        #expect(!view.isGivers && view.successors.isEmpty)
        await #expect(throws: AccountRefusal.organisation(.wider)) {
            try await organisations.revoke(own.id, reason: "示例", narrow)
        }
        await #expect(throws: AccountRefusal.organisation(.lastManager)) {
            try await organisations.revoke(own.id, reason: "示例", manager)
        }
        let clara = try await signUp(fixture, "clara@example.org", name: "示例·克拉拉").caller
        let within = try await organisations.invite(
            invitation(clara.account, business: ["gi"]),
            for: organisation,
            narrow
        ).id
        #expect(try await organisations.authorisation(within, narrow).isGivers)
        try await organisations.revoke(within, reason: "示例", narrow)
    }

    @Test func `an invitation is over once whoever invited manages no longer`() async throws {
        let (fixture, anna, bert, organisation, managing) = try await pair(.manager)
        let organisations = fixture.accounts.organisations
        let clara = try await signUp(fixture, "clara@example.org", name: "示例·克拉拉").caller
        let id = try await organisations.invite(
            invitation(clara.account),
            for: organisation,
            try await caller(bert, fixture)
        ).id
        let other = try await organisations.invite(
            invitation(clara.account, .manager),
            for: organisation,
            try await caller(anna, fixture)
        ).id
        try await organisations.revoke(managing, reason: "示例：离职", try await caller(anna, fixture))
        await #expect(throws: AccountRefusal.organisation(.over)) {
            try await organisations.accept(id, agency: nil, clara)
        }
        // Nor does anybody join what was closed.
        try await change(organisation, fixture) { $0.state = .closed }
        await #expect(throws: AccountRefusal.organisation(.over)) {
            try await organisations.accept(other, agency: nil, clara)
        }
        try await change(organisation, fixture) { $0.state = .active }
        try await organisations.accept(other, agency: nil, clara)
    }

    @Test func `an invitation that was declined or withdrawn says no more whom it was for`() async throws {
        let (fixture, anna, _, organisation, _) = try await pair()
        let organisations = fixture.accounts.organisations
        let clara = try await signUp(fixture, "clara@example.org", name: "示例·克拉拉").caller
        let manager = try await caller(anna, fixture)
        let declined = try await organisations.invite(invitation(clara.account), for: organisation, manager).id
        let withdrawn = try await organisations.invite(invitation("dan@example.org"), for: organisation, manager).id
        try await organisations.decline(declined, clara)
        try await organisations.revoke(withdrawn, reason: "示例", manager)
        for id in [declined, withdrawn] {
            let content = try #require(try await organisations.authorisation(id)).content
            #expect(content.invited == nil && content.address == nil, "\(content.power) \(content.reason)")
        }
        let past = try await organisations.show(organisation, isPast: true, manager).people
        #expect(past.map(\.holder) == ["", ""])
    }

    @Test func `a hand-over is refused where the successor or the manager was dismissed meanwhile`() async throws {
        let (fixture, anna, bert, organisation, id) = try await pair()
        let organisations = fixture.accounts.organisations
        let people = [
            try await signUp(fixture, "clara@example.org", name: "示例·克拉拉"),
            try await signUp(fixture, "dan@example.org", name: "示例·丹"),
        ]
        var ids: [String] = []
        for (person, power) in zip(people, [Power.manager, .agent]) {
            let invited = try await organisations.invite(
                invitation(person.caller.account, power),
                for: organisation,
                try await caller(anna, fixture)
            ).id
            try await organisations.accept(invited, agency: nil, person.caller)
            ids.append(invited)
        }
        for dismissed in ids.reversed() {
            let successor = dismissed == ids[1] ? people[1].caller.account : anna.caller.account
            let plan = try await organisations.plan(
                (bert.caller.account, organisation),
                successor,
                "示例",
                by: people[0].caller.account,
                limit: try await caller(people[0], fixture)
            )
            try await organisations.revoke(dismissed, reason: "示例", try await caller(anna, fixture))
            await #expect(throws: Failure.self, "\(dismissed == ids[1] ? "successor" : "manager")") {
                try await organisations.carryOut(plan, author: people[0].caller.account)
            }
        }
        #expect(try await organisations.authorisation(id)?.content.revoked == nil)
    }

    @Test func `what an agency's clients gave is not handed over for longer than the manager's own power`() async throws
    {
        let fixture = try await AccountsFixture()
        let anna = try await signUp(fixture)
        let bert = try await signUp(fixture, "bert@example.org", name: "示例·贝特")
        let clara = try await signUp(fixture, "clara@example.org", name: "示例·克拉拉")
        let client = try await signUp(fixture, "dan@example.org", name: "示例·丹").caller
        let organisations = fixture.accounts.organisations
        let agency = try await agency(anna.caller, fixture)
        let end = fixture.clock.now + 3_600_000_000
        var ids: [String] = []
        for (person, power) in [(bert, Power.agent), (clara, .manager)] {
            let id = try await organisations.invite(
                invitation(person.caller.account, power, until: end),
                for: agency,
                try await caller(anna, fixture)
            ).id
            try await organisations.accept(id, agency: nil, person.caller)
            ids.append(id)
        }
        let given = try await organisations.invite(
            invitation(bert.caller.account, .representative),
            for: nil,
            client
        ).id
        try await organisations.accept(given, agency: agency, try await caller(bert, fixture))
        await #expect(throws: AccountRefusal.organisation(.wider)) {
            let limited = try await caller(clara, fixture)
            try await organisations.handOver(ids[0], to: clara.caller.account, reason: "示例", limited)
        }
    }
}
