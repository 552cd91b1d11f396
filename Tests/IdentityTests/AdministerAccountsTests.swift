import Domain
import Store
import Testing

@testable import Identity

/// What the operator does with accounts, and that it counts at once.
struct AdministerAccountsTests: AccountsTesting {
    private let anna = "anna@example.org"

    @Test func `a role counts with the next request, in its region and below, until it ends or is revoked`()
        async throws
    {
        let fixture = try await AccountsFixture()
        let administer = AdministerAccounts(fixture.accounts)
        let (token, id) = try await { ($0.token, $0.caller.account) }(signUp(fixture))
        let end = fixture.clock.now + 3_600_000_000
        try await administer.grant(.staff, to: id, in: .region("11"), reason: "示例：令 7", until: end)
        let caller = try #require(try await fixture.accounts.caller(token))
        #expect(caller.roles == [HeldRole(.staff, .region("11"), from: fixture.clock.now, until: end)])
        await #expect(throws: AdministrationRefusal.self) {
            try await administer.grant(.staff, to: id, in: .region("11"), reason: "示例")
        }
        // Nobody has shown that the address is theirs.
        await #expect(throws: AdministrationRefusal.self) {
            try await administer.grant(.staff, to: anna, in: .institution("institution/1"), reason: "示例")
        }
        try await administer.grant(.staff, to: id, in: .institution("institution/1"), reason: "示例")
        #expect(try await fixture.accounts.caller(token)?.roles.count == 2)
        fixture.clock.advance(seconds: 3_600)
        #expect(try await fixture.accounts.caller(token)?.roles.map(\.scope) == [.institution("institution/1")])
        #expect(try await administer.revoke(.staff, of: anna, reason: "示例：离职") == 1)
        #expect(try await fixture.accounts.caller(token)?.roles == [])
        await #expect(throws: Failure.self) { try await administer.revoke(.staff, of: anna, reason: "示例") }

        let line = try await administer.show(anna)
        #expect(Set(line.grants.map(\.reason)) == ["示例：令 7", "示例 / 示例：离职"])
        #expect(line.grants.map(\.by) == ["operator", "operator"])
        #expect(try await fixture.store.verify().findings == [])
    }

    @Test func `nobody gets two of the three administrators, nor a role without reason or at no place`() async throws {
        let fixture = try await AccountsFixture()
        let administer = AdministerAccounts(fixture.accounts)
        let id = try await signUp(fixture).caller.account
        try await administer.grant(.systemAdministrator, to: id, in: .nation, reason: "示例")
        await #expect(throws: AdministrationRefusal.self) {
            try await administer.grant(.auditAdministrator, to: id, in: .nation, reason: "示例")
        }
        #expect(try await administer.show(id).grants.map(\.role) == ["system-administrator"])
        try await administer.revoke(.systemAdministrator, of: anna, reason: "示例")
        try await administer.grant(.auditAdministrator, to: id, in: .nation, reason: "示例")
        for reason in ["", " \n", String(repeating: "因", count: 301)] {
            await #expect(throws: AdministrationRefusal.self, "\(reason)") {
                try await administer.grant(.staff, to: id, in: .region("11"), reason: reason)
            }
        }
        for code in ["", "1", "北京", "0000", "11010"] {
            await #expect(throws: AdministrationRefusal.self, "\(code)") {
                try await administer.grant(.staff, to: id, in: .region(code), reason: "示例")
            }
        }
        await #expect(throws: AdministrationRefusal.self) {
            try await administer.grant(.staff, to: id, in: .nation, reason: "示例", until: fixture.clock.now)
        }
        await #expect(throws: AdministrationRefusal.nobody) {
            try await administer.grant(.staff, to: "bert@example.org", in: .nation, reason: "示例")
        }
    }

    @Test func `a suspended account has no sessions and gets none, until it is restored`() async throws {
        let fixture = try await AccountsFixture()
        let administer = AdministerAccounts(fixture.accounts)
        let token = try await signUp(fixture).token
        try await administer.set(.suspended, of: anna, reason: "示例：调查")
        #expect(try await fixture.accounts.caller(token) == nil)
        // Only who knows the password is told.
        await #expect(throws: AccountRefusal.suspended) { try await signIn(fixture) }
        await #expect(throws: AccountRefusal.wrong) {
            try await fixture.accounts.signIn(email: anna, password: "wrong password", from: origin)
        }
        await #expect(throws: AdministrationRefusal.already) {
            try await administer.set(.suspended, of: anna, reason: "示例：调查")
        }
        try await administer.set(.active, of: anna, reason: "示例：查清")
        let events = try await fixture.accounts.overview(signIn(fixture).caller).events
        #expect(events.first { $0.kind == .suspended }?.detail == "示例：调查")
        #expect(events.first { $0.kind == .restored }?.detail == "示例：查清")
    }

    @Test func `the operator ends the sessions of one account or of all, and what platforms have of them`() async throws
    {
        let tests = SingleSignOnTests()
        let world = try await tests.world()
        let (fixture, anna) = (world.fixture, world.caller)
        let bert = try await signUp(fixture, "bert@example.org", name: "示例·贝特")
        let tokens = try await tests.redeem(world, try await tests.code(world))
        let operating = AdministerAccounts(fixture.accounts)
        #expect(try await operating.signOut("anna@example.org", reason: "示例：丢了电脑") == 1)
        #expect(try await fixture.store.sessions(of: anna.account).isEmpty)
        await #expect(throws: SignOnError.self) { _ = try await world.service.userInfo(tokens.access) }
        await #expect(throws: SignOnError.self) { _ = try await tests.refresh(world, tokens.refresh) }
        #expect(try await fixture.store.claimJob(lease: .seconds(60), kind: SingleSignOn.endingJob) != nil)
        // Of events of one moment any may stand first.
        let events = try await fixture.store.events(of: anna.account, limit: 9)
        #expect(events.first { $0.kind == "allSessionsEnded" }?.detail == "示例：丢了电脑")
        #expect(try await fixture.accounts.caller(bert.token) != nil)

        let again = try await signIn(fixture)
        let ended = try await operating.signOutEverybody(reason: "示例：事故")
        #expect(ended.accounts == 2 && ended.sessions == 2)
        #expect(try await fixture.accounts.caller(bert.token) == nil)
        #expect(try await fixture.accounts.caller(again.token) == nil)
        #expect(try await operating.signOutEverybody(reason: "示例").accounts == 0)
        await #expect(throws: AdministrationRefusal.reason) { try await operating.signOutEverybody(reason: " ") }
        let system = Caller(
            account: "account/ada",
            name: "示例",
            session: [1],
            roles: [HeldRole(.systemAdministrator, .nation, from: 0)],
            isStrong: true,
            confirmedAt: fixture.clock.now
        )
        let administer = AdministerAccounts(fixture.accounts, as: .caller(system, origin))
        await #expect(throws: Failure.self) { try await administer.signOut("anna@example.org", reason: "示例") }
        _ = try await signIn(fixture)
    }

    @Test func `the operator sets a password for somebody who lost it, and codes too where asked`() async throws {
        let fixture = try await AccountsFixture()
        let administer = AdministerAccounts(fixture.accounts)
        let here = try await signUp(fixture)
        let code = try await fixture.accounts.beginTimeCode(here.caller)
        _ = try await fixture.accounts.finishTimeCode(
            here.caller,
            code: code.code(at: fixture.clock.now),
            from: origin
        )
        #expect(try await administer.show(anna).hasTimeCode)
        await #expect(throws: AccountRefusal.password(.short(least: 10))) {
            try await administer.resetPassword("short", of: anna, reason: "示例")
        }
        let new = "seventeen quiet 竹林"
        try await administer.resetPassword(new, of: anna, reason: "示例")
        #expect(try await fixture.accounts.caller(here.token) == nil)
        guard case .needsCode = try await fixture.accounts.signIn(email: anna, password: new, from: origin) else {
            Issue.record("no code was asked for")
            return
        }
        try await administer.resetPassword(password, of: anna, reason: "示例", withoutTimeCode: true)
        _ = try await signIn(fixture)
    }

    @Test func `what the store keeps of accounts and grants can be made again from their contents`() async throws {
        let fixture = try await AccountsFixture()
        let account = try await signUp(fixture).caller.account
        try await AdministerAccounts(fixture.accounts).grant(.staff, to: account, in: .region("1101"), reason: "示例")
        let entry = try #require(try await fixture.store.entry(account))
        let draft = try #require(try IdentityContent.draft(of: entry))
        #expect(draft.content == entry.content && draft.keys.map(\.field) == ["email"])
        #expect(try await fixture.store.entry(with: draft.keys[0]) == account)
        let grants = try await fixture.store.entries(of: "grant", where: "account", is: account, limit: 9)
        let grant = try #require(grants.first)
        #expect(try IdentityContent.draft(of: grant)?.orders.map(\.text) == [account, "staff", nil])
    }
}
