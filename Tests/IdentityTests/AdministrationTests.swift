import Domain
import Store
import Testing

@testable import Identity

/// What somebody with a role does with accounts of others, and what is kept of it.
struct AdministrationTests: AccountsTesting {
    private func caller(_ account: String, _ role: Role, _ fixture: AccountsFixture, confirmed: Int64? = nil) -> Caller
    {
        Caller(
            account: account,
            name: "示例",
            session: [1],
            roles: [HeldRole(role, .nation, from: 0)],
            isStrong: true,
            confirmedAt: confirmed ?? fixture.clock.now
        )
    }

    private func administer(_ fixture: AccountsFixture, _ caller: Caller) -> AdministerAccounts {
        AdministerAccounts(fixture.accounts, as: .caller(caller, origin))
    }

    @Test func `who unmasks an account is kept before anything is shown, with role, reason, time and cut address`()
        async throws
    {
        let fixture = try await AccountsFixture()
        let anna = try await signUp(fixture)
        let id = anna.caller.account
        let system = administer(fixture, caller("account/ada", .systemAdministrator, fixture))
        let masked = try await system.look(at: id)
        #expect(masked.line.name == "示****" && masked.line.email == "a***@example.org" && masked.isMasked)
        #expect(try await fixture.store.disclosures(of: id, limit: 9) == [])
        let shown = try await system.unmask(id, reason: "示例：来访")
        #expect(shown.line.name == "示例·安娜" && shown.line.email == "anna@example.org" && !shown.isMasked)
        let expected = Disclosure(
            time: fixture.clock.now,
            viewer: "account/ada",
            role: "system-administrator",
            place: "",
            subject: id,
            action: "readAccount",
            fields: "name,email",
            reason: "示例：来访",
            address: "192.0.2.x"
        )
        #expect(try await fixture.store.disclosures(of: id, limit: 9) == [expected])
        let line = try #require(try await fixture.accounts.held(anna.caller).disclosures.first)
        #expect(line.role == .systemAdministrator && line.fields == ["name", "email"] && line.reason == "示例：来访")
        // The operator says why only where asked.
        _ = try await AdministerAccounts(fixture.accounts).show("anna@example.org", reason: "示例：来电")
        fixture.clock.advance(seconds: 1)
        let all = try await fixture.store.disclosures(of: id, limit: 9)
        #expect(Set(all.map(\.viewer)) == ["account/ada", "operator"])
    }

