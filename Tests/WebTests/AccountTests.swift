import Domain
import Foundation
import HTTPTypes
import Identity
import Links
import Store
import Testing
import Wire

@testable import Web

/// Accounts over HTTP, with the real use cases over SQLite: signing up and in, and what a form may not do.
struct AccountTests {
    static let password = "杯子 seven 铁路 Lamp 窗台"

    static func site(
        _ accounts: Accounts.Options = SiteFixture.cheap,
        _ change: (inout WebServer.Options) -> Void = { _ in }
    ) async throws -> SiteFixture {
        try await SiteFixture(samples: 0, own: [OwnRecords.battery], accounts: accounts, change: change)
    }

    static func wish(_ email: String) -> [String: String] {
        ["name": "示例 <一>", "email": email, "password": password, "consent": "yes"]
    }

    /// A browser that has just made an account.
    static func signedUp(_ site: SiteFixture, _ email: String = "a@example.cn") async throws -> Browser {
        var browser = Browser(site)
        let reply = try await browser.fill("/account/sign-up", wish(email))
        #expect(reply.status == 303, "\(reply.text)")
        return browser
    }

    /// Another browser that signs in.
    static func signedIn(_ site: SiteFixture, _ email: String = "a@example.cn") async throws -> Browser {
        var browser = Browser(site)
        _ = try await browser.fill("/account/sign-in", ["email": email, "password": password])
        return browser
    }

    // MARK: Up, in and out

    @Test func `an account is made, signed out of and signed in to again`() async throws {
        let site = try await Self.site()
        var browser = try await Self.signedUp(site)
        let page = try await browser.get("/account")
        #expect(page.status == 200 && page.text.contains("a@example.cn") && page.text.contains("示例 &lt;一&gt;"))
        #expect(page.header("Cache-Control") == "no-store" && page.header("ETag") == nil)
        let out = try await browser.send(page, ["do": "sign-out"])
        #expect(out.status == 303 && out.header("Location") == "/account/sign-in?done=signed-out")
        #expect(browser.cookies["session"] == nil)
        #expect(try await browser.get("/account").header("Location") == "/account/sign-in")
        let said = try await browser.get("/account/sign-in?done=signed-out")
        #expect(said.text.contains("已退出登录"))
        let entered = try await browser.send(said, ["email": "A@Example.cn", "password": Self.password])
        #expect(entered.status == 303 && entered.header("Location") == "/account")
        #expect(try await browser.get("/account?lang=en").text.contains("My account"))
    }

    @Test func `a wrong password and an unknown address are told alike, and what was typed stays`() async throws {
        let site = try await Self.site()
        _ = try await Self.signedUp(site)
        var texts: [String] = []
        for email in ["a@example.cn", "b@example.cn"] {
            var browser = Browser(site)
            let reply = try await browser.fill("/account/sign-in", ["email": email, "password": "nothing like it"])
            #expect(reply.status == 401 && reply.header("Cache-Control") == "no-store")
            #expect(reply.header("WWW-Authenticate") != nil && reply.header("Location") == nil)
            #expect(browser.cookies["session"] == nil && !reply.text.contains("nothing like it"))
            #expect(reply.values(of: "value").contains(email))
            texts.append(
                reply.text.replacing(email, with: "").replacing(/name="form" value="[^"]*"/, with: "")
            )
        }
        #expect(texts[0] == texts[1] && texts[0].contains("邮箱和密码对不上"))
    }

    @Test(arguments: [
        (["name": " "], 400, "姓名不能用"), (["email": "a@"], 400, "邮箱地址不能用"), (["password": "short"], 400, "至少 10 个字符"),
        (["password": "password123"], 400, "很多人用过"), (["consent": ""], 400, "请勾选"),
        (["password": String(repeating: "长", count: 300)], 400, "最多 256 个字符"), (["email": "a@example.cn"], 409, "已有账号"),
    ])
    func `signing up says which rule, and makes nothing`(form: [String: String], status: Int, says: String) async throws
    {
        let site = try await Self.site()
        _ = try await Self.signedUp(site)
        var browser = Browser(site)
        let wish = Self.wish("b@example.cn").merging(form) { $1 }
        let reply = try await browser.fill("/account/sign-up", wish)
        #expect(reply.status == status && reply.text.contains(says), "\(reply.status)")
        #expect(browser.cookies["session"] == nil)
        let entered = try await browser.fill(
            "/account/sign-in",
            ["email": "b@example.cn", "password": wish["password"] ?? ""]
        )
        #expect(entered.status == 401)
    }

