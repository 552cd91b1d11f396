import Discovery
import Foundation
import HTTPTypes
import Links
import Testing
import Wire

@testable import Web

/// Searches as feeds, and what software needs to search here.
struct FeedTests {
    private static let battery = "%E7%94%B5%E6%B1%A0"

    /// The text of the first element of a name.
    private static func text(_ name: String, in xml: String) -> String? {
        guard let open = xml.range(of: "<\(name)>"), let close = xml.range(of: "</\(name)>") else { return nil }
        return String(xml[open.upperBound..<close.lowerBound])
    }

    @Test func `a feed has the newest records of a search, each with its name, address and time`() async throws {
        let fixture = try await SiteFixture.shared.value
        let feed = try await fixture.get("/search.atom?q=\(Self.battery)&lang=en")
        #expect(feed.headers[.contentType] == "application/atom+xml; charset=utf-8")
        let document = try await fixture.get("/search.json?q=\(Self.battery)&sort=newest&lang=en").decoded(
            SearchDocument.self
        )
        #expect(!document.hits.isEmpty)
        #expect(Self.text("os:totalResults", in: feed.text) == String(document.total))
        let ids = feed.text.matches(of: /<entry><id>urn:huizhi:([^<]+)<\/id>/).map { String($0.output.1) }
        #expect(ids == document.hits.map(\.id))
        for hit in document.hits {
            #expect(feed.text.contains("href=\"http://localhost\(hit.url)?lang=en\""), "\(hit.id)")
            #expect(feed.text.contains("<updated>\(hit.changed)</updated>"))
            #expect(try Date(hit.changed, strategy: .iso8601) > Date(timeIntervalSince1970: 1_700_000_000))
        }
        #expect(Self.text("updated", in: feed.text) == document.hits.map(\.changed).max())
        // Samples say so in their titles.
        let samples = document.hits.filter(\.sample).count
        #expect(feed.text.components(separatedBy: "<title>Sample: ").count == samples + 1)
    }

    @Test func `pages of a feed lead through the whole search, each record once`() async throws {
        let fixture = try await SiteFixture.shared.value
        var address = "/search.atom?per=10&sort=oldest&in=patent"
        var ids: [String] = []
        var first = ""
        for _ in 0..<100 {
            let page = try await fixture.get(address).text
            ids += page.matches(of: /<entry><id>urn:huizhi:([^<]+)<\/id>/).map { String($0.output.1) }
            let name = Self.text("id", in: page) ?? ""
            #expect(first.isEmpty || name == first)
            first = name
            guard let next = page.firstMatch(of: /rel="next"[^>]*href="http:\/\/localhost([^"]+)"/)?.output.1 else {
                break
            }
            address = String(next).replacing("&amp;", with: "&")
        }
        let total = try await fixture.get("/search.json?in=patent&per=10").decoded(SearchDocument.self).total
        #expect(ids.count == total && Set(ids).count == total && total > 20)
    }

    @Test func `a query that is not understood is refused to programs too`() async throws {
        let reply = try await SiteFixture.shared.value.get("/search.atom?q=(a")
        #expect(reply.status == 400 && reply.headers[.contentType] == "application/json")
    }

    @Test func `a page names its feed and how to search here`() async throws {
        let fixture = try await SiteFixture.shared.value
        let page = try await fixture.get("/search?q=\(Self.battery)").text
        let path = "/search.atom?q=\(Self.battery)&amp;sort=newest"
        #expect(page.contains("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"\(path)\">"))
        #expect(page.contains("<a href=\"\(path)\"") && page.contains("订阅新记录"))
        #expect(page.contains("type=\"\(OpenSearchDescription.type)\" href=\"\(Link.openSearchPath)\""))
        #expect(OpenSearchDescription.path == Link.openSearchPath)
        let description = try await fixture.get("/opensearch.xml?lang=en").text
        #expect(Self.text("ShortName", in: description) == "Huizhi")
        #expect(
            description.contains(
                "template=\"http://localhost/search.atom?q={searchTerms}&amp;page={startPage?}&amp;lang=en\""
            )
        )
    }

    @Test(arguments: [
        ("node.example:8080", "http://node.example:8080"), ("[::1]:80", "http://[::1]:80"),
        ("a\"><script>", "http://localhost"), ("", "http://localhost"), ("a/b", "http://localhost"),
    ])
    func `only what can be a host is taken for one`(authority: String, origin: String) {
        var head = RouteTests.head("/")
        head.authority = authority
        let visit = Visit(head, id: "0", options: .standard)
        #expect(visit.origin("") == origin)
        #expect(visit.origin("https://ip.example") == "https://ip.example")
    }
}
