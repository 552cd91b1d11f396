import Domain
import Foundation
import Store
import Testing

@testable import Identity

/// Accounts from signing up to closing, over a real store and a clock of the test's own.
struct AccountsTests: AccountsTesting {
    // MARK: Signing up

    @Test func `who signs up is signed in, and is found again by address and password in any case of letters`()
        async throws
    {
        let fixture = try await AccountsFixture()
        let signedIn = try await signUp(fixture)
        let caller = try #require(try await fixture.accounts.caller(signedIn.token))
        #expect(caller.name == "示例·安娜" && caller.account == signedIn.caller.account && !caller.isStrong)
        #expect(caller.account.hasPrefix("account/") && caller.account.count == 34)
        let again = try await signIn(fixture, " Anna@Example.ORG ")
        #expect(again.caller.account == caller.account && again.token != signedIn.token)

        let overview = try await fixture.accounts.overview(caller)
        #expect(overview.email == "anna@example.org" && overview.level == "unverified" && !overview.isConfirmed)
        #expect(overview.sessions.map(\.isThis) == [false, true] || overview.sessions.map(\.isThis) == [true, false])
        #expect(overview.sessions.allSatisfy { $0.agent == "Firefox, Linux" && $0.address == "192.0.2.x" })
        #expect(Set(overview.events.map(\.kind)) == [.signedUp, .signedIn])
    }

