import Foundation
import HTTPTypes
import Identity
import Links
import Testing
import Wire

@testable import Web

/// Signing in to programs of others over HTTP: what a browser and a program meet.
struct SingleSignOnTests {
    private static let redirect = "https://platform.example/signed-in"
    /// The example of RFC 7636, appendix B.
    private static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    private static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"

    private struct Tokens: Decodable {
        var access_token, refresh_token, id_token, token_type, scope: String
        var expires_in: Int
    }

    private func site() async throws -> (SiteFixture, Clients.Made) {
        let site = try await AccountTests.site { $0.origin = "http://ip.example" }
        let wish = ClientWish(
            nameZh: "示例 <平台>",
            nameEn: "Sample <platform>",
            redirects: [Self.redirect],
            postLogoutRedirects: ["https://platform.example/left"]
        )
        return (site, try await site.singleSignOn.clients.add(wish, reason: "示例", by: .operator))
    }

    private func request(_ made: Clients.Made, _ more: [String: String] = [:]) -> String {
        let fields = [
            "client_id": made.client.id, "redirect_uri": Self.redirect, "response_type": "code",
            "scope": "openid profile email", "state": "a&b=\r\nc 示例", "code_challenge": Self.challenge,
            "code_challenge_method": "S256", "nonce": "n1",
        ].merging(more) { $1 }
        return Link.signOn(SignOnLink(.authorize, fields)).text
    }

    /// The parameters with which a browser goes back to the client.
    private func answer(_ reply: Reply) throws -> [String: String] {
        #expect(reply.status == 303)
        let location = try #require(reply.header("Location"))
        #expect(location.hasPrefix(Self.redirect + "?"), "\(location)")
        let query = Parameters(location.dropFirst(Self.redirect.count + 1))
        return Dictionary(query.pairs.map { ($0.name, $0.value) }) { first, _ in first }
    }

