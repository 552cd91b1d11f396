import Domain
import Foundation
import Store
import Testing

@testable import Identity

/// Signing in to programs of others: what ends when, what is refused, and which key signs.
struct SingleSignOnTests: AccountsTesting {
    static let redirect = "https://platform.example/signed-in"
    static let issuer = "https://ip.example"
    /// The example of RFC 7636, appendix B.
    static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"

    /// A client, and somebody who is signed in.
    struct World {
        let fixture: AccountsFixture
        let service: SingleSignOn
        let made: Clients.Made
        let caller: Caller

        var client: [String: String] {
            var fields = ["client_id": made.client.id]
            fields["client_secret"] = made.secret
            return fields
        }
    }

    func world(isPublic: Bool = false, redirect: String = Self.redirect) async throws -> World {
        let fixture = try await AccountsFixture()
        let service = SingleSignOn(fixture.accounts)
        let wish = ClientWish(nameZh: "示例平台", nameEn: "Sample", redirects: [redirect], isPublic: isPublic)
        let made = try await service.clients.add(wish, reason: "示例", by: .operator)
        return World(fixture: fixture, service: service, made: made, caller: try await signUp(fixture).caller)
    }

    func fields(_ world: World, _ more: [String: String] = [:]) -> [String: String] {
        [
            "client_id": world.made.client.id, "redirect_uri": world.made.client.content.redirects[0],
            "response_type": "code", "scope": "openid profile email", "code_challenge": Self.challenge,
            "code_challenge_method": "S256",
        ].merging(more) { $1 }
    }

    func step(
        _ world: World,
        _ more: [String: String] = [:],
        caller: Caller?,
        agrees: Bool = false
    ) async throws -> AuthorizationStep {
        let fields = fields(world, more)
        let (client, redirect) = try await world.service.asker(fields, repeated: [])
        let request = try world.service.request(fields, repeated: [], of: client, redirect)
        return try await world.service.authorize(
            request,
            issuer: Self.issuer,
            caller,
            agrees: agrees,
            from: origin
        )
    }

    func code(_ world: World, _ more: [String: String] = [:]) async throws -> String {
        guard case .done(let code) = try await step(world, more, caller: world.caller, agrees: true) else {
            throw Failure.conflict(reason: "no code")
        }
        return code
    }

    func redeem(_ world: World, _ code: String, _ more: [String: String] = [:]) async throws -> SignOnTokens {
        let fields = [
            "grant_type": "authorization_code", "code": code, "code_verifier": Self.verifier,
            "redirect_uri": world.made.client.content.redirects[0],
        ]
        let all = fields.merging(world.client) { $1 }.merging(more) { $1 }
        return try await world.service.tokens(all, repeated: [], authorization: nil)
    }

    func refresh(_ world: World, _ token: String) async throws -> SignOnTokens {
        let fields = ["grant_type": "refresh_token", "refresh_token": token].merging(world.client) { $1 }
        return try await world.service.tokens(fields, repeated: [], authorization: nil)
    }

    private func refusal<Value>(_ work: () async throws -> Value) async -> SignOnError.Code? {
        do {
            _ = try await work()
            return nil
        } catch {
            return (error as? SignOnError)?.code
        }
    }

    // MARK: Codes and tokens

