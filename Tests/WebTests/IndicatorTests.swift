import Declarations
import Domain
import Foundation
import Identity
import Registers
import Store
import Testing
import Wire

@testable import Web

/// Figures of indicators on the web.
struct IndicatorTests {
    /// A site whose institutions a test enters.
    private func site() async throws -> SiteFixture { try await SiteFixture(samples: 0, own: [], isDeclared: true) }

    @discardableResult
    private func institution(
        _ site: SiteFixture,
        _ name: String,
        _ region: String,
        _ kind: String,
        state: String = "running",
        sample: Bool? = nil
    ) async throws -> String {
        let content = EntryContent(
            fields: [
                "name": .text(name), "kind": .text(kind), "level": .text("prefecture"), "region": .text(region),
                "comprehensive": .text("yes"), "body": .parts(["name": .text(name)]),
            ],
            state: state,
            sample: sample
        )
        let wish = RegisterEntries.Wish(register: "institution", content: content)
        guard case .saved(let id, _) = try await site.registerEntries.save(wish, .operator) else {
            throw Failure.conflict(reason: "not saved")
        }
        return id
    }

    @Test func `page and document tell the same of every indicator`() async throws {
        let site = try await site()
        try await institution(site, "示例<甲>", "610100", "tisc")
        try await institution(site, "示例乙", "110000", "filed", sample: true)
        let reply = try await site.get("/figures.json")
        let check = SchemaCheck(description: try await site.get("/openapi.json").json())
        #expect(check.faults(try reply.json(), schema: "Indicators") == [])
        let figures = try reply.decoded(IndicatorsDocument.self).indicators
        #expect(
            figures.map(\.name) == ["prefecture-coverage", "key-outlets", "standardised-cities", "platform-milestones"]
        )
        #expect(figures.map(\.clause) == ["c02", "c03", "c08", "c16"] && figures.allSatisfy { $0.plan == "2023-2025" })
        // The sample does not count.
        #expect(figures[1].value.count == 1 && figures[1].target?.missing == [549])
        #expect(figures[1].parts.map(\.count) == [1, 0, 0])
        let zh = try await site.get("/figures").text
        let en = try await site.get("/figures?lang=en").text
        #expect(zh.contains("还差 549 家") && en.contains("outlets still needed: 549"))
        #expect(zh.contains("href=\"/plan?name=2023-2025#c03\"") && zh.contains("类型为技术与创新支持中心（TISC）或"))
        #expect(zh.contains("状态为运行") && en.contains("State is running"))
        let plan = try await site.get("/plan").text
        #expect(plan.contains("<a href=\"/figures/key-outlets\">") && plan.contains("<b class=\"num\">1 家</b>"))
    }

    @Test func `a figure opens to places, gaps, months and the very rows`() async throws {
        let site = try await site()
        let id = try await institution(site, "示例<甲>", "610113", "comprehensive")
        try await institution(site, "示例乙", "610300", "comprehensive", state: "planned")
        let check = SchemaCheck(description: try await site.get("/openapi.json").json())
        let reply = try await site.get("/figures/prefecture-coverage.json?in=610000")
        #expect(check.faults(try reply.json(), schema: "Indicator") == [])
        let document = try reply.decoded(IndicatorDocument.self)
        #expect(document.figure.region == "610000" && document.figure.value.count == 1)
        #expect(document.figure.value.shares.map(\.percent) == ["10.0", "0.0"])
        #expect(document.total == 1 && document.entries == [id] && document.open)
        #expect(document.places.map(\.region).first == "610100" && document.places.count == 10)
        #expect(document.gaps.count == 9 && document.gaps[1].awaited.map(\.state) == ["planned"])
        #expect(document.trend.map(\.value.count) == [1] && document.changes.map(\.version) == [1])
        let page = try await site.get("/figures/prefecture-coverage?in=610000").text
        #expect(page.contains("示例&lt;甲&gt;</a>") && page.contains("示例乙</a> <span class=\"quiet\">拟设</span>"))
        let nation = try await site.get("/figures/prefecture-coverage").text
        #expect(nation.matches(of: /width="48" height="48"/).count == 34)
        #expect(nation.contains("不适用：不设地级行政区"))
        // The box of a place says the same as its tile: of two nothing is known, one has no prefectures, one has no entry.
        for (place, said) in [("810000", "暂无数据"), ("820000", "暂无数据"), ("110000", "不适用"), ("620000", "暂无数据")] {
            let page = try await site.get("/figures/prefecture-coverage?in=\(place)").text
            #expect(page.contains("<p class=\"figure-n num\">\(said)</p>"), "\(place)")
            #expect(said == "不适用" || !page.contains(">不适用<"), "\(place)")
        }
        let table = try await site.get("/figures/prefecture-coverage.csv?in=610000").text
        let lines = table.split(whereSeparator: \.isNewline)
        #expect(lines.count == 12 && lines[0].contains("月,代码,名称,数量,全部地级行政区,全部地级行政区：其中计入,全部地级行政区：百分比"))
        #expect(lines[1].contains(",610000,陕西省,1,10,1,10.0,9,0,0.0"))
        #expect(lines[2].contains(",610100,陕西省西安市,1,1,1,100.0,,,"))
        // Nothing is known of Tongchuan.
        #expect(lines[3].hasSuffix(",610200,陕西省铜川市,,1,,,1,,"))
    }

    @Test func `one outlet changed moves the figure, its rows and the month`() async throws {
        let site = try await site()
        let id = try await institution(site, "示例甲", "610100", "tisc", state: "planned")
        func document() async throws -> IndicatorDocument {
            try await site.get("/figures/key-outlets.json?in=%E9%99%95%E8%A5%BF").decoded(IndicatorDocument.self)
        }
        let before = try await document()
        #expect(before.figure.value.count == 0 && before.entries.isEmpty && before.trend.last?.value.count == 0)
        let tag = try await site.get("/figures/key-outlets.json").header("ETag")
        let entry = try #require(try await site.store.entry(id))
        let planned = try DeclaredContent.read(entry)
        let content = EntryContent(fields: planned.fields, state: "running")
        let wish = RegisterEntries.Wish(register: "institution", entry: id, base: entry.version, content: content)
        _ = try await site.registerEntries.save(wish, .operator)
        let after = try await document()
        #expect(after.figure.value.count == 1 && after.entries == [id] && after.trend.last?.value.count == 1)
        #expect(after.figure.sequence == before.figure.sequence + 1)
        #expect(try await site.get("/figures/key-outlets.json").header("ETag") != tag)
    }

    @Test func `the rows are paged by fifty`() async throws {
        let site = try await site()
        for number in 1...51 { try await institution(site, "示例\(number)", "610100", "tisc") }
        let first = try await site.get("/figures/key-outlets.json").decoded(IndicatorDocument.self)
        let second = try await site.get("/figures/key-outlets.json?page=2").decoded(IndicatorDocument.self)
        #expect(first.entries.count == 50 && second.entries.count == 1 && second.total == 51)
        #expect(try await site.get("/figures/key-outlets.json?page=3").decoded(IndicatorDocument.self).entries.isEmpty)
        for page in ["9223372036854775807", "184467440737095517", "-9223372036854775808", "0"] {
            #expect(try await site.get("/figures/key-outlets?page=\(page)").status == 200)
        }
        let page = try await site.get("/figures/key-outlets?page=2").text
        #expect(page.contains("<b aria-current=\"page\">2</b>") && page.contains("51 条记录"))
    }

    @Test func `what is none is told, and a ranking is for officers of the nation`() async throws {
        let site = try await site()
        #expect(try await site.get("/figures/nothing").status == 404)
        #expect(try await site.get("/figures/key-outlets.json?in=%E7%81%AB%E6%98%9F").status == 400)
        #expect(try await site.get("/figures/key-outlets/ranking.json").status == 404)
        let away = try await site.get("/figures/key-outlets/ranking")
        #expect(away.status == 303 && away.header("Location")?.hasPrefix("/account/sign-in") == true)
        var local = try await Administrator(site, .staff, "local@example.cn", in: .region("61")).browser
        #expect(try await local.get("/figures/key-outlets/ranking").status == 403)
        var officer = try await Administrator(site, .staff, "officer@example.cn").browser
        try await institution(site, "示例甲", "610100", "tisc")
        let page = try await officer.get("/figures/key-outlets/ranking")
        #expect(page.status == 200 && page.text.contains("不得公布") && page.text.contains("陕西省"))
    }

    @Test func `the planner says by what it orders`() async throws {
        let site = try await site()
        let check = SchemaCheck(description: try await site.get("/openapi.json").json())
        let reply = try await site.get("/figures/prefecture-coverage/planner.json?in=610000")
        #expect(check.faults(try reply.json(), schema: "Planner") == [])
        let document = try reply.decoded(PlannerDocument.self)
        #expect(document.order == "code" && document.places.count == 10)
        let page = try await site.get("/figures/prefecture-coverage/planner?in=610000&by=enterprises").text
        #expect(page.contains("只按代码排列") && page.contains("陕西省铜川市"))
    }

    @Test func `a month opens on the page and for programs, down to the entries of that time`() async throws {
        let site = try await site()
        let id = try await institution(site, "示例甲", "610100", "tisc")
        let other = try await institution(site, "示例乙", "610300", "tisc")
        let entry = try #require(try await site.store.entry(id))
        var content = try DeclaredContent.read(entry)
        content.fields["designated"] = .text("2021-12-20")
        let wish = RegisterEntries.Wish(register: "institution", entry: id, base: entry.version, content: content)
        _ = try await site.registerEntries.save(wish, .operator)
        let check = SchemaCheck(description: try await site.get("/openapi.json").json())
        let reply = try await site.get("/figures/key-outlets.json?month=2021-12&in=610000")
        #expect(check.faults(try reply.json(), schema: "Indicator") == [])
        let then = try reply.decoded(IndicatorDocument.self)
        #expect(then.figure.month == "2021-12" && then.entries == [id] && then.total == 1)
        #expect(then.places.filter { $0.value.count > 0 }.map(\.region) == ["610100"])
        let now = try await site.get("/figures/key-outlets.json").decoded(IndicatorDocument.self)
        #expect(now.figure.month == nil && Set(now.entries) == [id, other])
        let zh = try await site.get("/figures/key-outlets?month=2021-12").text
        #expect(zh.contains("2021-12 月底的数") && zh.contains("示例甲</a>") && !zh.contains("示例乙"))
        #expect(zh.contains("href=\"/figures/key-outlets?in=610000&amp;month=2021-12\""))
        #expect(zh.contains("<a href=\"/figures/key-outlets\">看现在的数"))
        let en = try await site.get("/figures/key-outlets?month=2021-12&lang=en").text
        #expect(
            en.contains("At the end of Dec 2021") && en.contains("from the month of &quot;Designated on&quot;")
        )
        // Each month of the table is a way in; the last one is that of now.
        let page = try await site.get("/figures/key-outlets").text
        #expect(page.contains("<a href=\"/figures/key-outlets?month=2021-12\">2021-12</a>") && page.contains("示例乙</a>"))
        let table = try await site.get("/figures/key-outlets.csv?month=2021-12").text
        #expect(table.split(whereSeparator: \.isNewline).contains { $0 == "2021-12,610000,陕西省,1" })
        for (month, reason) in [("2021-11", "months are told from 2021-12 to"), ("soon", "is no month")] {
            let reply = try await site.get("/figures/key-outlets.json?month=\(month)")
            #expect(reply.status == 400 && reply.text.contains(reason), "\(reply.text)")
            #expect(try await site.get("/figures/key-outlets?month=\(month)").status == 400)
        }
    }

    @Test func `the owner that a definition names stands beside its figure`() async throws {
        let text = "label: {zh: 笔记, en: Notes}\nregister: note\nowner: {zh: 示例<处>, en: An office}\n"
        let file = DeclarationFile(kind: .indicator, name: "notes", path: "notes.yaml", text: text)
        let site = try await SiteFixture(samples: 0, own: [], registers: DeclaredOutlets.files + [file])
        #expect(try await site.get("/figures/notes").text.contains("<dt>口径负责</dt><dd><span>示例&lt;处&gt;</span>"))
        #expect(try await site.get("/figures?lang=en").text.contains("<dt>Owner</dt><dd><span>An office</span>"))
        let document = try await site.get("/figures/notes.json").decoded(IndicatorDocument.self)
        #expect(document.figure.owner == Bilingual("示例<处>", "An office"))
    }
}
