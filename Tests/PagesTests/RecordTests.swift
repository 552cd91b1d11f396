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
        #expect(page.contains("<h3 class=\"h-f\">GB/T 7714—2015</h3><p class=\"cite\">澄川示例材料有限公司. 一种石墨烯"))
        #expect(page.contains("本页内容以日志序号 1,204,883 为准。"))
        for suffix in ["json", "ris", "bib", "csl", "csv", "txt"] {
            #expect(page.contains("href=\"/patent/CN2021190000121.\(suffix)\""), "\(suffix)")
        }
        #expect(html(RecordSamples.patent(.en)).contains("href=\"/patent/CN2021190000121.ris?lang=en\""))
    }

    @Test func `draws the future, now and the past of the legal history, newest first`() {
        let page = html(RecordSamples.patent(.zh))
        let kinds = HTMLReader(page).tags.filter { $0.name == "li" && !$0.isClosing }.compactMap {
            $0.attributes["class"]
        }
        .filter { $0 == "is-next" || $0 == "is-now" }
        // What comes next, what has happened, what lies on the right.
        #expect(kinds == Array(repeating: "is-next", count: 6) + ["is-next", "is-now", "is-now"])
        #expect(page.contains("<li class=\"is-now\"><span class=\"when num\">2023-08-04</span><b>授权</b>"))
    }

    @Test func `says what comes next with its day, its year, its fee and its provision`() {
        let page = html(RecordSamples.patent(.zh))
        #expect(page.contains("以 2026-11-18 为准"))
        #expect(
            page.contains("<span class=\"when num\">最迟 2027-03-16</span><b>第 7 年度年费，全额 2,000 元</b>")
                && page.contains("依据：§ 43")
        )
        #expect(page.contains("<a href=\"/fees?filed=2021-03-16&amp;granted=2023-08-04\">逐年年费和减缴</a>"))
        // The head of the page names the next day that has not passed, and the end of the term.
        #expect(page.contains("<span>最迟 2027-03-16：第 7 年度年费，全额 2,000 元；2041-03-15：保护期届满</span>"))
        let english = html(RecordSamples.patent(.en))
        #expect(english.contains("by 16 Mar 2027</span><b>Annual fee of year 7, in full CNY 2,000</b>"))
        #expect(english.contains("Possible from 1 Jan 2027."))
        var ended = RecordSamples.patent(.zh)
        ended.outlook = .init(asOf: "2041-03-16", steps: [.init(.expire, day: "2041-03-15", basis: "§ 42")])
        #expect(html(ended).contains("<b>保护期已经届满</b>"))
        ended.outlook = .init(asOf: "2041-03-15", steps: [.init(.expire, day: "2041-03-15", basis: "§ 42")])
        #expect(html(ended).contains("<b>保护期届满</b>"))
    }

    @Test func `keeps the state of the right apart from that of the file and from what lies on it`() {
        let page = html(RecordSamples.patent(.zh))
        #expect(
            page.contains(
                "<dt>法律状态</dt><dd class=\"num\"><span>有效</span> <span class=\"quiet\">2023-08-04 起</span></dd>"
            )
        )
        #expect(page.contains("<dt>案件状态（来源原文）</dt><dd class=\"num\"><span>等年费滞纳金</span>"))
        #expect(page.contains("<h3 class=\"h-f\">许可、质押和保全</h3>"))
        #expect(!html(RecordSamples.design(.zh)).contains("许可、质押和保全"))
    }

    @Test func `a fact names its source and what another source says`() {
        let page = html(RecordSamples.patent(.zh)).filter { $0 != "\n" }
        #expect(
            page.contains(
                "<span>2023-08-04</span><sup class=\"mark-s\"><a href=\"#source-1\" aria-label=\"来源 1\">1</a></sup> "
                    + "<span class=\"quiet\">另有来源：2023-08-05</span><sup class=\"mark-s\"><a href=\"#source-2\" aria-label=\"来源 2\">2</a></sup>"
            )
        )
        #expect(page.contains("<h2>权利要求<sup class=\"mark-s\"><a href=\"#source-2\""))
        #expect(HTMLReader(page).values(of: "id", in: "tr") == ["source-1", "source-2"])
        var one = RecordSamples.patent(.zh)
        one.sources.removeLast()
        #expect(html(one).contains("<a href=\"#source-1\">均来自来源 1</a>"))
    }

    @Test func `what changed between publication and grant is struck through and underlined`() {
        let page = html(RecordSamples.patent(.zh))
        #expect(page.contains("从公布到授权改了什么：3 项") && page.contains("没有改动的（按授权文本的序号）：2。"))
        #expect(page.contains("<b>公布 1 → 授权 1</b><p>一种散热膜，厚度为<del>10～200</del><ins>25～100</ins> μm。</p>"))
        #expect(page.contains("<b>授权 3：新的</b><p><ins>胶层 &lt;b&gt;。</ins></p>") && page.contains("<del>铜箔。</del>"))
        #expect(html(RecordSamples.patent(.en)).contains("<ol class=\"changes\" lang=\"zh\">"))
        // Of the description the paragraphs that changed are shown, the others counted; an abstract that stayed says nothing.
        #expect(page.contains("从公布到授权改了什么：1 段") && page.contains("另有 1 段没有改动。"))
        #expect(html(RecordSamples.patent(.en)).contains("Unchanged: 1 paragraph."))
        #expect(page.contains("<b>公布 2 → 授权 3</b><p>膜厚<del>10</del><ins>25</ins> μm。</p>"))
    }

    @Test func `as text a record has its facts, texts and reference, and says that it is a sample`() {
        let model = RecordSamples.patent(.zh)
        let text = pages.recordText(model, Samples.frame(.record(model.link)))
        #expect(text.hasPrefix("一种石墨烯复合散热膜及其制备方法\nGraphene composite heat-spreading film & method\n\n本件是示例"))
        #expect(text.contains("\n申请（专利权）人：澄川示例材料有限公司\n发明人：林示一；周示二\n申请日：2021-03-16\n"))
        #expect(text.contains("\n权利要求\n1. 一种石墨烯复合散热膜") && text.contains("\nIPC：H05K 7/20；C01B 32/184\n"))
        #expect(text.hasSuffix("https://ip.example/patent/CN2021190000121.\n"))
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
        func shown(_ node: ClaimTree.Node) -> String {
            "\(node.claim.number)"
                + (node.children.isEmpty ? "" : "(" + node.children.map(shown).joined(separator: " ") + ")")
        }
        let roots = ClaimTree(claims).roots
        // The ninth would hang on a fifth step and stands beside the eighth.
        #expect(roots.map(shown) == ["1(2(4(7(8 9))) 3)", "5", "6"])
        #expect(roots.map(\.size) == [6, 0, 0])
    }

    @Test func `independent claims come first, the dependent ones fold below them`() {
        var record = RecordSamples.patent(.zh)
        #expect(html(record).contains("<details class=\"more\" open><summary>从属权利要求 3 项</summary><ol><li><b>2</b>"))
        #expect(html(RecordSamples.patent(.en)).contains("<summary>3 dependent claims</summary>"))
        let many = (2...20).map { RecordPage.Claim($0, "权利要求 \($0)", parents: [1]) }
        record.claims = [.init([.init(1, "一种膜。")] + many)]
        #expect(html(record).contains("<details class=\"more\"><summary>从属权利要求 19 项</summary>"))
    }

    @Test func `the family is a tree of the priority, countries and documents`() {
        let page = html(RecordSamples.patent(.zh))
        #expect(
            page.contains(
                "<li><span>优先权 202019000001.5</span> <span class=\"quiet\">2020-03-18</span><ul><li><span>中国</span><ul>"
            )
        )
        #expect(page.contains("<li><a href=\"/patent/CN2021190000121\">CN199000012B</a>"))
        var record = RecordSamples.patent(.zh)
        record.priorities = []
        #expect(html(record).contains("<ul class=\"tree\"><li><span>中国</span>"))
    }

    @Test func `citations are drawn both ways, as many as fit, and listed whole`() {
        var record = RecordSamples.patent(.zh)
        let page = html(record)
        #expect(page.contains("<text text-anchor=\"end\" x=\"29%\" y=\"14\">引用 1</text>"))
        #expect(page.contains("x=\"29%\" y=\"40\">US2099/090001…</text>") && page.contains("US 2099/0900012 A1"))
        #expect(page.contains("引用本件的：37 件") && page.contains("全部 37 件</a>"))
        #expect(page.contains("示例散热器"))
        let other = record.citing?.documents.first
        record.citing?.documents = Array(repeating: other ?? .init("1"), count: 20)
        let drawn = HTMLReader(html(record)).tags.filter { $0.attributes["class"] == "edge" }
        #expect(drawn.count == 13)
        #expect(html(record).contains("每边只画 12 件"))
        record.citing = .init([], total: Tally(0), search: SearchState(query: "CT=CN1"))
        #expect(html(record).contains("本平台的记录里还没有引用本件的"))
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