    private func agree(_ browser: inout Browser, _ page: Reply, _ doing: String = "allow") async throws -> Reply {
        let names = SignOnLink.names + ["form", "lang"]
        var form = ["do": doing]
        for match in page.text.matches(of: /<input type="hidden" name="([a-z_]+)" value="([^"]*)">/)
        where names.contains(String(match.output.1)) {
            form[String(match.output.1)] = Reply.plain(String(match.output.2))
        }
        return try await browser.post("/oauth/authorize", form)
    }

    private func token(_ site: SiteFixture, _ made: Clients.Made, _ form: [String: String]) async throws -> Reply {
        var program = Browser(site)
        let name = Data("\(made.client.id):\(made.secret ?? "")".utf8).base64EncodedString()
        program.headers[.authorization] = "Basic " + name
        return try await program.post("/oauth/token", form)
    }

    // MARK: The whole way

    @Test func `somebody signs in, agrees once, and the program gets to know them`() async throws {
        let (site, made) = try await site()
        _ = try await AccountTests.signedUp(site)
        var browser = Browser(site)
        let asked = try await browser.get(request(made))
        let signIn = try #require(asked.header("Location"))
        #expect(asked.status == 303 && signIn.hasPrefix("/account/sign-in?next=/oauth/authorize"))
        let form = try await browser.get(signIn)
        #expect(
            form.header("Content-Security-Policy")?.contains("form-action 'self' https://platform.example;") == true
        )
        let entered = try await browser.send(form, ["email": "a@example.cn", "password": AccountTests.password])
        let page = try await browser.get(try #require(entered.header("Location")))
        #expect(page.status == 200 && page.header("Cache-Control") == "no-store")
        #expect(page.text.contains("示例 &lt;平台&gt;") && page.text.contains("a@example.cn"))
        #expect(
            page.header("Content-Security-Policy")?.contains("form-action 'self' https://platform.example;") == true
        )
        let back = try answer(try await agree(&browser, page))
        #expect(back["state"] == "a&b=\r\nc 示例" && back["iss"] == "http://ip.example")
        let grant = [
            "grant_type": "authorization_code", "code": try #require(back["code"]), "redirect_uri": Self.redirect,
            "code_verifier": Self.verifier,
        ]
        let reply = try await token(site, made, grant)
        #expect(reply.status == 200 && reply.header("Cache-Control") == "no-store", "\(reply.text)")
        let tokens = try reply.decoded(Tokens.self)
        #expect(tokens.token_type == "Bearer" && tokens.expires_in == 600 && tokens.scope == "openid profile email")
        var program = Browser(site)
        program.headers[.authorization] = "Bearer " + tokens.access_token
        let person = try await program.get("/oauth/userinfo").json()
        #expect(person["email"] as? String == "a@example.cn" && person["email_verified"] as? Bool == false)
        #expect(person["name"] as? String == "示例 <一>" && (person["sub"] as? String)?.count == 43)
        // The second time nobody is asked.
        #expect(try answer(try await browser.get(request(made)))["code"] != nil)
        // The code a second time, and nothing of it is left.
        let again = try await token(site, made, grant)
        #expect(again.status == 400)
        #expect(try again.decoded(SignOnErrorDocument.self).error == "invalid_grant")
        let gone = try await program.get("/oauth/userinfo")
        #expect(gone.status == 401 && gone.header("WWW-Authenticate") == "Bearer error=\"invalid_token\"")
    }

    @Test func `who does not agree goes back with that, and a form from elsewhere agrees to nothing`() async throws {
        let (site, made) = try await site()
        var browser = try await AccountTests.signedUp(site)
        let page = try await browser.get(request(made))
        var forged = browser
        forged.headers = [.init("Sec-Fetch-Site") ?? .origin: "cross-site"]
        #expect(try await agree(&forged, page).status == 200)
        let unsigned = try await browser.post(request(made), ["do": "allow", "form": "x"])
        #expect(unsigned.status == 200 && unsigned.header("Location") == nil)
        let refused = try answer(try await agree(&browser, page, "refuse"))
        #expect(refused["error"] == "access_denied" && refused["code"] == nil && refused["state"] != nil)
    }

    @Test(arguments: [
        ["client_id": "nobody"], ["client_id": "no\u{0}body"], ["redirect_uri": "https://evil.example/"],
        ["redirect_uri": "https://platform.example/"],
    ])
    func `who asks from nowhere is sent nowhere`(change: [String: String]) async throws {
        let (site, made) = try await site()
        var browser = try await AccountTests.signedUp(site)
        let reply = try await browser.get(request(made, change))
        #expect(reply.status == 400 && reply.header("Location") == nil && reply.text.contains("不能登录到那个平台"))
        let english = try await browser.get(request(made, change) + "&lang=en")
        #expect(english.text.contains("cannot be signed in to"))
        let twice = try await browser.get(request(made) + "&redirect_uri=https://evil.example/")
        #expect(twice.status == 400 && twice.header("Location") == nil)
    }

    @Test(arguments: [
        (["response_type": "token"], "unsupported_response_type"), (["request": "a.b.c"], "request_not_supported"),
        (["prompt": "none"], "login_required"), (["code_challenge_method": "plain"], "invalid_request"),
    ])
    func `what else is wrong the program is told`(change: [String: String], error: String) async throws {
        let (site, made) = try await site()
        var browser = Browser(site)
        let back = try answer(try await browser.get(request(made, change)))
        #expect(back["error"] == error && back["iss"] == "http://ip.example" && back["state"] == "a&b=\r\nc 示例")
        #expect(back["error_description"]?.isEmpty == false)
        let twice = try answer(try await browser.get(request(made) + "&scope=openid"))
        #expect(twice["error"] == "invalid_request")
    }

    @Test func `prompt login asks for the password, and then goes on`() async throws {
        let (site, made) = try await site()
        var browser = try await AccountTests.signedUp(site)
        let asked = try await browser.get(request(made, ["prompt": "login"]))
        let confirm = try #require(asked.header("Location"))
        #expect(confirm.hasPrefix("/account/confirm?next="))
        let confirmed = try await browser.fill(confirm, ["password": AccountTests.password])
        let page = try await browser.get(try #require(confirmed.header("Location")))
        #expect(page.status == 200 && page.text.contains("同意并登录"))
    }

    // MARK: Programs

    @Test func `a program that does not say who it is gets nothing`() async throws {
        let (site, made) = try await site()
        var program = Browser(site)
        let form = ["grant_type": "refresh_token", "refresh_token": SecretToken().text]
        for header in [
            "Basic eDp5", "Basic %", "Bearer x", "Basic " + Data("\(made.client.id):wrong".utf8).base64EncodedString(),
        ] {
            program.headers[.authorization] = header
            let reply = try await program.post("/oauth/token", form)
            #expect(reply.status == 401 && reply.header("WWW-Authenticate") == "Basic realm=\"oauth\"")
            #expect(try reply.decoded(SignOnErrorDocument.self).error == "invalid_client")
        }
        program.headers[.authorization] = nil
        #expect(try await program.post("/oauth/token", form).status == 401)
        let address = "/oauth/token?client_id=\(made.client.id)&client_secret=\(made.secret ?? "")"
        #expect(try await program.post(address, form).status == 401)
        #expect(try await program.get("/oauth/token").status == 400)
        #expect(try await token(site, made, form).status == 400)
        #expect(try await program.get("/oauth/userinfo").status == 401)
    }

    @Test func `the node describes itself under its own address`() async throws {
        let (site, _) = try await site()
        for address in ["/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"] {
            let document = try await site.get(address).json()
            #expect(document["issuer"] as? String == "http://ip.example")
            #expect(document["token_endpoint"] as? String == "http://ip.example/oauth/token")
            #expect(document["code_challenge_methods_supported"] as? [String] == ["S256"])
        }
        let reply = try await site.get("/oauth/jwks.json")
        #expect(reply.header("Cache-Control") == "public, max-age=3600")
        let keys = try #require(try reply.json()["keys"] as? [[String: String]])
        #expect(keys.count == 1 && keys[0]["crv"] == "P-256" && keys[0]["d"] == nil && keys[0]["alg"] == "ES256")
    }

    // MARK: Consents and signing out

    @Test func `a consent is listed and withdrawn, and then it is asked again`() async throws {
        let (site, made) = try await site()
        var browser = try await AccountTests.signedUp(site)
        _ = try await agree(&browser, try await browser.get(request(made)))
        let page = try await browser.get("/account/consents")
        #expect(page.text.contains("示例 &lt;平台&gt;") && page.text.contains("注册所需的资料"))
        let done = try await browser.send(page, ["do": "withdraw", "purpose": made.client.entry])
        #expect(done.header("Location") == "/account/consents?done=withdrawn")
        let after = try await browser.get("/account/consents?done=withdrawn&lang=en")
        #expect(after.text.contains("You have agreed to no platform") && after.text.contains("no longer has access"))
        #expect(try await browser.get(request(made)).status == 200)
        #expect(try await browser.fill("/account/consents", ["do": "withdraw", "purpose": "client/x"]).status == 404)
    }

    @Test func `signing out asks, and goes back only where the program registered`() async throws {
        let (site, made) = try await site()
        var browser = try await AccountTests.signedUp(site)
        let fields = [
            "client_id": made.client.id, "post_logout_redirect_uri": "https://platform.example/left", "state": "s",
        ]
        let page = try await browser.get(Link.signOn(SignOnLink(.endSession, fields)).text)
        #expect(page.status == 200 && page.text.contains("示例 &lt;平台&gt;") && browser.cookies["session"] != nil)
        #expect(
            page.header("Content-Security-Policy")?.contains("form-action 'self' https://platform.example;") == true
        )
        let form = Browser.hidden(page)["form"] ?? ""
        let left = try await browser.post(
            "/oauth/end-session",
            fields.merging(["form": form, "do": "sign-out"]) { $1 }
        )
        #expect(left.header("Location") == "https://platform.example/left?state=s" && browser.cookies["session"] == nil)
        let evil = ["client_id": made.client.id, "post_logout_redirect_uri": "https://evil.example/"]
        #expect(try await browser.get(Link.signOn(SignOnLink(.endSession, evil)).text).status == 400)
        #expect(try await browser.get("/oauth/end-session").text.contains("已退出登录"))
    }

    // MARK: The administrator

    @Test func `nobody but the system administrator sees clients`() async throws {
        let (site, made) = try await site()
        var browser = try await AccountTests.signedUp(site)
        for address in ["/admin/clients", "/admin/clients.json", "/admin/clients/" + made.client.id] {
            #expect(try await browser.get(address).status == 403)
            let nobody = try await site.get(address)
            #expect(nobody.status == (address.hasSuffix(".json") ? 401 : 303))
        }
        #expect(try await browser.get("/admin/clients/abc").status == 404)
    }

    @Test func `an administrator registers a client, and its secret is shown once`() async throws {
        let (site, _) = try await site()
        var browser = try await AccountPagesTests.strong(site)
        let account = try await browser.get("/account.json").decoded(AccountDocument.self).account
        try await AdministerAccounts(site.accounts).grant(.systemAdministrator, to: account, in: .nation, reason: "示例")
        let page = try await browser.get("/admin/clients")
        #expect(page.status == 200 && page.text.contains("示例 &lt;平台&gt;"))
        let wish = [
            "do": "add", "name-zh": "新平台", "name-en": "New", "kind": "confidential", "scope": "openid email",
            "redirect": "https://new.example/a\r\nhttps://new.example/b", "reason": "示例：函 7",
        ]
        let wrong = try await browser.send(page, wish.merging(["redirect": "http://new.example/"]) { $1 })
        #expect(wrong.status == 400 && wrong.text.contains("登录后返回的地址不能用") && wrong.text.contains("新平台"))
        let made = try await browser.send(page, wish)
        #expect(made.status == 200 && made.header("Cache-Control") == "no-store")
        let id = try #require(made.text.firstMatch(of: /<p class="key">([a-z2-7]{26})<\/p>/)?.output.1)
        let secret = try #require(made.text.firstMatch(of: /<p class="key">([A-Za-z0-9_\-]{43})<\/p>/)?.output.1)
        let one = try await browser.get("/admin/clients/\(id)")
        #expect(one.text.contains("https://new.example/b") && !one.text.contains(secret))
        let list = try await browser.get("/admin/clients.json").decoded(ClientsDocument.self).clients
        #expect(list.map(\.nameZh) == ["新平台", "示例 <平台>"] && list[0].scopes == ["openid", "email"])
        #expect(list[0].by == account && list[0].reason == "示例：函 7")
        // What only adds is done at once; what takes an address away is asked about first.
        let change = wish.merging(["do": "change", "name-en": "Newer", "version": "1"]) { $1 }
        let added = try await browser.send(one, change)
        #expect(added.header("Location") == "/admin/clients/\(id)?done=changed", "\(added.status)")
        let less = change.merging(["redirect": "https://new.example/b", "version": "2"]) { $1 }
        let asked = try await browser.send(one, less)
        #expect(asked.status == 200 && asked.text.contains("https://new.example/a") && asked.text.contains("仍然修改"))
        #expect(
            try await browser.get("/admin/clients.json").decoded(ClientsDocument.self).clients[0].redirects.count == 2
        )
        let stale = try await browser.send(one, less.merging(["version": "1", "agree": "yes"]) { $1 })
        // What the other change made stands in the form; what was typed would overwrite it.
        #expect(stale.status == 409 && stale.text.contains("value=\"Newer\""))
        #expect(Browser.hidden(stale)["version"] == "2" && stale.text.contains("https://new.example/a"))
        // A field that is refused keeps the version that was looked at.
        let typed = try await browser.send(one, less.merging(["name-zh": ""]) { $1 })
        #expect(typed.status == 400 && Browser.hidden(typed)["version"] == "2")
        for version in ["", "x"] {
            #expect(
                try await browser.send(one, less.merging(["version": version, "agree": "yes"]) { $1 }).status == 409
            )
        }
        let agreed = try await browser.send(one, less.merging(["agree": "yes"]) { $1 })
        #expect(agreed.status == 303)
        let now = try await browser.get("/admin/clients/\(id)?lang=en")
        #expect(
            now.text.contains("Newer") && now.text.contains("Earlier versions") && now.values(of: "value").contains("3")
        )
        let nothing = try await browser.send(one, less.merging(["version": "3"]) { $1 })
        #expect(nothing.status == 400 && nothing.text.contains("没有不同"))
        let renewed = try await browser.send(one, ["do": "renew", "reason": "示例"])
        #expect(renewed.status == 200 && !renewed.text.contains(secret))
        let removed = try await browser.send(one, ["do": "remove", "reason": "示例"])
        #expect(removed.header("Location") == "/admin/clients?done=removed")
        #expect(try await browser.get("/admin/clients/\(id)").status == 404)
    }
}
