import Foundation
import Links
import Testing

@testable import Pages

/// Pages in confidential mode.
struct ConfidentialTests {
    private let pages: PageRenderer

    init() throws { pages = try PageRenderer() }

    @Test(arguments: PageLanguage.allCases)
    func `no address of any page asks for anything, and every form is sent in the body`(language: PageLanguage) {
        for (name, html) in Every.page(pages, language, isConfidential: true) {
            let page = HTMLReader(html)
            #expect(page.faults.isEmpty, "\(name): \(page.faults)")
            for attribute in ["href", "src", "action", "formaction"] {
                for address in page.values(of: attribute) where !address.hasPrefix("otpauth:") {
                    let query = address.split(separator: "#").first?.split(separator: "?").dropFirst().first ?? ""
                    #expect(!Parameters(query).ask, "\(name): \(address)")
                }
            }
            let open = page.tags.filter { !$0.isClosing }
            #expect(open.allSatisfy { $0.name != "form" || $0.attributes["method"] == "post" }, "\(name)")
            #expect(open.count { $0.attributes["id"] == "asked" } == 1, "\(name)")
            #expect(!html.contains("rel=\"canonical\"") && !html.contains("search.atom"), "\(name)")
            #expect(!html.contains("opensearch"), "\(name)")
            let leaves = language == .zh ? ">退出</" : ">Leave</"
            #expect(html.contains("private=no") && html.contains(leaves), "\(name)")
        }
    }

    @Test func `the title of the hits is the same for every search`() {
        let model = Samples.results(.zh)
        var frame = Samples.frame(.search(model.state))
        #expect(pages.results(model, frame).contains("<title>石墨烯"))
        frame.isConfidential = true
        #expect(pages.results(model, frame).contains("<title>检索结果 · 惠知</title>"))
    }

    @Test func `cards show no pictures, whose addresses would name the hits`() {
        var model = Samples.results(.zh, view: .pictures)
        let drawing = DrawingLink(model.hits[4].link, place: 1, digest: "0123456789abcdef")
        model.hits[4].picture = Picture(drawing, width: 582, height: 406)
        var frame = Samples.frame(.search(model.state))
        #expect(pages.results(model, frame).contains("<img"))
        frame.isConfidential = true
        let page = pages.results(model, frame)
        #expect(!page.contains("<img") && !page.contains("/drawings/"))
        #expect(page.components(separatedBy: "<article class=\"card\">").count == model.hits.count + 1)
        #expect(page.components(separatedBy: "class=\"card-sign").count == model.hits.count + 1)
    }

    @Test func `the form for a likeness says where the words chosen will stand`() {
        let model = LikePage(link: LikeLink())
        var frame = Samples.frame(.like(model.link))
        #expect(pages.like(model, frame).contains("挑出的词会出现在结果页的网址里"))
        frame.isConfidential = true
        let html = pages.like(model, frame)
        #expect(html.contains("挑出的词也不进网址") && !html.contains("结果页的网址"))
    }

    @Test func `a link that asks becomes a button, and others stay`() {
        let html = ConfidentialMarkup.rewritten(
            """
            <p><a class="x" href="/search?q=a&amp;page=2#facets" rel="next" aria-current="true">2 <b>a</b></a>
            <a href="/help?lang=en">h</a> <a href="/?theme=dark">d</a> <a href="#main">m</a></p>
            <svg class="plot"><a href="/search?q=a" tabindex="-1"><rect/></a></svg>
            <form action="/search"><input name="q"></form></body>
            """
        )
        #expect(
            html == """
                <p><button form="asked" formaction="/search#facets" name="asked" value="q=a&amp;page=2" class="x" \
                aria-current="true">2 <b>a</b></button>
                <a href="/help?lang=en">h</a> <a href="/?theme=dark">d</a> <a href="#main">m</a></p>
                <svg class="plot"><g><rect/></g></svg>
                <form method="post" action="/search"><input name="q"></form><form id="asked" method="post" action="/search"></form>
                </body>
                """
        )
    }

    @Test func `styles of links are those of such buttons, and nothing else changes`() {
        let link = ":is(a, button:where([form]))"
        #expect(ConfidentialMarkup.styled("a { b: c }\na:hover{}") == "\(link) { b: c }\n\(link):hover{}")
        #expect(
            ConfidentialMarkup.styled("/* Is a note. */\n.tabs a[aria-current], .t > a, .a a.x {}")
                == "/* Is a note. */\n.tabs \(link)[aria-current], .t > \(link), .a \(link).x {}"
        )
        #expect(
            ConfidentialMarkup.styled("@media (a: b) { .x a {} .facet, abbr, .a {} }")
                == "@media (a: b) { .x \(link) {} .facet, abbr, .a {} }"
        )
    }
}
