import Declarations
import Domain
import EntryIndex
import Foundation
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
}
