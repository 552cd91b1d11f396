import Domain
import Foundation
import SQLiteDriver
import Store
import Synchronization
import Testing

@testable import Identity

/// Accounts from signing up to closing, over a real store and a clock of the test's own.
struct AccountsTests {
    private let origin = Origin(address: "192.0.2.7", agent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0")
    private let password = "麒麟 over 九 rivers"

    private func signUp(
        _ fixture: AccountsFixture,
        _ email: String = "anna@example.org",
        name: String = "示例·安娜"
    ) async throws -> SignedIn {
        try await fixture.accounts.signUp(
            SignUp(name: name, email: email, password: password, language: "zh", consents: true),
            from: origin
        )
    }

    private func signIn(_ fixture: AccountsFixture, _ email: String = "anna@example.org") async throws -> SignedIn {
        guard
            case .done(let signedIn) = try await fixture.accounts.signIn(
                email: email,
                password: password,
                from: origin
            )
        else { throw Failure.conflict(reason: "a code was asked for") }
        return signedIn
    }

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
        #expect(overview.email == "anna@example.org" && overview.level == .unverified && !overview.isConfirmed)
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

    // MARK: Second step

    /// Turns the second step on and returns the secret and the recovery codes.
    private func addTimeCode(_ fixture: AccountsFixture, _ caller: Caller) async throws -> (TimeCode, [String]) {
        let code = try await fixture.accounts.beginTimeCode(caller)
        let recovery = try await fixture.accounts.finishTimeCode(
            caller,
            code: code.code(at: fixture.clock.now),
            from: origin
        )
        return (code, recovery)
    }

    private func pending(_ fixture: AccountsFixture) async throws -> String {
        guard
            case .needsCode(let pending) = try await fixture.accounts.signIn(
                email: "anna@example.org",
                password: password,
                from: origin
            )
        else { throw Failure.conflict(reason: "no code was asked for") }
        return pending
    }

    @Test func `the second step asks for a code of the moment, and takes none twice`() async throws {
        let fixture = try await AccountsFixture()
        let here = try await signUp(fixture)
        let there = try await signIn(fixture)
        let (code, recovery) = try await addTimeCode(fixture, here.caller)
        #expect(recovery.count == 10 && Set(recovery).count == 10)
        #expect(try await fixture.accounts.caller(there.token) == nil)
        #expect(try await fixture.accounts.overview(here.caller).hasTimeCode)

        let first = try await pending(fixture)
        // The code that turned it on was used.
        await #expect(throws: AccountRefusal.code) {
            try await fixture.accounts.signIn(pending: first, code: code.code(at: fixture.clock.now), from: origin)
        }
        fixture.clock.advance(seconds: 60)
        let now = code.code(at: fixture.clock.now)
        let signedIn = try await fixture.accounts.signIn(pending: first, code: now, from: origin)
        #expect(signedIn.caller.isStrong)
        await #expect(throws: AccountRefusal.stale) {
            try await fixture.accounts.signIn(pending: first, code: now, from: origin)
        }
        let second = try await pending(fixture)
        await #expect(throws: AccountRefusal.code) {
            try await fixture.accounts.signIn(pending: second, code: now, from: origin)
        }
        fixture.clock.advance(seconds: 600)
        await #expect(throws: AccountRefusal.stale) {
            try await fixture.accounts.signIn(
                pending: second,
                code: code.code(at: fixture.clock.now),
                from: origin
            )
        }
    }

    @Test func `a recovery code stands in for a lost device, once`() async throws {
        let fixture = try await AccountsFixture()
        let here = try await signUp(fixture)
        let (_, recovery) = try await addTimeCode(fixture, here.caller)
        let typed = " " + recovery[3].uppercased() + " "
        let signedIn = try await fixture.accounts.signIn(pending: pending(fixture), code: typed, from: origin)
        #expect(signedIn.caller.isStrong)
        let overview = try await fixture.accounts.overview(signedIn.caller)
        #expect(overview.recoveryLeft == 9 && overview.events.map(\.kind).contains(.recoveryUsed))
        let again = try await pending(fixture)
        await #expect(throws: AccountRefusal.code) {
            try await fixture.accounts.signIn(pending: again, code: recovery[3], from: origin)
        }
        try await fixture.accounts.removeTimeCode(signedIn.caller, from: origin)
        _ = try await signIn(fixture)
    }

    @Test func `codes are slowed too, and a sign-in takes ten of them at most`() async throws {
        let fixture = try await AccountsFixture { $0.accountTries.free = 100 }
        let here = try await signUp(fixture)
        let (code, _) = try await addTimeCode(fixture, here.caller)
        let first = try await pending(fixture)
        for _ in 0..<10 {
            await #expect(throws: AccountRefusal.code) {
                try await fixture.accounts.signIn(pending: first, code: "000000", from: origin)
            }
        }
        fixture.clock.advance(seconds: 60)
        await #expect(throws: AccountRefusal.stale) {
            try await fixture.accounts.signIn(
                pending: first,
                code: code.code(at: fixture.clock.now),
                from: origin
            )
        }
        let slow = try await AccountsFixture()
        let other = try await signUp(slow)
        _ = try await addTimeCode(slow, other.caller)
        let second = try await pending(slow)
        for _ in 0..<4 {
            await #expect(throws: AccountRefusal.code) {
                try await slow.accounts.signIn(pending: second, code: "zzzzz-zzzzz", from: origin)
            }
        }
        await #expect(throws: AccountRefusal.wait(seconds: 1)) {
            try await slow.accounts.signIn(pending: second, code: "zzzzz-zzzzz", from: origin)
        }
    }

    @Test func `a secret that nobody gave a code of counts for nothing, and is shown again for some minutes`()
        async throws
    {
        let fixture = try await AccountsFixture()
        let here = try await signUp(fixture)
        let code = try await fixture.accounts.beginTimeCode(here.caller)
        #expect(try await fixture.accounts.beginTimeCode(here.caller) == code)
        await #expect(throws: AccountRefusal.code) {
            try await fixture.accounts.finishTimeCode(here.caller, code: "1", from: origin)
        }
        _ = try await signIn(fixture)
        fixture.clock.advance(seconds: 599)
        let caller = try await fixture.accounts.confirm(here.caller, password: password, from: origin).caller
        fixture.clock.advance(seconds: 2)
        await #expect(throws: AccountRefusal.stale) {
            try await fixture.accounts.finishTimeCode(
                caller,
                code: code.code(at: fixture.clock.now),
                from: origin
            )
        }
        #expect(try await fixture.accounts.beginTimeCode(caller) != code)
    }

    // MARK: What is held

    @Test func `everything that is kept of somebody is given out, and nothing that opens anything`() async throws {
        let fixture = try await AccountsFixture()
        let here = try await signUp(fixture)
        _ = try await addTimeCode(fixture, here.caller)
        try await fixture.accounts.rename(here.caller, to: " 示例  安 ", language: "en", from: origin)
        try await fixture.accounts.rename(here.caller, to: "示例 安", language: "en", from: origin)
        let held = try await fixture.accounts.held(here.caller)
        #expect(held.content.name == "示例 安" && held.content.language == "en")
        #expect(held.content.consents.map(\.purpose) == ["account"])
        #expect(held.versions.map(\.name) == ["示例·安娜", "示例 安"])
        #expect(held.proofs.count == 12 && held.proofs.filter { $0.kind == "recovery" }.count == 10)
        #expect(held.events.map(\.kind).filter { $0 == .renamed }.count == 1)
        await #expect(throws: AccountRefusal.name) {
            try await fixture.accounts.rename(here.caller, to: "", language: "zh", from: origin)
        }
    }

    @Test func `an account that was closed is gone, and its address is free`() async throws {
        let fixture = try await AccountsFixture()
        let here = try await signUp(fixture)
        await #expect(throws: AccountRefusal.wrong) {
            try await fixture.accounts.close(here.caller, password: "wrong password", from: origin)
        }
        try await fixture.accounts.close(here.caller, password: password, from: origin)
        #expect(try await fixture.accounts.caller(here.token) == nil)
        await #expect(throws: AccountRefusal.wrong) { try await signIn(fixture) }
        await #expect(throws: AccountRefusal.stale) { try await fixture.accounts.overview(here.caller) }
        let file = try Data(contentsOf: URL(filePath: StoreFolder(path: fixture.folder).database))
        #expect(file.range(of: Data("anna@example.org".utf8)) == nil)
        let again = try await signUp(fixture)
        #expect(again.caller.account != here.caller.account)
        #expect(try await fixture.store.verify().findings == [])
    }

    @Test func `the form of one session carries no token of another`() async throws {
        let fixture = try await AccountsFixture()
        let (first, second) = (try await signUp(fixture).caller, try await signIn(fixture).caller)
        let token = try fixture.accounts.formToken(first)
        #expect(try fixture.accounts.isFormToken(token, first))
        #expect(try !fixture.accounts.isFormToken(token, second))
        #expect(try !fixture.accounts.isFormToken("", first))
        let visitor = SecretToken()
        let other = try fixture.accounts.formToken(visitor: visitor)
        #expect(try fixture.accounts.isFormToken(other, visitor: visitor))
        #expect(try !fixture.accounts.isFormToken(other, visitor: SecretToken()))
    }
}

