import Links
import Testing

@testable import Pages

struct RecordTests {
    private let pages: PageRenderer

    init() throws { pages = try PageRenderer() }

    private func html(_ model: RecordPage) -> String {
        var frame = Samples.frame(.record(model.link))
        frame.origin = "https://ip.example"
        return pages.record(model, frame)
    }

    @Test(arguments: PageLanguage.allCases)
    func `shows every part that a record has and leaves out what it has not`(language: PageLanguage) {
        let full = HTMLReader(html(RecordSamples.patent(language))).values(of: "id", in: "section")
        #expect(
            full == [
                "facts", "abstract", "classes", "claims", "legal", "family", "priorities", "citations", "description",
                "drawings", "sources", "versions",
            ]
        )
        let mark = HTMLReader(html(RecordSamples.trademark(language))).values(of: "id", in: "section")
        #expect(mark == ["facts", "classes", "goods"])
    }

    @Test func `the five rights have their names in both languages`() {
        let names = ["发明专利", "商标", "外观设计", "地理标志", "布图设计"]
        for (record, name) in zip(RecordSamples.all(.zh), names) {
            #expect(html(record).contains("<span>\(name)</span>"))
        }
        let english = ["Invention", "Trade mark", "Design", "Geographical indication", "Layout-design"]
        for (record, name) in zip(RecordSamples.all(.en), english) {
            #expect(html(record).contains("<span>\(name)</span>"))
        }
    }

    @Test func `says the status first, in words, with its source`() {
        let page = html(RecordSamples.patent(.zh))
        #expect(page.contains("<span class=\"state is-live state-l\">有效</span>"))
        #expect(
            page.contains("专利权有效，保护到 2041-03-15；有 1 项许可。 <span class=\"note\">来源：专利公报 第 39 卷 31 期，2023-08-04</span>")
        )
        #expect(html(RecordSamples.design(.zh)).contains("来源没有说明它现在的状态。"))
    }

    @Test func `a sample says so at the top and in the title`() {
        let page = html(RecordSamples.patent(.zh))
        #expect(page.contains("本件是示例：人名、机构、号码和内容均为虚构，没有法律效力。"))
        #expect(page.contains("制备方法 <span class=\"sample\">示例</span>"))
        #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
        #expect(!html(RecordSamples.trademark(.zh)).contains("sample"))
    }

    @Test func `leads back to the search and to its neighbours`() {
        let page = html(RecordSamples.patent(.zh))
        #expect(page.contains("第 2 / 1,284 件"))
        #expect(page.contains("&amp;f.status=live&amp;at=1\" rel=\"prev\">上一件</a>"))
        #expect(page.contains("&amp;f.status=live&amp;at=3\" rel=\"next\">下一件</a>"))
        #expect(!html(RecordSamples.gi(.zh)).contains("crumbs"))
    }

    @Test func `has a permanent address, a citation and the machine twin`() {
        let page = html(RecordSamples.patent(.zh))
        #expect(page.contains("<link rel=\"canonical\" href=\"/patent/CN2021190000121\">"))
        #expect(page.contains(">https://ip.example/patent/CN2021190000121</a>"))
        #expect(
            page.contains(
                "一种石墨烯复合散热膜及其制备方法，CN199000012B，2021-03-16。惠知，https://ip.example/patent/CN2021190000121，序号 1,204,883。"
            )
        )
        #expect(page.contains("href=\"/patent/CN2021190000121.json\""))
    }

    @Test func `draws the future, now and the past of the legal history, newest first`() {
        let page = html(RecordSamples.patent(.zh))
        let kinds = HTMLReader(page).tags.filter { $0.name == "li" && !$0.isClosing }.compactMap {
            $0.attributes["class"]
        }
        .filter { $0 == "is-next" || $0 == "is-now" }
        #expect(kinds == ["is-next", "is-now"])
        #expect(page.contains("<li class=\"is-now\"><span class=\"when num\">2023-08-04</span><b>授权</b>"))
    }

    @Test func `foreign texts carry their language and machine translations say so`() {
        let page = html(RecordSamples.patent(.zh))
        #expect(page.contains("<div class=\"text\" lang=\"en\"><h3 class=\"h-f\">英文；机器翻译，仅供参考</h3>"))
        #expect(html(RecordSamples.patent(.en)).contains("<h1 lang=\"zh\">"))
    }

    @Test func `sets claims in by what they refer to`() {
        let claims: [RecordPage.Claim] = [
            .init(1, "a"), .init(2, "b", parents: [1]), .init(3, "c", parents: [2, 1]), .init(4, "d", parents: [2]),
            .init(5, "e", parents: [5]), .init(6, "f", parents: [9]),
            .init(7, "g", parents: [4]), .init(8, "h", parents: [7]), .init(9, "i", parents: [8]),
        ]
        let depths = ClaimDepths(claims)
        #expect((1...9).map { depths[$0] } == [0, 1, 1, 2, 0, 0, 3, 4, 4])
        #expect(depths[99] == 0)
    }

    @Test func `long texts and lists fold`() {
        var record = RecordSamples.patent(.zh)
        #expect(html(record).contains("<summary>再看 12 段</summary>"))
        record.claims = [.init((1...40).map { .init($0, "权利要求 \($0)") }, isComplete: false)]
        #expect(html(record).contains("<summary>再看 28 项</summary>"))
        #expect(html(record).contains("来源只给出其中一部分权利要求。"))
        record.description = [.init((1...10).map { "段 \($0)" })]
        #expect(!html(record).contains("个段落") && !html(record).contains("再看 2 段"))
    }
}
