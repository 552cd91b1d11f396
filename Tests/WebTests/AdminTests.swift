import Foundation
import Identity
import Links
import Store
import Testing
import Wire

@testable import Web

/// Pages of who administers accounts: what each of the three sees and does, and what the owner of an account is told.
struct AdminTests {
    private static let reason = "示例：核对证件"

    /// A site with an account that is looked after, and its id.
    private func site() async throws -> (SiteFixture, Browser, String) {
        let site = try await AccountTests.site()
        var anna = try await AccountTests.signedUp(site, "anna@example.cn")
        let id = try await Administrator.account(&anna)
        return (site, anna, id)
    }

    @Test func `who has no role is told how one gets one, and reaches nothing`() async throws {
        let (_, browser, id) = try await site()
        var anna = browser
        let page = try await anna.get("/admin")
        #expect(page.status == 200 && page.text.contains("您没有管理角色") && page.header("Cache-Control") == "no-store")
        #expect(!(try await anna.get("/account").values(of: "href")).contains("/admin"))
        for path in [
            "/admin/accounts", "/admin/grants", "/admin/\(id)", "/admin/account/\(String(repeating: "a", count: 26))",
        ] {
            #expect(try await anna.get(path).status == 403, "\(path)")
            #expect(try await anna.get(path + ".json").status == 403, "\(path)")
        }
        let form = ["form": try token(page: try await anna.get("/account")), "do": "unmask", "reason": Self.reason]
        #expect(try await anna.post("/admin/\(id)", form).status == 403)
        #expect(try await anna.get("/admin?lang=en").text.contains("You have no role of administration"))
    }

    @Test func `a role counts only in a session that began with the second step`() async throws {
        let (site, browser, id) = try await site()
        var anna = browser
        try await AdministerAccounts(site.accounts).grant(.systemAdministrator, to: id, in: .nation, reason: "示例")
        let page = try await anna.get("/admin")
        #expect(page.text.contains("还差第二步") && page.values(of: "href").contains("/account/two-step"))
        #expect(try await anna.get("/account").values(of: "href").contains("/admin"))
        #expect(try await anna.get("/admin/accounts").status == 403)
    }

    @Test func `the system administrator finds an account masked, and what is unmasked the owner reads`() async throws {
        let (site, browser, id) = try await site()
        var (anna, ada) = (browser, try await Administrator(site, .systemAdministrator, "ada@example.cn"))
        let list = try await ada.browser.get("/admin/accounts")
        #expect(list.status == 200 && list.text.contains("a***@example.cn") && !list.text.contains("anna@example.cn"))
        #expect(list.text.contains("示* &lt;**") || list.text.contains("示* "), "the name is masked")
        let found = try await ada.browser.send(list, ["who": "Anna@example.cn"])
        #expect(found.status == 303 && found.header("Location") == "/admin/\(id)")
        let unknown = try await ada.browser.send(list, ["who": "nobody@example.cn"])
        #expect(unknown.status == 404 && unknown.text.contains("没有这个邮箱或编号的账号"))
        let page = try await ada.browser.get("/admin/\(id)")
        #expect(page.status == 200 && page.text.contains("a***@example.cn") && !page.text.contains("anna@example.cn"))
        #expect(!(try await anna.get("/account/data").text.contains(Self.reason)))

        let blank = try await ada.browser.send(page, ["do": "unmask", "reason": "  "])
        #expect(blank.status == 400 && blank.text.contains("填理由") && !blank.text.contains("anna@example.cn"))
        let shown = try await ada.browser.send(page, ["do": "unmask", "reason": Self.reason])
        #expect(shown.status == 200 && shown.text.contains("anna@example.cn") && shown.text.contains("示例 &lt;一&gt;"))
        #expect(shown.header("Cache-Control") == "no-store")

        let told = try await anna.get("/account/data")
        #expect(told.text.contains("系统管理员") && told.text.contains(Self.reason) && !told.text.contains("ada@"))
        let reply = try await anna.get("/account/data.json")
        let check = SchemaCheck(description: try await site.get("/openapi.json").json())
        #expect(check.faults(try reply.json(), schema: "HeldData") == [])
        let looks = try reply.decoded(HeldDocument.self).disclosures
        #expect(looks.map(\.viewer) == ["system-administrator"] && looks.map(\.fields) == [["name", "email"]])
        #expect(looks[0].action == "readAccount" && looks[0].reason == Self.reason && looks[0].place == nil)
        // Nobody administers roles besides, and nobody looks into their own account here.
        #expect(try await ada.browser.get("/admin/grants").status == 403)
        let own = try await ada.browser.get("/admin/\(ada.account)")
        #expect(own.status == 200 && !own.values(of: "value").contains("unmask"))
        let self_ = try await ada.browser.send(own, ["do": "unmask", "reason": Self.reason])
        #expect(self_.status == 403)
    }

