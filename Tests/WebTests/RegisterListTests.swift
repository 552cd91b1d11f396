import Declarations
import Domain
import EntryIndex
import Foundation
import Testing
import Wire

@testable import Web

/// Lists of declared registers over HTTP.
struct RegisterListTests {
    private static func site() async throws -> SiteFixture {
        let site = try await RegisterPagesTests.site()
        let rows: [(String, String, String, Bool)] = [
            ("示例甲窗口", "window", "610100", false), ("示例乙窗口", "window", "610300", false),
            ("示例丙中心", "centre", "110000", false),
            ("示例丁窗口", "window", "610100", true),
        ]
        for (name, kind, region, isSample) in rows {
            let fields: [String: FieldValue] = [
                "name": .text(name), "kind": .text(kind), "region": .text(region), "posts": .text("98765"),
            ]
            _ = try await site.saved(
                "outlet",
                EntryContent(fields: fields, state: "running"),
                sample: isSample ? true : nil
            )
        }
        try await site.registerFollower.catchUp()
        return site
    }

    private func list(_ site: SiteFixture, _ query: String) async throws -> RegisterListDocument {
        let reply = try await site.get("/registers/outlet.json" + query)
        #expect(reply.status == 200, "\(query): \(reply.text)")
        return try reply.decoded(RegisterListDocument.self)
    }

    @Test func `a list is found by words, narrowed, counted and sorted`() async throws {
        let site = try await Self.site()
        let all = try await list(site, "")
        #expect(all.records == 3 && all.samples == 1 && all.total == 4 && all.entries.count == 4)
        let kinds = try #require(all.facets.first { $0.field == "kind" })
        #expect(kinds.values.map(\.code) == ["window", "centre"] && kinds.values.map(\.count) == [3, 1])
        let windows = try await list(site, "?f=kind:window&samples=no&sort=-name")
        #expect(windows.records == 2 && windows.samples == 0)
        #expect(windows.entries.compactMap { $0.fields["name"]?.text } == ["示例乙窗口", "示例甲窗口"])
        #expect(try await list(site, "?in=610000").total == 3)
        #expect(try await list(site, "?in=610100&f=kind:window").total == 2)
        #expect(try await list(site, "?q=%E4%B8%99").entries.compactMap { $0.fields["name"]?.text } == ["示例丙中心"])
        #expect(try await list(site, "?q=zzz").total == 0)
    }

    @Test func `the page shows the same, and nothing that not everybody may read`() async throws {
        let site = try await Self.site()
        let page = try await site.get("/registers/outlet?f=kind:window")
        for text in ["示例甲窗口", "示例乙窗口", "另有示例 1 件", "2 条", "aria-current=\"true\"", "窗口", "陕西省西安市", "运行"] {
            #expect(page.text.contains(text), "\(text)")
        }
        #expect(!page.text.contains("示例丙中心"))
        // All 34 stand in the facet, and in the tile map; those without an entry say that there are no data.
        let unknown = "<span class=\"facet-n\">暂无数据</span>"
        #expect(page.text.components(separatedBy: unknown).count == 34)
        let map = try await site.get("/registers/outlet?view=map")
        for unit in ["台湾省", "香港特别行政区", "澳门特别行政区", "北京市", "陕西省"] {
            #expect(map.text.contains("<span class=\"facet-name\">\(unit)</span>"), "\(unit)")
        }
        #expect(map.text.components(separatedBy: "class=\"nodata\"").count == 33)
        #expect(!map.text.contains("class=\"lv0\""))
        for address in ["/registers/outlet", "/registers/outlet.json"] {
            let reply = try await site.get(address)
            #expect(reply.status == 200 && !reply.text.contains("98765") && !reply.text.contains("posts"), "\(address)")
        }
        #expect(try await list(site, "?q=98765").total == 0)
        let english = try await site.get("/registers/outlet?q=zzz&lang=en")
        #expect(english.text.contains("Nothing found") && english.text.contains("See all"))
    }

    @Test func `what cannot be asked is told with what can`() async throws {
        let site = try await Self.site()
        for query in [
            "?f=posts:98765", "?f=nothing:a", "?f=kind:nothing", "?in=%E7%81%AB%E6%98%9F", "?sort=posts",
            "?page=9999999",
        ] {
            let twin = try await site.get("/registers/outlet.json" + query)
            let page = try await site.get("/registers/outlet" + query)
            #expect(twin.status == 400 && page.status == 400, "\(query): \(twin.status) \(page.status)")
            #expect(!twin.text.contains("98765") || query.contains("98765"))
        }
        #expect(try await site.get("/registers/nothing").status == 404)
        #expect(try await site.get("/registers/nothing.json").status == 404)
    }
}
