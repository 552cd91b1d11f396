import Foundation
import HTTPTypes
import Identity
import Links
import Mail
import Pages
import Store
import Testing
import Wire

@testable import Web

/// What belongs to who is signed in: the second step, the password, what is held, the end.
struct AccountPagesTests {
    private static let password = AccountTests.password

    /// Does what a page asks for; where that takes the password again, gives it and tries again.
    private func act(_ browser: inout Browser, _ place: String, _ form: [String: String]) async throws -> Reply {
        let reply = try await browser.fill(place, form)
        guard let location = reply.header("Location"), location.hasPrefix("/account/confirm") else { return reply }
        let confirmed = try await browser.fill(location, ["password": Self.password])
        #expect(confirmed.status == 303 && confirmed.header("Location") == place, "\(confirmed.status)")
        return try await browser.fill(place, form)
    }

    /// The key for an authenticator on the page that shows it.
    static func shownKey(_ page: Reply) throws -> TimeCode {
        let text = try #require(page.text.firstMatch(of: /<p class="key">([A-Z2-7 ]+)<\/p>/)?.output.1)
        return try #require(key(String(text)))
    }

    /// Sets the second step up; the key and the recovery codes.
    private func setUp(_ browser: inout Browser) async throws -> (key: TimeCode, recovery: [String]) {
        let begun = try await act(&browser, "/account/two-step", ["do": "begin"])
        let key = try Self.shownKey(begun)
        #expect(begun.values(of: "href").contains { $0.hasPrefix("otpauth://totp/") })
        let finished = try await browser.send(begun, ["do": "finish", "code": Self.code(key)])
        #expect(finished.status == 200 && finished.header("Cache-Control") == "no-store")
        return (key, finished.text.matches(of: /<li>([a-z0-9\-]{11})<\/li>/).map { String($0.output.1) })
    }