    @Test func `after some wrong tries one is told when to try again`() async throws {
        var options = SiteFixture.cheap
        options.accountTries.first = 600_000_000
        let site = try await Self.site(options)
        _ = try await Self.signedUp(site)
        var browser = Browser(site)
        var reply = try await browser.get("/account/sign-in")
        for _ in 0..<8 where reply.status != 429 {
            reply = try await browser.fill("/account/sign-in", ["email": "a@example.cn", "password": "not this one"])
        }
        #expect(reply.status == 429 && reply.text.contains("试得太多了"))
        let seconds = try #require(reply.header("Retry-After").flatMap { Int($0) })
        #expect((1...600).contains(seconds))
        #expect(reply.text.contains(try Regex("请在 [0-2][0-9]:[0-5][0-9]（\((seconds + 59) / 60) 分钟后）再试")))
        // The right password waits as well.
        let right = try await browser.fill("/account/sign-in", ["email": "a@example.cn", "password": Self.password])
        #expect(right.status == 429)
    }

    // MARK: Sessions

    @Test func `a session is ended by another, and the browser forgets it`() async throws {
        let site = try await Self.site()
        var first = try await Self.signedUp(site)
        var second = try await Self.signedIn(site)
        #expect(try await second.get("/account").status == 200)
        let page = try await first.get("/account")
        let id = try #require(page.text.firstMatch(of: /name="end" value="([A-Za-z0-9_-]{22})"/)?.output.1)
        let ended = try await first.send(page, ["end": String(id)])
        #expect(ended.header("Location") == "/account?done=ended")
        let turned = try await second.get("/account")
        #expect(turned.status == 303 && turned.header("Location") == "/account/sign-in")
        #expect(turned.header("Set-Cookie")?.hasPrefix("session=; Max-Age=0; Path=/") == true)
        #expect(second.cookies["session"] == nil && first.cookies["session"] != nil)
        #expect(try await first.get("/account").status == 200)
    }

    @Test func `a session of somebody else cannot be ended`() async throws {
        let site = try await Self.site()
        var first = try await Self.signedUp(site)
        var other = try await Self.signedUp(site, "b@example.cn")
        let document = try await other.get("/account.json").decoded(AccountDocument.self)
        _ = try await first.fill("/account", ["end": document.sessions[0].id])
        #expect(try await other.get("/account").status == 200)
    }

    @Test func `a token from before signing in is never adopted, and each signing in makes a new one`() async throws {
        let site = try await Self.site()
        _ = try await Self.signedUp(site)
        let planted = SecretToken().text
        var browser = Browser(site)
        browser.cookies["session"] = planted
        let page = try await browser.get("/account/sign-in")
        #expect(browser.cookies["session"] == nil)
        browser.cookies["session"] = planted
        _ = try await browser.send(page, ["email": "a@example.cn", "password": Self.password])
        let first = try #require(browser.cookies["session"])
        #expect(first != planted && SecretToken(first) != nil)
        var thief = Browser(site)
        thief.cookies["session"] = planted
        #expect(try await thief.get("/account").status == 303)
        // A second time, while signed in: the session from before is over.
        let again = try await Browser(site).site.get("/account/sign-in")
        #expect(again.status == 200)
        var other = Browser(site)
        let form = try await other.get("/account/sign-in")
        other.cookies["session"] = first
        _ = try await other.send(form, ["email": "a@example.cn", "password": Self.password])
        #expect(try #require(other.cookies["session"]) != first)
        thief.cookies["session"] = first
        #expect(try await thief.get("/account").status == 303)
    }

