import Links
import Testing

@testable import Pages

struct EscapingTests {
    private let pages: PageRenderer

    init() throws { pages = try PageRenderer() }

    @Test(arguments: [
        ("plain 石墨烯", "plain 石墨烯"),
        ("<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"),
        ("a\u{0}b", "ab"),
        ("\"\u{301} onfocus=x", "&quot;\u{301} onfocus=x"),
        ("<\u{20DD}script>", "&lt;\u{20DD}script&gt;"),
        ("", ""),
    ])
    func `escapes byte by byte`(text: String, escaped: String) {
        #expect(HTMLEscaping.escaped(text).utf8.elementsEqual(escaped.utf8))
    }

    @Test(arguments: ["\"><script>alert(1)</script>", "\"\u{301} onfocus=alert(1) autofocus x=\"", "'{{title}}'&lt;"])
    func `nothing from outside becomes markup`(evil: String) {
        var model = Samples.results(.zh, hits: 2)
        model.state.query = evil
        model.expression = evil
        model.terms = [UnderstoodTerm(evil, field: evil, alternatives: [evil], queryWithout: evil)]
        model.notes = [.other(evil), .boundedPattern(pattern: evil, limit: 3)]
        model.hits[0].title = MarkedText([.init(evil, word: 0), .init(evil)], language: evil)
        model.hits[0].snippet = MarkedText(evil)
        model.hits[0].numbers = [evil]
        model.hits[0].parties = [PartyName(evil, search: model.state)]
        model.hits[0].classes = [ClassSymbol(evil, title: evil, search: model.state)]
        model.facets = [Facet("status", title: evil, values: [.init(evil, label: evil, count: Tally(1))])]
        check(pages.results(model, Samples.frame(.search(model.state))))

        var record = RecordSamples.patent(.zh)
        record.title = MarkedText(evil)
        record.facts = [.init(.keywords, [.text(evil), .number(evil), .date(evil), .symbol(ClassSymbol(evil))])]
        record.claims = [.init([.init(1, evil)], language: evil)]
        record.description = [.init([evil], language: evil)]
        record.events = [.init(date: evil, title: evil, details: evil, source: evil)]
        record.sources = [.init(file: evil, format: evil, date: evil, says: evil)]
        record.drawings = [.init(evil)]
        check(pages.record(record, Samples.frame(.record(record.link))))

        let error = QueryErrorPage(
            state: model.state,
            message: evil,
            position: 2,
            length: 3,
            suggestion: evil
        )
        check(pages.queryError(error, Samples.frame(.search(model.state))))
        check(pages.problem(.badRequest(reason: evil), Samples.frame(.other(path: "/" + evil, .zh))))
    }

    private func check(_ html: String) {
        let page = HTMLReader(html)
        #expect(page.faults.isEmpty)
        let scripts = page.tags.filter { $0.name == "script" && !$0.isClosing }
        let known = ["/assets/page.js", "/assets/suggest.js", "/assets/kept.js"]
        #expect(scripts.allSatisfy { script in known.contains { script.attributes["src"] == $0 } })
        let names = page.tags.flatMap(\.attributes.keys)
        #expect(!names.contains { $0.contains("onfocus") || $0.contains("autofocus") })
        #expect(!html.contains("{{title}}") || html.contains("{{title}}&#39;"))
    }

    @Test func `finds are marked and the rest is text`() {
        let text = MarkedText([.init("a<"), .init("b&", word: 0), .init("c")])
        #expect(text.markup.html == "a&lt;<mark>b&amp;</mark>c")
        #expect(text.plain == "a<b&c")
    }
}
