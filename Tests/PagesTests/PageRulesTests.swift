import Foundation
import Links
import Pages
import Testing

/// What holds for every page in both languages.
struct PageRulesTests {
    private let pages: PageRenderer

    init() throws { pages = try PageRenderer() }

    @Test(arguments: PageLanguage.allCases)
    func `every page is well formed and keeps the content security policy`(language: PageLanguage) throws {
        for (name, html, page) in try Every.read(language) {
            #expect(page.faults.isEmpty, "\(name): \(page.faults)")
            #expect(page.values(of: "style").isEmpty, "\(name) has a style attribute")
            #expect(!page.tags.contains { $0.name == "style" }, "\(name) has a style element")
            let scripts = page.tags.filter { $0.name == "script" && !$0.isClosing }
            #expect(scripts.allSatisfy { $0.attributes["src"] != nil }, "\(name) has a script inside")
            let handlers = page.tags.flatMap(\.attributes.keys).filter { $0.hasPrefix("on") }
            #expect(handlers.isEmpty, "\(name) has \(handlers)")
            #expect(!html.contains("{{"), "\(name) shows a template")
            #expect(!html.contains("Optional("), "\(name) shows an optional")
        }
    }

    @Test(arguments: PageLanguage.allCases)
    func `every page has its landmarks, one heading of the first level and no leaps below it`(language: PageLanguage)
        throws
    {
        for (name, _, page) in try Every.read(language) {
            let open = page.tags.filter { !$0.isClosing }
            for landmark in ["header", "main", "footer"] {
                #expect(open.count { $0.name == landmark } == 1, "\(name): \(landmark)")
            }
            let levels = open.compactMap { tag in
                tag.name.count == 2 && tag.name.hasPrefix("h") ? Int(tag.name.dropFirst()) : nil
            }
            #expect(levels.count { $0 == 1 } == 1, "\(name): \(levels)")
            for (before, level) in zip(levels, levels.dropFirst()) {
                #expect(level <= before + 1, "\(name) leaps from \(before) to \(level)")
            }
            let navigations = open.filter { $0.name == "nav" || $0.name == "aside" }
            #expect(navigations.allSatisfy { $0.attributes["aria-label"] != nil }, "\(name)")
            let ids = page.values(of: "id")
            #expect(Set(ids).count == ids.count, "\(name) uses an id twice")
            for label in page.values(of: "for", in: "label") { #expect(ids.contains(label), "\(name): \(label)") }
            #expect(page.values(of: "lang", in: "html") == [language.tag])
        }
    }

    @Test(arguments: PageLanguage.allCases)
    func `every address is one that Links prints`(language: PageLanguage) throws {
        for (name, _, page) in try Every.read(language) {
            let ids = Set(page.values(of: "id"))
            for href in page.values(of: "href") + page.values(of: "src") + page.values(of: "action") {
                let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                if parts[0].isEmpty {
                    #expect(ids.contains(parts[1]), "\(name): \(href) leads nowhere")
                    continue
                }
                let halves = parts[0].split(separator: "?", maxSplits: 1).map(String.init)
                let request = LinkRequest(path: halves[0], query: halves.count == 2 ? halves[1] : "")
                let printed = request.choice.map(request.link.choosing) ?? request.link.twin(request.format)
                // An address for an app of the reader's, or that an entry names, is none of ours.
                let outside = ["otpauth:", "geo:", "tel:", "https://a.example"]
                if halves[0] == "/nowhere" || outside.contains(where: { halves[0].hasPrefix($0) }) { continue }
                #expect(printed == parts[0], "\(name): \(href)")
                if case .other = request.link { Issue.record("\(name): \(href) is none of ours") }
            }
        }
    }

    @Test(arguments: PageLanguage.allCases)
    func `a page keeps its language in every link to another page`(language: PageLanguage) throws {
        for (name, _, page) in try Every.read(language) {
            for tag in page.tags where tag.name == "a" && tag.attributes["hreflang"] == nil {
                guard let href = tag.attributes["href"], href.hasPrefix("/"), !href.contains(".json"),
                    !href.contains(".csv"), !href.contains(".png")
                else { continue }
                #expect(href.contains("lang=en") == (language == .en), "\(name): \(href)")
            }
        }
    }

    @Test(arguments: PageLanguage.allCases)
    func `says on every page that it is no official system, and numbers only when filled in`(language: PageLanguage)
        throws
    {
        let statement =
            language == .zh
            ? "本软件非国家知识产权局官方系统"
            : "not an official system of the China National Intellectual Property Administration"
        for (name, html, _) in try Every.read(language) {
            #expect(html.contains(statement), "\(name)")
            #expect(!html.contains("ICP"), "\(name)")
        }
        var frame = Samples.frame(.page(.help, language))
        frame.notice = OperatorNotice(name: "示例市", icp: "示例ICP备99999999号", police: "示例公网安备 99")
        let html = pages.help(frame)
        #expect(html.contains("示例ICP备99999999号") && html.contains("示例公网安备 99") && html.contains("示例市"))
    }

    @Test(arguments: PageLanguage.allCases)
    func `a page of twenty hits stays far below a hundred kilobytes compressed`(language: PageLanguage) {
        let model = Samples.results(language, hits: 20)
        let html = pages.results(model, Samples.frame(.search(model.state)))
        #expect(html.utf8.count < 150_000)
    }

    @Test func `the reader's colours and size stand on the root`() {
        let frame = Samples.frame(.home(.zh), theme: .contrast, size: .large)
        let html = pages.home(Samples.home(.zh), frame)
        #expect(html.contains("<html lang=\"zh-CN\" data-theme=\"contrast\" data-size=\"large\">"))
        #expect(html.contains("href=\"/?theme=dark\""))
        #expect(pages.home(Samples.home(.zh), Samples.frame(.home(.zh))).contains("<html lang=\"zh-CN\">"))
    }
}
