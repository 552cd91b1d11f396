import Declarations
import Domain
import HTTPTypes
import Identity
import Registers
import Store
import Testing
import Wire

@testable import Web

/// Entries of declared registers over HTTP: what everybody and staff see of them, as pages and documents.
struct RegisterPagesTests {
    /// Monday 30 November 2026, 10:00 in China.
    private static let monday: Int64 = 1_796_004_000_000_000

    static func site(time: Int64? = nil) async throws -> SiteFixture {
        try await SiteFixture(
            samples: 0,
            own: [OwnRecords.battery],
            registers: DeclaredOutlets.files,
            time: time
        )
    }

    @Test func `an entry shows every type of value in the language of the page`() async throws {
        let site = try await Self.site(time: Self.monday)
        let above = try await site.saved(
            "outlet",
            EntryContent(fields: ["name": .text("上级 <节点>"), "region": .text("610000")])
        )
        var content = DeclaredOutlets.whole
        content.fields["above"] = .text(above)
        let id = try await site.saved("outlet", content, sample: true)
        let zh = try await site.get("/registers/\(id)")
        #expect(zh.status == 200)
        for text in [
            "<h1>示例 &lt;网点&gt; ", "<span class=\"sample\">示例</span>", "<span class=\"state is-live\">运行</span>", "窗口",
            "<li><span>检索", "陕西省西安市", "<strong>来访</strong>", "<li>&lt;乙&gt;</li>", "一路\n二路", "到 12:00", "正在开门",
            "周一至周五", "还没有登记", "href=\"https://a.example/x?a=1&amp;b=2\" rel=\"nofollow noopener\"", "1,234,567.00 元",
            "2024-03",
            "自 2024-01-01 起", "示例大学", "href=\"geo:34.265500,108.954100\"", "示例路 1 号", "710000",
            "<a href=\"/registers/\(above)\">上级 &lt;节点&gt;</a>", "href=\"/search?q=CN2021990000018\"",
            "字段依据：示例文件", id, "版本 1",
        ] {
            #expect(zh.text.contains(text), "\(text)")
        }
        let en = try await site.get("/registers/\(id)?lang=en")
        for text in [
            ">running<", "Window", "Searches", "西安市, Shaanxi", "until 12:00", "Open now", "Monday to Friday",
            "CNY 1,234,567.00", "Mar 2024", "from 1 Jan 2024", "The fields follow: 示例文件",
            "href=\"/registers/\(above)?lang=en\"",
        ] {
            #expect(en.text.contains(text), "\(text)")
        }
        // What is not said is not shown.
        let bare = try await site.get("/registers/\(above)")
        #expect(bare.text.contains("上级 &lt;节点&gt;") && !bare.text.contains("开放时间") && !bare.text.contains("网址"))
    }

    @Test func `nothing hidden is in page, document and history of who may not see it`() async throws {
        let site = try await Self.site()
        let id = try await site.saved("outlet", DeclaredOutlets.whole)
        let hidden = ["98765", "98,765", "林示一", "主任", "编制", "负责人", "posts", "\"head\"", "author", "operator"]
        var person = try await AccountTests.signedUp(site, "person@example.cn")
        var away = try await Administrator(site, .staff, "away@example.cn", in: .region("51")).browser
        for path in ["", "?lang=en", ".json", "/history", "/history.json", "/history?lang=en"] {
            var replies = [try await site.get("/registers/" + id + path)]
            replies.append(try await person.get("/registers/" + id + path))
            replies.append(try await away.get("/registers/" + id + path))
            for reply in replies {
                #expect(reply.status == 200)
                for text in hidden where !(text == "operator" && path.contains("en")) {
                    #expect(!reply.text.contains(text), "\(path) tells \(text)")
                }
            }
        }
        let schema = SchemaCheck(description: try await site.get("/openapi.json").json())
        let document = try await site.get("/registers/\(id).json")
        #expect(schema.faults(try document.json(), schema: "Entry") == [])
        let entry = try document.decoded(RegisterEntryDocument.self)
        #expect(entry.register == "outlet" && entry.id == id && entry.version == 1 && entry.state == "running")
        #expect(!entry.sample && entry.fields["budget"] == .text("1234567.00") && entry.fields.count == 17)
        let history = try await site.get("/registers/\(id)/history.json")
        #expect(schema.faults(try history.json(), schema: "EntryHistory") == [])
        let all = try await site.get("/registers.json")
        #expect(schema.faults(try all.json(), schema: "Registers") == [])
        let names = try all.decoded(RegistersDocument.self).registers.map(\.name)
        #expect(names == ["note", "outlet"])
    }

