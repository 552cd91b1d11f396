import Foundation
import Testing
import Wire

@testable import Web

/// Misspelt words.
struct CorrectionTests {
    private func corrections(_ query: String) async throws -> [CorrectionDocument] {
        let fixture = try await SiteFixture.shared.value
        let coded = query.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return try await fixture.get("/search.json?q=\(coded)").decoded(SearchDocument.self).corrections
    }

    @Test func `a word that no record has is offered as one near it, with what that finds`() async throws {
        let first = try #require(try await corrections("TI=solit AND 固态电池").first)
        #expect(first.word == "solit" && first.replacement == "solid" && first.query == "TI=solid AND 固态电池")
        #expect(first.count == CountDocument(records: 1, samples: 0))
        for query in ["solid", "zzzzqqqq", "solid NOT solit"] { #expect(try await corrections(query).isEmpty) }
    }

    @Test func `a Chinese name is offered that is written otherwise and sounds alike`() async throws {
        let first = try #require(try await corrections("申请人=示立电池").first)
        #expect(first.replacement == "示例电池" && first.query == "申请人=示例电池" && first.count.records == 1)
    }

    @Test func `pages link to it and search nothing else by themselves`() async throws {
        let fixture = try await SiteFixture.shared.value
        let empty = try await fixture.get("/search?q=solit&lang=en")
        #expect(empty.text.contains("Nothing found") && empty.text.contains("Did you mean"))
        #expect(empty.values(of: "href").contains("/search?q=solid&lang=en"))
        // Where something is found all the same, the word is named.
        let some = try await fixture.get("/search?q=solit+OR+%E5%9B%BA%E6%80%81&lang=en")
        #expect(
            some.text.contains("No record has")
                && some.values(of: "href").contains {
                    $0.hasPrefix("/search?q=solid+OR+%E5%9B%BA%E6%80%81")
                }
        )
    }
}
