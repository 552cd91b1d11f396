import Domain
import Foundation
import HTTPTypes
import Identity
import Links
import Testing

@testable import Web

/// Signing in with accounts of another node over HTTP: two sites, one the OpenID Provider of the other.
struct ProviderPagesTests {
    /// Asks the site that plays the provider.
    private struct Wire: OutsideConnection {
        let site: SiteFixture

        func answer(
            from address: String,
            form: String?,
            authorization: String?,
            atMost bytes: Int
        ) async throws -> (status: Int, body: [UInt8]) {
            var fields = HTTPFields()
            if form != nil { fields[.contentType] = "application/x-www-form-urlencoded" }
            fields[.authorization] = authorization
            let path = address.replacing("http://localhost:9000", with: "")
            let body = form.map { Array($0.utf8) }
            let reply = try await site.get(path, method: form == nil ? .get : .post, headers: fields, body: body)
            return (reply.status, reply.body)
        }
    }

    private struct World {
        let provider, site: SiteFixture
        /// Somebody who is signed in at the provider.
        var person: Browser
    }

    private func world() async throws -> World {
        let provider = try await AccountTests.site { $0.origin = "http://localhost:9000" }
        let back = "http://localhost:9001/account/providers/sample/return"
        let wish = ClientWish(nameZh: "示例", nameEn: "Sample", redirects: [back])
        let made = try await provider.singleSignOn.clients.add(wish, reason: "示例", by: .operator)
        let declared = try OutsideProvider(
            id: "sample",
            name: Bilingual("示例 <平台>", "Sample <platform>"),
            issuer: "http://localhost:9000",
            client: made.client.id,
            secret: made.secret
        )
        let site = try await SiteFixture(
            samples: 0,
            own: [OwnRecords.battery],
            providers: [declared],
            over: Wire(site: provider)
        ) { $0.origin = "http://localhost:9001" }
        return World(
            provider: provider,
            site: site,
            person: try await AccountTests.signedUp(provider, "there@example.cn")
        )
    }

    /// The browser goes through the provider, where it is signed in and agrees; the address back at the site.
    private func back(_ reply: Reply, _ world: inout World) async throws -> String {
        let address = try #require(reply.header("Location"))
        #expect(reply.status == 303 && address.hasPrefix("http://localhost:9000/oauth/authorize?"), "\(reply.text)")
        var answer = try await world.person.get(address.replacing("http://localhost:9000", with: ""))
        if let place = answer.header("Location"), place.hasPrefix("/account/confirm") {
            #expect(address.contains("prompt=login"), "only where somebody links")
            let sure = try await world.person.fill(place, ["password": AccountTests.password])
            answer = try await world.person.get(try #require(sure.header("Location")))
        }
        if answer.status == 200 {
            var form = ["do": "allow"]
            for match in answer.text.matches(of: /<input type="hidden" name="([a-z_]+)" value="([^"]*)">/)
            where (SignOnLink.names + ["form", "lang"]).contains(String(match.output.1)) {
                form[String(match.output.1)] = Reply.plain(String(match.output.2))
            }
            answer = try await world.person.post("/oauth/authorize", form)
        }
        let location = try #require(answer.header("Location"))
        #expect(location.hasPrefix("http://localhost:9001/account/providers/sample/return?code="), "\(location)")
        return location.replacing("http://localhost:9001", with: "")
    }

    /// What is shown to somebody whose account at the provider nobody has linked, once the provider asked again who it is.
    private func stranger(_ reply: Reply, _ browser: inout Browser, _ world: inout World) async throws -> Reply {
        let again = try await browser.get(try await back(reply, &world))
        #expect(again.header("Location")?.contains("&prompt=login&max_age=0") == true)
        return try await browser.get(try await back(again, &world))
    }

    private static let go = ["do": "outside", "provider": "sample"]

