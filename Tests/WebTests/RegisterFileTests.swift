import Declarations
import Domain
import EntryIndex
import Foundation
import HTTPTypes
import Identity
import Registers
import Store
import Testing
import Wire

@testable import Web

/// Lists of declared registers as files and feeds, and their places.
struct RegisterFileTests {
    /// A site with outlets that have a value in every field, and values that tables are known to spoil.
    static func site() async throws -> SiteFixture {
        let site = try await RegisterPagesTests.site()
        var spoilt = DeclaredOutlets.whole
        spoilt.state = "running"
        spoilt.fields["number"] = .text("'=1+1")
        spoilt.fields["name"] = .text("=HYPERLINK(\"https://a.example\")")
        spoilt.fields["tags"] = .list([.text("甲；乙")])
        spoilt.fields["posts"] = .text("-5")
        spoilt.fields["head"] = .parts(["name": .text("林示一（兼）")])
        spoilt.fields["address"] = .parts(["text": .text("示例路 2 号 (710000)")])
        spoilt.fields["location"] = .parts(["latitude": .text("-34.5"), "longitude": .text("108.9")])
        spoilt.fields["directions"] = .text("一路\n\"二路\", 三\t路 _x000D_ <&>")
        var bare = EntryContent(fields: ["name": .text("@甲"), "region": .text("610000")], state: "planned")
        bare.fields["kind"] = .text("centre")
        _ = try await site.saved("outlet", DeclaredOutlets.whole)
        _ = try await site.saved("outlet", spoilt)
        _ = try await site.saved("outlet", bare, sample: true)
        try await site.registerFollower.catchUp()
        return site
    }

    /// Takes a file in as a trial.
    private func trial(_ reply: Reply, _ end: String, _ site: SiteFixture) async throws -> ImportEntries.Report {
        let path = "\(site.folder)/\(UUID().uuidString).\(end)"
        try Data(reply.body).write(to: URL(filePath: path))
        let definitions = DefinitionCache(store: site.store, patience: .zero)
        return try await ImportEntries(store: site.store, definitions: definitions)(
            path,
            into: "outlet",
            trial: true,
            author: "test"
        )
    }

    @Test(arguments: ["csv", "csv?lang=en", "xlsx", "xlsx?lang=en", "jsonl"])
    func `a table that was taken along changes nothing when it is taken in`(form: String) async throws {
        let site = try await Self.site()
        var staff = try await Administrator(site, .staff, "files@example.cn").browser
        for browser in [Browser(site), staff] {
            staff = browser
            let reply = try await staff.get("/registers/outlet." + form)
            #expect(
                reply.status == 200 && reply.header("X-Total-Count") == "3"
                    && reply.header("Cache-Control") == "no-store"
            )
            let report = try await trial(reply, String(form.prefix { $0 != "?" }), site)
            #expect(report.problems.map(\.description) == [])
            #expect(report.rows == 3 && report.unchanged == 3 && report.new == 0 && report.changed == 0)
            #expect(report.changes.map(\.differences).isEmpty)
        }
    }

    @Test func `a table says what people say, marks examples and holds no formula`() async throws {
        let site = try await Self.site()
        let reply = try await site.get("/registers/outlet.csv?sort=name")
        #expect(reply.header("Content-Type") == "text/csv; charset=utf-8")
        #expect(reply.header("Content-Disposition") == "attachment; filename=\"outlet.csv\"")
        #expect(reply.body.starts(with: [0xEF, 0xBB, 0xBF]))
        for text in [
            "条目编号,示例,状态,名称,编号,类型,服务,所在地", "\"'=HYPERLINK(\"\"https://a.example\"\")\"", "'@甲", "''=1+1",
            "陕西省西安市", "周一至周五 09:00-12:00、13:30-17:30", "\"检索\n咨询\"", "示例路 1 号 (710000)",
            "2024-01-01/..", "'-34.500000,108.900000",
        ] {
            #expect(reply.text.contains(text), "\(text)")
        }
        #expect(reply.text.split(separator: "\r\n").filter { $0.contains(",示例,拟设,") }.count == 1)
        #expect(!reply.text.contains("98765") && !reply.text.contains("编制") && !reply.text.contains("林示一"))
        let english = try await site.get("/registers/outlet.csv?lang=en&f=kind:centre")
        #expect(english.text.contains("id,sample,State,Name") && english.text.contains(",sample,planned,'@甲"))
        #expect(english.header("X-Total-Count") == "1")
        #expect(try await site.get("/registers/outlet.csv?f=nothing:a").status == 400)
        #expect(try await site.get("/registers/nothing.xlsx").status == 404)
        let head = try await site.get("/registers/outlet.xlsx", method: .head)
        #expect(head.status == 200 && head.body.isEmpty && head.header("X-Total-Count") == "3")
    }

    @Test func `lines are the documents of the entries`() async throws {
        let site = try await Self.site()
        let reply = try await site.get("/registers/outlet.jsonl?samples=no")
        let lines = reply.text.split(separator: "\n")
        #expect(lines.count == 2 && reply.header("Content-Type") == "application/jsonl")
        for line in lines {
            let entry = try JSONDecoder().decode(RegisterEntryDocument.self, from: Data(line.utf8))
            let twin = try await site.get("/registers/\(entry.id).json").decoded(RegisterEntryDocument.self)
            #expect(entry == twin)
        }
    }

    @Test func `a feed tells the newest changes of the list first`() async throws {
        let site = try await Self.site()
        let reply = try await site.get("/registers/outlet.atom?f=kind:window&sort=name")
        #expect(reply.status == 200 && reply.header("Content-Type") == "application/atom+xml; charset=utf-8")
        #expect(reply.text.components(separatedBy: "<entry>").count == 3)
        #expect(reply.text.contains("<id>urn:huizhi:register:outlet?f=kind:window</id>"))
        #expect(reply.text.contains("类型：窗口") && !reply.text.contains("98765") && !reply.text.contains("@甲"))
        let tag = try #require(reply.header("ETag"))
        let again = try await site.get("/registers/outlet.atom?f=kind:window", headers: [.ifNoneMatch: tag])
        #expect(again.status == 304)
        let samples = try await site.get("/registers/outlet.atom?f=kind:centre&lang=en")
        #expect(samples.text.contains("<title>Sample: @甲</title>") && samples.text.contains("xml:lang=\"en\""))
        let page = try await site.get("/registers/outlet?f=kind:window")
        for address in ["outlet.csv", "outlet.xlsx", "outlet.jsonl", "outlet.atom"] {
            #expect(page.values(of: "href").contains("/registers/\(address)?f=kind:window"), "\(address)")
        }
    }

    @Test func `a list shows the places of its entries, each of them a way on`() async throws {
        let site = try await Self.site()
        let plain = try await site.get("/registers/outlet")
        #expect(plain.values(of: "href").contains("/registers/outlet?view=map") && !plain.text.contains("非地图"))
        let page = try await site.get("/registers/outlet?f=kind:window&view=map")
        #expect(page.text.contains("示意图，非地图") && page.text.contains("本页条目的位置"))
        #expect(page.values(of: "href").contains("/registers/outlet?f=kind:window&in=610000&view=map"))
        #expect(page.text.components(separatedBy: "<circle").count == 3)
        #expect(page.text.contains(">34.2655</td>") || page.text.contains("34.2655"))
        // The view as it is kept says nothing of its look.
        #expect(page.values(of: "data-search") == ["/registers/outlet?f=kind:window"])
    }
}