    @Test func `the second step is set up, asked for, passed by a recovery code once, and turned off`() async throws {
        let site = try await AccountTests.site()
        var browser = try await AccountTests.signedUp(site)
        let recovery = try await setUp(&browser).recovery
        #expect(recovery.count == 10)
        #expect(try await browser.get("/account.json").decoded(AccountDocument.self).recoveryCodesLeft == 10)

        for (code, isRight) in [("000 000", false), (recovery[0], true), (recovery[0], false)] {
            var other = Browser(site)
            let asked = try await other.fill(
                "/account/sign-in?next=/account/data",
                ["email": "a@example.cn", "password": Self.password]
            )
            #expect(asked.status == 200 && other.cookies["session"] == nil && asked.text.contains("one-time-code"))
            let reply = try await other.send(asked, ["code": code])
            #expect(reply.status == (isRight ? 303 : 401), "\(code)")
            #expect((other.cookies["session"] != nil) == isRight)
            if isRight { #expect(reply.header("Location") == "/account/data") }
            if !isRight { #expect(reply.text.contains("name=\"pending\"") && reply.text.contains("验证码不对")) }
        }
        let off = try await act(&browser, "/account/two-step", ["do": "remove"])
        #expect(off.header("Location") == "/account/two-step?done=two-step-off")
        #expect(!(try await browser.get("/account.json").decoded(AccountDocument.self).twoStep))
    }

    @Test func `the password is changed by who knows the old one, and ends the other sessions`() async throws {
        let site = try await AccountTests.site()
        var browser = try await AccountTests.signedUp(site)
        var other = try await AccountTests.signedIn(site)
        let new = "一本 brand 新的 Kettle 密码"
        let wrong = try await browser.fill("/account/password", ["old": "wrong one here", "new": new])
        #expect(wrong.status == 401 && wrong.text.contains("密码不对"))
        let weak = try await browser.fill("/account/password", ["old": Self.password, "new": "short"])
        #expect(weak.status == 400 && weak.text.contains("至少 10 个字符"))
        #expect(try await other.get("/account").status == 200)
        let changed = try await browser.fill("/account/password", ["old": Self.password, "new": new])
        #expect(changed.header("Location") == "/account?done=password")
        #expect(try await browser.get("/account?done=password").text.contains("密码已修改"))
        #expect(try await other.get("/account").status == 303)
        let old = try await other.fill("/account/sign-in", ["email": "a@example.cn", "password": Self.password])
        #expect(old.status == 401)
    }

    @Test func `the twins say what the pages say, as they are described`() async throws {
        let site = try await AccountTests.site()
        var browser = try await AccountTests.signedUp(site)
        let check = SchemaCheck(description: try await site.get("/openapi.json").json())
        for (path, schema) in [("/account.json", "Account"), ("/account/data.json", "HeldData")] {
            let reply = try await browser.get(path)
            #expect(reply.status == 200 && reply.header("Cache-Control") == "no-store" && reply.header("ETag") == nil)
            #expect(check.faults(try reply.json(), schema: schema) == [], "\(path)")
            #expect(reply.text.contains("a@example.cn") && !reply.text.contains(Self.password))
        }
        let document = try await browser.get("/account.json").decoded(AccountDocument.self)
        #expect(document.level == "unverified" && document.language == "zh")
        #expect(
            document.sessions.count == 1 && document.sessions[0].current && document.sessions[0].address == "127.0.0.x"
        )
        #expect(document.created.wholeMatch(of: /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
        let page = try await browser.get("/account")
        #expect(page.text.contains("未核验") && page.text.contains("127.0.0.x") && page.text.contains("保存 200 天"))
        #expect(try await browser.get("/account/data").text.contains("个人信息保护法第十三条第一款第二项"))
    }

    @Test func `a name is corrected, and the account closed by who knows the password`() async throws {
        let site = try await AccountTests.site()
        var browser = try await AccountTests.signedUp(site)
        let corrected = try await browser.fill(
            "/account/data",
            ["do": "correct", "name": "新名 & 公司", "language": "en"]
        )
        #expect(corrected.header("Location") == "/account/data?done=corrected")
        let document = try await browser.get("/account.json").decoded(AccountDocument.self)
        #expect(document.name == "新名 & 公司" && document.language == "en")
        let wrong = try await browser.fill("/account/data", ["do": "close", "password": "not this one"])
        #expect(wrong.status == 401 && wrong.text.contains("密码不对"))
        let closed = try await browser.fill("/account/data", ["do": "close", "password": Self.password])
        #expect(closed.header("Location") == "/account/sign-in?done=closed" && browser.cookies["session"] == nil)
        #expect(try await browser.get("/account/sign-in?done=closed").text.contains("账号已关闭"))
        let entered = try await browser.fill("/account/sign-in", ["email": "a@example.cn", "password": Self.password])
        #expect(entered.status == 401)
        // The address is free again.
        _ = try await AccountTests.signedUp(site)
    }

    @Test func `where no new accounts are made, who has one still signs in`() async throws {
        var options = SiteFixture.cheap
        options.isOpen = false
        let site = try await SiteFixture(samples: 0, own: [OwnRecords.battery], accounts: options)
        var browser = Browser(site)
        let page = try await browser.get("/account/sign-in")
        #expect(page.status == 200 && !page.text.contains("没有账号？注册"))
        let reply = try await browser.fill("/account/sign-up", AccountTests.wish("a@example.cn"))
        #expect(reply.status == 403 && reply.text.contains("不开放注册"))
    }

    @Test func `a node without a key says so, and everything public works`() async throws {
        let site = try await SiteFixture(samples: 0, own: [OwnRecords.battery], hasKey: false)
        for path in ["/account/sign-in", "/account/sign-up"] {
            let reply = try await site.get(path)
            #expect(reply.status == 503 && reply.text.contains("不能登录") && !reply.text.contains("type=\"password\""))
            #expect(try await site.post(path, AccountTests.wish("a@example.cn")).status == 503)
        }
        #expect(try await site.get("/account").status == 303)
        #expect(try await site.get("/account.json").status == 401)
        #expect(try await site.get("/search?q=a").status == 200)
    }

    @Test func `public pages are the same for who is signed in, and say nothing of them`() async throws {
        let site = try await AccountTests.site()
        var browser = try await AccountTests.signedUp(site)
        for path in ["/", "/help", "/patent/CN2021990000018"] {
            let (own, plain) = (try await browser.get(path), try await site.get(path))
            #expect(own.body == plain.body && own.header("ETag") == plain.header("ETag"), "\(path)")
            #expect(own.values(of: "href").contains("/account"), "\(path)")
        }
        #expect(try await site.get("/robots.txt").text.contains("Disallow: /account\n"))
    }

    @Test func `in confidential mode a place to go on to stands in no address of a page`() async throws {
        let site = try await AccountTests.site()
        var browser = Browser(site)
        browser.cookies["private"] = "yes"
        let page = try await browser.get("/account/sign-in?next=/account/data")
        let addresses = ["href", "action", "formaction"].flatMap(page.values)
        #expect(addresses.allSatisfy { !$0.contains("next=") } && page.text.contains("name=\"next\""))
        // A button of the page only asks.
        let asked = try await browser.post("/account/sign-up", ["asked": "next=/account/data&lang=en"])
        #expect(asked.status == 200 && asked.text.contains("Make an account"))
        let entered = try await browser.send(asked, AccountTests.wish("a@example.cn"))
        #expect(entered.status == 303 && entered.header("Location") == "/account/data")
    }

    @Test func `in confidential mode a form without HTTPS comes from null, and its token has to do`() async throws {
        let site = try await AccountTests.site()
        for (mode, status) in [("yes", 303), ("no", 403)] {
            var browser = Browser(site)
            browser.cookies["private"] = mode
            let page = try await browser.get("/account/sign-up")
            browser.headers[.origin] = "null"
            let reply = try await browser.send(page, AccountTests.wish(mode + "@example.cn"))
            #expect(reply.status == status)
            let forged = try await browser.post(
                "/account/sign-in",
                ["form": "x", "email": "a@example.cn", "password": "x"]
            )
            #expect(forged.status == 403)
        }
    }

    @Test func `a proxy beside the node is believed whom it speaks for, and nobody else is`() async throws {
        let site = try await AccountTests.site()
        var browser = Browser(site)
        let name = try #require(HTTPField.Name("X-Forwarded-For"))
        browser.headers[name] = "198.51.100.7, 203.0.113.9"
        let reply = try await browser.fill("/account/sign-up", AccountTests.wish("a@example.cn"))
        #expect(reply.status == 303)
        let document = try await browser.get("/account.json").decoded(AccountDocument.self)
        #expect(document.sessions[0].address == "203.0.113.x")
        let direct = try await AccountTests.site { $0.trusted = [] }
        var other = Browser(direct)
        other.headers[name] = "203.0.113.9"
        _ = try await other.fill("/account/sign-up", AccountTests.wish("a@example.cn"))
        let told = try await other.get("/account.json").decoded(AccountDocument.self)
        #expect(told.sessions[0].address == "127.0.0.x")
    }

    @Test func `every event has its words`() async throws {
        let pages = try await SiteFixture.shared.value.server.responder.site.pages
        for kind in EventKind.allCases { #expect(pages.text("account.event." + kind.rawValue, .en) != nil, "\(kind)") }
    }

    // MARK: Mail

    /// The code in the message that waits to be sent.
    private func mailed(_ site: SiteFixture) async throws -> (to: String, code: String)? {
        guard let job = try await site.store.claimJob(lease: .seconds(60), kind: Message.jobKind) else { return nil }
        _ = try await site.store.complete(job)
        let message = try Message(payload: job.payload)
        let code = try #require(message.text.firstMatch(of: /[a-z2-7]{4}-[a-z2-7]{4}/)?.output)
        return (message.to.text, String(code))
    }

    @Test func `a forgotten password is set again by a code, and nobody learns who has an account`() async throws {
        let site = try await AccountTests.site()
        var owner = try await AccountTests.signedUp(site)
        #expect(try await site.get("/account/sign-in").values(of: "href").contains("/account/reset"))
        var texts: [String] = []
        var pages: [Reply] = []
        var browser = Browser(site)
        for email in ["b@example.cn", "a@example.cn"] {
            let page = try await browser.fill("/account/reset", ["do": "send", "email": email])
            #expect(page.status == 200 && page.text.contains("10 分钟内有效"))
            texts.append(page.text.replacing(email, with: ""))
            pages.append(page)
        }
        #expect(texts[0] == texts[1])
        let message = try #require(try await mailed(site))
        #expect(message.to == "a@example.cn")
        #expect(try await mailed(site) == nil)
        let new = "一本 brand 新的 Kettle 密码"
        let wrong = try await browser.send(pages[1], ["do": "set", "code": "aaaa-aaaa", "password": new])
        #expect(
            wrong.status == 401 && wrong.text.contains("验证码不对") && wrong.values(of: "value").contains("a@example.cn")
        )
        let weak = try await browser.send(pages[1], ["do": "set", "code": message.code, "password": "short"])
        #expect(weak.status == 400 && weak.text.contains("至少 10 个字符") && weak.text.contains("name=\"code\""))
        #expect(try await owner.get("/account").status == 200)
        let done = try await browser.send(pages[1], ["do": "set", "code": message.code, "password": new])
        #expect(done.header("Location") == "/account/sign-in?done=reset" && browser.cookies["session"] == nil)
        #expect(try await owner.get("/account").status == 303)
        let entered = try await browser.fill("/account/sign-in", ["email": "a@example.cn", "password": new])
        #expect(entered.status == 303)
    }

    @Test func `an address is confirmed by a code, and another one taken`() async throws {
        let site = try await AccountTests.site()
        var browser = try await AccountTests.signedUp(site)
        let page = try await browser.get("/account/email")
        #expect(page.values(of: "value").contains("a@example.cn"))
        let sent = try await browser.send(page, ["do": "send", "email": "a@example.cn"])
        #expect(sent.text.contains("验证码已寄到 a@example.cn"))
        let code = try #require(try await mailed(site)).code
        let done = try await browser.send(sent, ["do": "set", "code": code])
        #expect(done.header("Location") == "/account?done=email")
        #expect(try await browser.get("/account.json").decoded(AccountDocument.self).emailConfirmed)
        let other = try await act(&browser, "/account/email", ["do": "send", "email": "neu@example.cn"])
        #expect(other.text.contains("验证码已寄到 neu@example.cn"))
        let next = try #require(try await mailed(site))
        _ = try await browser.send(other, ["do": "set", "code": next.code])
        #expect(try await browser.get("/account").text.contains("neu@example.cn"))
    }

    @Test func `a node that sends no mail says whom to ask`() async throws {
        var options = SiteFixture.cheap
        options.mails = false
        let site = try await AccountTests.site(options)
        var browser = try await AccountTests.signedUp(site)
        for path in ["/account/reset", "/account/email"] {
            let reply = try await browser.get(path)
            #expect(
                reply.status == 404 && reply.text.contains("不发邮件") && !reply.text.contains("name=\"do\" value=\"send\"")
            )
        }
        #expect(!(try await browser.get("/account").text.contains("/account/email")))
    }

