import Domain
import Foundation
import Mail
import Store
import Testing

@testable import Identity

/// The second step, what is held about somebody, and codes by e-mail.
struct AccountsCodeTests: AccountsTesting {
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
        #expect(held.versions.map(\.content.name) == ["示例·安娜", "示例 安"])
        #expect(held.proofs.count == 12 && held.proofs.filter { $0.kind == "recovery" }.count == 10)
        #expect(held.events.map(\.kind).filter { $0 == .renamed }.count == 1)
        await #expect(throws: AccountRefusal.name) {
            try await fixture.accounts.rename(here.caller, to: "", language: "zh", from: origin)
        }
    }

    @Test func `who is signed in elsewhere sees where, since when, what is known there and when it was refreshed`()
        async throws
    {
        let tests = SingleSignOnTests()
        let world = try await tests.world()
        #expect(try await world.fixture.accounts.held(world.caller).signOns == [])
        let began = world.fixture.clock.now
        let tokens = try await tests.redeem(world, try await tests.code(world))
        world.fixture.clock.advance(seconds: 300)
        _ = try await tests.refresh(world, tokens.refresh)
        let line = try #require(try await world.fixture.accounts.held(world.caller).signOns.first)
        #expect(line.client == world.made.client.entry && line.name?.en == "Sample")
        #expect(line.scopes == [.openid, .profile, .email] && line.began == began)
        #expect(line.refreshed == began + 300_000_000 && line.ends == began + (300 + 7 * 86_400) * 1_000_000)
        // Its tokens go when one of them is used twice; the sign-on stays until its session is over.
        await #expect(throws: SignOnError.self) { _ = try await tests.refresh(world, tokens.refresh) }
        let left = try #require(try await world.fixture.accounts.held(world.caller).signOns.first)
        #expect(left.refreshed == nil && left.ends == nil && left.began == began)
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
        #expect(try await fixture.store.entry(here.caller.account)?.content == [])
        #expect(try await fixture.store.version(1, of: here.caller.account) == nil)
        #expect(try await fixture.store.events(of: here.caller.account, limit: 9).allSatisfy { $0.address == "" })
        let again = try await signUp(fixture)
        #expect(again.caller.account != here.caller.account)
        #expect(try await fixture.store.verify().findings == [])
    }

    // MARK: Mail

    /// The message that waits in the queue, and the code in it.
    private func mail(_ fixture: AccountsFixture) async throws -> (message: Message, code: String) {
        let job = try #require(try await fixture.store.claimJob(lease: .seconds(60), kind: Message.jobKind))
        _ = try await fixture.store.complete(job)
        let message = try Message(payload: job.payload)
        let code = try #require(message.text.firstMatch(of: /[a-z2-7]{4}-[a-z2-7]{4}/)?.output)
        return (message, String(code))
    }

    @Test func `a code by e-mail confirms the address, or another one that becomes the account's`() async throws {
        let fixture = try await AccountsFixture { $0.mails = true }
        let here = try await signUp(fixture).caller
        try await fixture.accounts.sendEmailCode(here)
        let first = try await mail(fixture)
        #expect(first.message.to.text == "anna@example.org" && first.message.subject == "惠知：确认邮箱")
        await #expect(throws: AccountRefusal.code) {
            try await fixture.accounts.confirmEmail(here, code: "aaaa-aaaa", from: origin)
        }
        try await fixture.accounts.confirmEmail(here, code: " \(first.code.uppercased()) ", from: origin)
        #expect(try await fixture.accounts.overview(here).isConfirmed)
        await #expect(throws: AccountRefusal.code) {
            try await fixture.accounts.confirmEmail(here, code: first.code, from: origin)
        }

        try await fixture.accounts.sendEmailCode(here, to: "anna@example.net")
        let second = try await mail(fixture)
        #expect(second.message.to.text == "anna@example.net")
        _ = try await signUp(fixture, "anna@example.net", name: "示例·别人")
        await #expect(throws: AccountRefusal.taken) {
            try await fixture.accounts.confirmEmail(here, code: second.code, from: origin)
        }
        try await fixture.accounts.sendEmailCode(here, to: "anna@example.com")
        try await fixture.accounts.confirmEmail(here, code: try await mail(fixture).code, from: origin)
        #expect(try await signIn(fixture, "anna@example.com").caller.account == here.account)
        await #expect(throws: AccountRefusal.wrong) { try await signIn(fixture) }
        await #expect(throws: AccountRefusal.wait(seconds: 60)) {
            try await fixture.accounts.sendEmailCode(here, to: "anna@example.cn")
        }
        fixture.clock.advance(seconds: 601)
        await #expect(throws: AccountRefusal.needsConfirmation) {
            try await fixture.accounts.sendEmailCode(here, to: "anna@example.cn")
        }
    }

    @Test func `who lost a password sets a new one with a code, and nobody learns which address has an account`()
        async throws
    {
        let fixture = try await AccountsFixture { $0.mails = true }
        let here = try await signUp(fixture)
        try await fixture.accounts.sendResetCode(email: "bert@example.org", from: origin)
        #expect(try await fixture.store.claimJob(lease: .seconds(60), kind: Message.jobKind) == nil)
        try await fixture.accounts.sendResetCode(email: "ANNA@example.org", from: origin)
        let code = try await mail(fixture).code
        let new = "seventeen quiet 竹林"
        func refusal(_ email: String, _ code: String, _ new: String) async -> AccountRefusal? {
            do {
                try await fixture.accounts.resetPassword(email: email, code: code, new: new, from: origin)
                return nil
            } catch { return error as? AccountRefusal }
        }
        // Without the code all passwords are alike, those too that hold the owner's name, and so are all addresses.
        for email in ["bert@example.org", "anna@example.org"] {
            for password in [new, "示例·安娜", "password1234"] {
                #expect(await refusal(email, "aaaa-aaaa", password) == .code)
            }
        }
        #expect(await refusal("anna@example.org", code, "password1234") == .password(.common))
        #expect(await refusal("anna@example.org", code, new) == nil)
        #expect(try await fixture.accounts.caller(here.token) == nil)
        _ = try await fixture.accounts.signIn(email: "anna@example.org", password: new, from: origin)
        #expect(await refusal("anna@example.org", code, new) == .code)
        try await fixture.accounts.sendResetCode(email: "anna@example.org", from: origin)
        fixture.clock.advance(seconds: 600)
        let late = try await mail(fixture).code
        #expect(await refusal("anna@example.org", late, new) == .code)
    }

    @Test func `a code for a new password that was sent to an address is void when the account has another`()
        async throws
    {
        let fixture = try await AccountsFixture { $0.mails = true }
        let here = try await signUp(fixture).caller
        try await fixture.accounts.sendResetCode(email: "anna@example.org", from: origin)
        let code = try await mail(fixture).code
        try await fixture.accounts.sendEmailCode(here, to: "anna@example.net")
        try await fixture.accounts.confirmEmail(here, code: try await mail(fixture).code, from: origin)
        for email in ["anna@example.org", "anna@example.net"] {
            await #expect(throws: AccountRefusal.code) {
                try await fixture.accounts.resetPassword(
                    email: email,
                    code: code,
                    new: "seventeen quiet 竹林",
                    from: origin
                )
            }
        }
    }

    @Test func `without a mail server nobody is sent a code`() async throws {
        let fixture = try await AccountsFixture()
        let here = try await signUp(fixture).caller
        #expect(!fixture.accounts.isMailing)
        await #expect(throws: AccountRefusal.noMail) { try await fixture.accounts.sendEmailCode(here) }
        await #expect(throws: AccountRefusal.noMail) {
            try await fixture.accounts.sendResetCode(email: "anna@example.org", from: origin)
        }
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