    @Test func `staff where the entry lies see all of it, marked, and who changed it`() async throws {
        let site = try await Self.site()
        let id = try await site.saved("outlet", DeclaredOutlets.whole)
        var anna = try await Administrator(site, .staff, "anna@example.cn", in: .region("61"))
        let page = try await anna.browser.get("/registers/\(id)")
        #expect(page.text.contains("98,765 人") && page.text.contains("林**") && page.text.contains("主任"))
        #expect(page.text.contains("负责人 <span class=\"tag\">不公开</span>"))
        #expect(page.values(of: "href").contains("/registers/\(id)/edit"))
        #expect(page.header("Cache-Control") == "no-store" && page.header("ETag") == nil)
        let document = try await anna.browser.get("/registers/\(id).json").decoded(RegisterEntryDocument.self)
        #expect(document.fields["head"]?["name"] == "林**" && document.fields.count == 19)
        let history = try await anna.browser.get("/registers/\(id)/history.json").decoded(EntryHistoryDocument.self)
        #expect(history.versions.map(\.author) == ["operator"])
        let told = try await site.store.disclosures(of: id, limit: 10)
        #expect(told.contains { $0.viewer == anna.account && $0.fields == "head" })
        #expect(try await anna.browser.get("/registers/internal-file").text.contains("这份名录不公开"))
        let register = try await anna.browser.get("/registers/outlet")
        #expect(register.values(of: "href").contains("/registers/outlet/new") && register.text.contains("编制 (不公开)"))
    }

    @Test func `what nobody may see and what is not there look the same`() async throws {
        let site = try await Self.site()
        let file = try await site.saved(
            "internal-file",
            EntryContent(fields: ["name": .text("密件"), "region": .text("610100")])
        )
        for path in [
            file, file + "/history", "internal-file", "nosuch", "outlet/none", "outlet/none/history", "nosuch/new/x",
        ] {
            let reply = try await site.get("/registers/" + path)
            #expect(reply.status == 404 && !reply.text.contains("密件") && !reply.text.contains("内部文件"), "\(path)")
        }
        #expect(try await site.get("/registers/\(file).json").status == 404)
        // Another register does not answer for it.
        #expect(try await site.get("/registers/outlet/" + file.itemOfRegister).status == 404)
        let list = try await site.get("/registers").text
        #expect(list.contains("网点名录") && list.contains("去哪里") && !list.contains("内部文件"))
        #expect(!(try await site.get("/registers/outlet").text).contains("编制"))
    }

    @Test func `the tag changes with the version, and what is known is not sent again`() async throws {
        let site = try await Self.site()
        let content = EntryContent(fields: ["name": .text("会议"), "region": .text("610100")])
        let id = try await site.saved("note", content)
        for path in ["/registers/\(id).json", "/registers/\(id)", "/registers.json"] {
            let first = try await site.get(path)
            let tag = try #require(first.header("ETag"))
            #expect(first.header("Vary")?.contains("Cookie") == true && first.header("Cache-Control") == "no-cache")
            let again = try await site.get(path, headers: [.ifNoneMatch: tag])
            #expect(again.status == 304 && again.body.isEmpty, "\(path)")
        }
        let old = try #require(try await site.get("/registers/\(id).json").header("ETag"))
        var changed = content
        changed.fields["people"] = .text("3")
        let wish = RegisterEntries.Wish(register: "note", entry: id, base: 1, content: changed)
        _ = try await site.registerEntries.save(wish, .operator)
        let reply = try await site.get("/registers/\(id).json", headers: [.ifNoneMatch: old])
        #expect(reply.status == 200 && reply.header("ETag") != old)
        let history = try await site.get("/registers/\(id)/history").text
        #expect(history.contains("版本 2") && history.contains("人数") && history.contains("（无）"))
        #expect(
            history.firstRange(of: "id=\"v2\"").map { $0.lowerBound } ?? history.endIndex < history.firstRange(
                of: "id=\"v1\""
            ).map { $0.lowerBound } ?? history.startIndex
        )
    }

    @Test func `where nothing is published the operator reads what to do`() async throws {
        let site = try await SiteFixture(samples: 0, own: [])
        let page = try await site.get("/registers?lang=en")
        #expect(page.status == 200 && page.text.contains("huizhi definitions publish"))
        #expect(try await site.get("/registers.json").decoded(RegistersDocument.self).registers.isEmpty)
    }
}