/// A store with accounts, in a folder of its own.
struct AccountsFixture: Sendable {
    /// A clock that a test moves.
    final class Clock: Sendable {
        private let moment = Mutex<Int64>(1_800_000_000_000_000)

        var now: Int64 { moment.withLock { $0 } }

        func advance(seconds: Int64) { moment.withLock { $0 += seconds * 1_000_000 } }
    }

    let folder: String
    let clock = Clock()
    let store: Store
    let key: Identity.IdentityKey
    let accounts: Accounts

    /// Passwords that cost nothing: how strong they are is tested where they are made.
    static var cheap: Accounts.Options {
        var options = Accounts.Options()
        options.cost = PasswordHash.Cost(logN: 10, r: 1, p: 1)
        return options
    }

    init(change: (inout Accounts.Options) -> Void = { _ in }) async throws {
        folder = NSTemporaryDirectory() + "huizhi-identity-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var keeping = StoreOptions()
        keeping.now = { [clock] in clock.now }
        store = try await Store.open(SQLiteDatabase(path: StoreFolder(path: folder).database), options: keeping)
        key = try Identity.IdentityKey(secret: [UInt8](repeating: 7, count: Identity.IdentityKey.length))
        var options = Self.cheap
        change(&options)
        accounts = try Accounts(store: store, key: key, options: options)
    }
}
