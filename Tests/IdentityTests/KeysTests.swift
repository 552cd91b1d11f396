import Domain
import Foundation
import Store
import Testing

@testable import Identity

/// Keys with which programs act for an account.
struct KeysTests: AccountsTesting {
    private let wish = KeyWish(name: "示例 夜间同步", scopes: ["search", "records"])
    private let from = "192.0.2.7"

    private func made(_ fixture: AccountsFixture, _ caller: Caller, _ wish: KeyWish? = nil) async throws -> APIKey {
        try await fixture.accounts.makeKey(caller, wish ?? self.wish, from: origin)
    }

    // MARK: The text

    @Test func `a key is 42 characters that are known again, and one wrong character is seen without looking it up`() {
        let key = APIKey()
        #expect(key.text.wholeMatch(of: /hz_[a-z2-7]{39}/) != nil)
        #expect(APIKey(key.text) == key && APIKey() != key && "\(key)" == "an API key")
        var characters = Array(key.text)
        for place in characters.indices {
            let right = characters[place]
            characters[place] = right == "a" ? "b" : "a"
            #expect(APIKey(String(characters)) == nil, "\(place)")
            characters[place] = right
        }
        for text in ["", "hz_", key.text + "a", String(key.text.dropLast()), key.text.uppercased(), " " + key.text] {
            #expect(APIKey(text) == nil, "\(text)")
        }
    }

    @Test func `the check characters are the CRC-32C of the secret, which others can compute`() {
        // Computed apart: crc32c(b"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") is 0xB980F10B.
        #expect(APIKey("hz_" + String(repeating: "a", count: 32) + "xgapccy") != nil)
    }

    @Test func `a key is seen wherever it stands in an address`() {
        let key = APIKey().text
        for text in [key, "/search.json?key=" + key, "q=hz_" + key + "&x=1", "h" + key, "hz_h" + key + "aaaa"] {
            #expect(APIKey.stands(in: text), "\(text)")
        }
        for text in [
            "", "hz_", "q=hz_example", String(key.dropLast()), "/h/hz/hz_" + String(repeating: "a", count: 39),
        ] {
            #expect(!APIKey.stands(in: text), "\(text)")
        }
    }

    // MARK: Making

    @Test func `a key acts for who made it, without roles and second factor, and is kept nowhere`() async throws {
        let fixture = try await AccountsFixture()
        let caller = try await signUp(fixture).caller
        let key = try await made(fixture, caller)
        let program = try #require(try await fixture.accounts.caller(ofKey: key.text, from: from))
        #expect(program.account == caller.account && program.roles == [] && !program.isStrong && program.session == [])
        #expect(program.key?.scopes == [.search, .records])
        let line = try #require(try await fixture.accounts.keys(caller).lines.first)
        #expect(line.name == "示例 夜间同步" && line.isInForce && line.used == nil && line.id == program.key?.id)
        let entry = try #require(try await fixture.store.entry(line.id))
        #expect(!String(decoding: entry.content, as: UTF8.self).contains(key.text.dropFirst(3)))
        let events = try await fixture.store.events(of: caller.account, limit: 9)
        #expect(events.first { $0.kind == "keyMade" }?.detail == "示例 夜间同步")
        #expect(try IdentityContent.draft(of: entry)?.keys.count == 2)
        #expect(try await fixture.accounts.held(caller).keys == [line])
    }

    @Test(arguments: [
        (KeyWish(name: " ", scopes: ["search"]), AccountRefusal.name),
        (KeyWish(name: "a", scopes: []), .keyScopes),
        (KeyWish(name: "a", scopes: ["admin"]), .keyScopes),
        (KeyWish(name: "a", scopes: ["search"], lastDay: "2027-01-14"), .keyEnd(days: 365)),
        (KeyWish(name: "a", scopes: ["search"], lastDay: "2028-01-16"), .keyEnd(days: 365)),
        (KeyWish(name: "a", scopes: ["search"], lastDay: "soon"), .keyEnd(days: 365)),
        (KeyWish(name: "a", scopes: ["search"], addresses: "192.0.2.0/24, 192.0.2"), .keyAddress("192.0.2")),
        (
            KeyWish(name: "a", scopes: ["search"], addresses: String(repeating: "::1 ", count: 20) + "::2"),
            .keyAddress("::2")
        ),
    ])
    func `what cannot be is refused with the rule`(wish: KeyWish, refusal: AccountRefusal) async throws {
        // The clock stands at 15 January 2027.
        let fixture = try await AccountsFixture()
        let caller = try await signUp(fixture).caller
        await #expect(throws: refusal) { try await made(fixture, caller, wish) }
        #expect(try await fixture.accounts.keys(caller).lines == [])
    }

