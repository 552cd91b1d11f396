import Links
import Testing

struct SearchStateTests {
    private let full =
        "q=a&in=patent&f.applicant=%E7%94%B2&f.status=live&f.status=open&x.applicant=a&x.year=2020&sort=newest&per=50&group=family&samples=no&view=table&columns=title,filed&more=ipc&explain=score&page=3&lang=en"

    @Test func `reads and prints every part in one order`() {
        let state = SearchState(parameters: full)
        #expect(state.query == "a")
        #expect(state.register == .patent)
        #expect(
            state.facets == [
                FacetSelection("applicant", "甲"), FacetSelection("status", "live"), FacetSelection("status", "open"),
                FacetSelection("applicant", "a", isExcluded: true),
                FacetSelection("year", "2020", isExcluded: true),
            ]
        )
        #expect(state.sort == .newest)
        #expect(state.pageSize == 50)
        #expect(state.groupsFamilies)
        #expect(state.excludesSamples)
        #expect(state.view == .table)
        #expect(state.columns == [.title, .filed])
        #expect(state.openFacet == "ipc")
        #expect(state.explainsScores)
        #expect(state.page == 3)
        #expect(state.offset == 100)
        #expect(state.language == .en)
        #expect(state.parameters.text == full)
    }

    @Test func `the order of parameters and repeated values do not matter`() {
        let shuffled =
            "lang=en&x.year=2020&x.year=2020&f.year=2020&x.applicant=a&explain=score&f.status=open&page=3&q=++a+&more=ipc&f.status=live&f.applicant=%e7%94%b2&in=patent&x=1"
            + "&columns=title&samples=no&f.status=open&group=family&per=50&columns=&columns=none,filed,title&sort=newest&view=table"
        #expect(SearchState(parameters: shuffled) == SearchState(parameters: full))
        #expect(SearchState(parameters: shuffled).parameters.text == full)
    }

    @Test(arguments: [
        ("", ""), ("q=", ""), ("in=nothing", ""), ("sort=up", ""), ("per=0", "per=10"), ("per=30", ""),
        ("per=99999", "per=100"), ("per=x", ""), ("samples=yes", ""), ("group=class", ""), ("view=list", ""),
        ("view=x", ""), ("view=pictures", "view=pictures"),
        ("columns=", ""), ("columns=x", ""),
        ("columns=number,title,applicants,date,class,state", "columns=number,title,applicants,date,class,state"),
        ("explain=1", ""),
        ("page=-1", ""), ("page=x", ""), ("page=2", "page=2"),
        ("page=99999999999999999999", ""), ("page=9999", "page=500"), ("f.=1&f.1x=2&f.a=", ""), ("lang=fr", ""),
        ("x.=1&x.1x=2&x.a=", ""), ("f.a=1&x.a=1", "x.a=1"),
        ("within=b", "q=b"), ("q=a&within=+", "q=a"), ("q=a&within=b", "q=a+AND+b"),
        ("q=a+b&within=电池", "q=%28a+b%29+AND+%E7%94%B5%E6%B1%A0"),
        ("q=a&within=b+OR+c", "q=a+AND+%28b+OR+c%29"), ("q=TI%3Da&within=%22b%22", "q=%28TI%3Da%29+AND+%28%22b%22%29"),
        ("after=1~2", ""), ("after=1~2~e", ""), ("after=1~2~e&page=2", "page=2&after=1~2~e"), ("q=%", "q=%25"),
        ("q=%e7", "q=%EF%BF%BD"),
        ("q=a%00b", "q=ab"), ("q=a%26b%3Dc%2Bd", "q=a%26b%3Dc%2Bd"), ("&&=&q", ""), ("q=a&q=b", "q=a"),
    ])
    func `what it cannot use is left out`(text: String, canonical: String) {
        #expect(SearchState(parameters: text).parameters.text == canonical)
    }

    @Test func `a facet value is put on and taken off`() {
        let state = SearchState(query: "a").going(to: 5)
        let chosen = state.toggling("status", "live")
        #expect(chosen.isSelected("status", "live"))
        #expect(chosen.page == 1)
        #expect(chosen.toggling("status", "live") == state.going(to: 1))
        let two = chosen.adding("year", "2020").adding("year", "2019")
        #expect(two.facets.map(\.value) == ["live", "2019", "2020"])
        #expect(two.removingFacets(of: "year") == chosen)
        #expect(two.removingFacets().facets.isEmpty)
        #expect(two.removing("year", "2021") == two)
        let out = two.excluding("year", "2020")
        #expect(out.isExcluded("year", "2020") && !out.isSelected("year", "2020"))
        #expect(out.parameters.text == "q=a&f.status=live&f.year=2019&x.year=2020")
        #expect(out.adding("year", "2020") == two && out.removing("year", "2020") == two.removing("year", "2020"))
        #expect(out.removingFacets(of: "year") == chosen)
    }

    @Test func `what changes the hits goes back to the first page`() {
        let state = SearchState(query: "a", facets: [FacetSelection("status", "live")]).going(to: 5).opening("ipc")
        for next in [
            state.sorted(by: .oldest), state.showing(50), state.excludingSamples(true), state.choosing(.gi),
            state.asking("b"), state.adding("year", "2020"),
        ] {
            #expect(next.page == 1)
            #expect(next.cursor == nil)
            #expect(next.openFacet == nil)
        }
        #expect(state.choosing(.gi).facets.isEmpty)
        #expect(state.asking(" b ").query == "b")
        #expect(state.asking("b").facets.isEmpty)
        #expect(state.choosing(nil).facets == state.facets)
        #expect(state.inLanguage(.en).page == 5)
        #expect(state.opening(nil).page == 5)
    }

    @Test func `another view or other columns show the same page`() {
        let state = SearchState(query: "a").going(to: 5)
        #expect(state.viewed(as: .table).parameters.text == "q=a&view=table&page=5")
        let chosen = state.viewed(as: .table).withColumns([.state, .number])
        #expect(chosen.parameters.text == "q=a&view=table&columns=state,number&page=5")
        #expect(state.shownColumns == [.number, .title, .applicants, .date, .class, .state])
        #expect(chosen.shownColumns == [.state, .number])
        #expect(chosen.viewed(as: .list).withColumns(nil) == state)
    }

    @Test func `pages past the numbered ones follow a cursor`() {
        let cursor = PageCursor(key: "20210316", sequence: 12, entry: "patent/CN1~2")
        let state = SearchState(query: "a")
        #expect(state.following(cursor).parameters.text == "q=a&page=2")
        let last = state.going(to: 500)
        let deep = last.following(cursor)
        #expect(deep.parameters.text == "q=a&page=501&after=20210316~12~patent/CN1~2")
        #expect(SearchState(parameters: deep.parameters.text) == deep)
        #expect(SearchState(parameters: deep.parameters.text).cursor == cursor)
        #expect(deep.following(cursor).page == 502)
        #expect(deep.going(to: 1).cursor == nil)
    }

    @Test func `any state reads back as itself`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = Seeded(state: seed)
        let alphabet = Array("aZ9 +&=%?#/:,~\"'<>;石😀é\u{3000}\u{301}")
        for _ in 0..<2_000 {
            func text() -> String {
                String(
                    (0..<Int.random(in: 0...8, using: &random)).map { _ in
                        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                    }
                )
            }
            var state = SearchState(
                query: text(),
                register: RegisterName.allCases.randomElement(using: &random),
                facets: (0..<3).map { FacetSelection("f\($0)", text() + "x", isExcluded: Bool.random(using: &random)) },
                sort: SearchSort.allCases.randomElement(using: &random) ?? .relevance,
                pageSize: [10, 20, 50, 100].randomElement(using: &random) ?? 20,
                groupsFamilies: Bool.random(using: &random),
                excludesSamples: Bool.random(using: &random),
                language: PageLanguage.allCases.randomElement(using: &random) ?? .zh
            )
            state = state.going(to: Int.random(in: 1...100, using: &random))
            state = state.explainingScores(Bool.random(using: &random))
            state = state.viewed(as: ResultView.allCases.randomElement(using: &random) ?? .list)
            let columns = TableColumn.allCases.shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random))
            state = state.withColumns(columns.isEmpty ? nil : Array(columns))
            #expect(SearchState(parameters: state.parameters.text) == state, "seed \(seed)")
        }
    }

    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
