import Foundation
import HTTPTypes
import Identity
import Links
import Testing
import Wire

@testable import Web

/// Keys for programs over HTTP: made on their page, sent in a header, refused as RFC 6750 says.
struct KeysTests {
    private static let program = "203.0.113.9"

    /// Makes a key on the page.
    private static func make(_ browser: inout Browser, _ scope: String, addresses: String = "") async throws -> String {
        let form = ["do": "make", "name": "示例 <同步>", "scope": scope, "addresses": addresses, "until": ""]
        let reply = try await browser.fill("/account/keys", form)
        #expect(reply.status == 200 && reply.header("Cache-Control") == "no-store", "\(reply.text)")
        return String(try #require(reply.text.firstMatch(of: /<p class="key">(hz_[a-z2-7]{39})<\/p>/)?.output.1))
    }

    private static func get(
        _ site: SiteFixture,
        _ address: String,
        _ key: String,
        method: HTTPRequest.Method = .get,
        peer: String? = program
    ) async throws -> Reply {
        try await site.get(address, method: method, headers: [.authorization: "Bearer " + key], peer: peer)
    }

    @Test func `a key is made, shown once, used, listed and revoked`() async throws {
        let site = try await AccountTests.site { $0.keyQuota = Quota(calls: 100, seconds: 60) }
        var browser = try await AccountTests.signedUp(site)
        let empty = try await browser.get("/account/keys")
        #expect(empty.text.contains("还没有密钥") && empty.text.contains("Bearer $KEY"))
        let key = try await Self.make(&browser, "search")

        let reply = try await Self.get(site, "/search.json?q=a", key)
        #expect(reply.status == 200)
        #expect(reply.header("RateLimit-Policy") == "\"key\";q=100;w=60, \"key-day\";q=1000000;w=86400")
        let standing = try #require(reply.header("RateLimit"))
        #expect(standing.hasPrefix("\"key\";r=99;t=1, \"key-day\";r=999999;t="), "\(standing)")

        let page = try await browser.get("/account/keys")
        #expect(!page.text.contains(key.dropFirst(3)) && page.text.contains("示例 &lt;同步&gt;"))
        #expect(page.text.contains("203.0.113.x") && page.text.contains("今天已用 1／1,000,000"))
        let check = SchemaCheck(description: try await site.get("/openapi.json").json())
        let twin = try await browser.get("/account/keys.json")
        #expect(check.faults(try twin.json(), schema: "Keys") == [])
        let keys = try twin.decoded(KeysDocument.self)
        #expect(keys.keys.map(\.usedToday) == [1] && keys.keys[0].inForce && keys.keys[0].scopes == ["search"])
        #expect(try await browser.get("/account").text.contains("生成程序密钥"))
        #expect(try await browser.get("/account/data").text.contains("程序密钥"))

        let revoked = try await browser.send(page, ["revoke": keys.keys[0].id])
        #expect(revoked.header("Location") == "/account/keys?done=key-revoked")
        #expect(try await browser.get("/account/keys?done=key-revoked").text.contains("立刻失效"))
        let refused = try await Self.get(site, "/search.json?q=a", key)
        #expect(refused.status == 401 && refused.header("Content-Type") == "application/problem+json")
        #expect(refused.header("WWW-Authenticate")?.contains("error=\"invalid_token\"") == true)
        #expect(try refused.decoded(ProblemDocument.self).type == "urn:huizhi:problem:bad-key")
    }

    @Test func `what cannot be is said beside what was typed`() async throws {
        let site = try await AccountTests.site()
        var browser = try await AccountTests.signedUp(site)
        for (form, says) in [
            (["scope": "none"], "至少选一项"), (["until": "2000-01-01"], "365 天以后"), (["addresses": "1.2.3"], "「1.2.3」不是地址"),
            (["name": ""], "姓名不能用"),
        ] {
            let typed = ["do": "make", "name": "示例名", "scope": "search", "until": "", "addresses": "192.0.2.7"]
            let reply = try await browser.fill("/account/keys", typed.merging(form) { $1 })
            #expect(reply.status == 400 && reply.text.contains(says), "\(says)")
            if form["name"] == nil { #expect(reply.values(of: "value").contains("示例名")) }
            if form["addresses"] == nil { #expect(reply.text.contains("192.0.2.7</textarea>")) }
        }
        #expect(try await browser.get("/account/keys.json").decoded(KeysDocument.self).keys == [])
    }

    @Test func `the form is shown to who proved lately who they are`() async throws {
        var accounts = SiteFixture.cheap
        accounts.stepUp = .zero
        let site = try await AccountTests.site(accounts)
        var browser = try await AccountTests.signedUp(site)
        let page = try await browser.get("/account/keys")
        #expect(!page.text.contains("name=\"scope\""))
        let asked = try await browser.send(page, ["do": "begin"])
        #expect(asked.header("Location") == "/account/confirm?next=/account/keys")
        let made = try await browser.send(page, ["do": "make", "name": "a", "scope": "search"])
        #expect(made.header("Location") == "/account/confirm?next=/account/keys")
        #expect(try await browser.get("/account/keys.json").decoded(KeysDocument.self).keys == [])
    }

    @Test func `a key opens what its scopes name, never pages, and never changes anything`() async throws {
        let site = try await AccountTests.site { $0.origin = "https://ip.example" }
        var browser = try await AccountTests.signedUp(site)
        let (search, account) = (
            try await Self.make(&browser, "search"), try await Self.make(&browser, "account:read")
        )
        for (key, address, status) in [
            (search, "/search.json?q=a", 200), (search, "/search.csv?q=a", 200), (search, "/index.json", 200),
            (search, "/patent/CN2021990000018.json", 403), (search, "/account.json", 403),
            (search, "/search?q=a", 403), (search, "/account", 403), (search, "/account/keys", 403),
            (account, "/account.json", 200), (account, "/account/data.json", 200), (account, "/account/keys.json", 200),
            (account, "/search.json?q=a", 403), (account, "/account", 403), (account, "/account/keys", 403),
            (account, "/account/data", 403), (account, "/names/propose", 403), (account, "/nowhere", 404),
            (account, "/metrics", 403),
        ] {
            let reply = try await Self.get(site, address, key)
            #expect(reply.status == status, "\(address)")
            guard status == 403 else { continue }
            let challenge = try #require(reply.header("WWW-Authenticate"), "\(address)")
            #expect(challenge.contains("error=\"insufficient_scope\""), "\(address)")
            #expect(reply.header("Content-Type") == "application/problem+json", "\(address)")
        }
        let record = try await Self.get(site, "/patent/CN2021990000018.json", search)
        #expect(record.header("WWW-Authenticate")?.hasSuffix("scope=\"records\"") == true)
        let form = try await site.get(
            "/account/keys",
            method: .post,
            headers: [.authorization: "Bearer " + account, .contentType: "application/x-www-form-urlencoded"],
            body: Array("revoke=key/a".utf8)
        )
        #expect(form.status == 403)
        let document = try await Self.get(site, "/account.json", account).decoded(AccountDocument.self)
        #expect(document.sessions.count == 1 && !document.sessions[0].current)
    }

    @Test func `every form for programs takes a key, and no page does`() {
        for route in Route.allCases {
            let isForPrograms =
                !route.isPage && RoutePermission.table[route] != .trusted
                && ![.asset, .icon, .robots, .live, .ready].contains(route)
                // What is done for others is done by people.
                && !["/admin", "/account/organisations", "/account/authorisations", "/oauth", "/.well-known"].contains {
                    route.template.hasPrefix($0)
                }
            #expect((route.keyScopes != nil) == isForPrograms, "\(route)")
            #expect(route.keyScopes?.isEmpty != true)
            if RoutePermission.table[route] == .signedIn, isForPrograms { #expect(route.keyScopes == [.account]) }
        }
    }

    @Test(arguments: [
        "hz_", "hz_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "hz_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaxgapccy", "other", "",
    ])
    func `what is no key is refused alike`(text: String) async throws {
        let site = try await SiteFixture.shared.value
        let reply = try await Self.get(site, "/search.json?q=a", text)
        // A header without a token is none.
        #expect(reply.status == (text.isEmpty ? 200 : 401))
        if !text.isEmpty {
            #expect(reply.header("WWW-Authenticate") == "Bearer realm=\"huizhi\", error=\"invalid_token\"")
        }
    }

    @Test func `a key that is not for the address it comes from is none`() async throws {
        let site = try await AccountTests.site()
        var browser = try await AccountTests.signedUp(site)
        let key = try await Self.make(&browser, "search", addresses: "203.0.113.0/24\n2001:db8::/32")
        #expect(try await Self.get(site, "/search.json?q=a", key).status == 200)
        #expect(try await Self.get(site, "/search.json?q=a", key, peer: "2001:db8::9").status == 200)
        #expect(try await Self.get(site, "/search.json?q=a", key, peer: "198.51.100.1").status == 401)
        let name = try #require(HTTPField.Name("X-Forwarded-For"))
        let proxied = try await site.get(
            "/search.json?q=a",
            headers: [.authorization: "Bearer " + key, name: "198.51.100.1"]
        )
        #expect(proxied.status == 401)
    }

    @Test func `a key in the address is refused and not repeated`() async throws {
        let site = try await AccountTests.site()
        var browser = try await AccountTests.signedUp(site)
        let key = try await Self.make(&browser, "search")
        for address in ["/search.json?q=a&key=" + key, "/search?q=" + key, "/" + key] {
            let reply = try await site.get(address)
            #expect(reply.status == 400 && reply.text.contains("网址里有密钥"), "\(address)")
            #expect(!reply.values(of: "href").contains { $0.contains(key) }, "\(address)")
        }
    }

    @Test func `a key has quotas of its own, also where its network has used up its`() async throws {
        var accounts = SiteFixture.cheap
        accounts.keyDayQuota = 3
        let site = try await AccountTests.site(accounts) {
            $0.networkQuota = Quota(calls: 1, seconds: 3_600)
            $0.keyQuota = Quota(calls: 2, seconds: 1)
        }
        var browser = try await AccountTests.signedUp(site)
        let key = try await Self.make(&browser, "search")
        #expect(try await site.get("/search.json?q=a", peer: Self.program).status == 200)
        #expect(try await site.get("/search.json?q=a", peer: Self.program).status == 429)
        var statuses: [Int] = []
        var last: Reply?
        for _ in 0..<40 where statuses.filter({ $0 == 200 }).count < 3 {
            last = try await Self.get(site, "/search.json?q=a", key)
            statuses.append(last?.status ?? 0)
            try await Task.sleep(for: .milliseconds(200))
        }
        #expect(statuses.filter { $0 == 200 }.count == 3)
        try await Task.sleep(for: .milliseconds(600))
        let over = try await Self.get(site, "/search.json?q=a", key)
        #expect(over.status == 429 && over.header("RateLimit")?.contains("\"key-day\";r=0;") == true)
        let wait = try #require(over.header("Retry-After").flatMap { Int($0) })
        #expect((1...86_400).contains(wait))
    }
}
