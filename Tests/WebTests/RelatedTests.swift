import Foundation
import Testing
import Wire

@testable import Web

/// Words that go with a query, and words of the other language.
struct RelatedTests {
    private func related(_ query: String) async throws -> RelatedDocument {
        let fixture = try await SiteFixture.shared.value
        let coded = query.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return try await fixture.get("/related.json?q=\(coded)").decoded(RelatedDocument.self)
    }

    @Test func `words and translations are told with their counts, and can be added`() async throws {
        let fixture = try await SiteFixture.shared.value
        let document = try await related("电池")
        #expect(document.language == "en" && document.count.samples > 0 && document.read > 0)
        let total = document.count.records + document.count.samples
        for word in document.words {
            #expect(word.score >= 10.83 && !"电池".contains(word.text))
            #expect(word.both.samples <= word.all.samples && word.both.records + word.both.samples <= total)
            #expect(word.and.hasPrefix("电池 AND ") && word.or.hasPrefix("电池 OR "))
        }
        #expect(document.words.map(\.score) == document.words.map(\.score).sorted(by: >))
        let translation = try #require(document.translations.first)
        #expect(translation.text.contains("batter") && translation.score > 0.3 && translation.score <= 1)
        // A count is what the search finds.
        let coded = translation.and.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let found = try await fixture.get("/search.json?q=\(coded)").decoded(SearchDocument.self)
        #expect(found.records == translation.both.records && found.samples == translation.both.samples)
        let check = SchemaCheck(description: try await fixture.get("/openapi.json").json())
        let reply = try await fixture.get("/related.json?q=%E7%94%B5%E6%B1%A0")
        #expect(check.faults(try reply.json(), schema: "Related") == [])
    }

    @Test func `an English word gets Chinese ones`() async throws {
        let document = try await related("battery")
        #expect(document.language == "zh" && document.bilingual > 0)
        #expect(document.translations.contains { $0.text.contains("电池") })
    }

    @Test func `the page shows both tables, and what it needs where it has none`() async throws {
        let fixture = try await SiteFixture.shared.value
        let page = try await fixture.get("/related?q=%E7%94%B5%E6%B1%A0&lang=en")
        #expect(
            page.text.contains("In English") && page.text.contains("Likelihood ratio") && page.text.contains("Dice")
        )
        #expect(page.values(of: "href").contains { $0.hasPrefix("/search?q=%E7%94%B5%E6%B1%A0+OR+") })
        let none = try await fixture.get("/related?q=zzzzqqq&lang=en").text
        #expect(none.contains("No word is clearly more frequent") && none.contains("which is not enough"))
        #expect(try await fixture.get("/related").text.contains("找相关词"))
        #expect(
            try await fixture.get("/search?q=%E7%94%B5%E6%B1%A0").values(of: "href").contains {
                $0 == "/related?q=%E7%94%B5%E6%B1%A0"
            }
        )
    }

    @Test func `a query that cannot be read, or none, is told`() async throws {
        let fixture = try await SiteFixture.shared.value
        #expect(try await fixture.get("/related?q=(a").status == 400)
        #expect(try await fixture.get("/related?q=(a&lang=en").text.contains("cannot be read"))
        #expect(try await fixture.get("/related.json?q=(a").status == 400)
        #expect(try await fixture.get("/related.json").status == 400)
    }
}
