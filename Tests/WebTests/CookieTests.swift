import HTTPTypes
import Testing

@testable import Web

/// How a reader's display is chosen and kept.
struct CookieTests {
    @Test func `a choice sets a cookie and comes back to the same page`() async throws {
        let reply = try await SiteFixture.shared.value.get("/search?q=%E7%94%B5%E6%B1%A0&sort=newest&theme=dark")
        #expect(reply.status == 303)
        #expect(reply.header("Location") == "/search?q=%E7%94%B5%E6%B1%A0&sort=newest")
        let cookie = try #require(reply.header("Set-Cookie"))
        #expect(cookie.hasPrefix("theme=dark; Max-Age=31536000"))
        #expect(cookie.contains("SameSite=Lax") && cookie.contains("HttpOnly") && cookie.contains("Path=/"))
    }

    @Test func `following the system forgets both cookies`() async throws {
        let reply = try await SiteFixture.shared.value.get("/help?lang=en&display=standard")
        #expect(reply.status == 303 && reply.header("Location") == "/help?lang=en")
        let cookies = reply.headers[values: .setCookie]
        #expect(cookies.count == 2)
        #expect(cookies.contains { $0.hasPrefix("theme=; Max-Age=0") })
        #expect(cookies.contains { $0.hasPrefix("size=; Max-Age=0") })
    }

    @Test func `the cookies decide how every page looks, and nothing else is believed`() async throws {
        let fixture = try await SiteFixture.shared.value
        var headers = HTTPFields()
        headers[.cookie] = "other=1; theme=contrast; size=large"
        for address in ["/", "/search?q=%E7%94%B5%E6%B1%A0", "/nowhere"] {
            let page = try await fixture.get(address, headers: headers).text
            #expect(page.contains("data-theme=\"contrast\"") && page.contains("data-size=\"large\""), "\(address)")
        }
        headers[.cookie] = "theme=\"><script>; size"
        let page = try await fixture.get("/", headers: headers).text
        #expect(!page.contains("data-theme") && !page.contains("data-size"))
    }

    @Test func `over HTTPS every cookie is secure, and browsers remember to come that way`() async throws {
        let site = try await SiteFixture(samples: 0, own: [OwnRecords.battery]) { $0.origin = "https://ip.example" }
        for choice in ["theme=dark", "size=large", "private=yes", "display=standard", "private=no"] {
            let reply = try await site.get("/?" + choice)
            #expect(reply.headers[values: .setCookie].allSatisfy { $0.hasSuffix("; Secure") }, "\(choice)")
            #expect(reply.header("Strict-Transport-Security") == "max-age=31536000; includeSubDomains")
        }
        let plain = try await SiteFixture.shared.value.get("/?theme=dark")
        #expect(
            plain.header("Strict-Transport-Security") == nil && plain.header("Set-Cookie")?.contains("Secure") == false
        )
    }

    @Test func `a choice never leads to another site`() async throws {
        for address in ["//evil.example/?theme=dark", "/%2Fevil.example?theme=dark", "/nowhere?theme=dark"] {
            let reply = try await SiteFixture.shared.value.get(address)
            #expect(reply.status == 404, "\(address) \(reply.headers)")
        }
    }
}
