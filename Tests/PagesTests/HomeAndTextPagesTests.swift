import Links
import Testing

@testable import Pages

struct HomeAndTextPagesTests {
    private let pages: PageRenderer

    init() throws { pages = try PageRenderer() }

    @Test(arguments: PageLanguage.allCases)
    func `eight doors in order, open only where there is a room`(language: PageLanguage) {
        let html = pages.home(Samples.home(language), Samples.frame(.home(language)))
        let characters = html.matches(of: /<b[^>]*>(.)<\/b>/).map { String($0.output.1) }
        let doors = ["查", "办", "证", "问", "数", "网", "学", "看"]
        #expect(characters == doors + doors)
        #expect(html.matches(of: /class="door is-shut"/).count == 5)
        #expect(html.matches(of: /<a class="door"/).count == 3)
        #expect(html.contains(language == .zh ? "<small>尚未开放</small>" : "<small>Not open yet</small>"))
    }

    @Test func `a table of classes has a column of titles where some class has one, and no empty line on a phone`() {
        func page(_ titles: String?...) -> String {
            let rows = zip(["A", "B"], titles).map { symbol, title in
                ClassRow(symbol, title: title, count: Tally(3), link: ClassLink(.ipc, symbol, language: .en))
            }
            let model = ClassPage(link: ClassLink(.ipc, language: .en), scheme: "IPC", count: Tally(6), below: rows)
            return pages.classLevel(model, Samples.frame(.classes(model.link)))
        }
        let none = page(nil, nil)
        #expect(!none.contains(">Title</th>") && none.contains("data-label=\"Records\">"))
        let some = page("Human necessities", nil)
        #expect(some.contains(">Title</th>"))
        #expect(some.contains("data-label=\"Title\">Human necessities") && some.contains("data-label=\"\">\n"))
    }

    @Test func `a door without a room stays shut even when asked to open`() {
        var frame = Samples.frame(.home(.zh))
        frame.openDoors = Set(Door.allCases)
        #expect(pages.home(Samples.home(.zh), frame).matches(of: /class="door is-shut"/).count == 5)
    }