    @Test func `an account is suspended with a reason, and restored`() async throws {
        let (site, browser, id) = try await site()
        var (anna, ada) = (browser, try await Administrator(site, .systemAdministrator, "ada@example.cn"))
        let page = try await ada.browser.get("/admin/\(id)")
        #expect(try await ada.browser.send(page, ["do": "suspend", "reason": ""]).status == 400)
        #expect(try await anna.get("/account").status == 200)
        let done = try await ada.browser.send(page, ["do": "suspend", "reason": Self.reason])
        #expect(done.status == 303 && done.header("Location") == "/admin/\(id)?done=suspended")
        #expect(try await anna.get("/account").status == 303)
        let again = try await ada.browser.send(page, ["do": "suspend", "reason": Self.reason])
        #expect(again.status == 409 && again.text.contains("已经是这样了"))
        let suspended = try await ada.browser.get("/admin/\(id)?done=suspended")
        #expect(suspended.text.contains("账号已停用") && suspended.text.contains(Self.reason))
        let back = try await ada.browser.send(suspended, ["do": "restore", "reason": Self.reason])
        #expect(back.header("Location") == "/admin/\(id)?done=restored")
        let entered = try await anna.fill(
            "/account/sign-in",
            ["email": "anna@example.cn", "password": AccountTests.password]
        )
        #expect(entered.status == 303)
        // The log names who did it.
        let changes = try await site.store.changes(after: .start, limit: 1_000).changes.filter { $0.entry == id }
        #expect(changes.suffix(2).map(\.author) == [ada.account, ada.account])
    }

    @Test func `the security administrator grants and revokes, to others and one of the three roles at most`()
        async throws
    {
        let (site, browser, id) = try await site()
        var (anna, bea) = (browser, try await Administrator(site, .securityAdministrator, "bea@example.cn"))
        let page = try await bea.browser.get("/admin/grants")
        #expect(page.status == 200 && page.text.contains(bea.account) == false && page.text.contains("安全管理员"))
        var wish = [
            "who": id, "role": "staff", "scope": "region", "place": "1101", "reason": Self.reason,
            "until": "2099-12-31",
        ]
        let cases: [([String: String], Int, String)] = [
            (["who": "anna@example.cn"], 404, "没有这个编号的账号"), (["who": "x@example.cn"], 404, "没有这个编号的账号"),
            (["place": "北京"], 400, "范围不对"), (["scope": "nation"], 400, "范围不对"), (["reason": ""], 400, "填理由"),
            (["until": "2099-02-30"], 400, "最后一天不对"), (["until": "2001-01-01"], 400, "最后一天不对"),
            (["role": "person"], 400, "不能授予"), (["who": bea.account], 403, "不允许"),
        ]
        for (change, status, says) in cases {
            let reply = try await bea.browser.send(page, wish.merging(change) { $1 })
            #expect(
                reply.status == status && (status == 403 || reply.text.contains(says)),
                "\(change): \(reply.status)"
            )
        }
        #expect(try await anna.get("/account.json").decoded(AccountDocument.self).roles == [])
        let granted = try await bea.browser.send(page, wish)
        #expect(granted.header("Location") == "/admin/grants?done=granted")
        let role = try #require(try await anna.get("/account.json").decoded(AccountDocument.self).roles.first)
        #expect(role.role == "staff" && role.place == "1101" && role.until == "2099-12-31T16:00:00Z")
        #expect(try await bea.browser.send(page, wish).status == 409)
        for (name, status) in [("audit-administrator", 303), ("system-administrator", 409)] {
            wish.merge(["role": name, "scope": "nation", "place": ""]) { $1 }
            #expect(try await bea.browser.send(page, wish).status == status, "\(name)")
        }

