import Declarations
import Domain
import EntryIndex
import Foundation
import Identity
import Store
import Testing
import Wire

@testable import Web

/// Personal data and entries that refer to others, on pages.
struct EntryPersonTests {
    private static let files = DeclaredOutlets.files.map { file in
        guard file.name == "outlet" else { return file }
        let text = file.text.replacing(
            "registers: [outlet], label: {zh: 上级, en: Above}",
            with:
                "registers: [outlet], label: {zh: 上级, en: Above}, inverse: {zh: 下级网点, en: Outlets below}, use: [facet]"
        )
        return DeclarationFile(kind: file.kind, name: file.name, path: file.path, text: text)
    }

    private static func site() async throws -> SiteFixture {
        try await SiteFixture(samples: 0, own: [OwnRecords.battery], registers: files)
    }

    @Test func `a name is masked for staff until they say why`() async throws {
        let site = try await Self.site()
        let head: FieldValue = .parts(["name": .text("林示一"), "duty": .text("主任")])
        let id = try await site.saved(
            "outlet",
            EntryContent(fields: ["name": .text("示例网点"), "region": .text("610100"), "head": head])
        )
        let open = try await site.get("/registers/\(id)")
        #expect(
            !open.text.contains("林") && !open.text.contains("id=\"unmask\"") && !open.text.contains("id=\"personal\"")
        )
        var staff = try await Administrator(site, .staff, "person@example.cn", in: .region("61")).browser
        let page = try await staff.get("/registers/\(id)")
        for text in ["林**", "主任", "id=\"unmask\"", "负责人：用于联系；依据：职责；条目结束后保存 1 年。", "不会自动删除"] {
            #expect(page.text.contains(text), "\(text)")
        }
        #expect(!page.text.contains("林示一"))
        let edit = try await staff.get("/registers/\(id)/edit")
        #expect(edit.text.contains("林**") && !edit.text.contains("林示一") && edit.text.contains("带星号的个人信息"))
        let document = try await staff.get("/registers/\(id).json").decoded(RegisterEntryDocument.self)
        #expect(document.masked == ["head"] && document.fields["head"]?["name"] == "林**")
        var form = Browser.hidden(page)
        form["do"] = "unmask"
        form["reason"] = " "
        let refused = try await staff.post("/registers/\(id)/edit", form)
        #expect(refused.status == 400 && refused.text.contains("请写 1 至 500 字的理由") && !refused.text.contains("林示一"))
        form["reason"] = "核对证书"
        let shown = try await staff.post("/registers/\(id)/edit", form)
        #expect(shown.status == 200 && shown.text.contains("林示一") && !shown.text.contains("id=\"unmask\""))
        let rows = try await site.store.disclosures(of: id, limit: 10)
        #expect(rows.contains { $0.reason == "核对证书" && $0.fields == "head" })
        let table = try await staff.get("/registers/outlet.jsonl")
        #expect(table.status == 200 && !table.text.contains("林"))
        let register = try await staff.get("/registers/outlet?lang=en")
        #expect(register.text.contains("Head: contact. Basis: duty. Kept for 1 years"))
    }

    @Test func `an entry lists those that refer to it, with the way to all of them`() async throws {
        let site = try await Self.site()
        func outlet(_ name: String, above: String? = nil, sample: Bool? = nil) async throws -> String {
            var fields: [String: FieldValue] = ["name": .text(name), "region": .text("610100")]
            if let above { fields["above"] = .text(above) }
            return try await site.saved("outlet", EntryContent(fields: fields), sample: sample)
        }
        let node = try await outlet("示例节点")
        let below = try await outlet("示例甲", above: node)
        _ = try await outlet("示例乙", above: node, sample: true)
        _ = try await outlet("示例丙", above: below)
        try await site.registerFollower.catchUp()
        let page = try await site.get("/registers/\(node)")
        for text in ["<h2>下级网点</h2>", "示例甲", "示例乙", "看全部：1 条；另有示例 1 件"] {
            #expect(page.text.contains(text), "\(text)")
        }
        #expect(!page.text.contains("示例丙"))
        let groups = try await site.get("/registers/\(node).json").decoded(RegisterEntryDocument.self).referrers ?? []
        #expect(groups.map(\.field) == ["above"] && groups.map(\.total) == [2] && groups.map(\.samples) == [1])
        #expect(groups[0].entries.map(\.title) == ["示例甲", "示例乙"] || groups[0].entries.map(\.title) == ["示例乙", "示例甲"])
        let all = try await site.get(groups[0].url)
        #expect(all.status == 200 && all.text.contains("示例乙") && !all.text.contains("示例丙"))
        #expect(try await site.get("/registers/\(below)?lang=en").text.contains("<h2>Outlets below</h2>"))
    }
}
