import Foundation
import HTTPTypes
import Links
import Testing

@testable import Web

/// Confidential mode on the web, and the page that says what is kept.
struct ConfidentialTests {
    private static let cookie = "private=yes"
    private static let coded = "%E7%94%B5%E6%B1%A0"

    private func get(_ address: String, cookie: String = cookie) async throws -> Reply {
        var headers = HTTPFields()
        headers[.cookie] = cookie
        return try await SiteFixture.shared.value.get(address, headers: headers)
    }

    @Test func `the switch goes to the place without what was asked there, and back`() async throws {
        let fixture = try await SiteFixture.shared.value
        for address in [
            "/search?q=\(Self.coded)", "/patent/CN2021990000018?q=\(Self.coded)&at=1", "/history?h=\(Self.coded)",
        ] {
            let path = String(address.prefix { $0 != "?" })
            let entered = try await fixture.get(address + "&private=yes")
            #expect(entered.status == 303 && entered.header("Location") == path)
            #expect(entered.header("Set-Cookie")?.hasPrefix("private=yes; Max-Age=31536000; Path=/") == true)
            let left = try await get(address + "&private=no")
            #expect(left.status == 303 && left.header("Location") == path)
            #expect(left.header("Set-Cookie")?.hasPrefix("private=; Max-Age=0") == true)
        }
    }