    @Test func `a proof of ten minutes ago does not do for anything grave`() async throws {
        let fixture = try await AccountsFixture()
        let id = try await signUp(fixture).caller.account
        let old = fixture.clock.now - 600_000_000
        let system = administer(fixture, caller("account/ada", .systemAdministrator, fixture, confirmed: old))
        await #expect(throws: AccountRefusal.needsConfirmation) { try await system.unmask(id, reason: "示例") }
        await #expect(throws: AccountRefusal.needsConfirmation) {
            try await system.set(.suspended, of: id, reason: "示例")
        }
        let security = administer(fixture, caller("account/bea", .securityAdministrator, fixture, confirmed: old))
        await #expect(throws: AccountRefusal.needsConfirmation) {
            try await security.grant(.staff, to: id, in: .nation, reason: "示例")
        }
        #expect(try await fixture.store.disclosures(of: id, limit: 9) == [])
        _ = try await system.list()
    }

    @Test func `one of the three is not suspended by another before the role is revoked`() async throws {
        let fixture = try await AccountsFixture()
        let id = try await signUp(fixture).caller.account
        let operating = AdministerAccounts(fixture.accounts)
        try await operating.grant(.auditAdministrator, to: id, in: .nation, reason: "示例")
        let system = administer(fixture, caller("account/ada", .systemAdministrator, fixture))
        await #expect(throws: AdministrationRefusal.office) {
            try await system.set(.suspended, of: id, reason: "示例")
        }
        try await operating.revoke(.auditAdministrator, of: id, reason: "示例")
        try await system.set(.suspended, of: id, reason: "示例")
        #expect(try await fixture.accounts.account(id)?.content.state == .suspended)
    }

    @Test func `each of the three does what the table gives, and nothing of the others`() async throws {
        let fixture = try await AccountsFixture()
        let id = try await signUp(fixture).caller.account
        try await AdministerAccounts(fixture.accounts).grant(.staff, to: id, in: .nation, reason: "示例")
        let grant = try #require(
            try await fixture.store.entries(of: "grant", where: "account", is: id, limit: 9).first?.entry
        )
        typealias Try = @Sendable (AdministerAccounts) async throws -> Void
        let system: [Try] = [
            { _ = try await $0.list() }, { _ = try await $0.find("anna@example.org") },
            { _ = try await $0.look(at: id) },
            { _ = try await $0.unmask(id, reason: "示例") }, { try await $0.set(.suspended, of: id, reason: "示例") },
            { try await $0.set(.active, of: id, reason: "示例") },
        ]
        let reading: [Try] = [{ _ = try await $0.grants() }, { _ = try await $0.grant(grant) }]
        let granting: [Try] = [
            { try await $0.grant(.staff, to: id, in: .region("12"), reason: "示例") },
            { try await $0.revoke(grant: grant, reason: "示例") },
        ]
        let nobody: [Try] = [
            { try await $0.resetPassword("seventeen quiet 竹林", of: id, reason: "示例") },
            { _ = try await $0.show(id, reason: "示例") },
        ]
        let allowed: [(Role, [Try], [Try])] = [
            (.systemAdministrator, system, reading + granting + nobody),
            (.securityAdministrator, reading + granting, system + nobody),
            (.auditAdministrator, reading, system + granting + nobody),
            (.agent, [], system + reading + granting + nobody),
        ]
        for (role, _, others) in allowed {
            let administer = administer(fixture, caller("account/ada", role, fixture))
            for (place, work) in others.enumerated() {
                let failure = await #expect(throws: Failure.self, "\(role) \(place)") { try await work(administer) }
                guard case .notAllowed? = failure else {
                    Issue.record("\(role) \(place): \(String(describing: failure))")
                    continue
                }
            }
        }
        for (role, own, _) in allowed {
            for work in own { try await work(administer(fixture, caller("account/ada", role, fixture))) }
        }
    }

    @Test func `grants are listed by role or account, the newest first, page by page`() async throws {
        let fixture = try await AccountsFixture()
        let id = try await signUp(fixture).caller.account
        let bert = try await signUp(fixture, "bert@example.org").caller.account
        let operating = AdministerAccounts(fixture.accounts)
        for number in 0..<60 {
            try await operating.grant(.staff, to: id, in: .institution("i\(number)"), reason: "示例")
            fixture.clock.advance(seconds: 1)
        }
        try await operating.grant(.auditAdministrator, to: bert, in: .organisation("o"), reason: "示例")
        let first = try await operating.grants()
        #expect(
            first.lines.count == 50 && first.lines[0].role == "audit-administrator" && first.lines[0].name == "示****"
        )
        #expect(first.lines[1].scope == .institution("i59"))
        let second = try await operating.grants(before: first.next)
        #expect(second.lines.count == 11 && second.next == nil)
        #expect(Set((first.lines + second.lines).map(\.grant)).count == 61)
        #expect(try await operating.grants(of: .auditAdministrator).lines.map(\.account) == [bert])
        #expect(try await operating.grants(to: bert).lines.map(\.role) == ["audit-administrator"])
        #expect(try await operating.grants(of: .staff, to: bert).lines == [])
        #expect(try await operating.grants(of: .securityAdministrator).lines == [])
    }

    @Test func `whoever audits one account sees details of that account alone, also where it looked at others`()
        async throws
    {
        let fixture = try await AccountsFixture()
        let id = try await signUp(fixture).caller.account
        let system = administer(fixture, caller("account/ada", .systemAdministrator, fixture))
        _ = try await system.unmask(id, reason: "示例：来访")
        let audit = Audit(
            fixture.accounts,
            caller("account/cato", .auditAdministrator, fixture),
            from: origin
        )
        // Ada looked at somebody, who is not told: nothing but that she looked is shown.
        let ofViewer = try await audit.list(.disclosures, AuditFilter(account: "account/ada")).lines
        #expect(ofViewer.map(\.account) == [id] && ofViewer.map(\.author) == ["account/ada"])
        #expect(ofViewer.map(\.detail) == [""] && ofViewer.map(\.address) == [""])
        let ofSubject = try await audit.list(.disclosures, AuditFilter(account: id)).lines
        #expect(ofSubject.map(\.detail) == ["system-administrator; name,email; 示例：来访"])
        #expect(ofSubject.map(\.address) == ["192.0.2.x"])
        #expect(try await audit.list(.disclosures).lines.allSatisfy { $0.detail == "" && $0.address == "" })
        #expect(try await audit.list(.events, AuditFilter(account: id)).lines.map(\.address) == ["192.0.2.x"])
        #expect(try await audit.list(.events).lines.allSatisfy { $0.address == "" })
    }

    @Test(arguments: ["示例\r\n别的", "示例\t", "\u{1B}[2J示例", "示例\u{0}"])
    func `a reason with control characters is refused`(reason: String) async throws {
        let fixture = try await AccountsFixture()
        let id = try await signUp(fixture).caller.account
        await #expect(throws: AdministrationRefusal.reason) {
            try await AdministerAccounts(fixture.accounts).set(.suspended, of: id, reason: reason)
        }
    }

    @Test func `a seal of the audit can be made again from its content, and only what is over is swept`() async throws {
        let fixture = try await AccountsFixture()
        _ = try await signUp(fixture)
        #expect(try await fixture.store.sealAudit() == 1)
        let seals = try await fixture.store.entries(of: "seal", where: "last", is: "account_event", limit: 9)
        let seal = try #require(seals.first)
        let draft = try #require(try IdentityContent.draft(of: seal))
        #expect(draft.content == seal.content && draft.orders.map(\.number) == [fixture.clock.now])
        fixture.clock.advance(seconds: 199 * 86_400)
        try await fixture.accounts.sweep()
        #expect(try await fixture.store.verify().sealedRows == 1)
        fixture.clock.advance(seconds: 2 * 86_400)
        try await fixture.accounts.sweep()
        let report = try await fixture.store.verify(registers: IdentityContent.registers)
        #expect(report.findings == [] && report.sealedRows == 0)
    }
}
