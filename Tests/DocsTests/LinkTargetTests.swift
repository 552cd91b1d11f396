import Foundation
import Testing

@testable import EntryIndex

/// Links between pages lead somewhere, and the first pages say what they have to.
struct LinkTargetTests {
    private static let pictures = "Docs/images"

    @Test func `every relative link leads to a file and a heading that exist`() throws {
        for path in try Repository.pages() {
            let page = Markdown(try Repository.text(path))
            for link in page.links where !link.contains("://") && !link.hasPrefix("mailto:") {
                let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                let folder = path.contains("/") ? path.split(separator: "/").dropLast().joined(separator: "/") : ""
                let target = parts[0].isEmpty ? path : Self.joined(folder, parts[0])
                // Screenshots are made from a running node and come in together.
                if target.hasPrefix(Self.pictures), !Repository.exists(Self.pictures) { continue }
                #expect(Repository.exists(target), "\(path): \(link)")
                guard parts.count == 2, target.hasSuffix(".md"), Repository.exists(target) else { continue }
                #expect(Markdown(try Repository.text(target)).anchors.contains(parts[1]), "\(path): \(link)")
            }
        }
    }

    @Test(.enabled(if: Repository.exists("Docs/images"), "the screenshots are not there yet"))
    func `screenshots are small`() throws {
        for name in ["results-1280.png", "home-375.png"] {
            let data = try Data(contentsOf: Repository.url("Docs/images/" + name))
            #expect(data.count < 200 * 1024, "\(name)")
            #expect(data.starts(with: [0x89, 0x50, 0x4E, 0x47]), "\(name)")
        }
    }

    @Test(arguments: ["README.md", "README.zh-CN.md"])
    func `the first page says that this is no official system`(path: String) throws {
        let text = try Repository.text(path)
        #expect(text.contains("本软件非国家知识产权局官方系统"))
        for command in ["./run", "./test"] { #expect(text.contains(command)) }
    }

    @Test(arguments: ["README.md", "README.zh-CN.md"])
    func `things to try are queries that are understood`(path: String) throws {
        let links = Markdown(try Repository.text(path)).links.filter { $0.contains("/search?") }
        #expect(links.count >= 5)
        for link in links {
            // In the query part of an address a plus sign stands for a blank.
            let address = link.split(separator: "+", omittingEmptySubsequences: false).joined(separator: "%20")
            let query = URLComponents(string: address)?.queryItems?.first { $0.name == "q" }?.value
            let text = try #require(query, "\(link)")
            #expect(throws: Never.self, "\(text)") { try QueryLanguage().parse(text) }
        }
    }

    private static func joined(_ folder: String, _ target: String) -> String {
        var parts = folder.split(separator: "/").map(String.init)
        for part in target.split(separator: "/") {
            if part == ".." { parts = Array(parts.dropLast()) } else if part != "." { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }
}
