import Declarations
import Domain
import Identity
import Registers
import Testing

@testable import Web

/// Forms of entries over HTTP: what may be written by whom, what is told where something is wrong, and two people for one
/// change.
struct EntryFormTests {
    private static let new = "/registers/outlet/new"

    private func staff(_ site: SiteFixture, _ name: String, in region: String = "61") async throws -> Browser {
        try await Administrator(site, .staff, name + "@example.cn", in: .region(region)).browser
    }

    @Test func `who is not signed in is led there, and who may not write is told what to do`() async throws {
        let site = try await RegisterPagesTests.site()
        let id = try await site.saved("outlet", DeclaredOutlets.whole)
        for path in [Self.new, "/registers/\(id)/edit", "/registers/outlet/proposals"] {
            let reply = try await site.get(path)
            #expect(reply.status == 303 && reply.header("Location")?.contains("/account/sign-in") == true)
        }
        var person = try await AccountTests.signedUp(site, "person@example.cn")
        for path in [Self.new, "/registers/\(id)/edit"] {
            let page = try await person.get(path)
            #expect(page.status == 403 && page.text.contains("联系安全管理员") && !page.text.contains("v.name"), "\(path)")
            let form = [
                "form": Browser.hidden(try await person.get("/account"))["form"] ?? "", "v.name": "甲",
                "v.region": "610100",
            ]
            #expect(try await person.post(path, form).status == 403)
        }
        #expect(try await person.get("/registers/internal-file/new").status == 404)
        #expect(try await person.get("/registers/outlet/proposals").text.contains("没有等待批准的修改"))
        #expect(try await site.get("/registers/\(id).json").json()["version"] as? Int == 1)
    }

    @Test func `wrong values are told above and at their fields, and what was typed stays`() async throws {
        let site = try await RegisterPagesTests.site()
        var anna = try await staff(site, "anna")
        let page = try await anna.get(Self.new)
        #expect(page.status == 200 && page.text.contains("添加网点") && page.header("Cache-Control") == "no-store")
        let typed = [
            "v.region": "火星", "v.hours": "always", "v.website": "ftp://x", "v.head.duty": "主任", "v.posts": "三",
            "v.location.latitude": "91", "v.location.longitude": "1", "v.tags": "一\r\n二", "v.directions": "a\r\nb <c>",
        ]
        let wrong = try await anna.send(page, typed)
        #expect(wrong.status == 400)
        for text in [
            "有 7 处需要改", "请填写名称", "href=\"#f.name\"", "href=\"#f.region\"", "href=\"#f.location.latitude\"",
            "“火星”不是行政区划", "id=\"f.hours-error\"", "value=\"火星\"", "value=\"always\"", "value=\"主任\"", "一\n二</textarea>",
            "a\nb &lt;c&gt;</textarea>", "填好的内容都在",
        ] {
            #expect(wrong.text.contains(text), "\(text)")
        }
        let english = try await anna.get(Self.new + "?lang=en")
        let told = try await anna.send(english, ["v.region": "610100"])
        #expect(told.status == 400 && told.text.contains("Name is missing") && told.text.contains("1 thing to correct"))
    }

