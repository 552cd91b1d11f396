import Links
import Testing

/// Addresses of lists of declared registers.
struct RegisterListTests {
    private func link(_ address: String) throws -> RegisterLink {
        let halves = address.split(separator: "?", maxSplits: 1).map(String.init)
        let request = LinkRequest(path: halves[0], query: halves.count == 2 ? halves[1] : "")
        guard case .registers(let link) = request.link else { throw Lost() }
        return link
    }

    private struct Lost: Error {}

    @Test func `what is asked is read and printed again in one form`() throws {
        let address =
            "/registers/outlet?q=%E7%BD%91%E7%82%B9&f=kind:a&f=state:running&in=610000&samples=no&sort=-name&page=3"
        let link = try link(address)
        let list = link.list
        #expect(
            list.text == "网点" && list.region == "610000" && list.withoutSamples && list.sort == "-name"
                && list.page == 3
        )
        #expect(list.filters == ["kind": ["a"], "state": ["running"]])
        #expect(Link.registers(link).text == address)
        #expect(Link.registers(link).twin(.json) == address.replacing("outlet?", with: "outlet.json?"))
    }

    @Test func `what cannot be is left out`() throws {
        let list = try link("/registers/outlet?f=kind&f=kind:a&f=kind:a&page=-2&in=&sort=&samples=maybe").list
        #expect(list.choices == [.init(field: "kind", code: "a")])
        #expect(list.page == 1 && list.region == nil && list.sort == nil && !list.withoutSamples)
        #expect(try link("/registers?q=x").list.text.isEmpty)
    }

    @Test func `a choice is made and taken back from the first page on`() throws {
        let list = try link("/registers/outlet?f=kind:a&page=4").list
        let (a, b) = (RegisterList.Choice(field: "kind", code: "a"), RegisterList.Choice(field: "kind", code: "b"))
        #expect(list.toggling(b).choices == [a, b] && list.toggling(b).page == 1)
        #expect(list.toggling(a).choices.isEmpty)
        #expect(list.within("510000").region == "510000" && list.isNarrowed && !RegisterList().isNarrowed)
    }

    @Test func `a list is a document, files and a feed, and what they hold does not depend on its look`() throws {
        let link = Link.registers(try link("/registers/outlet?f=kind:a&view=map&page=3&lang=en"))
        #expect(link.twin(.json) == "/registers/outlet.json?f=kind:a&page=3")
        #expect(link.twin(.csv) == "/registers/outlet.csv?f=kind:a&lang=en")
        #expect(link.twin(.xlsx) == "/registers/outlet.xlsx?f=kind:a&lang=en")
        #expect(link.twin(.jsonl) == "/registers/outlet.jsonl?f=kind:a")
        #expect(link.twin(.atom) == "/registers/outlet.atom?f=kind:a&lang=en")
        for format in [LinkFormat.csv, .xlsx, .jsonl, .atom] {
            let twin = try #require(link.twin(format))
            let halves = twin.split(separator: "?").map(String.init)
            #expect(LinkRequest(path: halves[0], query: halves[1]).format == format)
            #expect(Link.registers(RegisterLink(.entry("outlet", "a"))).twin(format) == nil)
        }
        // Other places have no such files.
        #expect(LinkRequest(path: "/search.xlsx").link == .other(path: "/search.xlsx", .zh))
        let list = try self.link("/registers/outlet?q=a&view=map&page=2").list
        #expect(list.isMap && !list.kept.isMap && list.kept.page == 1 && list.kept.text == "a")
        #expect(list.showing(map: false).page == 2)
    }
}