    @Test func `somebody who is new signs up by the provider, and is signed in by it the next time`() async throws {
        var world = try await world()
        var browser = Browser(world.site)
        let page = try await browser.get("/account/sign-in?next=/fees&lang=en")
        #expect(page.text.contains("Sign in with Sample &lt;platform&gt;"))
        #expect(
            page.header("Content-Security-Policy")?.contains("form-action 'self' http://localhost:9000;") == true
        )
        let returned = try await stranger(try await browser.send(page, Self.go), &browser, &world)
        #expect(returned.status == 200 && returned.header("Cache-Control") == "no-store")
        // The account is named before a password is typed, here by the beginning of its number.
        #expect(returned.text.contains(/The account “[^”]{12}…” with which you signed in at Sample &lt;platform&gt;/))
        #expect(returned.text.contains("is not linked with an account here") && browser.cookies["session"] == nil)
        let hidden = Browser.hidden(returned)
        #expect(hidden["next"] == "/fees" && hidden["linking"]?.count == 43)
        let begun = try await browser.post("/account/sign-up", hidden.merging(["do": "begin"]) { $1 })
        #expect(begun.status == 200 && Browser.hidden(begun)["linking"] == hidden["linking"])
        // What was typed wrong may be corrected; the link still waits.
        let wrong = try await browser.send(begun, AccountTests.wish("new@example.cn").merging(["name": ""]) { $1 })
        #expect(wrong.status == 400 && Browser.hidden(wrong)["linking"] == hidden["linking"])
        let entered = try await browser.send(wrong, AccountTests.wish("new@example.cn"))
        #expect(entered.status == 303 && entered.header("Location") == "/fees")
        let held = try await browser.get("/account/data.json").json()
        #expect((held["links"] as? [[String: String]])?.first?["provider"] == "sample")
        let overview = try await browser.get("/account?lang=en")
        #expect(
            overview.text.contains("/account/providers") && overview.text.contains("Outside account linked: sample")
        )

        var other = Browser(world.site)
        let again = try await back(try await other.fill("/account/sign-in", Self.go), &world)
        let signedIn = try await other.get(again)
        #expect(signedIn.status == 303 && signedIn.header("Location") == "/account")
        #expect(try await other.get("/account").text.contains("new@example.cn"))
        // The same answer a second time, and in a browser that did not begin.
        let replayed = try await Browser(world.site).reading(again)
        #expect(replayed.status == 400 && replayed.text.contains("这次登录已经作废"))
    }

    @Test func `an account is linked on its page after the password, taken by no second one, and unlinked`()
        async throws
    {
        var world = try await world()
        var anna = try await AccountTests.signedUp(world.site)
        let page = try await anna.get("/account/providers")
        #expect(page.text.contains("还没有关联") && page.text.contains("关联示例 &lt;平台&gt;的账号"))
        let linked = try await anna.get(try await back(try await anna.send(page, ["provider": "sample"]), &world))
        #expect(linked.status == 303 && linked.header("Location") == "/account/providers?done=linked")
        var bert = try await AccountTests.signedUp(world.site, "b@example.cn")
        let taken = try await bert.get(
            try await back(try await bert.fill("/account/providers", ["provider": "sample"]), &world)
        )
        #expect(taken.status == 409 && taken.text.contains("已经关联了另一个账号"))
        // Who came by the provider has to give the password before unlinking.
        var other = Browser(world.site)
        _ = try await other.get(try await back(try await other.fill("/account/sign-in", Self.go), &world))
        let unsure = try await other.get("/account/providers")
        #expect(!unsure.text.contains("name=\"unlink\"") && unsure.text.contains("/account/confirm"))
        let shown = try await anna.get("/account/providers?done=linked")
        let id = try #require(shown.text.firstMatch(of: /name="unlink" value="([^"]+)"/)?.output.1)
        let asked = try await other.send(unsure, ["unlink": String(id)])
        #expect(asked.header("Location")?.hasPrefix("/account/confirm?next=/account/providers") == true)
        let done = try await anna.send(shown, ["unlink": String(id)])
        #expect(done.header("Location") == "/account/providers?done=unlinked")
        #expect(try await other.get("/account").status == 303, "its session is over")
    }

    @Test func `who has an account signs in once more and is linked; a form from elsewhere begins nothing`()
        async throws
    {
        var world = try await world()
        _ = try await AccountTests.signedUp(world.site)
        var browser = Browser(world.site)
        var forged = Browser(world.site)
        let page = try await forged.get("/account/sign-in")
        forged.headers = [.init("Sec-Fetch-Site") ?? .origin: "cross-site"]
        #expect(try await forged.send(page, Self.go).status == 403)
        let begun = try await browser.fill("/account/sign-in", Self.go)
        let returned = try await stranger(begun, &browser, &world)
        let form = ["email": "a@example.cn", "password": "wrong password"]
        let hidden = Browser.hidden(returned)
        let wrong = try await browser.post("/account/sign-in", hidden.merging(form) { $1 })
        #expect(wrong.status == 401 && wrong.text.contains("还没有关联本站的账号"))
        let entered = try await browser.post(
            "/account/sign-in",
            hidden.merging(["email": "a@example.cn", "password": AccountTests.password]) { $1 }
        )
        #expect(entered.header("Location") == "/account/providers?done=linked")
        #expect(try await browser.get("/account/providers").text.contains("name=\"unlink\""))
        // The token is used up: the next one is told so before anything is done.
        var late = Browser(world.site)
        let form2 = try await late.get("/account/sign-in")
        let stale = try await late.send(
            form2,
            ["linking": hidden["linking"] ?? "", "email": "a@example.cn", "password": "x"]
        )
        #expect(stale.status == 400 && stale.text.contains("这次登录已经作废"))
    }

    @Test func `without providers there are no buttons, and an unknown one is nowhere`() async throws {
        let site = try await AccountTests.site()
        var browser = try await AccountTests.signedUp(site)
        #expect(try await browser.get("/account/providers").text.contains("本站没有接入别的平台"))
        #expect(try await browser.get("/account").text.contains("/account/providers") == false)
        #expect(try await browser.get("/account/providers/sample/return?state=x").status == 404)
        #expect(try await browser.fill("/account/providers", ["provider": "sample"]).status == 404)
        #expect(try await Browser(site).reading("/account/sign-in").text.contains("value=\"outside\"") == false)
    }
}

extension Browser {
    /// Asks once, without keeping cookies.
    fileprivate func reading(_ address: String) async throws -> Reply {
        var copy = self
        return try await copy.get(address)
    }
}