    @Test func `what cannot be used is refused by its name, and nothing is kept of it`() async throws {
        let fixture = try await AccountsFixture()
        func refusal(_ change: (inout SignUp) -> Void) async -> AccountRefusal? {
            var wish = SignUp(
                name: "示例",
                email: "anna@example.org",
                password: password,
                language: "zh",
                consents: true
            )
            change(&wish)
            do {
                _ = try await fixture.accounts.signUp(wish, from: origin)
                return nil
            } catch { return error as? AccountRefusal }
        }
        for name in ["", "  ", String(repeating: "名", count: 65), "a\u{202E}b", "a\u{0}b"] {
            #expect(await refusal { $0.name = name } == .name, "\(name)")
        }
        let addresses = [
            "", "anna", "@example.org", "anna@", "anna@localhost", "a b@example.org", "anna@exam_ple.org",
            "anna@@example.org", "anna@example.org\r\nBcc: all@example.org", "anna@-example.org", ".a@example.org",
            "<anna@example.org>", "安娜@example.org", String(repeating: "a", count: 65) + "@example.org",
        ]
        for email in addresses { #expect(await refusal { $0.email = email } == .email, "\(email)") }
        #expect(await refusal { $0.password = "short" } == .password(.short(least: 10)))
        #expect(await refusal { $0.password = String(repeating: "x7", count: 200) } == .password(.long(most: 256)))
        #expect(await refusal { $0.password = "password1234" } == .password(.common))
        #expect(await refusal { $0.consents = false } == .consent)
        #expect(try await fixture.store.counts().allSatisfy { $0.register != "account" })
        #expect(await refusal { _ in } == nil)
        #expect(await refusal { $0.email = "ANNA@example.org" } == .taken)
        #expect(try await fixture.store.counts().map(\.entries) == [1])
    }

    @Test func `of many who want one address at the same time one gets it, and no password stays behind`() async throws
    {
        let fixture = try await AccountsFixture()
        let made = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<6 { group.addTask { (try? await self.signUp(fixture)) != nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(made == 1)
        fixture.clock.advance(seconds: 3_600)
        let idle = Accounts.Options().idle.microseconds
        // The passwords of those who were late were taken back at once.
        #expect(try await fixture.store.sweepAccounts(idle: idle, attempts: .max, events: .max, disclosures: .max) == 0)
        #expect(try await signIn(fixture).caller.name == "示例·安娜")
    }

    @Test func `a node without key, and one that is closed, say so`() async throws {
        let fixture = try await AccountsFixture()
        let keyless = try Accounts(store: fixture.store, key: nil, options: AccountsFixture.cheap)
        #expect(!keyless.isPossible)
        await #expect(throws: AccountRefusal.noKey) {
            try await keyless.signIn(email: "a@example.org", password: password, from: origin)
        }
        #expect(try await keyless.caller(SecretToken().text) == nil)
        var options = AccountsFixture.cheap
        options.isOpen = false
        let closed = try Accounts(store: fixture.store, key: fixture.key, options: options)
        await #expect(throws: AccountRefusal.closed) {
            try await closed.signUp(
                SignUp(name: "示例", email: "a@example.org", password: password, language: "zh", consents: true),
                from: origin
            )
        }
    }

    // MARK: Signing in

    @Test func `a wrong password and an unknown address are told apart by nothing`() async throws {
        let fixture = try await AccountsFixture()
        _ = try await signUp(fixture)
        for email in ["anna@example.org", "bert@example.org", "no address", ""] {
            await #expect(throws: AccountRefusal.wrong, "\(email)") {
                try await fixture.accounts.signIn(email: email, password: "wrong password", from: origin)
            }
        }
        await #expect(throws: AccountRefusal.wrong) {
            try await fixture.accounts.signIn(
                email: "anna@example.org",
                password: String(repeating: "x", count: 100_000),
                from: origin
            )
        }
    }

    @Test func `after three failures each try waits longer, and the right password has to wait too`() async throws {
        let fixture = try await AccountsFixture()
        _ = try await signUp(fixture)
        func failure(_ password: String) async -> AccountRefusal? {
            do {
                _ = try await fixture.accounts.signIn(email: "anna@example.org", password: password, from: origin)
                return nil
            } catch { return error as? AccountRefusal }
        }
        for _ in 0..<4 { #expect(await failure("wrong password") == .wrong) }
        #expect(await failure(password) == .wait(seconds: 1))
        fixture.clock.advance(seconds: 1)
        #expect(await failure("wrong password") == .wrong)
        #expect(await failure(password) == .wait(seconds: 2))
        fixture.clock.advance(seconds: 2)
        #expect(await failure(password) == nil)
        // What was right makes everything good again.
        for _ in 0..<4 { #expect(await failure("wrong password") == .wrong) }
    }

    @Test func `an address from which a hundred tries failed is slowed, whatever accounts it tries`() async throws {
        let fixture = try await AccountsFixture { $0.addressTries.free = 5 }
        for number in 0..<6 {
            await #expect(throws: AccountRefusal.wrong) {
                try await fixture.accounts.signIn(email: "n\(number)@example.org", password: "wrong", from: origin)
            }
        }
        await #expect(throws: AccountRefusal.wait(seconds: 1)) {
            try await fixture.accounts.signIn(email: "n9@example.org", password: "wrong", from: origin)
        }
        await #expect(throws: AccountRefusal.wrong) {
            try await fixture.accounts.signIn(
                email: "n9@example.org",
                password: "wrong",
                from: Origin(address: "2001:db8::1", agent: nil)
            )
        }
    }

    @Test func `strangers who try an account make its owner wait nowhere but where they try`() async throws {
        let fixture = try await AccountsFixture()
        let here = try await signUp(fixture)
        let stranger = Origin(address: "198.51.100.9", agent: nil)
        for _ in 0..<4 {
            await #expect(throws: AccountRefusal.wrong) {
                try await fixture.accounts.signIn(email: "anna@example.org", password: "wrong", from: stranger)
            }
        }
        await #expect(throws: AccountRefusal.wait(seconds: 1)) {
            try await fixture.accounts.signIn(email: "anna@example.org", password: password, from: stranger)
        }
        _ = try await signIn(fixture)
        _ = try await fixture.accounts.confirm(here.caller, password: password, from: origin)
    }

    @Test func `a sign-in that was begun with a password is not finished with it after it was changed`() async throws {
        let fixture = try await AccountsFixture()
        let here = try await signUp(fixture)
        let code = try await fixture.accounts.beginTimeCode(here.caller)
        _ = try await fixture.accounts.finishTimeCode(
            here.caller,
            code: code.code(at: fixture.clock.now),
            from: origin
        )
        guard
            case .needsCode(let pending) = try await fixture.accounts.signIn(
                email: "anna@example.org",
                password: password,
                from: origin
            )
        else { throw Failure.conflict(reason: "no code was asked for") }
        try await fixture.accounts.changePassword(here.caller, old: password, new: "seventeen quiet 竹林", from: origin)
        fixture.clock.advance(seconds: 60)
        await #expect(throws: AccountRefusal.stale) {
            try await fixture.accounts.signIn(
                pending: pending,
                code: code.code(at: fixture.clock.now),
                from: origin
            )
        }
    }

    @Test func `who signs in rightly from an address never makes others wait`() async throws {
        let fixture = try await AccountsFixture { $0.addressTries.free = 2 }
        _ = try await signUp(fixture)
        for _ in 0..<10 { _ = try await signIn(fixture) }
    }

    @Test func `a password kept at less cost is kept at today's after the next sign-in`() async throws {
        let fixture = try await AccountsFixture()
        let account = try await signUp(fixture).caller.account
        var options = AccountsFixture.cheap
        options.cost = PasswordHash.Cost(logN: 11, r: 1, p: 1)
        let dearer = try Accounts(store: fixture.store, key: fixture.key, options: options)
        guard
            case .done = try await dearer.signIn(email: "anna@example.org", password: password, from: origin)
        else {
            Issue.record("a code was asked for")
            return
        }
        let secret = try #require(try await fixture.store.credentials(of: account).first?.secret)
        #expect(String(decoding: secret, as: UTF8.self).hasPrefix("$scrypt$ln=11,r=1,p=1$"))
        _ = try await signIn(fixture)
    }

    // MARK: Sessions

    @Test func `a session ends when it is left alone, and after its life however it is used`() async throws {
        let fixture = try await AccountsFixture()
        let (left, used) = (try await signUp(fixture).token, try await signIn(fixture).token)
        for _ in 0..<13 {
            fixture.clock.advance(seconds: 3_599)
            #expect(try await fixture.accounts.caller(used) != nil)
        }
        #expect(try await fixture.accounts.caller(left) == nil)
        for _ in 0..<156 {
            fixture.clock.advance(seconds: 3_599)
            _ = try await fixture.accounts.caller(used)
        }
        #expect(try await fixture.accounts.caller(used) == nil)
        for text in ["", "x", String(repeating: "A", count: 43), used + "A"] {
            #expect(try await fixture.accounts.caller(text) == nil)
        }
    }

    @Test func `sessions are ended one by one or all others at once, never those of somebody else`() async throws {
        let fixture = try await AccountsFixture()
        let first = try await signUp(fixture)
        let others = [try await signIn(fixture), try await signIn(fixture), try await signIn(fixture)]
        let bert = try await signUp(fixture, "bert@example.org")
        let lines = try await fixture.accounts.overview(first.caller).sessions
        #expect(lines.count == 4)

        let bertsLine = try #require(try await fixture.accounts.overview(bert.caller).sessions.first)
        try await fixture.accounts.endSession(bertsLine.id, first.caller, from: origin)
        #expect(try await fixture.accounts.caller(bert.token) != nil)

        let line = try #require(lines.first { !$0.isThis })
        try await fixture.accounts.endSession(line.id, first.caller, from: origin)
        try await fixture.accounts.endSession("no session", first.caller, from: origin)
        #expect(try await fixture.accounts.overview(first.caller).sessions.count == 3)
        #expect(try await fixture.accounts.endOtherSessions(first.caller, from: origin) == 2)
        for other in others { #expect(try await fixture.accounts.caller(other.token) == nil) }
        #expect(try await fixture.accounts.caller(first.token) != nil)
        try await fixture.accounts.signOut(first.caller)
        #expect(try await fixture.accounts.caller(first.token) == nil)
    }

    @Test func `proving again who one is gives another token, and the old one is void`() async throws {
        let fixture = try await AccountsFixture()
        let signedIn = try await signUp(fixture)
        fixture.clock.advance(seconds: 601)
        let caller = try #require(try await fixture.accounts.caller(signedIn.token))
        await #expect(throws: AccountRefusal.needsConfirmation) { try await fixture.accounts.beginTimeCode(caller) }
        await #expect(throws: AccountRefusal.wrong) {
            try await fixture.accounts.confirm(caller, password: "wrong password", from: origin)
        }
        let confirmed = try await fixture.accounts.confirm(caller, password: password, from: origin)
        #expect(try await fixture.accounts.caller(signedIn.token) == nil)
        _ = try await fixture.accounts.beginTimeCode(confirmed.caller)
    }

    // MARK: Password

    @Test func `another password ends the other sessions and the old one opens nothing`() async throws {
        let fixture = try await AccountsFixture()
        let (here, there) = (try await signUp(fixture), try await signIn(fixture))
        let new = "seventeen quiet 竹林"
        await #expect(throws: AccountRefusal.wrong) {
            try await fixture.accounts.changePassword(here.caller, old: "wrong password", new: new, from: origin)
        }
        await #expect(throws: AccountRefusal.password(.common)) {
            try await fixture.accounts.changePassword(here.caller, old: password, new: "password1234", from: origin)
        }
        try await fixture.accounts.changePassword(here.caller, old: password, new: new, from: origin)
        #expect(try await fixture.accounts.caller(there.token) == nil)
        #expect(try await fixture.accounts.caller(here.token) != nil)
        await #expect(throws: AccountRefusal.wrong) { try await signIn(fixture) }
        _ = try await fixture.accounts.signIn(email: "anna@example.org", password: new, from: origin)
    }
}
