import Foundation
import HTTPTypes
import Identity
import Testing
import Wire

@testable import Web

/// Organisations and authorisations over HTTP, as people meet them.
struct OrganisationPagesTests {
    static let wish = [
        "do": "make", "kind": "organisation", "organisation-name": "示例·青石 <公司>", "credit-code": "91990000990000014B",
        "region": "110105",
    ]

    /// Makes an organisation, and gives the address of its page.
    static func make(_ browser: inout Browser, _ wish: [String: String] = wish) async throws -> String {
        let reply = try await browser.fill("/account/organisations", wish)
        #expect(reply.status == 303, "\(reply.text)")
        let location = try #require(reply.header("Location"))
        return String(try #require(location.split(separator: "?").first))
    }

    private func number(_ browser: inout Browser) async throws -> String {
        try await browser.get("/account.json").decoded(AccountDocument.self).account
    }

    @Test func `an organisation is made, somebody invited, accepts, acts and is dismissed`() async throws {
        let site = try await AccountTests.site()
        var anna = try await AccountTests.signedUp(site)
        var bert = try await AccountTests.signedUp(site, "b@example.cn")
        let none = try await anna.get("/account/organisations")
        #expect(none.status == 200 && none.text.contains("还没有单位"))
        let place = try await Self.make(&anna)
        let page = try await anna.get(place + "?done=made")
        #expect(page.text.contains("示例·青石 &lt;公司&gt;") && page.text.contains("未核验") && page.text.contains("您是管理人"))
        let names = page.values(of: "name")
        #expect(names.contains("number") && names.contains("consent"), "the representative is asked for the number")
        #expect(page.text.contains("110105 北京") && page.header("Cache-Control") == "no-store")
        let who = try await number(&bert)
        let invited = try await anna.fill(
            place,
            [
                "do": "invite", "who": who, "power": "agent", "business": "trademark", "until": "2099-12-31",
                "reason": "示例：任命书",
            ]
        )
        #expect(invited.header("Location") == place + "?done=invited-account")
        let waiting = try await bert.get("/account")
        #expect(waiting.text.contains("有 1 个邀请等您答复"))
        #expect(try await bert.get("/account.json").decoded(AccountDocument.self).invitations == 1)
        let list = try await bert.get("/account/authorisations.json").decoded(AuthorisationsDocument.self)
        let invitation = try #require(list.invitations.first)
        #expect(invitation.principalName == "示例·青石 <公司>" && invitation.state == "invited" && invitation.holder == nil)
        #expect(invitation.until == "2099-12-31T16:00:00Z" && invitation.business == ["trademark"])
        let item = try #require(invitation.id.split(separator: "/").last)
        #expect(try await bert.get(place).status == 404)
        let accepted = try await bert.fill("/account/authorisations/\(item)", ["do": "accept"])
        #expect(accepted.header("Location") == "/account/authorisations/\(item)?done=accepted")
        let acting = try await bert.get(place)
        #expect(acting.status == 200 && !acting.text.contains("谁替单位办事"))
        let document = try await bert.get(place + ".json").decoded(OrganisationPageDocument.self)
        #expect(document.organisation.powers == ["agent"] && document.people == nil && document.own.count == 1)
        let managed = try await anna.get(place + ".json").decoded(OrganisationPageDocument.self)
        #expect(managed.people?.map(\.power) == ["manager", "agent"])

        let empty = try await anna.fill("/account/authorisations/\(item)", ["do": "revoke", "reason": " "])
        #expect(empty.status == 400 && empty.text.contains("请写明原因"))
        let ended = try await anna.fill("/account/authorisations/\(item)", ["do": "revoke", "reason": "示例：调岗"])
        #expect(ended.header("Location") == "/account/authorisations/\(item)?done=revoked")
        for path in [place, place + ".json"] { #expect(try await bert.get(path).status == 404, "\(path)") }
        let past = try await anna.get(place + "?past=1")
        #expect(past.text.contains("以前的授权") && past.text.contains("已结束"))
        #expect(try await bert.get("/account/authorisations/\(item)").text.contains("示例：调岗"))
    }

    @Test func `the page says whether a message tells of the invitation`() async throws {
        var anna = try await AccountTests.signedUp(try await AccountTests.site())
        let place = try await Self.make(&anna)
        let form = ["do": "invite", "who": "b@example.cn", "power": "agent", "until": "", "reason": "示例"]
        let told = try await anna.fill(place, form)
        #expect(told.header("Location") == place + "?done=invited-told")
        #expect(try await anna.get(place + "?done=invited-told").text.contains("告诉对方的邮件这就发出"))
        let own = "/account/authorisations"
        #expect(try await anna.fill(own, form).header("Location") == own + "?done=invited-told")
        var silent = SiteFixture.cheap
        silent.mails = false
        var bert = try await AccountTests.signedUp(try await AccountTests.site(silent))
        #expect(try await bert.fill(own, form).header("Location") == own + "?done=invited")
        #expect(try await bert.get(own + "?done=invited&lang=en").text.contains("No message was sent"))
    }

    @Test func `another account of the same person becomes part of this one`() async throws {
        let site = try await AccountTests.site()
        var anna = try await AccountTests.signedUp(site)
        var other = try await AccountTests.signedUp(site, "b@example.cn")
        let place = try await Self.make(&other)
        #expect(try await anna.get(place).status == 404)
        let wrong = try await anna.fill(
            "/account/merge",
            ["do": "show", "email": "b@example.cn", "password": "not this one", "code": ""]
        )
        #expect(wrong.status == 401 && wrong.text.contains("邮箱和密码对不上"))
        let shown = try await anna.fill(
            "/account/merge",
            ["do": "show", "email": "b@example.cn", "password": AccountTests.password, "code": ""]
        )
        #expect(shown.status == 200 && shown.text.contains("示例·青石") && shown.text.contains("***@example.cn"))
        let merged = try await anna.send(shown, ["do": "merge"])
        #expect(merged.header("Location") == "/account?done=merged")
        #expect(try await anna.get(place).status == 200)
        #expect(try await other.get("/account").status == 303)
        let gone = try await other.fill(
            "/account/sign-in",
            ["email": "b@example.cn", "password": AccountTests.password]
        )
        #expect(gone.status == 401)
    }

    @Test func `what a leaver held is shown first and then handed over`() async throws {
        let site = try await AccountTests.site()
        var anna = try await AccountTests.signedUp(site)
        var bert = try await AccountTests.signedUp(site, "b@example.cn")
        let place = try await Self.make(&anna)
        let who = try await number(&bert)
        _ = try await anna.fill(place, ["do": "invite", "who": who, "power": "agent", "until": "", "reason": "示例"])
        let waiting = try await bert.get("/account/authorisations.json").decoded(AuthorisationsDocument.self)
            .invitations
        let invited = try #require(waiting.first?.id.split(separator: "/").last)
        _ = try await bert.fill("/account/authorisations/\(invited)", ["do": "accept"])
        let own = try #require(try await anna.get(place + ".json").decoded(OrganisationPageDocument.self).own.first)
        let address = "/account/authorisations/" + (try #require(own.id.split(separator: "/").last))
        let shown = try await anna.fill(address, ["do": "hand-over", "to": who, "reason": "示例：退休"])
        #expect(shown.status == 200 && shown.text.contains("会移交") && shown.text.contains("hand-over-now"))
        #expect(try await anna.get(place).status == 200, "nothing was done yet")
        let done = try await anna.send(shown, ["do": "hand-over-now", "to": who, "reason": "示例：退休"])
        #expect(done.header("Location") == "/account/organisations?done=handed-over")
        #expect(try await anna.get(place).status == 404)
        let document = try await bert.get(place + ".json").decoded(OrganisationPageDocument.self)
        #expect(document.organisation.powers == ["manager", "agent"])
        #expect(document.people?.contains { $0.power == "manager" && $0.predecessor == own.holder } == true)
    }

    @Test func `what was typed stays where it is refused, next to the reason`() async throws {
        let site = try await AccountTests.site()
        var anna = try await AccountTests.signedUp(site)
        var wrong = Self.wish
        wrong["credit-code"] = "91990000990000014L"
        let reply = try await anna.fill("/account/organisations", wrong)
        #expect(reply.status == 400 && reply.text.contains("最后一位是校验码"))
        #expect(reply.values(of: "value").contains("91990000990000014L"))
        let place = try await Self.make(&anna)
        let again = try await anna.fill("/account/organisations", Self.wish)
        #expect(again.status == 409 && again.text.contains("不必再登记"))
        for (who, words) in [("account/none", "没有这个账号编号"), ("a@example.cn", "这是您自己")] {
            let reply = try await anna.fill(
                place,
                ["do": "invite", "who": who, "power": "manager", "until": "", "reason": "示例：理由"]
            )
            #expect(reply.status == 400 && reply.text.contains(words), "\(who)")
            #expect(reply.values(of: "value").contains("示例：理由"))
        }
        let late = try await anna.fill(
            place,
            ["do": "invite", "who": "b@example.cn", "power": "agent", "until": "2020-02-31", "reason": "示例"]
        )
        #expect(late.status == 400 && late.text.contains("请填今天以后的一天"))
        #expect(try await anna.get(place + "?after=nonsense").status == 400)
        let own = try #require(
            try await anna.get(place + ".json").decoded(OrganisationPageDocument.self).own.first
        )
        let item = try #require(own.id.split(separator: "/").last)
        let last = try await anna.fill("/account/authorisations/\(item)", ["do": "revoke", "reason": "示例"])
        #expect(last.status == 409 && last.text.contains("至少要有一个没有期限的管理人"))
        let closed = try await anna.fill("/account/data", ["do": "close", "password": AccountTests.password])
        #expect(closed.status == 409 && closed.text.contains("至少要有一个没有期限的管理人"))
    }

    @Test func `nobody else's organisation or authorisation is told from one that does not exist`() async throws {
        let site = try await AccountTests.site()
        var anna = try await AccountTests.signedUp(site)
        var eve = try await AccountTests.signedUp(site, "e@example.cn")
        let place = try await Self.make(&anna)
        let own = try #require(try await anna.get(place + ".json").decoded(OrganisationPageDocument.self).own.first)
        let item = try #require(own.id.split(separator: "/").last)
        let none = String(repeating: "a", count: 26)
        for (real, absent) in [
            (place, "/account/organisations/\(none)"),
            ("/account/authorisations/\(item)", "/account/authorisations/\(none)"),
        ] {
            for suffix in ["", ".json"] {
                let (there, nowhere) = (try await eve.get(real + suffix), try await eve.get(absent + suffix))
                #expect(there.status == 404 && nowhere.status == 404, "\(real + suffix)")
            }
            let form = Browser.hidden(try await eve.get("/account"))
            for doing in ["invite", "correct", "close", "revoke", "accept", "decline"] {
                let sent = form.merging(
                    ["do": doing, "reason": "示例", "who": "b@example.cn", "power": "agent", "organisation-name": "示例"]
                ) { $1 }
                // What the page has no form for leads back to it, whatever it is.
                let (there, nowhere) = (try await eve.post(real, sent), try await eve.post(absent, sent))
                #expect(there.status == nowhere.status && [303, 404].contains(there.status), "\(doing)")
                #expect(!(there.header("Location") ?? "").contains("done="), "\(doing)")
            }
        }
        // Without the token of the session nothing is done at all.
        let bare = try await anna.post(place, ["do": "close", "reason": "示例"])
        #expect(bare.status == 403)
        #expect(try await anna.get(place).status == 200)
    }

    @Test func `the twins are as they are described`() async throws {
        let site = try await AccountTests.site()
        var anna = try await AccountTests.signedUp(site)
        let place = try await Self.make(&anna)
        let check = SchemaCheck(description: try await site.get("/openapi.json").json())
        let own = try #require(try await anna.get(place + ".json").decoded(OrganisationPageDocument.self).own.first)
        let item = try #require(own.id.split(separator: "/").last)
        for (path, schema) in [
            ("/account/organisations.json", "Organisations"), (place + ".json", "Organisation"),
            ("/account/authorisations.json", "Authorisations"),
            ("/account/authorisations/\(item).json", "Authorisation"),
        ] {
            let reply = try await anna.get(path)
            #expect(reply.status == 200 && reply.header("Cache-Control") == "no-store", "\(path)")
            #expect(check.faults(try reply.json(), schema: schema) == [], "\(path)")
        }
    }
}