    @Test func `nothing may be stored, nobody hears where one comes from, and files stay`() async throws {
        for address in [
            "/", "/search?q=\(Self.coded)", "/patent/CN2021990000018", "/help", "/kept", "/nowhere", "/search.json?q=a",
        ] {
            let reply = try await get(address)
            #expect(reply.header("Cache-Control") == "no-store" && reply.header("ETag") == nil, "\(address)")
            #expect(reply.header("Referrer-Policy") == "no-referrer", "\(address)")
            #expect(
                reply.header("Content-Security-Policy")?.hasPrefix("connect-src 'none'; default-src 'none'") == true
            )
        }
        let script = try await get(RouteTests.asset("kept.js"))
        #expect(script.header("Cache-Control")?.contains("immutable") == true)
        let plain = try await get("/search?q=a", cookie: "private=no")
        #expect(plain.header("Cache-Control") == "no-cache" && !plain.text.contains("id=\"asked\""))
    }

    @Test func `every button leads where its link would have led`() async throws {
        let fixture = try await SiteFixture.shared.value
        let page = try await fixture.post("/search", ["q": "电池", "per": "10"], cookie: Self.cookie)
        #expect(page.status == 200 && page.header("Location") == nil)
        let buttons = page.text.matches(of: /formaction="([^"#]+)[^"]*" name="asked" value="([^"]+)"/)
            .map { (path: String($0.output.1), query: Reply.plain(String($0.output.2))) }
        let links = try await fixture.get("/search?q=\(Self.coded)&per=10").values(of: "href")
        let asked = Set(links.filter { $0.contains("q=\(Self.coded)") }.map { String($0.prefix { $0 != "#" }) })
        #expect(buttons.count > 40)
        for (path, query) in buttons where query.contains("q=\(Self.coded)") && !query.contains("=dark") {
            #expect(asked.contains(path + "?" + query), "\(path) \(query)")
        }
        for wanted in ["page=2", "sort=newest", "f.", "in=patent", "lang=en", "at=1"] {
            let (path, query) = try #require(buttons.first { $0.query.contains(wanted) })
            let reply = try await fixture.post(path, ["asked": query], cookie: Self.cookie)
            #expect(reply.status == 200, "\(path) \(query)")
            let open = try await fixture.get(path + "?" + query)
            #expect(Self.main(reply) == Self.main(open), "\(path) \(query)")
        }
    }

    /// The words of a page below its head, without its times.
    private static func main(_ reply: Reply) -> String {
        let text = reply.text
        guard let start = text.range(of: "<main"), let end = text.range(of: "</main>") else { return "" }
        return text[start.lowerBound..<end.lowerBound].replacing(/<[^>]*>/, with: "").replacing(
            /[\d.,]+ (毫秒|ms)/,
            with: ""
        )
        .replacing(/订阅新记录|Feed of new records/, with: "").filter { !$0.isWhitespace }
    }

    @Test func `what is sent as a form is answered at once, never by an address`() async throws {
        let fixture = try await SiteFixture.shared.value
        for (path, fields, says) in [
            ("/history", ["h": "电池\n#1"], "#1"), ("/numbers", ["n": "CN202199000001.8"], "惠知校验用固态电池"),
            ("/translate", ["q": "ti any \"a b\""], "id=\"result\""), ("/fields", ["TI": "电池"], "<mark>电池</mark>"),
            ("/like", ["q": "一种固态电池，用于校验。"], "<mark>"), ("/fees", ["filed": "2019-03-05"], "id=\"result\""),
            ("/search", ["q": "(电池"], "value=\"(电池\""), ("/patent/CN2021990000018", ["q": "电池", "at": "1"], "固态电池"),
            ("/names", ["pick": "示例电池公司"], "示例电池公司"), ("/names", ["q": "电池"], "value=\"电池\""),
            ("/related", ["q": "电池"], "电池"), ("/compare", ["record": "电池"], "电池"), ("/classes", ["q": "电池"], "H01M"),
            ("/concordance", ["s": "电池"], "电池"), ("/codes", ["q": "电池"], "电池"),
        ] {
            let reply = try await fixture.post(path, fields, cookie: Self.cookie)
            #expect(reply.header("Location") == nil && [200, 400].contains(reply.status), "\(path) \(reply.status)")
            #expect(reply.text.contains(says), "\(path)")
            let addresses = ["href", "action", "formaction", "src"].flatMap(reply.values)
            #expect(addresses.allSatisfy { !$0.contains(Self.coded) && !$0.contains("电池") }, "\(path)")
        }
    }

    @Test func `a display chosen on a page of hits is shown at once`() async throws {
        let fixture = try await SiteFixture.shared.value
        let reply = try await fixture.post("/search", ["asked": "q=\(Self.coded)&theme=dark"], cookie: Self.cookie)
        #expect(reply.status == 200 && reply.text.contains("data-theme=\"dark\"") && reply.text.contains("<mark>电池"))
        #expect(reply.header("Set-Cookie")?.hasPrefix("theme=dark; Max-Age=31536000") == true)
    }

    @Test func `the page says which cookies there are, how long, and what the log has`() async throws {
        let fixture = try await SiteFixture.shared.value
        let page = try await fixture.get("/privacy")
        // Written by hand: what the statement promises to readers.
        for name in [
            "theme", "size", "private", "id", "method", "route", "status", "bytes", "milliseconds", "spelling",
            "holder",
            "verdict", "reason", "day", "times", "state", "answer", "decided_on",
        ] {
            #expect(page.text.contains("rowheader\">\(name)"), "\(name)")
        }
        #expect(page.text.contains("检索框里输入时") && page.text.contains("/suggest.json"))
        #expect(page.text.contains("保存 365 天") && page.text.contains("href=\"/privacy?private=yes\""))
        var set: Set<String> = []
        for choice in ["theme=dark", "size=large", "display=standard", "private=yes", "private=no"] {
            for cookie in try await fixture.get("/?" + choice).headers[values: .setCookie] {
                set.insert(String(cookie.prefix { $0 != "=" }))
                #expect(cookie.contains("Max-Age=31536000") || cookie.contains("Max-Age=0"))
            }
        }
        #expect(set == ["theme", "size", "private"])
        #expect(page.text.contains("示例：联系方式"))
        // Signing in sets these, and how long what happened is kept comes from the use case.
        #expect(page.text.contains("<li>session： ") && page.text.contains("<li>form： "))
        #expect(page.text.contains("登录事件保存 200 天") && page.text.contains("id=\"accounts\""))
        let own = try await SiteFixture(samples: 0, own: [OwnRecords.battery]) { options in
            options.operatorName = "示例市"
            options.privacyNote = "日志保存 <30> 天\n电话 000"
        }
        let filled = try await own.get("/privacy").text
        #expect(
            filled.contains("运营：示例市") && filled.contains("日志保存 &lt;30&gt; 天</p><p>电话 000")
                && !filled.contains("示例：联系方式")
        )
    }
}
