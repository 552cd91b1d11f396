import Domain
import Foundation
import Links
import Testing
import Wire

@testable import Web

/// Histories of queries on the web.
struct HistoryTests {
    private static func address(_ lines: [String], _ suffix: String = "") -> String {
        let text = lines.joined(separator: "\n").addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return "/history\(suffix)?h=\(text)"
    }

    @Test func `every line is counted, and sets find what the queries written out do`() async throws {
        let fixture = try await SiteFixture.shared.value
        let lines = ["电池", "PA=示例", "#1 AND #2", "#1 OR #2", "(", "#3 NOT #5", "#1 NOT #2"]
        let document = try await fixture.get(Self.address(lines, ".json")).decoded(HistoryDocument.self)
        #expect(document.lines.map(\.number) == Array(1...7) && document.lines.map(\.query) == lines)
        #expect(document.lines.map { $0.error == nil } == [true, true, true, true, false, false, true])
        #expect(document.uncounted == nil)
        let totals = document.lines.map { ($0.count?.records ?? 0) + ($0.count?.samples ?? 0) }
        #expect(totals[0] > 0 && totals[1] > 0)
        #expect(totals[3] == totals[0] + totals[1] - totals[2] && totals[6] == totals[0] - totals[2])
        for line in document.lines where line.error == nil {
            let query = try #require(line.expression).addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            let found = try await fixture.get("/search.json?q=" + query).decoded(SearchDocument.self)
            #expect(line.count == CountDocument(records: found.records, samples: found.samples), "\(line.query)")
            #expect(line.exact == true)
        }
        let check = SchemaCheck(description: try await fixture.get("/openapi.json").json())
        #expect(check.faults(try await fixture.get(Self.address(lines, ".json")).json(), schema: "History") == [])
    }

    @Test func `the page has the same numbers, and ways to the records`() async throws {
        let fixture = try await SiteFixture.shared.value
        let lines = ["电池", "#1 NOT TI=电池", "#9"]
        let document = try await fixture.get(Self.address(lines, ".json")).decoded(HistoryDocument.self)
        let page = try await fixture.get(Self.address(lines))
        #expect(page.status == 200)
        for line in document.lines {
            if let count = line.count { #expect(page.text.contains(">\(count.records)\n<")) }
            if let count = line.count, count.samples > 0 { #expect(page.text.contains(">+\(count.samples)\n<")) }
        }
        #expect(page.text.contains("“#9”之前没有这一条检索式"))
        let links = page.text.matches(of: /<a href="(\/search\?q=[^"]+)">看记录/).map { String($0.output.1) }
        #expect(links.count == 2)
        for link in links { #expect(try await fixture.get(link.replacing("&amp;", with: "&")).status == 200) }
    }

    @Test func `lines beyond the limit are said to be uncounted`() async throws {
        let fixture = try await SiteFixture.shared.value
        let lines = Array(repeating: "a", count: 203)
        let document = try await fixture.get(Self.address(lines, ".json")).decoded(HistoryDocument.self)
        #expect(document.lines.count == 200 && document.uncounted == 3)
    }

    @Test func `a page of hits offers to begin a history`() async throws {
        let page = try await SiteFixture.shared.value.get("/search?q=%E7%94%B5%E6%B1%A0").text
        #expect(page.contains("<a href=\"/history?h=%E7%94%B5%E6%B1%A0\" rel=\"nofollow\">加入检索历史</a>"))
    }
}
