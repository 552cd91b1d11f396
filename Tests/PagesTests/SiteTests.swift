import Foundation
import Links
import Testing

@testable import Pages

struct SiteTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/Delivery/Pages/Site")

    @Test func `three braces are only for markup of our own`() throws {
        for (name, text) in try Self.files("mustache") {
            for match in text.matches(of: /\{\{(\{|&)\s*([A-Za-z.]+)/) {
                #expect(match.output.2.hasSuffix("Markup"), "\(name): \(match.output.0)")
            }
        }
    }

    @Test func `every component has a folder with template and style or part of another, and an example`() throws {
        let pages = try PageRenderer()
        let parts: Set = ["bars", "columns", "plus", "header", "footer", "swatch", "tilemap", "poster"]
        for component in pages.site.components {
            #expect((component.example != nil) != parts.contains(component.name), "\(component.name)")
        }
        #expect(pages.site.components.count >= 25)
    }

    @Test func `styles use only names from the tokens`() throws {
        let tokens = try String(contentsOf: Self.folder.appendingPathComponent("Styles/tokens.css"), encoding: .utf8)
        let named = Set(tokens.matches(of: /(--[a-z0-9\-]+):/).map { String($0.output.1) } + ["--control"])
        for (name, text) in try Self.files("css") {
            for match in text.matches(of: /var\((--[a-z0-9\-]+)\)/) {
                #expect(named.contains(String(match.output.1)), "\(name): \(match.output.0)")
            }
            #expect(!text.contains("@import") && !text.contains("url(") && !text.contains("http"), "\(name)")
            if name != "tokens.css", name != "print.css" {
                #expect(text.matches(of: /#[0-9A-Fa-f]{3,6}\b/).isEmpty, "\(name) names a colour")
            }
            #expect(text.count { $0 == "{" } == text.count { $0 == "}" }, "\(name)")
        }
    }

    @Test func `the stylesheet's name changes with its text`() throws {
        let pages = try PageRenderer()
        #expect(pages.stylesheet.text.hasPrefix("/* Huizhi tokens."))
        #expect(pages.stylesheet.name.text.wholeMatch(of: /huizhi-[0-9a-f]{16}\.css/) != nil)
        #expect(pages.stylesheet.name.link.text == "/assets/" + pages.stylesheet.name.text)
        #expect(Stylesheet("a").name.text == "huizhi-af63dc4c8601ec8c.css")
        #expect(Stylesheet("b").name != Stylesheet("a").name)
    }

    @Test func `has the 34 provincial units in code order with the names of the rules`() throws {
        let regions = try PageRenderer().regions
        #expect(regions.count == 34)
        #expect(regions.map(\.code) == regions.map(\.code).sorted())
        #expect(Set(regions.map { "\($0.column),\($0.row)" }).count == 34)
        #expect(regions.first?.zhFull == "北京市" && regions.last?.zhFull == "澳门特别行政区")
        let english = regions.map { $0.name(.en) }
        for name in [
            "Xizang", "Inner Mongolia", "Xinjiang", "Shaanxi", "Shanxi", "Taiwan, China", "Hong Kong, China",
            "Macao, China",
        ] {
            #expect(english.contains(name))
        }
    }

    @Test func `a missing folder is named`() {
        let nowhere = URL(fileURLWithPath: "/nowhere/Site")
        #expect(throws: SiteFailure.missingFolder("/nowhere/Site/Strings")) { try PageRenderer(folder: nowhere) }
    }

    @Test(arguments: [
        ("Templates/help.mustache", "{{say.no.such}}", SiteFailure.unknownText(key: "no.such", file: "page/help")),
        ("Templates/help.mustache", "{{> nosuch}}", .unknownComponent(name: "nosuch", file: "page/help")),
        (
            "Templates/help.mustache", "a\nb{{#open}}\n",
            .template(file: "page/help", line: 3, reason: "expectedSectionEnd")
        ),
        (
            "Strings/home.txt", "home.x | 一",
            .text(file: "Strings/home.txt", line: 1, reason: "an entry has three parts")
        ),
        (
            "Strings/home.txt", "\nskip | 一 | one",
            .text(file: "Strings/home.txt", line: 2, reason: "skip is there already")
        ),
    ])
    func `a mistake in a file is named with its place`(file: String, text: String, failure: SiteFailure) throws {
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("site-" + UUID().uuidString)
        try FileManager.default.copyItem(at: Self.folder, to: copy)
        defer { try? FileManager.default.removeItem(at: copy) }  // a left-over in the temporary folder harms nobody
        try text.write(to: copy.appendingPathComponent(file), atomically: true, encoding: .utf8)
        #expect(throws: failure) { try PageRenderer(folder: copy) }
        #expect(!failure.description.isEmpty)
    }

    private static func files(_ ending: String) throws -> [(String, String)] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return try (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == ending }
            .map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
    }
}