    @Test func `one proposes, another approves, and then everybody sees it`() async throws {
        let site = try await RegisterPagesTests.site()
        var (anna, bert) = (try await staff(site, "anna"), try await staff(site, "bert", in: "610000"))
        var carl = try await staff(site, "carl", in: "51")
        let fields = [
            "v.name": "示例 <新网点>", "v.region": "西安市", "v.services": "advice", "v.hours": "周一至周五 9:00-17:00",
            "v.head.name": "林示一", "v.tags": "一\r\n二\r\n", "v.state": "planned", "note": "新设 <一>",
        ]
        let sent = try await anna.fill(Self.new, fields)
        let place = try #require(sent.header("Location"))
        #expect(
            sent.status == 303 && place.hasPrefix("/registers/outlet/proposals/") && place.hasSuffix("?done=proposed")
        )
        let proposal = String(place.prefix { $0 != "?" })
        let own = try await anna.get(place)
        #expect(own.text.contains("等另一位工作人员批准") && own.text.contains("value=\"withdraw\""))
        #expect(!own.text.contains("value=\"approve\""))
        #expect(try await carl.get(proposal).status == 404)
        #expect(!(try await carl.get("/registers/outlet/proposals").text).contains("新网点"))
        #expect(try await bert.get("/registers/outlet/proposals").text.contains("示例 &lt;新网点&gt;"))
        let shown = try await bert.get(proposal)
        for text in ["新设 &lt;一&gt;", "陕西省西安市", "林示一", "咨询", "Mo-Fr 09:00-17:00", "value=\"approve\""] {
            #expect(shown.text.contains(text), "\(text)")
        }
        // A form of another session does nothing.
        #expect(try await anna.send(shown, ["do": "approve"]).status == 403)
        let approved = try await bert.send(shown, ["do": "approve"])
        let entry = try #require(approved.header("Location"))
        #expect(approved.status == 303 && entry.hasSuffix("?done=approved"))
        let page = try await site.get(String(entry.prefix { $0 != "?" }))
        #expect(page.status == 200 && page.text.contains("示例 &lt;新网点&gt;") && !page.text.contains("林示一"))
        let late = try await bert.send(shown, ["do": "approve"])
        #expect(late.status == 409 && late.text.contains("已经有了决定"))
        #expect(try await bert.get("/registers/outlet/proposals").text.contains("没有等待批准的修改"))
    }

    @Test func `a change waits alone, is refused with words, or taken back`() async throws {
        let site = try await RegisterPagesTests.site()
        let id = try await site.saved("outlet", DeclaredOutlets.whole)
        var (anna, bert) = (try await staff(site, "anna"), try await staff(site, "bert"))
        let form = try await anna.get("/registers/\(id)/edit")
        #expect(
            form.text.contains("value=\"示例 &lt;网点&gt;\"") && form.text.contains("name=\"v.leaflet\" accept=\".pdf\"")
        )
        let proposed = try await anna.send(form, ["base": "1", "v.name": "改名"])
        let proposal = try #require(proposed.header("Location")?.split(separator: "?").first.map(String.init))
        let second = try await bert.fill("/registers/\(id)/edit", ["base": "1", "v.name": "又改"])
        #expect(second.status == 409 && second.text.contains("等待批准") && second.values(of: "href").contains(proposal))
        #expect(second.text.contains("value=\"又改\""))
        let page = try await bert.get(proposal)
        // What the form does not name stays as it was: one field is changed.
        #expect(page.text.contains("改名") && !page.text.contains("1,234,567"))
        let silent = try await bert.send(page, ["do": "refuse", "answer": " "])
        #expect(silent.status == 400 && silent.text.contains("1 至 500 字"))
        let refused = try await bert.send(page, ["do": "refuse", "answer": "请写 <全称>"])
        #expect(refused.status == 303 && refused.header("Location") == "/registers/outlet/proposals?done=refused")
        let told = try await anna.get(proposal)
        #expect(told.text.contains("请写 &lt;全称&gt;") && told.text.contains("已退回"))
        let again = try await anna.fill("/registers/\(id)/edit", ["base": "1", "v.name": "改名二"])
        let next = try #require(again.header("Location")?.split(separator: "?").first.map(String.init))
        let back = try await anna.send(try await anna.get(next), ["do": "withdraw"])
        #expect(back.header("Location") == "/registers/outlet/proposals?done=withdrawn")
        #expect(try await site.get("/registers/\(id).json").json()["version"] as? Int == 1)
    }

    @Test func `of two who change an entry the second sees both, loses nothing and saves on top`() async throws {
        let site = try await RegisterPagesTests.site()
        let id = try await site.saved(
            "note",
            EntryContent(fields: ["name": .text("会议"), "region": .text("610100"), "people": .text("1")])
        )
        var (anna, bert) = (try await staff(site, "anna"), try await staff(site, "bert"))
        let path = "/registers/\(id)/edit"
        let fields = ["base": "1", "v.name": "会议", "v.region": "610100", "v.people": "1", "v.day": ""]
        let first = try await anna.fill(path, fields.merging(["v.people": "2", "v.day": "2026-11-30"]) { $1 })
        #expect(first.header("Location") == "/registers/\(id)?done=saved")
        #expect(try await anna.get("/registers/\(id)?done=saved").text.contains("已保存"))
        let mine = fields.merging(["v.people": "3", "v.name": "大会"]) { $1 }
        let second = try await bert.fill(path, mine)
        #expect(second.status == 409)
        for text in [
            "别人改了这一条", "两个人都改了的", "只有别人改了的", "value=\"大会\"", "value=\"3\"", "value=\"2026-11-30\"",
            "name=\"base\" value=\"2\"",
        ] {
            #expect(second.text.contains(text), "\(text)")
        }
        #expect(try await site.get("/registers/\(id).json").json()["version"] as? Int == 2)
        let saved = try await bert.send(
            second,
            mine.merging(["base": "2", "v.day": "2026-11-30"]) { $1 }
        )
        #expect(saved.status == 303)
        let fieldsNow = try await site.get("/registers/\(id).json").json()["fields"] as? [String: String]
        #expect(fieldsNow == ["name": "大会", "region": "610100", "people": "3", "day": "2026-11-30"])
        let same = try await bert.fill(path, ["base": "3"])
        #expect(same.header("Location") == "/registers/\(id)?done=unchanged")
    }

    @Test func `nobody writes outside their region, nor with a form of another session`() async throws {
        let site = try await RegisterPagesTests.site()
        var anna = try await staff(site, "anna")
        let away = try await anna.fill("/registers/note/new", ["v.name": "会议", "v.region": "510100"])
        #expect(away.status == 403 && away.text.contains("不在您的范围内") && away.text.contains("value=\"会议\""))
        let forged = try await anna.post("/registers/note/new", ["form": "x", "v.name": "会议", "v.region": "610100"])
        #expect(forged.status == 403 && forged.text.contains("请再提交一次") && forged.text.contains("value=\"会议\""))
        let right = try await anna.fill("/registers/note/new", ["v.name": "会议", "v.region": "610100"])
        #expect(right.status == 303 && right.header("Location")?.hasPrefix("/registers/note/") == true)
    }

    @Test func `boxes without a mark take values away, and a field that the form lacks keeps them`() async throws {
        let site = try await RegisterPagesTests.site()
        let id = try await site.saved("outlet", DeclaredOutlets.whole)
        var (anna, bert) = (try await staff(site, "anna"), try await staff(site, "bert"))
        let sent = try await anna.fill("/registers/\(id)/edit", ["base": "1", "v.services": "", "v.tags": "三"])
        let proposal = try #require(sent.header("Location")?.split(separator: "?").first.map(String.init))
        _ = try await bert.send(try await bert.get(proposal), ["do": "approve"])
        let view = try await site.registerEntries.show(id, .operator)
        #expect(view.version == 2 && view.content.fields["services"] == nil)
        #expect(view.content.fields["tags"] == .list([.text("三")]))
        #expect(view.content.fields["posts"] == .text("98765"))
    }
}
