import Domain
import Mail
import Store
import Synchronization
import Testing

@testable import Identity

/// Linked accounts of outside providers and people who should not have an account: whose is linked, who is told, what ends it.
struct OutsideHijackTests: AccountsTesting {
    private let new = "seventeen quiet 竹林"

    /// The message that has waited longest in the queue; nil where there is none.
    private func mail(_ world: OutsideWorld) async throws -> Message? {
        let store = world.fixture.store
        guard let job = try await store.claimJob(lease: .seconds(60), kind: Message.jobKind) else { return nil }
        _ = try await store.complete(job)
        return try Message(payload: job.payload)
    }

    private func confirmEmail(_ account: String, _ world: OutsideWorld) async throws {
        let accounts = world.fixture.accounts
        var found = try #require(try await accounts.account(account))
        found.content.emailConfirmed = true
        try await accounts.save(found.content, found.id, found.version, author: found.id)
    }

    private func links(_ account: String, _ world: OutsideWorld) async throws -> Int {
        try #require(try await world.fixture.accounts.account(account)).content.links?.count ?? 0
    }

    // MARK: What ends links

    @Test func `a password that is set by mail or by the operator unlinks everything, one that is changed does not`()
        async throws
    {
        let world = try await OutsideWorld { $0.mails = true }
        let accounts = world.fixture.accounts
        let anna = try await world.linked()
        let account = anna.caller.account
        try await accounts.changePassword(anna.caller, old: password, new: new, from: origin)
        #expect(try await links(account, world) == 1)
        try await accounts.sendResetCode(email: "anna@example.org", from: origin)
        let text = try #require(try await mail(world)).text
        let code = try #require(text.firstMatch(of: /验证码：(\S+)/)?.output.1)
        try await accounts.resetPassword(email: "anna@example.org", code: String(code), new: password, from: origin)
        #expect(try await links(account, world) == 0)
        guard case .unknown = try await world.finish(try await world.begin()) else {
            Issue.record("it still signs in")
            return
        }
        let again = try await signIn(world.fixture).caller
        _ = try await world.finish(try await world.begin(again), by: again)
        #expect(try await links(account, world) == 1)
        #expect(try await AdministerAccounts(accounts).resetPassword(new, of: account, reason: "示例") == 1)
        #expect(try await links(account, world) == 0)
        #expect(try await AdministerAccounts(accounts).resetPassword(password, of: account, reason: "示例") == 0)
        #expect(try await world.fixture.store.verify().findings == [])
    }

