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
