import Declarations
import Domain
import EntryIndex
import Foundation
import Identity
import Registers
import Store
import Testing
import Wire

@testable import Web

/// The plan on the web, clause by clause.
struct PlanTests {
    @Test func `page and document tell the same of 26 clauses`() async throws {
        let fixture = try await SiteFixture.shared.value
        let reply = try await fixture.get("/plan.json")
        let document = try reply.decoded(PlanDocument.self)
        #expect(document.name == "2023-2025" && document.plans == ["2023-2025"])
        #expect((document.clauses, document.carriedOut) == (26, 16))
        #expect(document.issuer?.zh == "国家知识产权局" && document.published?.description == "2023-10-18")
        let check = SchemaCheck(description: try await fixture.get("/openapi.json").json())
        #expect(check.faults(try reply.json(), schema: "Plan") == [])
        let zh = try await fixture.get("/plan").text
        let en = try await fixture.get("/plan?lang=en").text
        #expect(zh.contains("26 条里有 16 条在这里已有可用的名录或页面") && en.contains("16 of 26 clauses"))
        for clause in document.parts.flatMap(\.clauses) {
            #expect(zh.contains("id=\"\(clause.key)\""), "\(clause.key)")
            #expect(zh.contains("（\(PlanClause.numeral(clause.number))）\(clause.title.zh)"), "\(clause.key)")
            #expect(en.contains("\(clause.number) \(clause.title.en)"), "\(clause.key)")
            #expect(en.contains("lang=\"zh-CN\">\(clause.title.zh)"), "\(clause.key): printed")
        }
        #expect(zh.components(separatedBy: "尚未提供</span>").count - 1 == 10)
        #expect(zh.contains("至少 550 家（到 2025 年）") && en.contains("at least 550 outlets by 2025"))
    }