    @Test func `cookies are for this host alone, unseen by scripts, and over HTTPS only where that is known`()
        async throws
    {
        for (origin, prefix, end) in [("", "", ""), ("https://ip.example", "__Host-", "; Secure")] {
            let site = try await Self.site { $0.origin = origin }
            var browser = Browser(site)
            let page = try await browser.get("/account/sign-up")
            let form = try #require(page.header("Set-Cookie"))
            #expect(
                form.wholeMatch(of: /(__Host-)?form=[A-Za-z0-9_\-]{43}; Path=\/; HttpOnly; SameSite=Lax(; Secure)?/)
                    != nil
            )
            #expect(form.hasPrefix(prefix + "form=") && form.hasSuffix("SameSite=Lax" + end))
            let entered = try await browser.send(page, Self.wish("a@example.cn"))
            let cookies = entered.headers[values: .setCookie]
            let session = try #require(cookies.first { $0.hasPrefix(prefix + "session=") })
            let shape = /(__Host-)?session=[A-Za-z0-9_\-]{43}; Path=\/; HttpOnly; SameSite=Lax(; Secure)?/
            #expect(session.wholeMatch(of: shape) != nil && session.hasSuffix("SameSite=Lax" + end))
            #expect(cookies.contains(prefix + "form=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax" + end))
            #expect(browser.cookies.keys.sorted() == [prefix + "session"])
            #expect(try await browser.get("/account").status == 200)
        }
    }

    @Test func `over a network nobody signs in without encryption`() async throws {
        let places = ["/account/sign-up", "/account/sign-in"]
        let plain = try await Self.site()
        for address in places {
            let refused = try await plain.get(address, peer: "192.0.2.7")
            #expect(refused.status == 403 && refused.text.contains("这条连接没有加密"), "\(address)")
            #expect(!refused.text.contains("type=\"password\""))
            #expect(try await plain.get(address, peer: "::1").status == 200)
        }
        #expect(try await plain.get("/help", peer: "192.0.2.7").status == 200)
        let secure = try await Self.site { $0.origin = "https://ip.example" }
        let near = try #require(AddressBlock("192.0.2.0/24"))
        let trusting = try await Self.site { $0.trusted = [near] }
        for address in places {
            #expect(try await secure.get(address, peer: "192.0.2.7").status == 200)
            #expect(try await trusting.get(address, peer: "192.0.2.7").status == 200)
        }
    }

    @Test func `over a network without encryption nobody gets anything of an account, whatever session they have`()
        async throws
    {
        let site = try await SiteFixture.shared.value
        var fields = HTTPFields()
        fields[.cookie] = try await RouteTests.signedIn.value.cookies.map { $0.key + "=" + $0.value }
            .joined(separator: "; ")
        for route in Route.allCases where RoutePermission.table[route] == .signedIn {
            let reply = try await site.get(try await RouteTests.address(route), headers: fields, peer: "192.0.2.7")
            #expect(reply.status == (route.isPage ? 303 : 403), "\(route)")
            #expect(!reply.text.contains("routes@example.cn"), "\(route)")
            if route.isPage {
                #expect(reply.header("Location")?.hasPrefix("/account/sign-in") == true, "\(route)")
            } else {
                #expect(try reply.decoded(ProblemDocument.self).detail?.contains("HTTPS") == true, "\(route)")
            }
        }
        let secure = try await Self.site { $0.origin = "https://ip.example" }
        let browser = try await Self.signedUp(secure)
        fields[.cookie] = browser.cookies.map { $0.key + "=" + $0.value }.joined(separator: "; ")
        let twin = try await secure.get("/account.json", headers: fields, peer: "192.0.2.7")
        #expect(twin.status == 200 && twin.text.contains("a@example.cn"))
    }

    @Test func `over HTTPS a session without the prefix of its cookie is none`() async throws {
        let site = try await Self.site { $0.origin = "https://ip.example" }
        var browser = try await Self.signedUp(site)
        browser.cookies["session"] = browser.cookies.removeValue(forKey: "__Host-session")
        #expect(try await browser.get("/account").status == 303)
    }

    // MARK: Where one goes on

    @Test func `who is not signed in is led to the form and back, and programs get 401`() async throws {
        let site = try await Self.site()
        var browser = Browser(site)
        for route in Route.allCases where RoutePermission.table[route] == .signedIn {
            let reply = try await browser.get(try await RouteTests.address(route) + "?lang=en")
            #expect(reply.header("Cache-Control") == "no-store", "\(route)")
            if route.isPage {
                #expect(reply.status == 303, "\(route)")
                let location = try #require(reply.header("Location"))
                #expect(location.hasPrefix("/account/sign-in?") && location.hasSuffix("lang=en"), "\(location)")
            } else {
                #expect(reply.status == 401 && reply.header("WWW-Authenticate") != nil, "\(route)")
                let problem = try reply.decoded(ProblemDocument.self)
                #expect(problem.type == "urn:huizhi:problem:signed-out" && problem.status == 401)
            }
        }
        let asked = try await browser.get("/account/two-step")
        #expect(asked.header("Location") == "/account/sign-in?next=/account/two-step")
        let entered = try await browser.fill("/account/sign-up?next=/account/two-step", Self.wish("a@example.cn"))
        #expect(entered.header("Location") == "/account/two-step")
        let said = try await Browser(site).site.get("/account/data?done=corrected")
        #expect(said.header("Location") == "/account/sign-in?next=/account/data")
        // Who is signed in already just goes on.
        #expect(try await browser.get("/account/sign-in?next=/help").header("Location") == "/help")
    }

    @Test(arguments: [
        "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example",
        "https:evil.example", "/%2Fevil.example", "/\t/evil.example", "/help\r\nSet-Cookie: session=x",
        "javascript:alert(1)",
        "/help/../..//evil.example", "@evil.example", "http:///evil.example", "/help?a\nb", "\u{0}/help",
        "%2F%2Fevil.example",
    ])
    func `signing in leads nowhere else`(next: String) async throws {
        let site = try await Self.site()
        var browser = Browser(site)
        var wish = Self.wish("a@example.cn")
        wish["next"] = next
        let coded = next.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let entered = try await browser.fill("/account/sign-up?next=" + coded, wish)
        #expect(entered.status == 303 && entered.header("Location") == "/account")
        #expect(entered.headers[values: .setCookie].count == 2)
        let already = try await browser.get("/account/sign-in?next=" + coded)
        #expect(already.header("Location") == "/account")
    }

    // MARK: Forms

    @Test func `a form without the token of its page is refused and changes nothing`() async throws {
        let site = try await Self.site()
        var browser = try await Self.signedUp(site)
        var other = try await Self.signedUp(site, "b@example.cn")
        let foreign = Browser.hidden(try await other.get("/account"))["form"] ?? ""
        let before = Browser.hidden(try await Browser(site).site.get("/account/sign-in"))["form"] ?? ""
        for token in ["", "x", foreign, before, String(repeating: "A", count: 43)] {
            for (path, form) in [
                ("/account", ["do": "sign-out"]), ("/account", ["end": "others"]),
                ("/account/password", ["old": Self.password, "new": "another good 密码"]),
                ("/account/two-step", ["do": "begin"]), ("/account/confirm", ["password": Self.password]),
                ("/account/data", ["do": "correct", "name": "x"]),
                ("/account/data", ["do": "close", "password": Self.password]),
            ] {
                let reply = try await browser.post(path, form.merging(["form": token]) { $1 })
                #expect(reply.status == 403 && reply.text.contains("什么也没有改动"), "\(path) \(form)")
                #expect(reply.header("Cache-Control") == "no-store")
            }
        }
        let document = try await browser.get("/account.json").decoded(AccountDocument.self)
        #expect(document.name == "示例 <一>" && !document.twoStep)
        // Nobody signed in: the token of another browser does not do either.
        var stranger = Browser(site)
        let reply = try await stranger.post(
            "/account/sign-in",
            [
                "email": "a@example.cn", "password": Self.password, "form": before,
            ]
        )
        #expect(reply.status == 403 && stranger.cookies["session"] == nil)
    }

    @Test func `a form from a page of another site is refused, whatever it holds`() async throws {
        let site = try await Self.site { $0.origin = "https://ip.example" }
        for (name, value) in [
            ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://evil.example"),
        ] {
            var browser = Browser(site)
            let page = try await browser.get("/account/sign-up")
            browser.headers[try #require(HTTPField.Name(name))] = value
            let reply = try await browser.send(page, Self.wish("a@example.cn"))
            #expect(reply.status == 403 && browser.cookies["__Host-session"] == nil, "\(value)")
        }
    }

    @Test func `an address does nothing: only a form in the body does`() async throws {
        let site = try await Self.site()
        var browser = try await Self.signedUp(site)
        let token = Browser.hidden(try await browser.get("/account"))["form"] ?? ""
        #expect(try await browser.get("/account?do=sign-out&form=\(token)").status == 200)
        #expect(try await browser.get("/account").status == 200)
        let asked = try await browser.post("/account", ["asked": "do=sign-out&form=\(token)"])
        #expect(asked.status == 200 && browser.cookies["session"] != nil)
        #expect(try await browser.get("/account").status == 200)
        // A password in an address is not read, and not repeated.
        let secret = "zqxjkv-secret"
        var stranger = Browser(site)
        let page = try await stranger.get("/account/sign-in?email=a%40example.cn&password=\(secret)&lang=en")
        #expect(page.status == 200 && !page.text.contains(secret) && !page.text.contains("a@example.cn"))
        for path in ["/account/sign-in", "/account/sign-up"] {
            let reply = try await stranger.fill(path, ["email": "x@example.cn", "password": secret, "theme": "dark"])
            #expect(!reply.text.contains(secret) && reply.header("Location")?.contains(secret) != true, "\(path)")
        }
    }
}
