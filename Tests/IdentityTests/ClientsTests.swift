import Domain
import Store
import Testing

@testable import Identity

/// Programs of others: what may be registered, and by whom.
struct ClientsTests: AccountsTesting {
    static let addresses: [([String], Bool, String?)] = [
        (["http://platform.example/"], false, "redirect"), ([], false, "redirect"),
        (["https://a.example/", "https://b.example/"], false, "redirect"),
        (["https://a.example/#b"], false, "redirect"),
        (["https://anna@a.example/"], false, "redirect"), (["cn.example.app:/a"], false, "redirect"),
        (["javascript:alert(1)"], true, "redirect"), (["https://a.example/\u{0A}b"], false, "redirect"),
        (["https://a.example/;"], false, nil), (["http://127.0.0.1:8080/a", "https://a.example/"], false, nil),
        (["cn.example.app:/a"], true, nil), (["https:///a"], false, "redirect"),
        (["https://A.example/"], false, "redirect"),
    ]

    @Test(arguments: addresses)
    func `an address to go back to is checked when it is registered`(
        addresses: [String],
        isPublic: Bool,
        field: String?
    ) async throws {
        let fixture = try await AccountsFixture()
        let wish = ClientWish(nameZh: "示例", nameEn: "Sample", redirects: addresses, isPublic: isPublic)
        var refused: String?
        do {
            _ = try await Clients(fixture.accounts).add(wish, reason: "示例", by: .operator)
        } catch Failure.invalid(let field, _) {
            refused = field
        }
        #expect(refused == field)
    }

