import Domain
import Foundation
import Testing
import Wire

@testable import Web

/// Colours of what is found, what is left out, and what is looked for within.
struct RefineTests {
    private static let battery = "%E7%94%B5%E6%B1%A0"

    private func document(_ parameters: String) async throws -> SearchDocument {
        try await SiteFixture.shared.value.get("/search.json?" + parameters).decoded(SearchDocument.self)
    }

    @Test func `the same word has the same colour in title and text, and a legend says which`() async throws {
        let fixture = try await SiteFixture.shared.value
        let page = try await fixture.get(
            "/search?q=TI%3D%E5%9B%BA%E6%80%81+%E7%94%B5%E6%B1%A0+%E6%A0%A1%E9%AA%8C&samples=no"
        ).text
        #expect(page.contains("惠知<mark class=\"m3\">校验</mark>用<mark>固态</mark><mark class=\"m2\">电池</mark></a>"))
        #expect(page.contains("一种<mark>固态</mark><mark class=\"m2\">电池</mark>，用于<mark class=\"m3\">校验</mark>。"))
        let legend =
            "<li><mark>固态</mark></li><li><mark class=\"m2\">电池</mark></li><li><mark class=\"m3\">校验</mark></li>"
        #expect(page.contains(legend))
    }

    @Test func `records with an excluded value are left out, counted and listed`() async throws {
        let all = try await document("")
        let pending = try await document("f.state=pending")
        let out = try await document("x.state=pending")
        #expect(pending.total > 0 && out.total == all.total - pending.total)
        #expect(out.excluded == ["state": ["pending"]] && out.filters.isEmpty)
        #expect(out.hits.allSatisfy { $0.state.name != "pending" })
        let states = try #require(out.facets.first { $0.field == "state" })
        #expect(
            states.values.first
                == .init(
                    "pending",
                    label: Bilingual("审中", "Pending"),
                    count: CountDocument(records: 0, samples: 0),
                    isChosen: false,
                    isExcluded: true
                )
        )
        #expect(states.values.dropFirst().reduce(0) { $0 + $1.records + $1.samples } == out.total)
        let both = try await document("x.state=pending&x.state=inForce&f.right=patent&x.year=2020")
        #expect(both.hits.allSatisfy { !["pending", "inForce"].contains($0.state.name) && $0.right == .patent })
        #expect(both.hits.allSatisfy { $0.application?.date?.description.hasPrefix("2020") != true })
        let year = try await document("f.year=2020")
        #expect(try await document("x.year=2020").total == all.total - year.total)
        let fixture = try await SiteFixture.shared.value
        let table = try await fixture.get("/search.csv?x.state=pending")
        #expect(table.header("X-Total-Count") == String(out.total))
        let check = SchemaCheck(description: try await fixture.get("/openapi.json").json())
        #expect(check.faults(try await fixture.get("/search.json?x.state=pending").json(), schema: "Search") == [])
    }

    @Test func `a search within asks for both, whatever either is`() async throws {
        let battery = try await document("q=\(Self.battery)")
        let both = try await document("q=\(Self.battery)&within=TI%3D%E8%A3%85%E7%BD%AE+OR+TI%3D%E9%94%82")
        #expect(both.query == "电池 AND (TI=装置 OR TI=锂)")
        #expect(both.total > 0 && both.total < battery.total)
        #expect(
            try await document("q=%E7%94%B5%E6%B1%A0+AND+(TI%3D%E8%A3%85%E7%BD%AE+OR+TI%3D%E9%94%82)").total
                == both.total
        )
    }
}