        let check = SchemaCheck(description: try await site.get("/openapi.json").json())
        let twin = try await bea.browser.get("/admin/grants.json?account=\(id)&role=staff")
        #expect(check.faults(try twin.json(), schema: "Grants") == [])
        let grants = try twin.decoded(GrantsDocument.self).grants
        #expect(grants.map(\.role) == ["staff"] && grants[0].by == bea.account && grants[0].name.hasPrefix("示*"))
        let path = "/admin/" + (try #require(grants.first?.grant))
        let one = try await bea.browser.get(path)
        #expect(one.status == 200 && one.text.contains(Self.reason))
        #expect(try await bea.browser.send(one, ["do": "revoke", "reason": ""]).status == 400)
        let revoked = try await bea.browser.send(one, ["do": "revoke", "reason": "示例：离职"])
        #expect(revoked.header("Location") == path + "?done=revoked")
        #expect(try await bea.browser.send(one, ["do": "revoke", "reason": "示例"]).status == 409)
        let left = try await anna.get("/account.json").decoded(AccountDocument.self).roles.map(\.role)
        #expect(left == ["audit-administrator"])
        // Accounts are not hers to look at.
        #expect(try await bea.browser.get("/admin/accounts").status == 403)
    }

    @Test func `a security administrator of a region sees and takes back what holds within it alone`() async throws {
        let (site, _, id) = try await site()
        let administer = AdministerAccounts(site.accounts)
        for code in ["1101", "12"] { try await administer.grant(.staff, to: id, in: .region(code), reason: "示例") }
        var bea = try await Administrator(site, .securityAdministrator, "bea@example.cn", in: .region("11"))
        let seen = try await bea.browser.get("/admin/grants.json").decoded(GrantsDocument.self).grants
        #expect(seen.map(\.place) == ["11", "1101"] || seen.map(\.place) == ["1101", "11"])
        let all = try await site.store.entries(of: "grant", where: "account", is: id, limit: 9).map(\.entry)
        let other = try #require(all.first { name in !seen.contains { $0.grant == name } })
        let none = "grant/" + String(repeating: "a", count: 26)
        let form = [
            "form": try token(page: try await bea.browser.get("/account")), "do": "revoke", "reason": Self.reason,
        ]
        for path in [other, none] {
            #expect(try await bea.browser.get("/admin/" + path).status == 404, "\(path)")
            #expect(try await bea.browser.post("/admin/" + path, form).status == 404, "\(path)")
        }
        let page = try await bea.browser.get("/admin/grants")
        let wish = ["who": id, "role": "staff", "scope": "nation", "place": "", "reason": Self.reason]
        #expect(try await bea.browser.send(page, wish).status == 403)
    }

    @Test func `grave things ask for the password again, and a form without its token does nothing`() async throws {
        var options = SiteFixture.cheap
        options.stepUp = .zero
        let site = try await AccountTests.site(options)
        var anna = try await AccountTests.signedUp(site, "anna@example.cn")
        let id = try await Administrator.account(&anna)
        try await AdministerAccounts(site.accounts).grant(.systemAdministrator, to: id, in: .nation, reason: "示例")
        #expect(try await anna.get("/admin").text.contains("还差第二步"))

        let (usual, _, account) = try await self.site()
        var ada = try await Administrator(usual, .systemAdministrator, "ada@example.cn")
        let forged = try await ada.browser.post("/admin/\(account)", ["form": "x", "do": "suspend", "reason": "示例"])
        #expect(forged.status == 403 && forged.text.contains("表单不是从本站的页面发出的"))
        #expect(
            try await ada.browser.get("/admin/\(account).json").decoded(AdminAccountDocument.self).state == "active"
        )
    }

    @Test func `lists go on where the page before ended, and miss nobody`() async throws {
        let (site, _, _) = try await site()
        for number in 0..<60 {
            _ = try await site.accounts.signUp(
                SignUp(
                    name: "示例",
                    email: "n\(number)@example.org",
                    password: AccountTests.password,
                    language: "zh",
                    consents: true
                ),
                from: Origin(address: "192.0.2.\(number)", agent: nil)
            )
        }
        var ada = try await Administrator(site, .systemAdministrator, "ada@example.cn")
        var ids: [String] = []
        var next: String? = "/admin/accounts.json"
        var pages: [Int] = []
        while let address = next, pages.count < 9 {
            let document = try await ada.browser.get(address).decoded(AdminAccountsDocument.self)
            ids += document.accounts.map(\.account)
            pages.append(document.accounts.count)
            next = document.next
        }
        #expect(pages == [50, 12] && Set(ids).count == 62)
        #expect(try await ada.browser.get("/admin/accounts").values(of: "rel").contains("next"))
    }

    private func token(page: Reply) throws -> String { try #require(Browser.hidden(page)["form"]) }
}