    @Test func `counts every register with its samples apart`() {
        let html = pages.home(Samples.home(.zh), Samples.frame(.home(.zh)))
        #expect(
            html.contains(
                "<span>专利</span><small>7,384 件<span class=\"plus\">+12,000<span class=\"vh\"> 示例</span></span>"
            )
        )
        #expect(html.contains("演示模式：库里有示例记录"))
        let empty = pages.home(HomePage(), Samples.frame(.home(.zh), hasSamples: false))
        #expect(empty.contains("还没有记录") && empty.contains("库还是空的") && !empty.contains("演示模式"))
    }

    @Test func `examples to try are searches`() {
        let html = pages.home(Samples.home(.en), Samples.frame(.home(.en)))
        #expect(html.contains("<a href=\"/search?q=IPC%3DH01M10&amp;lang=en\">IPC=H01M10</a>"))
    }

    @Test(arguments: PageLanguage.allCases)
    func `the help page has links to every example`(language: PageLanguage) {
        let html = pages.help(Samples.frame(.page(.help, language)))
        #expect(html.matches(of: /<dt><a href="\/search\?q=/).count >= 15)
        #expect(html.contains("<th scope=\"row\" role=\"rowheader\">IPC"))
    }

    @Test(arguments: PageLanguage.allCases)
    func `the design page shows every component and the 34 tiles`(language: PageLanguage) {
        let html = pages.design(Samples.frame(.page(.design, language)))
        for component in pages.site.components where component.example != nil {
            #expect(html.contains("id=\"c-\(component.name)\""), "\(component.name)")
        }
        #expect(html.split(separator: "class=\"name on ").count == 35)
        for region in pages.regions { #expect(html.contains(region.name(language)), "\(region.code)") }
        #expect(html.contains(language == .zh ? "示意图，非地图" : "Schematic, not a map"))
    }

    @Test(arguments: [
        (Problem.notFound, 404), (.incident("E-42"), 500), (.unavailable(retryAfter: 7), 503),
        (.badRequest(reason: "r"), 400),
    ])
    func `a problem says what happened, what one can do and the number of the request`(problem: Problem, status: Int) {
        #expect(problem.status == status)
        let html = pages.problem(problem, Samples.frame(.search(SearchState(query: "石墨烯"))))
        #expect(html.contains("请求编号 7f3a9c") && html.contains("可以这样") && html.contains("value=\"石墨烯\""))
        if case .incident(let number) = problem { #expect(html.contains(number)) }
        if case .unavailable = problem { #expect(html.contains("7 秒")) }
    }

    @Test func `the about page lists sources and says when there are none`() {
        let frame = Samples.frame(.page(.about, .zh))
        let html = pages.about(AboutPage(version: "0.1.0", sources: [.init(format: "DOCDB", records: 1_234)]), frame)
        #expect(html.contains("DOCDB") && html.contains("1,234") && html.contains("0.1.0"))
        #expect(pages.about(AboutPage(version: "0.1.0"), frame).contains("还没有导入文件。"))
    }

    @Test func `numbers are listed with their records, and those not found apart`() {
        let model = Samples.numbers(.en)[1]
        let html = pages.numbers(model, Samples.frame(.numbers(model.link)))
        #expect(
            html.contains("3 numbers: 2 found, 1 not found.") && html.contains("4 more numbers were not looked for")
        )
        #expect(html.contains("none &lt;/textarea&gt;</textarea>") && html.contains("Sample a &lt;b&gt;"))
        #expect(html.contains("The check digit should be 3") && html.contains("7 records have it"))
        #expect(html.matches(of: /href="\/patent\/CN[123]\?lang=en"/).count == 3)
    }

    @Test func `a term shows every year with its fee and due day`() {
        let model = Samples.fees(.en)[1]
        let html = pages.fees(model, Samples.frame(.fees(model.link)))
        #expect(html.contains("A term of 2 years; the last day is 4 Mar 2021") && html.contains("whole term: CNY 180"))
        #expect(html.contains("Before the grant") && html.contains("5 Mar 2020 to 4 Mar 2021"))
        #expect(html.contains("5 Sep 2020") && html.contains(">1,200\n<"))
        #expect(html.contains("<option value=\"design\" selected>"))
    }

    @Test func `the form for a likeness warns of secrets and says that it decides nothing`() {
        for remark in [nil] + LikePage.Remark.allCases {
            let (zh, en) = (LikeLink("a", language: .zh), LikeLink("a", language: .en))
            let chinese = pages.like(LikePage(link: zh, remark: remark), Samples.frame(.like(zh)))
            #expect(chinese.contains("严禁录入涉密信息。") && chinese.contains("仅供参考，不代表审查结论。"))
            let english = pages.like(LikePage(link: en, remark: remark), Samples.frame(.like(en)))
            #expect(english.contains("State secrets must not be entered."))
            #expect(english.contains("For information only; no result of an examination."))
        }
    }

    @Test func `related words say records and samples apart, or that samples are among them`() {
        let html = Samples.related(.en).map { pages.related($0, Samples.frame(.related($0.link))) }
        #expect(html[1].contains("9 records and 5 samples found") && html[1].contains("the first 14 of them"))
        #expect(html[1].contains("Learned from the 4 records and samples found"))
        #expect(html[2].contains("4 were found, samples among them"))
    }

    @Test func `a history shows every query with its number, what it finds, and why one was refused`() {
        let model = Samples.histories(.en)[1].model
        let html = pages.history(model, Samples.frame(.history(model.link)))
        #expect(html.contains("#1  电池 &lt;b&gt;") && html.contains(">1,234\n<") && html.contains(">+5\n<"))
        #expect(html.contains("<a href=\"/search?q=%E7%94%B5%E6%B1%A0&amp;lang=en\">See the records</a>"))
        #expect(html.contains("<b>#2</b> x&lt;y") && html.contains("#1 AND <b>(</b>"))
        #expect(html.contains("≥ 7") && html.contains("Too long for an address"))
        #expect(html.contains("3 more lines were not counted"))
    }

    @Test func `a translation shows the query, what was lost and where`() {
        let pages = Dictionary(
            uniqueKeysWithValues: Samples.translations(.en).map { name, model in
                (name, self.pages.translation(model, Samples.frame(.translation(model.link))))
            }
        )
        #expect(pages["form"]?.contains("id=\"result\"") == false)
        let lossy = pages["lossy"] ?? ""
        #expect(lossy.contains("L1 AND ADJ &lt;/textarea&gt;</textarea>"))
        #expect(lossy.contains("TI=a &amp; b") && lossy.contains("href=\"/search?q=TI%3Da+%26+b&amp;lang=en\""))
        // The place is told where the remark itself does not name it.
        #expect(lossy.contains("<b>Lost</b> L1 &lt;b&gt;</p>") && lossy.contains("<b>Different</b> ADJ</p>"))
        #expect(pages["same"]?.contains("nothing was lost") == true)
        #expect(pages["refused"]?.contains("<b>((</b>") == true && pages["refused"]?.contains("x&lt;y") == true)
    }
}
