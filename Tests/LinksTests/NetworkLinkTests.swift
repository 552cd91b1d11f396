import Domain
import Links
import Testing

/// Where somebody looks for places.
struct NetworkLinkTests {
    private func read(_ query: String) -> NetworkLink? {
        guard case .network(let link) = LinkRequest(path: "/network", query: query).link else { return nil }
        return link
    }

    @Test func `no address that a page leads to tells where somebody is closer than about a hundred metres`() throws {
        let link = try #require(read("at=34.26561234,108.95412345"))
        #expect(Link.network(link).text == "/network?at=34.266,108.954")
        #expect(Link.network(link).twin(.json) == "/network.json?at=34.266,108.954")
        #expect(Link.network(link.asking(link.list.going(to: 2))).text == "/network?page=2&at=34.266,108.954")
        #expect(link.point?.latitude == 34_266_000)
    }

    @Test func `what is no point stays, so that the page can say so`() throws {
        let link = try #require(read("at=here&open=maybe&of="))
        #expect(link.at == "here" && link.point == nil && !link.isOpen && link.register == nil)
    }

    @Test func `leaving the point out begins with the first page`() throws {
        let link = try #require(read("q=a&page=3&at=1,2&open=yes"))
        #expect(Link.network(link.from("")).text == "/network?q=a&open=yes")
    }
}