    @Test func `a register of staff is named without a way in`() async throws {
        let fixture = try await SiteFixture.shared.value
        let clauses = try await fixture.get("/plan.json").decoded(PlanDocument.self).parts.flatMap(\.clauses)
        let talent = try #require(clauses[20].registers.first)
        #expect(talent.name == "talent" && talent.url == nil)
        #expect(
            clauses[0].registers.map(\.url) == [
                "/registers/institution", "/registers/promotion", "/registers/enabling-activity",
            ]
        )
        #expect(clauses[6].pages.map(\.url) == ["/account", "/account/organisations"])
        let page = try await fixture.get("/plan").text
        #expect(page.contains("人才档案 <span class=\"quiet\">由工作人员维护，不公开") && !page.contains("/registers/talent"))
        #expect(page.contains("<a href=\"/registers/institution\">机构和网点名录</a>"))
    }

    @Test func `every page that a plan may name is there`() async throws {
        let fixture = try await SiteFixture.shared.value
        let clauses = try await fixture.get("/plan.json").decoded(PlanDocument.self).parts.flatMap(\.clauses)
        let urls = Set(clauses.flatMap(\.pages).compactMap(\.url))
        #expect(urls.count > 15)
        for url in urls {
            // Pages of an account lead to the form that signs in.
            let status = try await fixture.get(url).status
            #expect(status == 200 || url.hasPrefix("/account") && status == 303, "\(url): \(status)")
        }
    }

    @Test func `without a plan the page says what an operator does, and a program is told there is none`() async throws
    {
        let fixture = try await SiteFixture(samples: 0, own: [])
        let page = try await fixture.get("/plan")
        #expect(page.status == 200 && page.text.contains("huizhi definitions publish"))
        #expect(try await fixture.get("/plan.json").status == 404)
        #expect(try await fixture.get("/plan?name=2030").status == 404)
    }

    @Test func `a measure that somebody enters stands at its clause`() async throws {
        let fixture = try await SiteFixture(samples: 0, own: [], isDeclared: true)
        let entries = RegisterEntries(store: fixture.store, definitions: DefinitionCache(store: fixture.store))
        for (name, sample) in [("建设<网点>", nil), ("示例举措", true)] as [(String, Bool?)] {
            let content = EntryContent(
                fields: ["name": .text(name), "clause": .text("c03"), "owner": .parts(["name": .text("示例局")])],
                sample: sample
            )
            _ = try await entries.save(.init(register: "measure", content: content), .operator)
        }
        try await fixture.registerFollower.catchUp()
        let page = try await fixture.get("/plan").text
        #expect(page.contains("<a href=\"/registers/measure?f=clause:c03\">1 项</a>"))
        #expect(page.contains("建设&lt;网点&gt;</a>") && page.contains("1 项</a><span class=\"plus\">+1"))
        let clauses = try await fixture.get("/plan.json").decoded(PlanDocument.self).parts.flatMap(\.clauses)
        #expect(clauses[2].measures == .init(records: 1, samples: 1, url: "/registers/measure?f=clause:c03"))
        #expect(clauses[3].measures == .init(records: 0, samples: 0, url: "/registers/measure?f=clause:c04"))
    }

    @Test func `figures stand at their clauses for programs too`() async throws {
        let fixture = try await SiteFixture(samples: 0, own: [], isDeclared: true)
        let content = EntryContent(
            fields: [
                "name": .text("示例甲"), "kind": .text("tisc"), "level": .text("national"), "region": .text("610100"),
                "body": .parts(["name": .text("示例大学")]),
            ],
            state: "running"
        )
        _ = try await fixture.saved("institution", content)
        let clauses = try await fixture.get("/plan.json").decoded(PlanDocument.self).parts.flatMap(\.clauses)
        #expect(clauses.filter { !$0.figures.isEmpty }.map(\.key) == ["c02", "c03", "c08", "c16"])
        let outlets = try #require(clauses[2].figures.first)
        #expect(outlets.name == "key-outlets" && outlets.url == "/figures/key-outlets" && outlets.value.count == 1)
        #expect(outlets.unit?.zh == "家" && clauses[1].figures.first?.value.shares.map(\.all) == [333, 318])
        // The four clauses of institutions name the network; figures where something is counted.
        #expect(
            clauses.filter { $0.pages.contains { $0.name == "network" } }.map(\.key) == ["c01", "c02", "c03", "c04"]
        )
        #expect(
            clauses.filter { $0.pages.contains { $0.name == "figures" } }.map(\.key) == ["c02", "c03", "c08", "c16"]
        )
    }

    @Test func `who may read the ledger of issues sees it by state, and nobody else anything of it`() async throws {
        let fixture = try await SiteFixture(samples: 0, own: [], isDeclared: true)
        for (name, state) in [("示例问题甲", "reported"), ("示例问题乙", "handling"), ("示例问题丙", "handling")] {
            let content = EntryContent(
                fields: [
                    "name": .text(name), "clause": .text("c03"), "region": .text("610100"), "day": .text("2024-05-06"),
                    "text": .text("示例"),
                ],
                state: state
            )
            _ = try await fixture.saved("issue", content)
        }
        var officer = try await Administrator(fixture, .staff, "officer@example.cn", in: .region("61")).browser
        let page = try await officer.get("/plan").text
        #expect(page.contains("<h2>新情况新问题</h2>") && page.contains("href=\"/registers/issue?f=state:handling\""))
        #expect(page.contains("2 个问题") && page.contains("1 个问题") && page.contains("0 个问题"))
        #expect(page.contains("<a href=\"/registers/talent\">人才档案</a>"))
        let english = try await officer.get("/plan?lang=en").text
        #expect(english.contains("2 problems") && english.contains("1 problem<"))
        var away = try await Administrator(fixture, .staff, "away@example.cn", in: .region("51")).browser
        let other = try await away.get("/plan").text
        #expect(!other.contains("2 个问题") && other.contains("0 个问题"))
        for text in [try await fixture.get("/plan").text, try await fixture.get("/plan.json").text] {
            #expect(!text.contains("/registers/issue") && !text.contains("个问题"))
        }
    }

    @Test func `a measure shows what events say of it beside what somebody wrote`() async throws {
        let fixture = try await SiteFixture(samples: 0, own: [], isDeclared: true)
        let entries = fixture.registerEntries
        var content = EntryContent(
            fields: [
                "name": .text("示例举措"), "clause": .text("c03"), "owner": .parts(["name": .text("示例局")]),
            ],
            state: "planned"
        )
        let id = try await fixture.saved("measure", content)
        content.state = "running"
        _ = try await entries.save(.init(register: "measure", entry: id, base: 1, content: content), .operator)
        let upload = RegisterEntries.Upload(field: "evidence", name: "验收.pdf", bytes: Array("%PDF-1.7 示例".utf8))
        let wish = RegisterEntries.Wish(register: "measure", entry: id, base: 2, content: content, uploads: [upload])
        _ = try await entries.save(wish, .operator)
        let page = try await fixture.get("/registers/" + id).text
        let part = try #require(
            page.components(separatedBy: "id=\"progress\"").last?.components(separatedBy: "</section>").first
        )
        let events = ["添加：验收.pdf", "由“拟实施”改为“实施中”", "登记为“拟实施”"]
        let places = events.map { part.range(of: $0)?.lowerBound }
        // The newest first.
        #expect(places.allSatisfy { $0 != nil } && places.compactMap(\.self) == places.compactMap(\.self).sorted())
        #expect(part.contains("href=\"/figures/key-outlets\"") && !part.contains("/figures/prefecture-coverage"))
        let english = try await fixture.get("/registers/\(id)?lang=en").text
        #expect(english.contains("Progress from events") && english.contains("added: 验收.pdf"))
        // An entry of another register has no such part.
        let outlet = EntryContent(
            fields: [
                "name": .text("示例甲"), "kind": .text("tisc"), "level": .text("national"), "region": .text("610100"),
                "body": .parts(["name": .text("示例大学")]),
            ],
            state: "running"
        )
        let other = try await fixture.saved("institution", outlet)
        #expect(!(try await fixture.get("/registers/" + other).text.contains("id=\"progress\"")))
    }
}