    @Test func `the operator unlinks everything, and all sessions end`() async throws {
        let world = try await OutsideWorld()
        let anna = try await world.linked()
        let account = anna.caller.account
        #expect(try await AdministerAccounts(world.fixture.accounts).unlink(account, reason: "示例：被盗") == 1)
        #expect(try await links(account, world) == 0)
        #expect(try await world.fixture.accounts.caller(anna.token) == nil)
        let events = try await world.fixture.store.events(of: account, limit: 9)
        #expect(events.first { $0.kind == "outsideUnlinked" }?.detail == "示例：被盗")
        await #expect(throws: Failure.notAllowed(action: "end sessions of others")) {
            let other = Administrator.caller(anna.caller, origin)
            _ = try await AdministerAccounts(world.fixture.accounts, as: other).unlink(account, reason: "示例")
        }
    }

    @Test func `a session that ended meanwhile links nothing`() async throws {
        let world = try await OutsideWorld()
        let anna = try await signUp(world.fixture).caller
        let asked = try await world.begin(anna)
        _ = try await world.fixture.store.end(
            anna.session,
            of: anna.account,
            AccountEvent("signedOut", of: anna.account, time: 0, address: "")
        )
        #expect(world.refusal(try await world.finish(asked, by: anna)) == .outside(.stale))
        #expect(try await links(anna.account, world) == 0)
        let kinds = try await world.fixture.store.events(of: anna.account, limit: 9).map(\.kind)
        #expect(!kinds.contains("outsideLinked"))
    }

    @Test func `everybody who is signed out has to begin again, those too who wait for a provider or a code`()
        async throws
    {
        let world = try await OutsideWorld()
        _ = try await world.linked()
        let asked = try await world.begin()
        try await AdministerAccounts(world.fixture.accounts).signOutEverybody(reason: "示例")
        #expect(world.refusal(try await world.finish(asked)) == .outside(.stale))
    }

    @Test func `two accounts with more links than one may have do not become one`() async throws {
        let world = try await OutsideWorld()
        let anna = try await world.linked()
        let bert = try await signUp(world.fixture, "bert@example.org")
        for number in 2...9 {
            world.provider.change { $0.claims = ["sub": "\"person-\(number)\""] }
            _ = try await world.finish(try await world.begin(bert.caller), by: bert.caller)
        }
        #expect(try await links(bert.caller.account, world) == 8)
        await #expect(throws: AccountRefusal.outside(.full)) {
            _ = try await world.fixture.accounts.beginMerge(
                email: "anna@example.org",
                password: password,
                code: "",
                bert.caller,
                from: origin
            )
        }
        #expect(try await world.fixture.accounts.caller(anna.token) != nil)
    }

    // MARK: Whose is linked

    @Test func `whoever links has to prove anew at the provider who it is, whoever only signs in has not`() async throws
    {
        let world = try await OutsideWorld()
        let first = try await world.begin()
        #expect(first["prompt"] == nil && first["max_age"] == nil)
        guard case .again(let address) = try await world.once(first) else {
            Issue.record("an account that nobody linked has to be proved anew")
            return
        }
        #expect(address.contains("&prompt=login&max_age=0"))
        let anna = try await signUp(world.fixture).caller
        let linking = try await world.begin(anna)
        #expect(linking["prompt"] == "login" && linking["max_age"] == "0")
        // Five minutes, and one that clocks may differ by.
        let now = world.fixture.clock.now / 1_000_000
        for (time, isTaken) in [(now - 361, false), (now + 61, false), (now - 360, true)] {
            world.provider.change { $0.claims = ["auth_time": "\(time)"] }
            let outcome = try await world.finish(try await world.begin(anna), by: anna)
            #expect(world.refusal(outcome) == (isTaken ? nil : .outside(.untrusted)), "\(time - now)")
        }
        #expect(try await world.reasons().contains { $0.contains("(auth_time)") })
        // Who is linked signs in however long ago it was.
        world.provider.change { $0.claims = ["auth_time": "\(now - 86_400)"] }
        guard case .step = try await world.finish(try await world.begin()) else {
            Issue.record("not signed in")
            return
        }
    }

    @Test(
        arguments: [
            (["name": "\"示例·安娜\"", "email": "\"anna@id.example\""], "示例·安娜, anna@id.example"),
            (["email": "\"anna@id.example\""], "anna@id.example"), (["name": "\"a\\u202eb\""], "person-1"),
            (["sub": "\"0123456789abcdef\""], "0123456789ab…"),
        ] as [([String: String?], String)]
    )
    func `an account that waits to be linked is named as its owner knows it`(
        claims: [String: String?],
        label: String
    ) async throws {
        let world = try await OutsideWorld()
        world.provider.change { $0.claims = claims }
        guard case .unknown(let pending) = try await world.finish(try await world.begin()) else {
            Issue.record("known")
            return
        }
        #expect(try await world.service.waiting(pending, visitor: world.visitor)?.label == label)
    }

    @Test func `the owner is told by mail of a link, at an address that was confirmed`() async throws {
        let world = try await OutsideWorld { $0.mails = true }
        let anna = try await signUp(world.fixture).caller
        _ = try await world.finish(try await world.begin(anna), by: anna)
        #expect(try await mail(world) == nil, "the address may be somebody else's")
        try await confirmEmail(anna.account, world)
        world.provider.change { $0.claims = ["sub": "\"person-2\""] }
        _ = try await world.finish(try await world.begin(anna), by: anna)
        let told = try #require(try await mail(world))
        #expect(told.to.text == "anna@example.org" && told.text.contains("「示例平台」的一个账号刚刚关联"))
        #expect(!told.text.contains("http") && !told.text.contains("person-2"))
        // The same once more changes nothing, and tells nothing.
        _ = try await world.finish(try await world.begin(anna), by: anna)
        #expect(try await mail(world) == nil)
    }

    // MARK: Bounds

    @Test func `beginning is slowed by network, until the provider says who it is`() async throws {
        let delay = TryDelay(free: 2, first: 60_000_000, longest: 60_000_000, memory: 3_600_000_000)
        let world = try await OutsideWorld { $0.addressTries = delay }
        _ = try await world.linked()
        for _ in 0..<5 { _ = try await world.finish(try await world.begin()) }
        for _ in 0..<3 { _ = try await world.begin() }
        await #expect(throws: AccountRefusal.wait(seconds: 60)) { _ = try await world.begin() }
        world.fixture.clock.advance(seconds: 60)
        _ = try await world.begin()
    }

    @Test func `refusals are noted with their reasons, of one network twenty an hour`() async throws {
        let world = try await OutsideWorld()
        let anna = try await world.linked()
        func events(_ account: String) async throws -> [AccountEvent] {
            try await world.fixture.store.events(of: account, limit: 100).filter { $0.kind == "outsideFailed" }
        }
        _ = try await world.finish(["state": "x"])
        _ = try await world.finish(try await world.begin(), visitor: SecretToken())
        #expect(
            Set(try await world.reasons()) == [
                "sample: no sign-in waits for its answer", "sample: another browser or session brings its answer",
            ]
        )
        let bert = try await signUp(world.fixture, "bert@example.org").caller
        _ = try await world.finish(try await world.begin(bert), by: bert)
        #expect(try await events(bert.account).map(\.detail) == ["sample: it is linked with another account"])
        try await AdministerAccounts(world.fixture.accounts).set(.suspended, of: anna.caller.account, reason: "示例")
        _ = try await world.finish(try await world.begin())
        #expect(try await events(anna.caller.account).map(\.detail) == ["sample: the account is suspended"])
        for _ in 0..<30 { _ = try await world.finish(["state": "x"]) }
        #expect(try await events(AccountEvent.nobodysAccount).count == 18)
        world.fixture.clock.advance(seconds: 3_600)
        _ = try await world.finish(["state": "x"])
        #expect(try await events(AccountEvent.nobodysAccount).count == 19)
    }

    @Test func `that somebody signed in says by which provider`() async throws {
        let world = try await OutsideWorld()
        let anna = try await world.linked().caller
        _ = try await world.finish(try await world.begin())
        let last = try await world.fixture.store.events(of: anna.account, limit: 9).first { $0.kind == "signedIn" }
        #expect(last?.detail == "sample")
        _ = try await signIn(world.fixture)
        let own = try await world.fixture.store.events(of: anna.account, limit: 9).filter { $0.kind == "signedIn" }
        #expect(own.count == 2 && own.contains { $0.detail == nil })
    }

    // MARK: Documents

    @Test func `a provider that answers late is left alone from when it failed`() async throws {
        let world = try await OutsideWorld()
        world.provider.change { says in
            says.isThere = false
            says.takes = 10
        }
        for _ in 0..<2 { await #expect(throws: AccountRefusal.outside(.unreachable)) { _ = try await world.begin() } }
        #expect(world.provider.asked.withLock { $0.count } == 1)
    }

    /// Answers only when it is let go, and counts who asked.
    private actor Slow: OutsideConnection {
        private let provider: PlayedProvider
        private var waiting: [CheckedContinuation<Void, Never>] = []
        private var isOpen = false
        private(set) var count = 0

        init(_ provider: PlayedProvider) { self.provider = provider }

        func open() {
            isOpen = true
            for continuation in waiting { continuation.resume() }
        }

        func answer(
            from address: String,
            form: String?,
            authorization: String?,
            atMost bytes: Int
        ) async throws -> (status: Int, body: [UInt8]) {
            count += 1
            if !isOpen { await withCheckedContinuation { waiting.append($0) } }
            return try await provider.answer(from: address, form: form, authorization: authorization, atMost: bytes)
        }
    }

    @Test func `who needs a document that is being fetched waits for the same answer`() async throws {
        let world = try await OutsideWorld()
        let slow = Slow(world.provider)
        let documents = ProviderDocuments(world.service.providers[0], slow) { 0 }
        async let all = withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<20 { group.addTask { try await documents.description().token } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        while await slow.count == 0 { await Task.yield() }
        for _ in 0..<1_000 { await Task.yield() }
        await slow.open()
        #expect(try await all == [String](repeating: "https://id.example/token", count: 20))
        #expect(await slow.count == 1)
    }
}
