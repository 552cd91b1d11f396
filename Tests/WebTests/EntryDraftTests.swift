import Declarations
import Domain
import Identity
import Registers
import Testing

@testable import Web

/// Drafts of entries over HTTP: kept by the second button of a form, gone on with, and dropped.
struct EntryDraftTests {
    private static let new = "/registers/outlet/new"

    private func staff(_ site: SiteFixture, _ name: String) async throws -> Browser {
        try await Administrator(site, .staff, name + "@example.cn", in: .region("61")).browser
    }

    @Test func `what was typed is kept unchecked, found again, and gone when it is sent`() async throws {
        let site = try await RegisterPagesTests.site()
        var (anna, bert) = (try await staff(site, "anna"), try await staff(site, "bert"))
        #expect(try await anna.get(Self.new).text.contains("name=\"do\" value=\"draft\""))
        let typed = ["v.name": "示例 <草稿>", "v.region": "火星", "v.posts": "三", "note": "为什么", "do": "draft"]
        let kept = try await anna.fill(Self.new, typed)
        #expect(kept.status == 303 && kept.header("Location") == Self.new + "?done=drafted")
        let page = try await anna.get(Self.new + "?done=drafted")
        for text in ["草稿已保存", "表单里是您", "value=\"示例 &lt;草稿&gt;\"", "value=\"火星\"", "value=\"三\"", "为什么", "删除草稿"] {
            #expect(page.text.contains(text), "\(text)")
        }
        // Its writer finds it at the register and at the account; nobody else sees anything of it.
        for path in ["/registers/outlet", "/account"] {
            let list = try await anna.get(path)
            #expect(list.text.contains("未提交的草稿") && list.text.contains("示例 &lt;草稿&gt;"), "\(path)")
            #expect(list.values(of: "href").contains(Self.new), "\(path)")
            #expect(try await !bert.get(path).text.contains("草稿&gt;"), "\(path)")
        }
        #expect(try await !bert.get(Self.new).text.contains("火星"))
        for path in ["/registers/outlet", "/registers/outlet.json", "/registers/outlet.csv", "/registers/outlet.jsonl"]
        {
            #expect(try await !site.get(path).text.contains("草稿"), "\(path)")
        }
        #expect(try await anna.get("/registers/outlet/proposals").text.contains("没有等待批准的修改"))
        // The data that one takes along has it.
        let held = try await anna.get("/account/data.json")
        let schema = SchemaCheck(description: try await site.get("/openapi.json").json())
        #expect(schema.faults(try held.json(), schema: "HeldData") == [])
        let drafts = try #require(try held.json()["drafts"] as? [[String: Any]])
        #expect((drafts.first?["fields"] as? [String: Any])?["region"] as? String == "火星" && drafts.count == 1)
        // What is wrong is told when it is sent, and the draft stays until it is right.
        let wrong = try await anna.fill(Self.new, ["v.name": "示例网点", "v.region": "火星"])
        #expect(wrong.status == 400 && wrong.text.contains("表单里是您"))
        let sent = try await anna.fill(Self.new, ["v.name": "示例网点", "v.region": "西安市"])
        #expect(sent.status == 303 && sent.header("Location")?.contains("done=proposed") == true)
        #expect(try await !anna.get("/account").text.contains("未提交的草稿"))
        #expect(try await !anna.get(Self.new).text.contains("火星"))
    }

    @Test func `a draft of a change goes on top of the version that it was of, and is deleted by a button`()
        async throws
    {
        let site = try await RegisterPagesTests.site()
        var anna = try await staff(site, "anna")
        let fields: [String: FieldValue] = ["name": .text("甲"), "region": .text("610100"), "people": .text("3")]
        let id = try await site.saved("note", EntryContent(fields: fields))
        let edit = "/registers/\(id)/edit"
        let form = ["base": "1", "v.name": "甲", "v.region": "610100", "v.people": "4", "v.day": ""]
        #expect(try await anna.fill(edit, form.merging(["do": "draft"]) { $1 }).status == 303)
        let other = EntryContent(fields: fields.merging(["people": .text("5")]) { $1 })
        let wish = RegisterEntries.Wish(register: "note", entry: id, base: 1, content: other)
        _ = try await site.registerEntries.save(wish, .operator)
        let page = try await anna.get(edit)
        #expect(page.text.contains("name=\"base\" value=\"1\"") && page.text.contains("name=\"v.people\" value=\"4\""))
        let late = try await anna.send(page, form)
        #expect(late.status == 409 && late.text.contains("两个人都改了的"))
        let list = try await anna.get("/registers/note?lang=en")
        #expect(list.text.contains("Drafts that were not sent") && list.values(of: "action").contains(edit))
        let dropped = try await anna.post(edit, ["form": Browser.hidden(list)["form"] ?? "", "do": "drop"])
        #expect(dropped.status == 303 && dropped.header("Location") == "/registers/note?done=undrafted")
        let after = try await anna.get("/registers/note?done=undrafted")
        #expect(after.text.contains("草稿已删除") && !after.text.contains("未提交的草稿"))
        #expect(try await anna.get(edit).text.contains("name=\"v.people\" value=\"5\""))
    }
}
