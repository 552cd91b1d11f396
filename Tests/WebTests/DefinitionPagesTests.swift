import Declarations
import Domain
import HTTPTypes
import Identity
import Links
import Registers
import Store
import Testing
import Wire

@testable import Web

/// Declarations on pages: an administrator looks, checks, compares and publishes.
struct DefinitionPagesTests {
    private static let path = "/admin/definitions/registers/note"
    private static let new = "/admin/definitions/new"
    private static let town =
        "label: {zh: 特色小镇, en: Towns}\nwrite: [staff]\nplace: {region: region}\nfields:\n"
        + "  name: {type: text, label: {zh: 名称, en: Name}, required: yes}\n"
        + "  region: {type: region, label: {zh: 地区, en: Region}}\n"

    private func site() async throws -> (SiteFixture, Administrator) {
        let site = try await RegisterPagesTests.site()
        return (site, try await Administrator(site, .systemAdministrator, "ada@example.cn"))
    }

    @Test func `a new register is checked line by line, then published and there for everybody`() async throws {
        let (site, administrator) = try await self.site()
        var ada = administrator
        let wrong = Self.town.replacing("required: yes}", with: "required: yes, use: [lst]}")
        let form = ["kind": "registers", "name": "town", "text": wrong, "do": "check"]
        let checked = try await ada.browser.fill(Self.new, form)
        #expect(checked.status == 200 && checked.text.contains("有 1 处需要改"))
        #expect(checked.text.contains("<a href=\"#line-5\">第 5 行：") && checked.text.contains("id=\"line-5\""))
        #expect(checked.text.contains("did you mean &#39;list&#39;?"))
        // What was written stands in the form again.
        #expect(checked.text.contains("use: [lst]") && checked.values(of: "value").contains("town"))
        let refused = try await ada.browser.send(checked, form.merging(["do": "publish", "reason": "示例"]) { $1 })
        #expect(refused.status == 400 && refused.text.contains("文本有错误，没有发布"))
        #expect(try await site.get("/registers/town").status == 404)

        let right = form.merging(["text": Self.town]) { $1 }
        let fine = try await ada.browser.send(refused, right)
        #expect(fine.text.contains("没有错误") && fine.text.contains("这是新的定义"))
        let unsaid = try await ada.browser.send(fine, right.merging(["do": "publish", "reason": " "]) { $1 })
        #expect(unsaid.status == 400 && unsaid.text.contains("1 到 300 个字"))
        let done = try await ada.browser.send(fine, right.merging(["do": "publish", "reason": "试点 <一>"]) { $1 })
        #expect(done.status == 303)
        #expect(done.header("Location") == "/admin/definitions/registers/town?done=published")
        #expect(try await site.get("/registers/town").text.contains("特色小镇"))
        let page = try await ada.browser.get("/admin/definitions/registers/town?done=published")
        #expect(page.text.contains("已发布") && page.text.contains("试点 &lt;一&gt;"))
        let list = try await ada.browser.get("/admin/definitions?lang=en")
        #expect(list.values(of: "href").contains("/admin/definitions/registers/town?lang=en"))
        #expect(list.text.contains("In the folder, not published"))
    }

    @Test func `a change is compared line by line, tried with the entries, and decided`() async throws {
        let (site, administrator) = try await self.site()
        var ada = administrator
        _ = try await site.saved(
            "note",
            EntryContent(fields: ["name": .text("示例会议"), "region": .text("610000"), "people": .text("12")])
        )
        let less = DeclaredOutlets.note.replacing("  people: {type: number, label: {zh: 人数, en: People}}\n", with: "")
        let form = ["text": less, "do": "publish", "reason": "精简"]
        let asked = try await ada.browser.fill(Self.path, form)
        #expect(asked.status == 409 && asked.text.contains("已有条目可能不符合这一版"))
        #expect(asked.text.contains("<del>  people: {type: number, label: {zh: 人数, en: People}}</del>"))
        #expect(asked.text.contains("field &#39;people&#39; is gone") && asked.text.contains("须决定"))
        #expect(asked.text.contains("people（1）") && asked.text.contains("name=\"decide\""))
        // Nothing of the entries is told but numbers.
        #expect(!asked.text.contains("示例会议"))
        let done = try await ada.browser.send(asked, form.merging(["decide": "yes"]) { $1 })
        #expect(done.status == 303)
        #expect(try await site.registerEntries.codes().isEmpty == false)

        // Going back is publishing the older text again.
        let old = try await ada.browser.get(Self.path + "?version=1")
        #expect(old.text.contains("第 1 版的文本") && old.text.contains("  people: {type: number"))
        let back = try await ada.browser.send(old, ["text": DeclaredOutlets.note, "do": "publish", "reason": "退回"])
        #expect(back.status == 303)
        let document = try await ada.browser.get(Self.path + ".json").decoded(DefinitionDocument.self)
        #expect(document.version == 3 && document.text == DeclaredOutlets.note)
        #expect(document.versions.map(\.version) == [3, 2, 1])
        #expect(document.versions.map(\.reason) == ["退回", "精简", ""])
        #expect(document.versions[2].by == "operator" && document.versions[0].by?.contains("*") == true)
        let schema = SchemaCheck(description: try await site.get("/openapi.json").json())
        let reply = try await ada.browser.get(Self.path + ".json?version=2")
        #expect(schema.faults(try reply.json(), schema: "Definition") == [])
        #expect(try reply.decoded(DefinitionDocument.self).text == less)
        let listed = try await ada.browser.get("/admin/definitions.json")
        #expect(schema.faults(try listed.json(), schema: "Definitions") == [])
        let note = try listed.decoded(DefinitionsDocument.self).definitions.first { $0.name == "note" }
        #expect(note?.version == 3 && note?.entries == 1 && note?.folder == "none")
        let file = try await ada.browser.get(Self.path + ".yaml?version=2")
        #expect(file.text == less && file.header("Content-Type") == "application/yaml")
        #expect(file.header("Content-Disposition") == "attachment; filename=\"note.yaml\"")
    }

