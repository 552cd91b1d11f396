import Foundation
import Links
import Testing

@testable import Pages

struct ResultsTests {
    private let pages: PageRenderer

    init() throws { pages = try PageRenderer() }

    private func html(_ model: ResultsPage, _ frame: PageFrame? = nil) -> String {
        pages.results(model, frame ?? Samples.frame(.search(model.state)))
    }

    @Test func `counts samples apart in the total, the tabs and the facets`() {
        let html = html(Samples.results(.zh))
        #expect(html.contains("1,247 件 <em>另有示例 37 件</em>"))
        #expect(html.contains("<span>8.2 毫秒</span> <span>数据截至 2026-11-18</span>"))
        #expect(html.contains("专利 <span>1,247</span> <span class=\"plus\">+37<span class=\"vh\"> 示例</span></span>"))
        #expect(
            html.contains("<span class=\"facet-n\">812<span class=\"plus\">+12<span class=\"vh\"> 示例</span></span>")
        )
        #expect(html.contains(">不含示例</a>"))
        #expect(html.contains("带此标记的记录为虚构"))
    }

    @Test func `without samples nothing speaks of them`() {
        var model = Samples.results(.zh, hits: 1)
        model.total.samples = 0
        model.counts = [.patent: Tally(1_247)]
        model.facets = []
        let html = html(model)
        #expect(!html.contains("示例</span>") && !html.contains("不含示例") && !html.contains("sample-line"))
    }

    @Test func `a tab keeps the query and drops the facets`() {
        let html = html(Samples.results(.en))
        #expect(
            html.contains(
                "<a href=\"/search?q=graphene+film+AD%3E%3D2020-01-01&amp;in=trademark&amp;lang=en\">Trade marks <span>37</span></a>"
            )
        )
        #expect(html.contains("aria-current=\"page\">All <span>1,290</span>"))
    }

    @Test func `a facet value is taken off where it is chosen and put on where it is not`() {
        let html = html(Samples.results(.en))
        #expect(
            html.contains(
                "<a href=\"/search?q=graphene+film+AD%3E%3D2020-01-01&amp;lang=en\" rel=\"nofollow\" aria-current=\"true\"><span class=\"facet-name\">In force</span>"
            )
        )
        #expect(
            html.contains(
                "&amp;f.status=live&amp;f.status=open&amp;lang=en\" rel=\"nofollow\"><span class=\"facet-name\">Pending</span>"
            )
        )
    }

    @Test func `a facet value is left out by its own link, and taken back where it is left out`() {
        var model = Samples.results(.en)
        #expect(
            html(model).contains(
                "&amp;f.status=live&amp;x.status=open&amp;lang=en\" rel=\"nofollow\" aria-label=\"Leave out: Pending\">−</a>"
            )
        )
        #expect(!html(model).contains("Leave out: In force"))
        model.state = model.state.excluding("status", "open")
        let page = html(model)
        #expect(
            page.contains(
                "f.status=live&amp;lang=en\" rel=\"nofollow\" class=\"is-out\" aria-current=\"true\"><span class=\"facet-name\">not Pending</span>"
            )
        )
        #expect(page.contains("<span class=\"term is-not\"><span><i>Legal status not</i> Pending</span>"))
        #expect(page.contains("aria-label=\"Remove: not Pending\"") && !page.contains("Leave out: Pending"))
    }

    @Test func `a box searches within the hits and keeps what narrows them`() {
        var model = Samples.results(.en, view: .table)
        model.state = model.state.excluding("year", "2020").going(to: 4)
        let reader = HTMLReader(html(model))
        let start = reader.tags.firstIndex { $0.attributes["class"] == "within" } ?? 0
        let sent = reader.tags[start...].prefix { $0.name != "button" }.filter { $0.name == "input" }
        #expect(sent.compactMap { $0.attributes["name"] } == ["q", "f.status", "x.year", "view", "lang", "within"])
    }

    @Test func `a long facet folds, and opens by its own address`() {
        var model = Samples.results(.zh)
        #expect(html(model).contains("<summary>再列 2 个"))
        #expect(html(model).contains("more=applicant#facets\" rel=\"nofollow\">全部 388 个"))
        model.state = model.state.opening("applicant")
        let open = html(model)
        #expect(open.contains("<details class=\"more\" open>"))
        #expect(open.contains("共 388 个，列出 8 个") && open.contains(">收起<"))
    }

    @Test(arguments: PageLanguage.allCases)
    func `the facet of regions has all 34 in code order, without data in the same place`(language: PageLanguage) {
        let page = html(Samples.results(language))
        var place = page.startIndex
        for region in pages.regions {
            let row = "<span class=\"facet-name\">\(region.name(language))</span>"
            guard let found = page[place...].range(of: row) else {
                Issue.record("\(region.code) is missing or out of order")
                continue
            }
            place = found.upperBound
        }
        #expect(page.contains("facet-none"))
    }

    @Test func `one hit`() {
        var hit = Hit(
            link: RecordLink(.patent, "CN1"),
            right: .utilityModel,
            title: MarkedText([.init("a & "), .init("b", word: 0)], language: "en")
        )
        hit.isSample = true
        hit.state = StateChip(.live, "有效")
        hit.numbers = ["CN199000012U"]
        hit.dates = [DateFact(.applicationDate, "2021-03")]
        hit.classes = [ClassSymbol("H05K 7/20")]
        hit.changed = 1_700_000_000_000_999
        var model = ResultsPage(state: SearchState(query: "b"))
        model.total = Tally(0, samples: 1)
        model.hits = [hit]
        let expected = """
            <li><article class="hit"><h3 class="hit-title"><a href="/patent/CN1" lang="en">a &amp; <mark>b</mark></a> <span class="sample">示例</span>
            </h3>
            <p class="hit-ids"><span class="state is-live">有效</span>
            <span>实用新型</span><span class="num">CN199000012U</span><span>申请日 <span class="num">2021-03</span></span><button type="button" class="star" data-star="patent/CN1" data-title="a &amp; b" aria-label="收藏：a &amp; b" aria-pressed="false" hidden>收藏</button>
            <span class="tag" data-changed="1700000000000" hidden>保存后更新</span></p>

            <p class="hit-meta"><span class="num">H05K 7/20</span></p></article>
            </li>
            """
        #expect(html(model).contains(expected))
        #expect(html(model).contains("0 件 <em>另有示例 1 件</em>"))
    }

    @Test func `a search is kept without page, order and size, with its totals and sequence`() {
        var model = ResultsPage(state: SearchState(query: "b&", register: .patent, sort: .newest, pageSize: 50))
        model.state = model.state.adding("applicant", "甲").going(to: 3)
        model.total = Tally(1_284, samples: 37)
        let page = HTMLReader(html(model))
        let button = page.tags.first { $0.attributes["data-search"] != nil }
        #expect(button?.attributes["data-search"] == "q=b%26&in=patent&f.applicant=%E7%94%B2")
        #expect(button?.attributes["data-title"] == "b& · 专利 · 申请（专利权）人 甲")
        #expect(button?.attributes["data-total"] == "1284" && button?.attributes["data-samples"] == "37")
        #expect(button?.attributes["data-sequence"] == "1204883")
    }

    @Test func `every factor of a score is said, word by word and field by field`() {
        var hit = Hit(link: RecordLink(.patent, "CN1"), right: .patent, title: MarkedText([.init("a")]))
        hit.score = Hit.Score(
            total: 3.41666,
            documents: 1_247,
            saturation: 1.2,
            omitted: 12,
            words: [
                .init(
                    text: "battery batteri~",
                    boost: 2,
                    documents: 85,
                    idf: 2.5,
                    frequency: 2.8,
                    score: 3.5,
                    parts: [
                        .init(
                            text: "battery",
                            field: "Title",
                            times: 1,
                            length: 8,
                            meanLength: 12.34,
                            weight: 3,
                            part: 2.8
                        )
                    ]
                ), .init(text: "<x>", boost: 1, documents: 4, idf: 5, frequency: 0, score: 0, parts: []),
            ]
        )
        var model = ResultsPage(state: SearchState(query: "b", language: .en))
        model.total = Tally(1)
        model.hits = [hit]
        let page = html(model)
        #expect(page.contains("<details class=\"hit-score\" open><summary>Score 3.417</summary>"))
        #expect(page.contains("<li>battery batteri~: in 85 of 1,247; 2 × 2.5 × 2.8 ÷ (1.2 + 2.8) = 3.5</li>"))
        #expect(page.contains("<li>&lt;x&gt;: not in this record</li><li>12 words that add least are not listed</li>"))
        #expect(page.contains("data-label=\"Length / mean\">8 / 12.3"))
        #expect(page.contains("href=\"/search?q=b&amp;explain=score&amp;lang=en\""))
    }

    @Test func `grouped families say both numbers, and the pages go through what is shown`() {
        var model = Samples.results(.zh)
        model.total = Tally(900, samples: 40)
        model.grouping = .init(shown: Tally(41, samples: 3), listed: 43)
        model.state = SearchState(query: "a", groupsFamilies: true)
        let page = html(model)
        #expect(page.contains("41 件，合并前 900 件 <em>另有示例 3 件，合并前 40 件</em>"))
        #expect(page.contains("href=\"/search?q=a&amp;group=family&amp;page=3\""))
        #expect(!page.contains("page=4"))
        #expect(page.contains("href=\"/search?q=a\" rel=\"nofollow\" aria-label=\"去掉：同族合并\""))
        model.state.language = .en
        let english = html(model)
        #expect(english.contains("41 shown, 900 records before grouping"))
        #expect(english.contains("and 3 samples, 40 records before grouping"))
    }

    @Test(
        arguments: [
            (1, 45, 20, [1, 2, 3]), (1, 1_284, 20, [1, 2, 3, nil, 65]),
            (33, 1_284, 20, [1, nil, 31, 32, 33, 34, 35, nil, 65]),
            (4, 1_284, 20, [1, 2, 3, 4, 5, 6, nil, 65]), (65, 1_284, 20, [1, nil, 63, 64, 65]), (1, 5, 20, [1]),
            (1, 0, 20, [1]),
        ] as [(Int, Int, Int, [Int?])]
    )
    func `offers page numbers`(page: Int, total: Int, size: Int, shown: [Int?]) {
        let numbers = PageNumbers(total: total, pageSize: size, page: page, options: .standard)
        #expect(numbers.shown == shown)
        #expect(!numbers.isCut)
    }

    @Test func `past the numbered pages a cursor leads on`() {
        var model = Samples.results(.zh, hits: 1)
        model.total = Tally(1_000_000)
        model.next = PageCursor(key: "7", sequence: 9, entry: "patent/CN5")
        model.state = SearchState(query: "a").going(to: 500)
        #expect(html(model).contains("href=\"/search?q=a&amp;page=501&amp;after=7~9~patent/CN5\" rel=\"next\""))
        #expect(html(model).contains("页码到第 500 页为止"))
        model.state = model.state.following(model.next)
        let deep = html(model)
        #expect(deep.contains("page=502&amp;after=7~9~patent/CN5\" rel=\"next\""))
        #expect(deep.contains("<b aria-current=\"page\">501</b>") && !deep.contains("rel=\"prev\""))
        #expect(deep.contains("第 501 页。页码只到第 500 页"))
    }

    @Test func `a page past the end points back to the first`() {
        var model = ResultsPage(state: SearchState(query: "a").going(to: 9))
        model.total = Tally(25)
        let page = html(model)
        #expect(page.contains("第 9 页没有结果") && page.contains("<a href=\"/search?q=a\"><span>看第一页</span>"))
    }

    @Test func `no hit teaches what to try`() {
        let page = html(Samples.nothing(.zh))
        for text in ["没有找到", "在全部种类里查", "去掉「石墨烯」再查", "1,284 件", "看检索语言的例子"] {
            #expect(page.contains(text), "\(text)")
        }
        #expect(!page.contains("class=\"pages\"") && !page.contains("class=\"chart"))
        let empty = html(ResultsPage(state: SearchState()))
        #expect(empty.contains("库里还没有记录"))
    }

    @Test func `unfinished years are hatched and the chart has its table`() {
        let page = html(Samples.results(.zh))
        #expect(page.contains("<rect class=\"part\" fill=\"url(#hatch)\""))
        #expect(page.contains("<pattern id=\"hatch\""))
        #expect(page.contains("role=\"rowheader\"><a href=\"/search?q=") && page.contains(">2023</a>"))
    }

    @Test func `says every note`() {
        var model = Samples.results(.en, hits: 1)
        model.notes = [
            .checkDigit(number: "1", expected: nil), .checkDigit(number: "1", expected: "X"),
            .boundedPattern(pattern: "a+", limit: 1_000), .partial, .updated, .pastNumbered(last: 500), .other("said"),
        ]
        let page = html(model)
        for text in ["it should be X", "only the first 1,000", "time limit", "updated since", "end at 500", "said"] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test(arguments: [
        ("abc", 1, 1, "a", "b", "c"), ("石墨", 0, 2, "", "石墨", ""), ("abc", 3, 0, "abc", " ", ""),
        ("abc", 99, 1, "abc", " ", ""),
        ("abc", -5, 99, "", "abc", ""), ("", 0, 0, "", " ", ""), ("e\u{301}x", 1, 1, "e\u{301}", "x", ""),
    ])
    func `puts the caret under the character`(
        query: String,
        position: Int,
        length: Int,
        before: String,
        wrong: String,
        after: String
    ) {
        let pieces = CaretPieces(query: query, position: position, length: length)
        #expect(pieces.before == before && pieces.wrong == wrong && pieces.after == after)
    }

    @Test func `a query that cannot be read says where and what to write`() {
        let model = Samples.queryError(.zh)
        let page = pages.queryError(model, Samples.frame(.search(model.state)))
        #expect(page.contains("<p class=\"caret\">发明名称=(石墨烯 AND 散热膜<b>(</b> OR 申请人=示例大学</p>"))
        #expect(page.contains("第 18 个字：括号没有合上"))
        #expect(page.contains("<code>发明名称=(石墨烯 AND 散热膜) OR 申请人=示例大学</code>"))
        #expect(page.contains("value=\"发明名称=(石墨烯 AND 散热膜( OR 申请人=示例大学\""))
    }
}
