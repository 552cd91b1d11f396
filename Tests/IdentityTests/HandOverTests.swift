import Domain
import Store
import Testing

@testable import Identity

/// What one account held goes to another: handed over, or merged.
@Suite(.onEveryDatabase, .namingTheDatabase) struct HandOverTests: OrganisationsTesting {
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
        let second = try await organisations.invite(invitation(clara.caller.account), for: organisation, manager).id
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
        let agency = try await agency(anna.caller, fixture)
        let manager = try await caller(anna, fixture)
        for person in [bert, clara] {
            let id = try await organisations.invite(
                invitation(person.caller.account, person.caller == clara.caller ? .manager : .agent, business: ["gi"]),
                for: agency,
                manager
            ).id
            try await organisations.accept(id, agency: nil, person.caller)
        }
        let client = try await signUp(fixture, "dan@example.org", name: "示例·丹").caller
        let given = try await organisations.invite(
            invitation(bert.caller.account, .representative),
            for: nil,
            client
        ).id
        try await organisations.accept(given, agency: agency, try await caller(bert, fixture))
        let own = try #require(try await organisations.show(agency, manager).own.first)
        await #expect(throws: Failure.notAllowed(action: "handOver")) {
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

    @Test func `two accounts of one person become one, and the other leaves a tombstone`() async throws {
        let (fixture, anna, bert, organisation, _) = try await pair(.agent, business: ["gi"])
        let accounts = fixture.accounts
        // Bert is Anna's second account, and somebody acts for it.
        let clara = try await signUp(fixture, "clara@example.org", name: "示例·克拉拉")
        let given = try await accounts.organisations.invite(invitation(clara.caller.account), for: nil, bert.caller).id
        try await accounts.organisations.accept(given, agency: nil, clara.caller)
        let staying = try await caller(clara, fixture)
        await #expect(throws: AccountRefusal.wrong) {
            try await accounts.beginMerge(
                email: "bert@example.org",
                password: "not this one",
                code: "",
                anna.caller,
                from: origin
            )
        }
        await #expect(throws: AccountRefusal.wrong, "an account is not merged with itself") {
            try await accounts.beginMerge(
                email: "anna@example.org",
                password: password,
                code: "",
                anna.caller,
                from: origin
            )
        }
        let shown = try await accounts.beginMerge(
            email: "Bert@example.org",
            password: password,
            code: "",
            anna.caller,
            from: origin
        )
        #expect(shown.address == "b***@example.org" && shown.held.map(\.content.power) == [.agent])
        #expect(shown.given.map(\.holder) == ["示例·克拉拉"])
        #expect(try await accounts.caller(bert.token) != nil, "only shown")
        // The token is good for the account that asked, and once.
        await #expect(throws: AccountRefusal.stale) {
            try await accounts.merge(pending: shown.pending, staying, from: origin)
        }
        let again = try await accounts.beginMerge(
            email: "bert@example.org",
            password: password,
            code: "",
            anna.caller,
            from: origin
        )
        try await accounts.merge(pending: again.pending, try await caller(anna, fixture), from: origin)
        await #expect(throws: AccountRefusal.stale) {
            try await accounts.merge(pending: again.pending, anna.caller, from: origin)
        }
        #expect(try await accounts.caller(bert.token) == nil)
        #expect(try await fixture.store.entry(bert.caller.account)?.state == .erased)
        #expect(Set(try await caller(anna, fixture).roles.map(\.role)) == [.agent, .manager])
        #expect(try await caller(clara, fixture).roles.map(\.scope) == [.organisation(anna.caller.account)])
        let people = try await accounts.organisations.show(organisation, caller(anna, fixture)).people
        #expect(people.map(\.holder) == ["示例·安娜", "示例·安娜"])
        #expect(try await fixture.store.verify().findings == [])
    }

    @Test func `wrong codes of the other account are slowed as at sign-in, and its password forgives none`()
        async throws
    {
        let (fixture, anna, bert, _, _) = try await pair()
        let accounts = fixture.accounts
        let code = try await accounts.beginTimeCode(bert.caller)
        let first = code.code(at: fixture.clock.now)
        _ = try await accounts.finishTimeCode(bert.caller, code: first, from: origin)
        func begin(_ code: String) async throws -> Merge {
            try await accounts.beginMerge(
                email: "bert@example.org",
                password: password,
                code: code,
                anna.caller,
                from: origin
            )
        }
        var pending = ""
        for _ in 0..<4 {
            await #expect(throws: AccountRefusal.code) { try await begin("zzzzz-zzzzz") }
            let step = try await accounts.signIn(email: "bert@example.org", password: password, from: origin)
            if case .needsCode(let text) = step { pending = text }
        }
        await #expect(throws: AccountRefusal.wait(seconds: 1)) { try await begin("zzzzz-zzzzz") }
        await #expect(throws: AccountRefusal.wait(seconds: 1), "one counter for both") {
            try await accounts.signIn(pending: pending, code: "zzzzz-zzzzz", from: origin)
        }
        // The right code forgives.
        fixture.clock.advance(seconds: 60)
        #expect(try await begin(code.code(at: fixture.clock.now)).other == bert.caller.account)
        for _ in 0..<4 { await #expect(throws: AccountRefusal.code) { try await begin("zzzzz-zzzzz") } }
    }

    @Test func `the keys of the other account are erased with it`() async throws {
        let (fixture, anna, bert, _, _) = try await pair()
        let accounts = fixture.accounts
        let wish = KeyWish(name: "示例 同步", scopes: ["search"])
        let key = try await accounts.makeKey(bert.caller, wish, from: origin)
        let line = try #require(try await accounts.keys(bert.caller).lines.first)
        #expect(try await fixture.store.entry(line.id)?.state == .live)
        let shown = try await accounts.beginMerge(
            email: "bert@example.org",
            password: password,
            code: "",
            anna.caller,
            from: origin
        )
        try await accounts.merge(pending: shown.pending, anna.caller, from: origin)
        #expect(try await fixture.store.entry(line.id)?.state == .erased)
        #expect(try await accounts.caller(ofKey: key.text, from: "192.0.2.7") == nil)
    }

    @Test func `roles of office never move by themselves, and the last manager's account may become part of another`()
        async throws
    {
        let (fixture, anna, bert, organisation, _) = try await pair(.agent)
        let administer = AdministerAccounts(fixture.accounts)
        try await administer.grant(.staff, to: anna.caller.account, in: .region("11"), reason: "示例")
        func begin() async throws -> Merge {
            try await fixture.accounts.beginMerge(
                email: "anna@example.org",
                password: password,
                code: "",
                try await caller(bert, fixture),
                from: origin
            )
        }
        await #expect(throws: AccountRefusal.office) { try await begin() }
        try await administer.revoke(.staff, of: anna.caller.account, reason: "示例")
        try await administer.grant(.auditAdministrator, to: bert.caller.account, in: .nation, reason: "示例")
        await #expect(throws: AccountRefusal.office) { try await begin() }
        try await administer.revoke(.auditAdministrator, of: bert.caller.account, reason: "示例")
        let shown = try await begin()
        try await fixture.accounts.merge(pending: shown.pending, try await caller(bert, fixture), from: origin)
        #expect(try await caller(bert, fixture).roles.contains { $0.role == .manager })
        #expect(try await fixture.accounts.organisations.organisation(organisation)?.content.managers.count == 1)
    }
}