    @Test func `of two who publish the second keeps the text and looks again`() async throws {
        let (site, administrator) = try await self.site()
        var ada = administrator
        var bea = try await Administrator(site, .systemAdministrator, "bea@example.cn")
        let page = try await ada.browser.get(Self.path)
        let other = DeclaredOutlets.note.replacing("会议记录", with: "会议纪要")
        let first = try await bea.browser.fill(Self.path, ["text": other, "do": "publish", "reason": "改名"])
        #expect(first.status == 303)
        let mine = DeclaredOutlets.note.replacing("会议记录", with: "会议日志")
        let form = ["text": mine, "do": "publish", "reason": "改名"]
        let late = try await ada.browser.send(page, form)
        #expect(late.status == 409 && late.text.contains("别人刚发布了新的一版") && late.text.contains("会议日志"))
        #expect(late.text.contains("<del>label: {zh: 会议纪要, en: Notes}</del>"))
        #expect(try await ada.browser.send(late, form).status == 303)
        // What says nothing new is not published again.
        let same = try await ada.browser.fill(Self.path, form)
        #expect(same.status == 400 && same.text.contains("没有可发布的"))
    }

    @Test func `a file takes the place of the text, and what is no text is refused`() async throws {
        let (site, administrator) = try await self.site()
        var ada = administrator
        let page = try await ada.browser.get(Self.new)
        func send(_ name: String, _ file: [UInt8]) async throws -> Reply {
            let cookie = ada.browser.cookies.map { $0.key + "=" + $0.value }.joined(separator: "; ")
            let fields = Browser.hidden(page).merging(["kind": "registers", "name": name, "text": "x", "do": "check"]) {
                $1
            }
            return try await site.send(Self.new, fields, file: file, cookie: cookie)
        }
        let taken = try await send("town", Array(Self.town.replacing("\n", with: "\r\n").utf8))
        #expect(taken.status == 200 && taken.text.contains("没有错误") && taken.text.contains("特色小镇"))
        #expect(try await send("town", [0xFF, 0xFE, 0x00]).status == 400)
        #expect(try await send("town", [UInt8](repeating: 0x61, count: (1 << 20) + 1)).status == 400)
        for name in ["", "Town", "a/b", "..", "a\u{202E}b"] {
            let reply = try await send(name, Array(Self.town.utf8))
            #expect(reply.status == 400 && reply.text.contains("名称不对"), "\(name)")
        }
    }

    @Test func `who has not proved lately who they are keeps the text and is led to do so`() async throws {
        let site = try await RegisterPagesTests.site()
        let caller = Caller(
            account: "account/ada",
            name: "示例",
            session: [1],
            roles: [HeldRole(.systemAdministrator, .nation, from: 0)],
            isStrong: true,
            confirmedAt: 0
        )
        var form = Parameters()
        for (name, value) in [
            ("form", try site.accounts.formToken(caller)), ("kind", "registers"), ("name", "town"),
            ("text", Self.town), ("do", "publish"), ("version", "0"), ("reason", "示例"),
        ] {
            form.append(name, value)
        }
        let head = HTTPRequest(method: .post, scheme: "http", authority: nil, path: Self.new)
        var visit = Visit(head, form: form.text, id: "0", options: .standard)
        visit.caller = caller
        let answer = try await site.server.responder.site.answer(visit)
        guard case .bytes(let bytes) = answer.body else {
            Issue.record("no page")
            return
        }
        let page = Reply(address: Self.new, status: answer.status.code, headers: [:], body: bytes)
        #expect(page.status == 403 && page.text.contains("特色小镇") && page.text.contains("target=\"_blank\""))
        #expect(page.values(of: "href").contains("/account/confirm?next=/admin/definitions/new"))
        #expect(try await site.get("/registers/town").status == 404)
    }

    @Test func `nobody else sees or sends anything, and what is not there is not found`() async throws {
        let (site, administrator) = try await self.site()
        var ada = administrator
        var security = try await Administrator(site, .securityAdministrator, "bea@example.cn")
        for path in ["/admin/definitions", "/admin/definitions.json", Self.path, Self.new, Self.path + ".yaml"] {
            #expect(try await security.browser.get(path).status == 403, "\(path)")
        }
        #expect(try await security.browser.post(Self.path, ["text": "x", "do": "publish"]).status == 403)
        let forged = try await ada.browser.post(Self.path, ["form": "x", "text": "a <b>", "do": "publish"])
        #expect(forged.status == 403 && forged.text.contains("a &lt;b&gt;"))
        for path in [
            "/admin/definitions/registers/nothing", "/admin/definitions/nothing/note", Self.path + "?version=9",
            Self.path + "?version=folder", "/admin/definitions/registers/nothing.yaml",
        ] {
            #expect(try await ada.browser.get(path).status == 404, "\(path)")
        }
        #expect(try await ada.browser.get("/admin").values(of: "href").contains("/admin/definitions"))
    }
}
