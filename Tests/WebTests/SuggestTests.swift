import Foundation
import Testing
import Wire

@testable import Web

/// Completions of what is typed in a search box.
struct SuggestTests {
    private func suggestions(_ query: String, lang: String = "zh") async throws -> [SuggestDocument.SuggestionDocument]
    {
        let fixture = try await SiteFixture.shared.value
        let coded = query.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return try await fixture.get("/suggest.json?q=\(coded)&lang=\(lang)").decoded(SuggestDocument.self).suggestions
    }

    @Test func `fields, names, words, classes, states and operators are offered`() async throws {
        let fields = try await suggestions("申请")
        #expect(fields.prefix(3).map(\.query) == ["申请号=", "申请日=", "申请人="])
        #expect(fields[2].meaning == "申请（专利权）人" && fields[2].kind == "field")
        let own = try await suggestions("电池 示例电池")
        #expect(own.contains { $0.query == "电池 申请人=示例电池有限公司" && $0.count == CountDocument(records: 1, samples: 0) })
        let named = try await suggestions("PA=示例电", lang: "en").filter { $0.kind == "value" }
        #expect(named.first?.query == "PA=示例电池有限公司" && named.first?.meaning == "Applicant")
        let words = try await suggestions("固态电")
        let word = try #require(words.first { $0.text == "固态电池" })
        #expect(word.kind == "word" && word.count?.records == 1 && word.query == "固态电池" && word.meaning == nil)
        let english = try await suggestions("TI=batt", lang: "en")
        #expect(english.first?.query == "TI=battery" && (english.first?.count?.records ?? 0) == 1)
        #expect(try await suggestions("H01").contains { $0.query.hasPrefix("IPC=H01M") && $0.kind == "value" })
        #expect(try await suggestions("IPC=H01M10/").allSatisfy { $0.query.hasPrefix("IPC=H01M10/") })
        #expect(try await suggestions("法律状态=有").first?.query == "法律状态=有效")
        #expect(try await suggestions("电池 an").contains { $0.kind == "operator" && $0.query == "电池 AND " })
    }

    @Test(arguments: ["shilidianchi", "sldcyxgs", "示例电池有限", "sldc"])
    func `a Chinese name is found by its characters and by its reading`(typed: String) async throws {
        #expect(try await suggestions(typed).contains { $0.text == "示例电池有限公司" && $0.kind == "value" })
    }

    @Test func `fields of technology are offered by number and by name`() async throws {
        let numbers = try await suggestions("电池 TF=3", lang: "en")
        #expect(numbers.map(\.text) == ["3", "30", "31", "32", "33", "34", "35"])
        #expect(numbers.first?.query == "电池 TF=3" && numbers.first?.meaning == "Telecommunications")
        let named = try await suggestions("技术领域=半导")
        #expect(named.map(\.query) == ["技术领域=8"] && named.first?.meaning == "半导体" && named.first?.kind == "value")
        #expect(try await suggestions("TF=CHEMISTRY", lang: "en").map(\.text) == ["14", "17", "18", "19"])
        #expect(try await suggestions("TF=36").isEmpty)
    }

    @Test func `the record of a number is named`() async throws {
        let first = try #require(try await suggestions("电池 OR CN202199000001.8").first)
        #expect(first.kind == "record" && first.id == "patent/CN2021990000018" && first.meaning == "惠知校验用固态电池")
        #expect(first.query == "电池 OR CN202199000001.8" && first.count == nil)
        #expect(try await suggestions("1234").allSatisfy { $0.kind != "record" })
    }

    @Test func `nothing typed, nothing that fits and a broken end get an empty list`() async throws {
        for query in ["", " ", "zzzzqqq", "电池 ", "a+", String(repeating: "电池 ", count: 600) + "电"] {
            #expect(try await suggestions(query).isEmpty, "\(query.prefix(20))")
        }
        #expect(try await !suggestions("TI=(电池 AND {电").isEmpty)
    }

    @Test func `the document is as described, and browsers get their own form`() async throws {
        let fixture = try await SiteFixture.shared.value
        let reply = try await fixture.get("/suggest.json?q=%E7%94%B3%E8%AF%B7&lang=en")
        let check = SchemaCheck(description: try await fixture.get("/openapi.json").json())
        #expect(check.faults(try reply.json(), schema: "Suggestions") == [])
        let list = try await fixture.get("/suggest.json?q=%E7%94%B3%E8%AF%B7&format=opensearch")
        #expect(list.header("Content-Type") == "application/x-suggestions+json")
        let parts = try #require(try JSONSerialization.jsonObject(with: Data(list.body)) as? [Any])
        #expect(parts.count == 4 && parts.first as? String == "申请")
        #expect((parts[1] as? [String])?.prefix(3) == ["申请号=", "申请日=", "申请人="])
        #expect((parts[3] as? [String])?.first == "/search?q=%E7%94%B3%E8%AF%B7%E5%8F%B7%3D")
        let description = try await fixture.get("/opensearch.xml?lang=en").text
        #expect(description.contains("rel=\"suggestions\"") && description.contains("format=opensearch&amp;lang=en"))
    }

    @Test func `every box of a page offers them, and the page is whole without`() async throws {
        let fixture = try await SiteFixture.shared.value
        for (address, place) in [("/", "/suggest.json"), ("/help?lang=en", "/suggest.json?lang=en")] {
            #expect(try await fixture.get(address).values(of: "data-suggest") == [place])
        }
        let policy = try #require(try await fixture.get("/").header("Content-Security-Policy"))
        #expect(policy.contains("connect-src 'self'"))
    }
}
