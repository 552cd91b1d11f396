import Foundation
import Links
import Testing

@testable import Pages

/// Views of hits: colours, tables, cards, and records side by side.
struct ResultViewsTests {
    private let pages: PageRenderer

    init() throws { pages = try PageRenderer() }

    private func html(_ model: ResultsPage) -> String {
        pages.results(model, Samples.frame(.search(model.state)))
    }

    @Test func `each word has its colour in titles, texts and the legend, and the seventh has that of the first`() {
        var model = Samples.results(.zh, hits: 1)
        #expect(html(model).contains("<mark>石墨烯</mark>复合<mark class=\"m2\">散热膜</mark>及其制备方法"))
        #expect(html(model).contains("浆料涂布于铜箔，经 2,850 ℃ 石墨化与辊压得到厚度 25～100 μm 的<mark class=\"m2\">散热膜</mark>"))
        // What is on the page, and nothing else.
        #expect(html(model).contains("<li><mark>石墨烯</mark></li><li><mark class=\"m2\">散热膜</mark></li></ul>"))
        model.words = (0..<30).map { "w\($0)" }
        model.hits[0].title.runs = model.words.enumerated().map { .init($0.element, word: $0.offset) }
        let many = html(model)
        #expect(many.contains("<li><mark class=\"m6\">w5</mark></li><li><mark>w6</mark></li>"))
        #expect(many.contains("<li><mark class=\"m6\">w23</mark></li></ul><span class=\"quiet\">还有 6 个词"))
        model.hits[0].title.runs = [.init("w1", word: 1)]
        model.hits[0].snippet = nil
        #expect(!html(model).contains("标出的词"))
    }

    @Test func `a table has the chosen columns, heads that sort, and a form that chooses others`() {
        var model = Samples.results(.en, view: .table)
        let page = html(model)
        let reader = HTMLReader(page)
        #expect(
            page.contains("role=\"columnheader\">Number</th>") && page.contains("role=\"columnheader\">Legal status")
        )
        #expect(
            page.contains("view=table&amp;lang=en\" rel=\"nofollow\">Date<span class=\"vh\">: Newest</span></a></th>")
        )
        #expect(page.contains("<td role=\"cell\" data-label=\"Date\" class=\"w\">Aug 2023\n</td>"))
        #expect(page.contains("<mark class=\"m2\">散热膜</mark>及其制备方法 &lt;0&gt;</a>"))
        #expect(!page.contains("<article class=\"hit\">") && page.contains("is-wide"))
        // A place in the form for each column, and two more to add some.
        #expect(reader.tags.count { $0.name == "select" && !$0.isClosing } == 8)
        #expect(reader.values(of: "selected", in: "option").count == 8)
        #expect(!page.contains("Back to the usual columns"))
        model.state = model.state.sorted(by: .newest).withColumns([.state, .filed, .date])
        model.hits[0].cells = ["In force", "2021-03-16", "2023-08"]
        let other = html(model)
        #expect(
            other.contains(
                "aria-sort=\"descending\"><a href=\"/search?q=graphene+film+AD%3E%3D2020-01-01&amp;f.status=live&amp;sort=oldest"
            )
        )
        #expect(
            other.contains(
                "columns=state,filed,date&amp;lang=en\" rel=\"nofollow\">Filed<span class=\"vh\">: Latest filed</span></a>"
            )
        )
        #expect(other.contains("<th scope=\"row\" role=\"rowheader\"><span class=\"state is-live\">"))
        #expect(other.contains("Back to the usual columns"))
        let names = HTMLReader(other).tags.filter { $0.attributes["type"] == "hidden" }.map { $0.attributes["name"] }
        #expect(names.contains("f.status") && names.contains("view"))
        model.state = model.state.sorted(by: .filedFirst)
        #expect(html(model).contains("Earliest filed</a>"))
    }

    @Test func `a comparison says in words what is the same, what differs and what is left out`() {
        let model = Samples.comparisons(.en)[1]
        let page = pages.compare(model, Samples.frame(.compare(model.link)))
        for text in [
            "&lt;i&gt; was not found", "2 more are not shown", "<small>All the same</small>",
            "<small>Not the same</small>",
            "<p>A3 <span class=\"tag\">In all</span></p>", "<p class=\"note\">2 more</p>", "<p>x</p>",
            "<span class=\"quiet\">No data</span>",
            "<dt>Classes in common</dt><dd>H01M</dd><dt>Telling words in common</dt><dd>None</dd>",
            "href=\"/compare?record=CN1%3Cb%3E&amp;record=CN3&amp;",
        ] {
            #expect(page.contains(text), "\(text)")
        }
        // Which cell differs is said where another one does not.
        #expect(!page.contains("Different from 1"))
        var three = model
        three.columns.append(model.columns[0])
        three.lines = [
            .init("right", isSame: false, cells: ["x", "y", "x"].map { .init([.init($0)], isDifferent: $0 == "y") })
        ]
        let marked = pages.compare(three, Samples.frame(.compare(model.link)))
        #expect(marked.split(separator: "Different from 1").count == 2)
        #expect(marked.contains("<p>y</p><p><span class=\"tag\">Different from 1</span></p>"))
        var unknown = model
        unknown.commonWords = nil
        #expect(!pages.compare(unknown, Samples.frame(.compare(model.link))).contains("Telling words"))
    }

    @Test func `hits are ticked in every view, where there are several`() {
        for view in ResultView.allCases {
            let reader = HTMLReader(html(Samples.results(.en, view: view)))
            let boxes = reader.tags.filter { $0.attributes["type"] == "checkbox" }.compactMap { $0.attributes["value"] }
            #expect(boxes == (0..<6).map { "patent/CN19900\(1_000 + $0)" }, "\(view)")
        }
        #expect(!html(Samples.results(.en, hits: 1)).contains("checkbox"))
    }

    @Test func `a card shows the leading drawing, else the words of a mark or the class`() {
        var model = Samples.results(.zh, view: .pictures)
        model.hits[0].right = .trademark
        model.hits[0].sign = "澄川 <示例>"
        let drawing = DrawingLink(model.hits[4].link, place: 1, digest: "0123456789abcdef")
        model.hits[4].picture = Picture(drawing, width: 582, height: 406)
        let page = html(model)
        #expect(page.contains("<p class=\"card-sign is-mark\"><span>澄川 &lt;示例&gt;</span></p>"))
        #expect(page.contains("<span>H05K 7/20</span><small>附图 1 幅</small>"))
        #expect(page.contains("<p class=\"card-sign\"><span>实用新型</span></p>"), "neither words nor class")
        let address = Link.drawing(drawing).text
        #expect(page.contains("<img src=\"\(address)\" alt=\"\" width=\"582\" height=\"406\" loading=\"lazy\""))
        #expect(page.components(separatedBy: "<img").count == 2)
        #expect(page.contains("aria-current=\"true\">图片</a>"))
    }
}