    @Test func `only the system administrator with a second factor looks after clients`() async throws {
        let world = try await SingleSignOnTests().world()
        let clients = world.service.clients
        for roles in [[], [HeldRole(.securityAdministrator, .nation, from: 0)], [HeldRole(.staff, .nation, from: 0)]] {
            let caller = Self.caller(world, roles, isStrong: true)
            await #expect(throws: Failure.notAllowed(action: "readClients")) {
                try await clients.list(.caller(caller, Origin(address: nil, agent: nil)))
            }
        }
        let administrator = [HeldRole(.systemAdministrator, .nation, from: 0)]
        let weak = Self.caller(world, administrator, isStrong: false)
        await #expect(throws: Failure.self) { try await clients.list(.caller(weak, Origin(address: nil, agent: nil))) }
        let strong = Self.caller(world, administrator, isStrong: true)
        #expect(
            try await clients.list(.caller(strong, Origin(address: nil, agent: nil))).map(\.id) == [
                world.made.client.id
            ]
        )
        // Who reads says no reason; who changes anything says one.
        await #expect(throws: Failure.self) {
            try await clients.renewSecret(
                world.made.client.id,
                reason: " ",
                by: .caller(strong, Origin(address: nil, agent: nil))
            )
        }
        #expect(try await clients.list(.operator)[0].content == world.made.client.content)
        let renewed = try await clients.renewSecret(
            world.made.client.id,
            reason: "示例",
            by: .caller(strong, Origin(address: nil, agent: nil))
        )
        #expect(renewed.secret != world.made.secret)
        world.fixture.clock.advance(seconds: 601)
        await #expect(throws: AccountRefusal.needsConfirmation) {
            try await clients.remove(
                world.made.client.id,
                reason: "示例",
                by: .caller(strong, Origin(address: nil, agent: nil))
            )
        }
    }

    // MARK: Changing

    private func wish(redirects: [String], scopes: [SignOnScope] = SignOnScope.allCases) -> ClientWish {
        ClientWish(nameZh: "示例平台", nameEn: "Sample", redirects: redirects, scopes: scopes)
    }

    @Test func `a change that takes something away is agreed to first, and each stands in the history with its reason`()
        async throws
    {
        let world = try await SingleSignOnTests().world()
        let (clients, id) = (world.service.clients, world.made.client.id)
        let old = SingleSignOnTests.redirect
        let more = "https://platform.example/more"
        world.fixture.clock.advance(seconds: 60)
        guard
            case .done(let added) = try await clients.change(
                id,
                to: wish(redirects: [old, more]),
                seen: 1,
                agrees: false,
                reason: "示例：函 8",
                by: .operator
            )
        else {
            Issue.record("adding an address takes nothing away")
            return
        }
        #expect(added.version == 2 && added.content.redirects == [old, more])
        let less = wish(redirects: [more], scopes: [.openid, .email])
        let asked = try await clients.change(
            id,
            to: less,
            seen: 2,
            agrees: false,
            reason: "示例：函 9",
            by: .operator
        )
        guard case .takesAway(let losses) = asked else {
            Issue.record("an address and a scope go")
            return
        }
        #expect(losses.redirects == [old] && losses.scopes == ["profile"])
        #expect(losses.postLogoutRedirects.isEmpty && losses.backChannelLogout == nil)
        #expect(try await clients.find(id, .operator).content == added.content)
        guard
            case .done(let changed) = try await clients.change(
                id,
                to: less,
                seen: 2,
                agrees: true,
                reason: "示例：函 9",
                by: .operator
            )
        else {
            Issue.record("it was agreed to")
            return
        }
        #expect(changed.content.scopes == ["openid", "email"])
        #expect(changed.content.secret == world.made.client.content.secret && !changed.content.isPublic)
        _ = try await clients.renewSecret(id, reason: "示例：函 10", by: .operator)
        let history = try await clients.history(id, .operator)
        #expect(history.map(\.number) == [4, 3, 2, 1])
        #expect(history.map(\.parts) == [[.secret], [.redirects, .scopes], [.redirects], []])
        #expect(history.map(\.reason) == ["示例：函 10", "示例：函 9", "示例：函 8", "示例"])
        #expect(history[3].time + 60_000_000 == history[2].time && history.allSatisfy { $0.by == "operator" })
    }

    @Test func `a change of what was changed meanwhile, or of nothing, is refused`() async throws {
        let world = try await SingleSignOnTests().world()
        let (clients, id) = (world.service.clients, world.made.client.id)
        let same = wish(redirects: [SingleSignOnTests.redirect])
        await #expect(throws: Failure.invalid(field: "change", reason: "nothing differs from what is registered")) {
            try await clients.change(id, to: same, seen: 1, agrees: true, reason: "示例", by: .operator)
        }
        _ = try await clients.renewSecret(id, reason: "示例", by: .operator)
        await #expect(throws: Failure.conflict(reason: "the client was changed meanwhile; look at it again")) {
            try await clients.change(id, to: same, seen: 1, agrees: true, reason: "示例", by: .operator)
        }
        await #expect(throws: Failure.notFound(what: "a client nobody")) {
            try await clients.change("nobody", to: same, seen: 1, agrees: true, reason: "示例", by: .operator)
        }
    }

    @Test
    func `what a client may no longer know it does not get by tokens that it has, and people keep their names there`()
        async throws
    {
        let tests = SingleSignOnTests()
        let world = try await tests.world()
        let tokens = try await tests.redeem(world, try await tests.code(world))
        let before = try await world.service.userInfo(tokens.access)
        #expect(before.name == "示例·安娜" && before.email == "anna@example.org")
        let moved = wish(redirects: ["https://elsewhere.example/in"], scopes: [.openid, .profile])
        _ = try await world.service.clients.change(
            world.made.client.id,
            to: moved,
            seen: 1,
            agrees: true,
            reason: "示例",
            by: .operator
        )
        let after = try await world.service.userInfo(tokens.access)
        #expect(after.sub == before.sub && after.name == "示例·安娜" && after.email == nil)
        let next = try await tests.refresh(world, tokens.refresh)
        #expect(next.scope == "openid profile")
    }

    private static func caller(_ world: SingleSignOnTests.World, _ roles: [HeldRole], isStrong: Bool) -> Caller {
        Caller(
            account: world.caller.account,
            name: world.caller.name,
            session: world.caller.session,
            roles: roles,
            isStrong: isStrong,
            confirmedAt: world.caller.confirmedAt
        )
    }
}
