import Domain
import Foundation
import Testing
import Wire

@testable import Web

/// Records side by side on the web.
struct CompareTests {
    private static func record(_ number: String, _ title: String, ipc: [String]) -> Right {
        var record = Bibliography(right: .patent)
        record.application = DocumentID(country: "CN", number: number, date: PartialDate(year: 2021, month: 3, day: 16))
        record.titles = [LocalizedText(lang: "zh", text: title)]
        record.abstracts = [LocalizedText(lang: "zh", text: "一种固态电池的隔膜，" + title + "。")]
        record.classes.ipc = ipc
        record.applicants = [Party(name: "示例电池有限公司", country: "CN")]
        record.inventors = [Party(name: "张示例", country: "CN", address: "广东省深圳市隐私小区 88 栋")]
        var details = Patent.Details()
        details.claims = [ClaimSet(lang: "zh", items: ["一种" + title + "。"])]
        return .patent(Patent(bibliography: record, details: details))
    }

    private static let site = Task {
        try await SiteFixture(
            samples: 0,
            own: [
                record("202199000001.8", "甲隔膜", ipc: ["H01M 50/40", "H01M 10/05"]),
                record("202199000002.6", "乙隔膜", ipc: ["H01M 10/05"]), OwnRecords.hostile,
            ]
        )
    }
    private static let two = "record=patent/CN2021990000018&record=202199000002.6"

    @Test func `page, document and table tell the same, whichever number a record is asked for by`() async throws {
        let fixture = try await Self.site.value
        let reply = try await fixture.get("/compare.json?\(Self.two)&record=CN404")
        let document = try reply.decoded(CompareDocument.self)
        #expect(document.records.map(\.id) == ["patent/CN2021990000018", "patent/CN2021990000026"])
        #expect(document.missing == ["CN404"] && document.unread == nil)
        func line(_ field: String) -> CompareDocument.LineDocument? { document.lines.first { $0.field == field } }
        #expect(line("title")?.cells == [["甲隔膜"], ["乙隔膜"]] && line("title")?.same == false)
        #expect(line("applicants")?.same == true && line("ipc")?.common == ["H01M 10/05"])
        #expect(line("claim")?.cells == [["一种甲隔膜。"], ["一种乙隔膜。"]])
        #expect(document.commonClasses == ["H01M 10/05"])
        #expect(document.commonWords?.contains("隔膜") == true && document.commonWords?.contains("甲隔") == false)
        let check = SchemaCheck(description: try await fixture.get("/openapi.json").json())
        #expect(check.faults(try reply.json(), schema: "Comparison") == [])

        let page = try await fixture.get("/compare?\(Self.two)&record=CN404").text
        for text in [
            "没有找到 CN404", "<p>甲隔膜</p>", "<p>一种乙隔膜。</p>", "有不同", "都相同",
            "<p>H01M 10/05 <span class=\"tag\">共有</span></p>",
            "<dt>共同的分类</dt><dd>H01M 10/05</dd>", "href=\"/compare?record=202199000002.6&amp;record=CN404\"",
        ] {
            #expect(page.contains(text), "\(text)")
        }
        let table = try await fixture.get("/compare.csv?\(Self.two)&lang=en").text
        #expect(table.hasPrefix("\u{FEFF}Field,patent/CN2021990000018,patent/CN2021990000026,All the same\r\n"))
        #expect(table.contains("\r\nIPC classes,H01M 50/40; H01M 10/05,H01M 10/05,no\r\n"))
        for text in [page, table, reply.text] { #expect(!text.contains("隐私小区")) }
    }

    @Test func `six stand side by side and the others are counted; a record stands there once`() async throws {
        let fixture = try await Self.site.value
        let many = (1...7).map { "record=CN\($0)" }.joined(separator: "&")
        let document = try await fixture.get("/compare.json?" + many).decoded(CompareDocument.self)
        #expect(document.missing.count == 6 && document.unread == 1 && document.records.isEmpty)
        let page = try await fixture.get("/compare?lang=en&" + many).text
        #expect(page.contains("1 more are not shown"))
        // What is sent beyond them makes no page longer.
        let more = (1...900).map { "record=CN\($0)" }.joined(separator: "&")
        #expect(try await fixture.get("/compare?lang=en&" + more).text.utf8.count < page.utf8.count + 500)
        let twice = try await fixture.get("/compare.json?record=202199000001.8&record=patent/CN2021990000018")
        #expect(try twice.decoded(CompareDocument.self).records.count == 1)
        // A name that no record can have, and markup in every field.
        let odd = try await fixture.get("/compare?record=%3Cb%3E&record=99000001").text
        #expect(odd.contains("没有找到 &lt;b&gt;") && !odd.contains("<script>alert"))
    }

    @Test func `the hits of a search are ticked and sent without scripts`() async throws {
        let page = try await Self.site.value.get("/search?lang=en&samples=no&in=patent").text
        #expect(page.contains("<form action=\"/compare\">"))
        #expect(page.contains("type=\"checkbox\" name=\"record\" value=\"patent/CN2021990000018\""))
        #expect(page.contains("name=\"lang\" value=\"en\"") && page.contains("Compare those ticked"))
        let one = try await Self.site.value.get("/search?q=%E7%94%B2%E9%9A%94%E8%86%9C").text
        #expect(!one.contains("type=\"checkbox\""), "one hit has nothing to be compared with")
    }

    @Test func `a record is found by a number with its register in front, where its page is`() async throws {
        let fixture = try await SiteFixture.shared.value
        let asked = "record=patent/CN199900001A&record=trademark/CN199900001A"
        let document = try await fixture.get("/compare.json?" + asked).decoded(CompareDocument.self)
        #expect(document.records.map(\.id) == ["patent/CN2021990000018"])
        #expect(document.missing == ["trademark/CN199900001A"])
        let moved = try await fixture.get("/patent/CN199900001A").header("Location")
        #expect(moved == "/patent/CN2021990000018")
    }

    @Test func `an empty page teaches how to begin`() async throws {
        let page = try await Self.site.value.get("/compare").text
        #expect(page.contains("最多 6 件并排") && page.contains("勾选几件") && page.contains("name=\"record\""))
    }
}
