import Foundation
import Testing
import Wire

@testable import Web

/// Codes and what they mean.
struct CodesTests {
    @Test func `every list is there, each code once`() async throws {
        let fixture = try await SiteFixture.shared.value
        let reply = try await fixture.get("/codes.json")
        let document = try reply.decoded(CodesDocument.self)
        #expect(Set(document.codes.map(\.list)) == ["kind", "country", "event", "state"])
        let names = document.codes.map { [$0.list, $0.office ?? "", $0.code].joined(separator: " ") }
        #expect(Set(names).count == names.count)
        let check = SchemaCheck(description: try await fixture.get("/openapi.json").json())
        #expect(check.faults(try reply.json(), schema: "Codes") == [])
    }

    @Test(arguments: [
        ("US%20B2", [String]?(["kind US B2"])), ("质押 登记的生效", ["event PE01"]), ("hong kong", ["country HK"]),
        ("restorable", ["state restorable"]), ("CN Y", nil), ("zzz", []),
    ])
    func `codes are found by code, office and meaning`(words: String, codes: [String]?) async throws {
        let fixture = try await SiteFixture.shared.value
        let query =
            (words.removingPercentEncoding ?? "").addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let found = try await fixture.get("/codes.json?q=" + query).decoded(CodesDocument.self).codes
        let names = found.map { [$0.list, $0.office, $0.code].compactMap(\.self).joined(separator: " ") }
        if let codes { #expect(names == codes) } else { #expect(names.contains("kind CN Y")) }
    }

    @Test func `of many words the first sixteen count, each once`() async throws {
        let fixture = try await SiteFixture.shared.value
        func found(_ words: String) async throws -> [String] {
            try await fixture.get("/codes.json?q=" + words).decoded(CodesDocument.self).codes.map(\.code)
        }
        let sixteen = "r+re+res+rest+resto+restor+restora+restorab+restorabl+restorable+e+es+est+esto+estor+estora"
        #expect(try await found(sixteen) == ["restorable"])
        #expect(try await found(sixteen + "+zzz") == ["restorable"])
        #expect(try await found(String(repeating: "restorable+", count: 20) + "zzz") == [])
    }

    @Test func `a code has an anchor, and names of territories are those of the rules`() async throws {
        let fixture = try await SiteFixture.shared.value
        let page = try await fixture.get("/codes").text
        #expect(page.contains("id=\"kind-CN-A\"") && page.contains("id=\"country-TW\"") && page.contains("中国台湾"))
        #expect(page.contains("Taiwan, China") && page.contains("id=\"event-GR01\""))
        #expect(try await fixture.get("/codes?q=zzz&lang=en").text.contains("No such code"))
        #expect(try await fixture.get("/codes.csv?q=CF01").text.contains("event,,CF01,未缴年费专利权终止"))
    }
}
