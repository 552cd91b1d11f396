import Domain
import Foundation
import Links
import Testing
import Wire

@testable import Web

/// Queries of other systems on the web.
struct TranslationTests {
    private func reply(_ query: String) async throws -> Reply {
        try await SiteFixture.shared.value.get(query)
    }

    @Test func `page and document tell the same`() async throws {
        let query = "q=%28solar+SAME2+cell%244%29.clm.+AND+L1+AND+%40pd%3E%3D20150101"
        let document = try await reply("/translate.json?" + query).decoded(TranslationDocument.self)
        #expect(document.query == "(solar SAME2 cell$4).clm. AND L1 AND @pd>=20150101")
        #expect(document.from == "ppubs")
        #expect(document.translation == "CL=solar AND CL=cell???? AND PD>=2015")
        #expect(document.remarks.map(\.weight) == ["lost", "lost"])
        #expect(document.remarks.map(\.position) == [7, 30] && document.remarks.map(\.length) == [5, 2])
        let zh = try await reply("/translate?" + query)
        #expect(zh.status == 200 && zh.text.contains("权利要求=solar AND 权利要求=cell???? AND 公开（公告）日&gt;=2015"))
        for remark in document.remarks { #expect(zh.text.contains(remark.message.zh)) }
        let en = try await reply("/translate?\(query)&lang=en").text
        #expect(
            en.contains("CL=solar AND CL=cell???? AND PD&gt;=2015")
                && en.contains("Read in the syntax of PPUBS (USPTO).")
        )
        for remark in document.remarks { #expect(en.contains(remark.message.en.replacing("'", with: "&#39;"))) }
    }

    @Test func `the document is as the description says`() async throws {
        let fixture = try await SiteFixture.shared.value
        let check = SchemaCheck(description: try await fixture.get("/openapi.json").json())
        #expect(
            check.faults(try await fixture.get("/translate.json?q=L1+AND+a.ti.").json(), schema: "Translation") == []
        )
        let refused = try await fixture.get("/translate.json?q=L1&from=ppubs")
        #expect(refused.status == 400)
        #expect(check.faults(try refused.json(), schema: "QueryError") == [])
    }

    @Test func `nothing to search for keeps what was typed`() async throws {
        let refused = try await reply("/translate?q=L1&from=ppubs&lang=en")
        #expect(refused.status == 400)
        #expect(refused.text.contains("L1</textarea>") && refused.text.contains("Nothing to search for"))
        #expect(refused.text.contains("<option value=\"ppubs\" selected>"))
    }

    @Test func `the form alone translates nothing`() async throws {
        let page = try await reply("/translate")
        #expect(page.status == 200 && !page.text.contains("id=\"result\"") && page.text.contains("自动识别"))
    }

    @Test(arguments: ["/search?q=valve.ti.&lang=en", "/search?q=%28valve.ti.&lang=en"])
    func `a search that looks like another system's offers its translation`(address: String) async throws {
        let page = try await reply(address).text
        #expect(page.contains("This looks like a query of PPUBS (USPTO): translate it"))
        #expect(page.contains("/translate?q="))
        let own = try await reply("/search?q=TI%3Dvalve&lang=en").text
        #expect(!own.contains("/translate?q="))
    }
}