    @Test func `a code gives tokens once, and a second use takes them back`() async throws {
        let world = try await world()
        let code = try await code(world, ["nonce": "n-0S6_WzA2Mj"])
        let tokens = try await redeem(world, code)
        let claims = try #require(try await world.service.keys().claims(of: tokens.idToken))
        #expect(claims.iss == Self.issuer && claims.aud == world.made.client.id && claims.nonce == "n-0S6_WzA2Mj")
        #expect(claims.iat == 1_800_000_000 && claims.exp == 1_800_000_600 && claims.auth_time == 1_800_000_000)
        #expect(claims.amr == ["pwd"] && claims.acr == "password")
        let info = try await world.service.userInfo(tokens.access)
        #expect(
            info
                == UserInfo(
                    sub: claims.sub,
                    name: "示例·安娜",
                    locale: "zh-CN",
                    email: "anna@example.org",
                    email_verified: false
                )
        )
        #expect(await refusal { try await redeem(world, code) } == .invalidGrant)
        #expect(await refusal { try await world.service.userInfo(tokens.access) } == .invalidToken)
        #expect(await refusal { try await refresh(world, tokens.refresh) } == .invalidGrant)
    }

    static let mistakes: [([String: String], SignOnError.Code)] = [
        (["code_verifier": String(repeating: "a", count: 43)], SignOnError.Code.invalidGrant),
        (["code_verifier": ""], .invalidGrant), (["redirect_uri": "https://platform.example/other"], .invalidGrant),
        (["client_secret": SecretToken().text], .invalidClient), (["client_secret": ""], .invalidClient),
        (["client_id": "nobody"], .invalidClient), (["grant_type": "password"], .unsupportedGrantType),
        (["code": SecretToken().text], .invalidGrant), (["code": "short"], .invalidGrant),
    ]

    @Test(arguments: mistakes)
    func `what is wrong gives no tokens`(change: [String: String], code expected: SignOnError.Code) async throws {
        let world = try await world()
        let code = try await code(world)
        #expect(await refusal { try await redeem(world, code, change) } == expected)
    }

    @Test func `a code is good for sixty seconds`() async throws {
        let world = try await world()
        let (first, second) = try await (code(world), code(world))
        world.fixture.clock.advance(seconds: 59)
        _ = try await redeem(world, first)
        world.fixture.clock.advance(seconds: 1)
        #expect(await refusal { try await redeem(world, second) } == .invalidGrant)
    }

    @Test func `a code of one client is none of another`() async throws {
        let world = try await world()
        let wish = ClientWish(nameZh: "别的", nameEn: "Other", redirects: [Self.redirect])
        let other = try await world.service.clients.add(wish, reason: "示例", by: .operator)
        let code = try await code(world)
        let fields = ["client_id": other.client.id, "client_secret": other.secret ?? ""]
        #expect(await refusal { try await redeem(world, code, fields) } == .invalidGrant)
    }

    @Test func `tokens rotate, and an old one ends them all`() async throws {
        let world = try await world()
        let first = try await redeem(world, code(world))
        let second = try await refresh(world, first.refresh)
        #expect(second.refresh != first.refresh && second.scope == "openid profile email")
        let claims = try #require(try await world.service.keys().claims(of: second.idToken))
        #expect(claims.nonce == nil && claims.auth_time == 1_800_000_000)
        #expect(await refusal { try await refresh(world, first.refresh) } == .invalidGrant)
        #expect(await refusal { try await refresh(world, second.refresh) } == .invalidGrant)
        #expect(await refusal { try await world.service.userInfo(second.access) } == .invalidToken)
    }

    @Test(arguments: ["sign out", "password", "suspend", "consent", "client", "idle", "access"])
    func `tokens end with what they were had with`(end: String) async throws {
        let world = try await world()
        let tokens = try await redeem(world, code(world))
        let accounts = world.fixture.accounts
        switch end {
        case "sign out": try await accounts.signOut(world.caller)
        case "password":
            try await accounts.changePassword(
                world.caller,
                old: password,
                new: "另一个 quite 长的 secret",
                from: origin
            )
        case "suspend":
            try await AdministerAccounts(accounts).set(.suspended, of: world.caller.account, reason: "示例")
        case "consent": try await world.service.withdraw(world.made.client.entry, world.caller, from: origin)
        case "client":
            try await world.service.clients.remove(world.made.client.id, reason: "示例", by: .operator)
        case "idle": world.fixture.clock.advance(seconds: 12 * 3_600)
        default: world.fixture.clock.advance(seconds: 600)
        }
        #expect(await refusal { try await world.service.userInfo(tokens.access) } == .invalidToken)
        let expected: SignOnError.Code? = end == "access" ? nil : end == "client" ? .invalidClient : .invalidGrant
        #expect(await refusal { try await refresh(world, tokens.refresh) } == expected)
    }

    @Test func `a public client needs no secret and may have none, and revoking ends all it has`() async throws {
        let world = try await world(isPublic: true, redirect: "cn.example.app:/signed-in")
        #expect(world.made.secret == nil)
        let tokens = try await redeem(world, code(world))
        #expect(await refusal { try await redeem(world, code(world), ["client_secret": "x"]) } == .invalidClient)
        try await world.service.revoke(
            ["client_id": world.made.client.id, "token": tokens.access],
            repeated: [],
            authorization: nil
        )
        #expect(await refusal { try await refresh(world, tokens.refresh) } == .invalidGrant)
    }

    // MARK: Asking

    static let requests: [([String: String], SignOnError.Code)] = [
        (["response_type": "token"], SignOnError.Code.unsupportedResponseType),
        (["response_type": ""], .unsupportedResponseType),
        (["response_mode": "fragment"], .invalidRequest), (["scope": "profile"], .invalidScope),
        (["code_challenge": "short"], .invalidRequest), (["code_challenge_method": "plain"], .invalidRequest),
        (["request": "a.b.c"], .requestNotSupported), (["request_uri": "https://a.example"], .requestURINotSupported),
        (["registration": "{}"], .registrationNotSupported), (["prompt": "none login"], .invalidRequest),
        (["prompt": "create"], .invalidRequest), (["max_age": "-1"], .invalidRequest),
        (["max_age": "x"], .invalidRequest), (["nonce": String(repeating: "n", count: 513)], .invalidRequest),
        (["id_token_hint": "a.b.c"], .invalidRequest),
    ]

    @Test(arguments: requests)
    func `a request that cannot be is told so`(change: [String: String], code: SignOnError.Code) async throws {
        let world = try await world()
        #expect(await refusal { try await step(world, change, caller: world.caller) } == code)
    }

    @Test func `PKCE is required, a nonce is not`() async throws {
        let world = try await world()
        var fields = fields(world)
        fields["code_challenge"] = nil
        let (client, redirect) = try await world.service.asker(fields, repeated: [])
        #expect(throws: SignOnError.self) {
            try world.service.request(fields, repeated: [], of: client, redirect)
        }
        let tokens = try await redeem(world, code(world))
        #expect(try await world.service.keys().claims(of: tokens.idToken)?.nonce == nil)
    }

    @Test(arguments: [
        "https://platform.example/signed-in/", "https://platform.example/signed-in?a=b",
        "https://evil.example/signed-in",
        "https://platform.example:444/signed-in", "http://platform.example/signed-in", "",
        "//platform.example/signed-in",
        "https://platform.example/signed-in\r\nSet-Cookie: a=b",
    ])
    func `only a registered address is answered, letter by letter`(redirect: String) async throws {
        let world = try await world()
        await #expect(throws: SignOnRefusal.redirect) {
            try await world.service.asker(fields(world, ["redirect_uri": redirect]), repeated: [])
        }
        await #expect(throws: SignOnRefusal.client) {
            try await world.service.asker(fields(world, ["client_id": "nobody"]), repeated: [])
        }
        await #expect(throws: SignOnRefusal.repeated) {
            try await world.service.asker(fields(world), repeated: ["redirect_uri"])
        }
    }

    @Test func `with prompt none nothing is shown: who is missing, and what, is told`() async throws {
        let world = try await world()
        let silent = ["prompt": "none"]
        #expect(await refusal { try await step(world, silent, caller: nil) } == .loginRequired)
        #expect(await refusal { try await step(world, silent, caller: world.caller) } == .consentRequired)
        _ = try await code(world)
        guard case .done = try await step(world, silent, caller: world.caller) else {
            Issue.record("nothing was missing")
            return
        }
        world.fixture.clock.advance(seconds: 61)
        let aged = ["prompt": "none", "max_age": "60"]
        #expect(await refusal { try await step(world, aged, caller: world.caller) } == .loginRequired)
    }

    @Test func `consent is asked once, again for more, and where a client wants it`() async throws {
        let world = try await world()
        _ = try await code(world, ["scope": "openid"])
        guard case .done = try await step(world, ["scope": "openid"], caller: world.caller),
            case .consent(_, let scopes) = try await step(world, ["scope": "openid email"], caller: world.caller),
            case .consent = try await step(world, ["scope": "openid", "prompt": "consent"], caller: world.caller)
        else {
            Issue.record("another step")
            return
        }
        #expect(scopes == [.openid, .email])
        _ = try await code(world, ["scope": "openid email"])
        let lines = try await world.service.consents(world.caller)
        #expect(lines.map(\.purpose) == [world.made.client.entry, "account"])
        #expect(lines[0].scopes == [.openid, .email] && lines[0].client?.zh == "示例平台")
        try await world.service.withdraw(world.made.client.entry, world.caller, from: origin)
        #expect(try await world.service.consents(world.caller).map(\.purpose) == ["account"])
        // The one to the account ends with the account alone.
        await #expect(throws: Failure.self) {
            try await world.service.withdraw("account", world.caller, from: origin)
        }
    }

    @Test func `a code that waits is good for nothing once the consent is withdrawn`() async throws {
        let world = try await world()
        let waiting = try await code(world)
        try await world.service.withdraw(world.made.client.entry, world.caller, from: origin)
        #expect(await refusal { try await redeem(world, waiting) } == .invalidGrant)
        // Agreed to less than before, what was for more is over too.
        let tokens = try await redeem(world, code(world))
        try await world.service.withdraw(world.made.client.entry, world.caller, from: origin)
        _ = try await code(world, ["scope": "openid"])
        #expect(await refusal { try await world.service.userInfo(tokens.access) } == .invalidToken)
        #expect(await refusal { try await refresh(world, tokens.refresh) } == .invalidGrant)
    }

    @Test func `an address that only looks the same is another`() async throws {
        let world = try await world(redirect: "https://platform.example/K;x")
        let asked = fields(world)
        let (_, known) = try await world.service.asker(asked, repeated: [])
        #expect(known == "https://platform.example/K;x")
        for other in ["https://platform.example/\u{212A};x", "https://platform.example/K\u{37E}x"] {
            #expect(other == known, "for Swift they are equal")
            await #expect(throws: SignOnRefusal.redirect) {
                try await world.service.asker(asked.merging(["redirect_uri": other]) { $1 }, repeated: [])
            }
        }
    }

    @Test func `max_age and prompt login ask again who it is`() async throws {
        let world = try await world()
        _ = try await code(world)
        guard case .confirm = try await step(world, ["prompt": "login"], caller: world.caller),
            case .signIn = try await step(world, caller: nil)
        else {
            Issue.record("not asked")
            return
        }
        world.fixture.clock.advance(seconds: 60)
        guard case .done = try await step(world, ["max_age": "60"], caller: world.caller) else {
            Issue.record("asked too soon")
            return
        }
        world.fixture.clock.advance(seconds: 1)
        guard case .confirm = try await step(world, ["max_age": "60"], caller: world.caller) else {
            Issue.record("not asked")
            return
        }
    }

    @Test func `a hint of somebody else, or of another issuer, signs nobody in`() async throws {
        let world = try await world()
        let tokens = try await redeem(world, code(world))
        guard case .done = try await step(world, ["id_token_hint": tokens.idToken], caller: world.caller) else {
            Issue.record("it is her own")
            return
        }
        let bert = try await signUp(world.fixture, "bert@example.org").caller
        #expect(
            await refusal { try await step(world, ["id_token_hint": tokens.idToken], caller: bert) } == .loginRequired
        )
        // One that is over still says who it was.
        world.fixture.clock.advance(seconds: 3_600)
        guard case .done = try await step(world, ["id_token_hint": tokens.idToken], caller: world.caller) else {
            Issue.record("a hint may be over")
            return
        }
        let claims = try #require(try await world.service.keys().claims(of: tokens.idToken))
        var foreign = claims
        foreign.iss = "https://evil.example"
        let signed = try await world.service.keys().current().sign(foreign, type: IDTokenClaims.type)
        #expect(
            await refusal { try await step(world, ["id_token_hint": signed], caller: world.caller) } == .invalidRequest
        )
    }

    @Test func `a token with another algorithm, type or key is none of ours`() async throws {
        let world = try await world()
        let token = try await redeem(world, code(world)).idToken
        let keys = try world.service.keys()
        let parts = token.split(separator: ".").map(String.init)
        let id = try #require(try await keys.published().first).kid
        func head(_ json: String) -> String { Base64URL.text(of: Array(json.utf8)) }
        #expect(try await keys.claims(of: token) != nil)
        for forged in [
            head("{\"alg\":\"none\",\"kid\":\"\(id)\",\"typ\":\"JWT\"}") + "." + parts[1] + ".",
            head("{\"alg\":\"HS256\",\"kid\":\"\(id)\",\"typ\":\"JWT\"}") + "." + parts[1] + "." + parts[2],
            head("{\"alg\":\"ES256\",\"kid\":\"other\",\"typ\":\"JWT\"}") + "." + parts[1] + "." + parts[2],
            parts[0] + "." + parts[1] + "." + String(parts[2].reversed()),
            try await keys.current().sign(
                LogoutTokenClaims(iss: Self.issuer, sub: "s", aud: "a", iat: 1, exp: 2, jti: "j"),
                type: LogoutTokenClaims.type
            ), "", "a", "..",
        ] {
            #expect(try await keys.claims(of: forged) == nil, "\(forged)")
        }
    }

    @Test func `a program on somebody's machine asks for consent each time`() async throws {
        let world = try await world(isPublic: true, redirect: "cn.example.app:/signed-in")
        _ = try await code(world)
        guard case .consent = try await step(world, caller: world.caller) else {
            Issue.record("another program may have taken its place")
            return
        }
        #expect(await refusal { try await step(world, ["prompt": "none"], caller: world.caller) } == .consentRequired)
    }

    // MARK: Names

    @Test func `platforms know an account by names that differ, and by the same each time`() async throws {
        let world = try await world()
        let bert = try await signUp(world.fixture, "bert@example.org").caller
        let wish = ClientWish(nameZh: "别的", nameEn: "Other", redirects: ["https://other.example/"])
        let other = try await world.service.clients.add(wish, reason: "示例", by: .operator).client
        let service = world.service
        let names = try [
            service.subject(world.caller.account, world.made.client), service.subject(world.caller.account, other),
            service.subject(bert.account, world.made.client),
        ]
        #expect(Set(names).count == 3)
        #expect(try service.subject(world.caller.account, world.made.client) == names[0])
        #expect(try service.sessionName([1], world.made.client) != service.sessionName([1], other))
    }

    // MARK: Keys

    @Test func `the next key is published a day before it signs, and the last one a day after`() async throws {
        let world = try await world()
        let keys = try world.service.keys()
        let first = try await keys.current().id
        world.fixture.clock.advance(seconds: 89 * 86_400 - 1)
        try await world.service.sweep()
        #expect(try await keys.published().map(\.kid) == [first])
        world.fixture.clock.advance(seconds: 1)
        try await world.service.sweep()
        try await world.service.sweep()
        let both = try await keys.published().map(\.kid)
        #expect(both.count == 2 && both[0] == first)
        #expect(try await keys.current().id == first)
        world.fixture.clock.advance(seconds: 86_400)
        try await world.service.sweep()
        #expect(try await keys.current().id == both[1])
        #expect(try await keys.published().map(\.kid) == both)
        world.fixture.clock.advance(seconds: 86_400)
        try await world.service.sweep()
        #expect(try await keys.published().map(\.kid) == [both[1]])
    }

    @Test func `a key that is asked for signs in an hour, after a leak at once and alone`() async throws {
        let world = try await world()
        let keys = try world.service.keys()
        let token = try await redeem(world, code(world)).idToken
        let first = try await keys.current().id
        let next = try await world.service.rotateKey(hasLeaked: false, by: .operator)
        #expect(try await keys.current().id == first && next.activeAt == world.fixture.clock.now + 3_600_000_000)
        world.fixture.clock.advance(seconds: 3_600)
        #expect(try await keys.current().id == next.id)
        #expect(try await keys.claims(of: token) != nil)
        let alone = try await world.service.rotateKey(hasLeaked: true, by: .operator)
        #expect(try await keys.published().map(\.kid) == [alone.id])
        #expect(try await keys.claims(of: token) == nil)
    }

    // MARK: Signing out

    @Test func `a client signs out of its own session; else the person is asked`() async throws {
        let world = try await world()
        let token = try await redeem(world, code(world)).idToken
        let service = world.service
        let own = try await service.leaving(["id_token_hint": token], issuer: Self.issuer, world.caller)
        #expect(own.isKnown && own.next == nil && own.client?.id == world.made.client.id)
        let other = try await signIn(world.fixture).caller
        #expect(!(try await service.leaving(["id_token_hint": token], issuer: Self.issuer, other).isKnown))
        #expect(!(try await service.leaving([:], issuer: Self.issuer, world.caller).isKnown))
        #expect(try await service.leaving([:], issuer: Self.issuer, nil).isKnown)
        await #expect(throws: SignOnRefusal.redirect) {
            try await service.leaving(
                ["id_token_hint": token, "post_logout_redirect_uri": "https://evil.example"],
                issuer: Self.issuer,
                world.caller
            )
        }
        await #expect(throws: SignOnRefusal.client) {
            try await service.leaving(
                ["id_token_hint": token, "client_id": "nobody"],
                issuer: Self.issuer,
                world.caller
            )
        }
    }
}
