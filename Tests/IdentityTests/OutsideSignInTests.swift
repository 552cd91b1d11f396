import Bytes
import Domain
import Foundation
import Store
import Synchronization
import Testing

@testable import Identity

/// Signing in with accounts of outside providers: whose account it is, what an answer has to be, what is asked of a provider.
struct OutsideSignInTests: AccountsTesting {
    private func entered(_ outcome: OutsideSignIn.Outcome) throws -> SignedIn {
        guard case .step(.done(let entered)) = outcome else { throw Failure.conflict(reason: "\(outcome)") }
        return entered
    }

    // MARK: Linking

    @Test func `a linked account signs in from then on, until it is unlinked`() async throws {
        let world = try await OutsideWorld()
        let anna = try await world.linked()
        let entered = try entered(try await world.finish(try await world.begin()))
        #expect(entered.caller.account == anna.caller.account && entered.caller.name == "示例·安娜")
        let accounts = world.fixture.accounts
        let caller = try #require(try await accounts.caller(entered.token))
        // What a provider says is enough for one's own pages, and for nothing grave.
        #expect(caller.isByProvider && !caller.isStrong && !accounts.isConfirmed(caller))
        await #expect(throws: AccountRefusal.needsConfirmation) { try await world.begin(caller) }
        let line = try #require(try await world.service.lines(caller).first)
        #expect(line.provider == "sample" && line.time == 1_800_000_000_000_000)
        await #expect(throws: AccountRefusal.needsConfirmation) {
            try await world.service.unlink(line.id, caller, from: origin)
        }
        let sure = try await accounts.confirm(caller, password: password, from: origin)
        #expect(!sure.caller.isByProvider && accounts.isConfirmed(sure.caller))
        try await world.service.unlink(line.id, sure.caller, from: origin)
        #expect(try await accounts.caller(anna.token) == nil, "all other sessions end")
        #expect(try await accounts.caller(sure.token) != nil)
        guard case .unknown = try await world.finish(try await world.begin()) else {
            Issue.record("it still signs in")
            return
        }
        let kinds = try await world.fixture.store.events(of: anna.caller.account, limit: 20).map(\.kind)
        #expect(kinds.contains("outsideLinked") && kinds.contains("outsideUnlinked"))
    }

    @Test func `an account of a provider is linked once, and found by its number alone`() async throws {
        let world = try await OutsideWorld()
        let anna = try await world.linked()
        // A second time it changes nothing.
        guard case .linked = try await world.finish(try await world.begin(anna.caller), by: anna.caller) else {
            Issue.record("not linked")
            return
        }
        #expect(try await world.service.lines(anna.caller).count == 1)
        let bert = try await signUp(world.fixture, "bert@example.org").caller
        let outcome = try await world.finish(try await world.begin(bert), by: bert)
        #expect(world.refusal(outcome) == .outside(.taken))
        // The address of an account says nothing of whose the account of the provider is.
        world.provider.change {
            $0.claims = ["sub": "\"person-2\"", "email": "\"anna@example.org\"", "email_verified": "true"]
        }
        guard case .unknown = try await world.finish(try await world.begin()) else {
            Issue.record("found by the address")
            return
        }
        for number in 2...8 {
            world.provider.change { $0.claims = ["sub": "\"person-\(number)\""] }
            _ = try await world.finish(try await world.begin(anna.caller), by: anna.caller)
        }
        world.provider.change { $0.claims = ["sub": "\"person-9\""] }
        let ninth = try await world.finish(try await world.begin(anna.caller), by: anna.caller)
        #expect(world.refusal(ninth) == .outside(.full))
        #expect(try await world.service.lines(anna.caller).count == 8)
    }

    @Test func `who is not linked signs up or in and links, once and in the same browser`() async throws {
        let world = try await OutsideWorld()
        guard case .unknown(let pending) = try await world.finish(try await world.begin()) else {
            Issue.record("known")
            return
        }
        #expect(try await world.service.waiting(pending, visitor: SecretToken()) == nil)
        #expect(try await world.service.waiting(pending, visitor: world.visitor)?.provider.id == "sample")
        let anna = try await signUp(world.fixture).caller
        try await world.service.link(pending: pending, visitor: world.visitor, anna, from: origin)
        #expect(try await world.service.lines(anna).count == 1)
        await #expect(throws: AccountRefusal.outside(.stale)) {
            try await world.service.link(pending: pending, visitor: world.visitor, anna, from: origin)
        }
        world.provider.change { $0.claims = ["sub": "\"person-2\""] }
        guard case .unknown(let second) = try await world.finish(try await world.begin()) else { return }
        await #expect(throws: AccountRefusal.outside(.stale)) {
            try await world.service.link(pending: second, visitor: SecretToken(), anna, from: origin)
        }
        #expect(try await world.service.waiting(second, visitor: world.visitor) == nil, "it was used up")
    }

    @Test func `a second step is asked, and a suspended account is refused, as after a password`() async throws {
        let world = try await OutsideWorld()
        let anna = try await world.linked()
        let accounts = world.fixture.accounts
        let code = try await accounts.beginTimeCode(anna.caller)
        let now = world.fixture.clock.now
        let recovery = try await accounts.finishTimeCode(anna.caller, code: code.code(at: now), from: origin)
        guard case .step(.needsCode(let pending)) = try await world.finish(try await world.begin()) else {
            Issue.record("no code was asked")
            return
        }
        await #expect(throws: AccountRefusal.code) {
            try await accounts.signIn(pending: pending, code: "000000", from: origin)
        }
        let entered = try await accounts.signIn(pending: pending, code: recovery[0], from: origin)
        #expect(entered.caller.isStrong && entered.caller.isByProvider)
        // Unlinked while the code was being typed.
        guard case .step(.needsCode(let late)) = try await world.finish(try await world.begin()) else { return }
        let line = try #require(try await world.service.lines(anna.caller).first)
        try await world.service.unlink(line.id, anna.caller, from: origin)
        await #expect(throws: AccountRefusal.stale) {
            try await accounts.signIn(pending: late, code: recovery[1], from: origin)
        }
        _ = try await world.finish(try await world.begin(anna.caller), by: anna.caller)
        try await AdministerAccounts(accounts).set(.suspended, of: anna.caller.account, reason: "示例")
        #expect(world.refusal(try await world.finish(try await world.begin())) == .suspended)
    }

    @Test func `links are part of what is held, go along when accounts become one, and end with the account`()
        async throws
    {
        let world = try await OutsideWorld()
        let accounts = world.fixture.accounts
        let anna = try await world.linked()
        let bert = try await signUp(world.fixture, "bert@example.org")
        let shown = try await accounts.beginMerge(
            email: "anna@example.org",
            password: password,
            code: "",
            bert.caller,
            from: origin
        )
        try await accounts.merge(pending: shown.pending, bert.caller, from: origin)
        #expect(try await accounts.caller(anna.token) == nil)
        let entered = try entered(try await world.finish(try await world.begin()))
        #expect(entered.caller.account == bert.caller.account)
        let held = try await accounts.held(bert.caller)
        #expect(held.content.links?.map(\.provider) == ["sample"])
        #expect(held.content.links?.first?.key.contains("person-1") == false)
        try await accounts.close(bert.caller, password: password, from: origin)
        guard case .unknown = try await world.finish(try await world.begin()) else {
            Issue.record("it is still linked")
            return
        }
    }

    @Test func `platforms are told that a provider said who it is, until the password did`() async throws {
        let world = try await OutsideWorld()
        _ = try await world.linked()
        let service = SingleSignOn(world.fixture.accounts)
        let wish = ClientWish(nameZh: "示例平台", nameEn: "Sample", redirects: [SingleSignOnTests.redirect])
        let made = try await service.clients.add(wish, reason: "示例", by: .operator)
        func claims(_ caller: Caller) async throws -> IDTokenClaims? {
            let tests = SingleSignOnTests()
            let client = SingleSignOnTests.World(fixture: world.fixture, service: service, made: made, caller: caller)
            let tokens = try await tests.redeem(client, try await tests.code(client))
            return try await service.keys().claims(of: tokens.idToken)
        }
        let entered = try entered(try await world.finish(try await world.begin()))
        let told = try #require(try await claims(entered.caller))
        #expect(told.acr == "provider" && told.amr == nil)
        let sure = try await world.fixture.accounts.confirm(entered.caller, password: password, from: origin)
        let again = try #require(try await claims(sure.caller))
        #expect(again.acr == "password" && again.amr == ["pwd"])
    }

    // MARK: Answers

    @Test func `an answer counts once, for ten minutes, in the browser that began`() async throws {
        let world = try await OutsideWorld()
        let asked = try await world.begin()
        #expect(world.refusal(try await world.finish(asked, ["state": "x"])) == .outside(.stale))
        guard case .unknown = try await world.finish(asked) else { return }
        #expect(world.refusal(try await world.finish(asked)) == .outside(.stale), "replayed")
        let other = try await world.finish(try await world.begin(), visitor: SecretToken())
        #expect(world.refusal(other) == .outside(.stale), "another browser")
        let old = try await world.begin()
        world.fixture.clock.advance(seconds: 600)
        #expect(world.refusal(try await world.finish(old)) == .outside(.stale))
        // What one session began to link no other finishes, nor does somebody who is signed out.
        let anna = try await signUp(world.fixture)
        let bert = try await signUp(world.fixture, "bert@example.org")
        for caller in [bert.caller, nil] {
            let outcome = try await world.finish(try await world.begin(anna.caller), by: caller)
            #expect(world.refusal(outcome) == .outside(.stale))
        }
        #expect(world.provider.count("/token") == 2, "no other code was sent on")
    }

    @Test(
        arguments: [
            (["iss": "https://evil.example"], OutsideRefusal.untrusted, "another issuer"),
            (["iss": nil], .untrusted, "does not name the issuer"), (["code": nil], .untrusted, "no code"),
            (["code": nil, "error": "access_denied"], .denied, "access_denied"),
            (["error": "server_error<script>"], .unreachable, "server_errorscript"),
        ] as [([String: String?], OutsideRefusal, String)]
    )
    func `an answer of another issuer, an error and one without a code sign nobody in`(
        change: [String: String?],
        refusal: OutsideRefusal,
        reason: String
    ) async throws {
        let world = try await OutsideWorld()
        let outcome = try await world.finish(try await world.begin(), change)
        #expect(world.refusal(outcome) == .outside(refusal))
        #expect(try await world.reasons().first?.contains(reason) == true)
        #expect(world.provider.count("/token") == 0)
    }

    @Test func `an answer to one provider at the address of another, or with a parameter twice, is not taken`()
        async throws
    {
        let world = try await OutsideWorld()
        let mixed = try await world.finish(try await world.begin(), ["iss": nil], at: "other")
        #expect(world.refusal(mixed) == .outside(.untrusted))
        let twice = try await world.finish(try await world.begin(), repeated: ["code"])
        #expect(world.refusal(twice) == .outside(.untrusted))
        #expect(world.provider.count("/token") == 0)
        await #expect(throws: Failure.self) { try await world.finish(try await world.begin(), at: "nobody") }
    }

    // MARK: What is asked

    @Test func `a provider is asked with state, nonce and a code challenge, and gets the secret in a header`()
        async throws
    {
        let world = try await OutsideWorld()
        let asked = try await world.begin()
        #expect(asked["response_type"] == "code" && asked["scope"] == "openid" && asked["client_id"] == "node")
        #expect(asked["redirect_uri"] == OutsideWorld.back && asked["code_challenge_method"] == "S256")
        #expect(asked["state"]?.count == 43 && asked["nonce"]?.count == 43 && asked["state"] != asked["nonce"])
        _ = try await world.finish(asked)
        let sent = try #require(world.provider.asked.withLock { $0.first { $0.form != nil } })
        // The secret `s+1:2`, percent-coded before it is base64 (RFC 6749 section 2.3.1).
        #expect(sent.authorization == "Basic " + Data("node:s%2B1%3A2".utf8).base64EncodedString())
        let form = Dictionary(
            (URLComponents(string: "?" + (sent.form ?? ""))?.queryItems ?? []).map { ($0.name, $0.value ?? "") }
        ) { first, _ in first }
        #expect(form["grant_type"] == "authorization_code" && form["code"] == "c1" && form["client_secret"] == nil)
        let verifier = try #require(form["code_verifier"])
        #expect(Base64URL.text(of: sha256(Array(verifier.utf8)).bytes) == asked["code_challenge"])
        // A public client says who it is in the form; so does one whose provider wants the secret there.
        let open = try await OutsideWorld(secret: nil)
        _ = try await open.finish(try await open.begin())
        #expect(open.provider.asked.withLock { $0.last { $0.form != nil }?.form }?.hasSuffix("client_id=node") == true)
        let posting = try await OutsideWorld()
        posting.provider.change {
            $0.description = ["token_endpoint_auth_methods_supported": "[\"client_secret_post\"]"]
        }
        _ = try await posting.finish(try await posting.begin())
        let post = try #require(posting.provider.asked.withLock { $0.last { $0.form != nil } })
        #expect(post.authorization == nil && post.form?.hasSuffix("client_secret=s%2B1%3A2") == true)
    }

    @Test(
        arguments: [
            (["issuer": "\"https://evil.example\""], OutsideRefusal.untrusted, "another issuer"),
            (["issuer": "\"https://id.example/\""], .untrusted, "another issuer"),
            (["token_endpoint": "\"http://id.example/token\""], .untrusted, "https://"),
            (["jwks_uri": "\"http://127.0.0.1/keys\""], .untrusted, "https://"),
            (["authorization_endpoint": "\"https://login.example/a\""], .unreachable, "https://login.example"),
            (["code_challenge_methods_supported": "[\"plain\"]"], .unreachable, "S256"),
            (["jwks_uri": nil], .unreachable, "none of OpenID Connect"),
        ] as [([String: String?], OutsideRefusal, String)]
    )
    func `a description of another issuer, or with addresses that are not safe, is not followed`(
        change: [String: String?],
        refusal: OutsideRefusal,
        reason: String
    ) async throws {
        let world = try await OutsideWorld()
        world.provider.change { $0.description = change }
        await #expect(throws: AccountRefusal.outside(refusal)) { try await world.begin() }
        #expect(try await world.reasons().first?.contains(reason) == true)
    }

    @Test func `a provider that does not answer is left alone for five seconds, and gives no tokens for a bad code`()
        async throws
    {
        let world = try await OutsideWorld()
        world.provider.change { $0.isThere = false }
        for _ in 0..<2 { await #expect(throws: AccountRefusal.outside(.unreachable)) { try await world.begin() } }
        #expect(world.provider.asked.withLock { $0.count } == 1)
        world.provider.change { says in
            says.isThere = true
            says.tokenStatus = 400
        }
        world.fixture.clock.advance(seconds: 5)
        #expect(world.refusal(try await world.finish(try await world.begin())) == .outside(.untrusted))
        #expect(try await world.reasons().first?.contains("status 400 invalid_grant") == true)
    }
}