    @Test func `a key is made by who proved lately who they are`() async throws {
        let fixture = try await AccountsFixture()
        let caller = try await signUp(fixture).caller
        fixture.clock.advance(seconds: 601)
        await #expect(throws: AccountRefusal.needsConfirmation) { try await made(fixture, caller) }
        let confirmed = try await fixture.accounts.confirm(caller, password: password, from: origin).caller
        _ = try await made(fixture, confirmed)
    }

    @Test func `an account has so many keys at a time, also where two are made at once, and room again after`()
        async throws
    {
        let fixture = try await AccountsFixture { $0.keys = 2 }
        let caller = try await signUp(fixture).caller
        _ = try await made(fixture, caller)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { _ = try? await self.made(fixture, caller) }  // All but one are to fail.
            }
        }
        let lines = try await fixture.accounts.keys(caller).lines
        #expect(lines.count == 2)
        await #expect(throws: AccountRefusal.keys(most: 2)) { try await made(fixture, caller) }
        try await fixture.accounts.revokeKey(lines[0].id, caller, from: origin)
        _ = try await made(fixture, caller)
        // What is over gives its place to another too.
        fixture.clock.advance(seconds: 366 * 86_400)
        let later = try await signIn(fixture).caller
        for _ in 0..<2 { _ = try await made(fixture, later) }
        let all = try await fixture.accounts.keys(later).lines
        #expect(all.map(\.isInForce) == [true, true, false, false, false])
    }

    @Test func `fifty keys are listed, and what is older is erased`() async throws {
        let fixture = try await AccountsFixture { $0.keyMakes.free = .max }
        let caller = try await signUp(fixture).caller
        var first: String?
        for _ in 0..<52 {
            _ = try await made(fixture, caller)
            let id = try #require(try await fixture.accounts.keys(caller).lines.first?.id)
            first = first ?? id
            try await fixture.accounts.revokeKey(id, caller, from: origin)
            fixture.clock.advance(seconds: 1)
        }
        #expect(try await fixture.accounts.keys(caller).lines.count == 50)
        #expect(try await fixture.store.entry(try #require(first))?.state == .erased)
    }

    @Test func `the operator revokes all keys of an account, and its owner reads why`() async throws {
        let fixture = try await AccountsFixture()
        let caller = try await signUp(fixture).caller
        let keys = [try await made(fixture, caller), try await made(fixture, caller)]
        let operating = AdministerAccounts(fixture.accounts)
        #expect(try await operating.revokeKeys(caller.account, reason: "示例：丢了电脑") == 2)
        for key in keys { #expect(try await fixture.accounts.caller(ofKey: key.text, from: from) == nil) }
        let events = try await fixture.store.events(of: caller.account, limit: 9).filter { $0.kind == "keyRevoked" }
        #expect(events.count == 2 && events.allSatisfy { $0.detail?.hasSuffix(": 示例：丢了电脑") == true })
        #expect(try await operating.revokeKeys(caller.account, reason: "示例") == 0)
        await #expect(throws: AdministrationRefusal.reason) {
            try await operating.revokeKeys(caller.account, reason: " ")
        }
        let other = AdministerAccounts(fixture.accounts, as: .caller(caller, origin))
        await #expect(throws: Failure.self) { try await other.revokeKeys(caller.account, reason: "示例") }
    }

    // MARK: Using

    @Test func `a key that is revoked, over, of a closed or suspended account is void at once`() async throws {
        let fixture = try await AccountsFixture()
        let accounts = fixture.accounts
        let caller = try await signUp(fixture).caller
        let revoked = try await made(fixture, caller)
        let id = try #require(try await accounts.keys(caller).lines.first?.id)
        let other = try await signUp(fixture, "bert@example.org", name: "示例·伯特").caller
        try await accounts.revokeKey(id, other, from: origin)
        #expect(try await accounts.caller(ofKey: revoked.text, from: from) != nil, "it is none of theirs")
        try await accounts.revokeKey(id, caller, from: origin)
        #expect(try await accounts.caller(ofKey: revoked.text, from: from) == nil)

        let key = try await made(fixture, caller, KeyWish(name: "a", scopes: ["search"], lastDay: "2027-01-16"))
        #expect(try await accounts.caller(ofKey: key.text, from: from) != nil)
        let administer = AdministerAccounts(accounts)
        try await administer.set(.suspended, of: caller.account, reason: "示例")
        #expect(try await accounts.caller(ofKey: key.text, from: from) == nil)
        try await administer.set(.active, of: caller.account, reason: "示例")
        #expect(try await accounts.caller(ofKey: key.text, from: from) != nil)
        // 16 January 2027 is over in China.
        fixture.clock.advance(seconds: 2 * 86_400)
        #expect(try await accounts.caller(ofKey: key.text, from: from) == nil)

        let last = try await made(fixture, try await signIn(fixture).caller)
        let entry = try #require(try await accounts.caller(ofKey: last.text, from: from)?.key?.id)
        try await accounts.close(try await signIn(fixture).caller, password: password, from: origin)
        #expect(try await accounts.caller(ofKey: last.text, from: from) == nil)
        #expect(try await fixture.store.entry(entry)?.state == .erased)
    }

    @Test(arguments: [
        ("192.0.2.7", true), ("::ffff:192.0.2.7", true), ("192.0.3.1", false), ("2001:db8:1::5", true),
        ("2001:db8:2::5", false), (nil, false), ("elsewhere", false),
    ])
    func `a key is used from its addresses alone`(address: String?, isOpen: Bool) async throws {
        let fixture = try await AccountsFixture()
        let caller = try await signUp(fixture).caller
        let key = try await made(
            fixture,
            caller,
            KeyWish(name: "a", scopes: ["search"], addresses: "192.0.2.0/24，\n2001:db8:1::/48")
        )
        #expect((try await fixture.accounts.caller(ofKey: key.text, from: address) != nil) == isOpen)
    }

    @Test func `a scope opens what it names, and no key changes anything`() async throws {
        let fixture = try await AccountsFixture()
        let caller = try await signUp(fixture).caller
        let target = Target(account: caller.account)
        for (scopes, opened) in [
            (["search", "records"], []),
            (["account:read"], [.readOwnAccount, .listOwnSessions, .readHeldData, .listOwnKeys]),
        ] as [([String], [Action])] {
            let key = try await made(fixture, caller, KeyWish(name: "a", scopes: scopes))
            let program = try #require(try await fixture.accounts.caller(ofKey: key.text, from: from))
            for action in Action.allCases {
                let isAllowed = (try? program.check(action, on: target, reason: "示例", at: 0)) != nil
                #expect(isAllowed == opened.contains(action), "\(scopes) \(action)")
            }
        }
        let keys = try await fixture.accounts.keys(caller).lines
        #expect(keys.count == 2)
    }

    // MARK: Counting

    @Test func `calls are counted in memory, noted in groups, and begin again each day in China`() async throws {
        let fixture = try await AccountsFixture { $0.keyDayQuota = 10 }
        let accounts = fixture.accounts
        let caller = try await signUp(fixture).caller
        let text = try await made(fixture, caller).text
        let key = try #require(try await accounts.caller(ofKey: text, from: from)?.key)
        #expect(accounts.count(4, with: key, from: from).used == 4)
        #expect(try await fixture.store.keyUse(of: key.id) == nil, "nothing is written on the way of a call")
        let second = accounts.count(5, with: key, from: from)
        // 15 January 2027, 08:00 UTC is 16:00 in China.
        #expect(second.used == 9 && !second.isOver && second.rest == 8 * 3_600 && second.most == 10)
        let third = accounts.count(2, with: key, from: from)
        #expect(third.used == 9 && third.isOver)
        try await accounts.noteKeyUses()
        #expect(try await fixture.store.keyUse(of: key.id)?.cost == 9)
        #expect(accounts.count(1, with: key, from: from).used == 10)
        let line = try #require(try await accounts.keys(caller).lines.first)
        #expect(line.today == 10 && line.address == "192.0.2.x" && line.used == fixture.clock.now)
        fixture.clock.advance(seconds: 9 * 3_600)
        #expect(try await accounts.keys(caller).lines.first?.today == 0)
        #expect(accounts.count(3, with: key, from: from).used == 3)
    }

    @Test func `two nodes know of each other's calls after noting`() async throws {
        let fixture = try await AccountsFixture { $0.keyDayQuota = 10 }
        let other = try Accounts(store: fixture.store, key: fixture.key, options: fixture.accounts.options)
        let text = try await made(fixture, try await signUp(fixture).caller).text
        let key = try #require(try await fixture.accounts.caller(ofKey: text, from: from)?.key)
        _ = try await other.caller(ofKey: text, from: from)
        #expect(fixture.accounts.count(6, with: key, from: from).used == 6)
        try await fixture.accounts.noteKeyUses()
        #expect(other.count(3, with: key, from: from).used == 3, "it read before the other noted")
        try await other.noteKeyUses()
        #expect(other.count(2, with: key, from: from).isOver)
        // A node that starts reads what the others noted.
        let third = try Accounts(store: fixture.store, key: fixture.key, options: fixture.accounts.options)
        _ = try await third.caller(ofKey: text, from: from)
        #expect(third.count(2, with: key, from: from).isOver)
    }
}
