import Domain
import Foundation
import Testing
import Wire

@testable import Web

/// The spellings of a holder's name.
struct NamesTests {
    private static let names = [
        "示例电池有限公司", "示例电池（深圳）股份有限公司", "示例电池有限责任公司", "深圳市示例电池有限公司", "示例电池材料有限公司", "另一家公司",
        "Sample Cells Co., Ltd.", "SAMPLE CELLS CO LTD", "Sample Cells GmbH",
    ]

    private static let site = Task {
        let rights = names.enumerated().map { place, name -> Right in
            var record = Bibliography(right: .patent)
            record.application = DocumentID(
                country: "CN",
                number: "20219900010\(place).X",
                date: PartialDate(year: 2019 + place % 3, month: 1, day: 2)
            )
            record.titles = [LocalizedText(lang: "zh", text: "示例\(place)")]
            record.applicants = [Party(name: name, country: "CN", address: "广东省深圳市示例路 1 号")]
            return .patent(Patent(bibliography: record))
        }
        return try await SiteFixture(samples: 0, own: rights)
    }

    private func names(_ name: String) async throws -> NamesDocument {
        let coded = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return try await Self.site.value.get("/names.json?q=\(coded)").decoded(NamesDocument.self)
    }

    @Test func `spellings of one holder are proposed with the reason, the surest first`() async throws {
        let document = try await names("示例电池 有限公司")
        #expect(
            document.proposed.map(\.name) == [
                "示例电池有限公司", "示例电池有限责任公司", "深圳市示例电池有限公司", "示例电池（深圳）股份有限公司",
            ]
        )
        #expect(document.proposed.map(\.likeness) == ["spelling", "form", "place", "place"])
        #expect(document.others.map(\.name) == ["示例电池材料有限公司"] && document.unread == 0)
        let first = try #require(document.proposed.first)
        #expect(first.count == CountDocument(records: 1, samples: 0) && first.places == ["440000"])
        #expect(first.firstYear == 2019 && first.lastYear == 2019)
        let query = try #require(document.query)
        // Names that differ in a place may be other companies': they are proposed and not searched unasked.
        #expect(query == "PA=(\"示例电池有限公司\" OR \"示例电池有限责任公司\")")
        let english = try await names("sample cells")
        #expect(english.proposed.count == 3 && english.proposed.allSatisfy { $0.likeness == "form" })
        let check = SchemaCheck(description: try await Self.site.value.get("/openapi.json").json())
        let reply = try await Self.site.value.get("/names.json?q=sample")
        #expect(check.faults(try reply.json(), schema: "HolderNames") == [])
    }

    @Test func `what is picked is searched together`() async throws {
        let site = try await Self.site.value
        let page = try await site.get("/names?q=Sample+Cells&lang=en")
        #expect(
            page.values(of: "value").contains("SAMPLE CELLS CO LTD") && page.text.contains("Differs in the legal form")
        )
        let reply = try await site.get("/names?q=a&pick=Sample+Cells+GmbH&pick=SAMPLE+CELLS+CO+LTD&lang=en")
        let address = try #require(reply.header("Location"))
        #expect(reply.status == 303)
        #expect(
            try await site.get(address.replacing("/search?", with: "/search.json?")).decoded(SearchDocument.self).total
                == 3
        )
    }

    @Test func `only the surer names are picked beforehand`() async throws {
        let coded = "示例电池有限公司".addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let page = try await Self.site.value.get("/names?q=" + coded).text
        for place in 1...2 { #expect(page.contains("aria-describedby=\"pick-\(place)-about\" checked>")) }
        for place in 3...4 { #expect(page.contains("aria-describedby=\"pick-\(place)-about\">")) }
    }

    @Test func `a name that nobody has, and none, are told`() async throws {
        let site = try await Self.site.value
        #expect(try await site.get("/names?q=zzzq&lang=en").text.contains("No record has a holder"))
        #expect(try await site.get("/names").text.contains("查别名"))
        for address in ["/names.json", "/names?q=%3F%3F"] { #expect(try await site.get(address).status == 400) }
    }
}