    // MARK: Codes

    /// A browser that made an account and signed in with a code.
    static func strong(_ site: SiteFixture) async throws -> Browser {
        var browser = try await AccountTests.signedUp(site)
        let begun = try await browser.fill("/account/two-step", ["do": "begin"])
        let text = try #require(begun.text.firstMatch(of: /<p class="key">([A-Z2-7 ]+)<\/p>/)?.output.1)
        let code = code(try #require(key(String(text))))
        let finished = try await browser.send(begun, ["do": "finish", "code": code])
        let recovery = try #require(finished.text.firstMatch(of: /<li>([a-z0-9\-]{11})<\/li>/)?.output.1)
        var other = Browser(site)
        let asked = try await other.fill("/account/sign-in", ["email": "a@example.cn", "password": password])
        _ = try await other.send(asked, ["code": String(recovery)])
        return other
    }

    static func key(_ text: String) -> TimeCode? {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var bits = ""
        for letter in text where letter != " " {
            guard let value = letters.firstIndex(of: letter) else { return nil }
            let digits = String(value, radix: 2)
            bits += String(repeating: "0", count: 5 - digits.count) + digits
        }
        let bytes = stride(from: 0, to: bits.count / 8 * 8, by: 8).compactMap { start -> UInt8? in
            let first = bits.index(bits.startIndex, offsetBy: start)
            return UInt8(bits[first..<bits.index(first, offsetBy: 8)], radix: 2)
        }
        return TimeCode(secret: bytes)
    }

    static func code(_ key: TimeCode) -> String {
        key.code(at: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }
}
