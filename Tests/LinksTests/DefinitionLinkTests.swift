import Testing

@testable import Links

/// Addresses of the pages of declarations.
struct DefinitionLinkTests {
    @Test(arguments: [
        ("/admin/definitions", AdminLink.Place.definitions), ("/admin/definitions/new", .newDefinition),
        ("/admin/definitions/registers/town", .definition("registers", "town")),
        ("/admin/definitions/plans/2023-2025", .definition("plans", "2023-2025")),
        ("/admin/definitions/codes/town-kind.yaml", .definitionText("codes", "town-kind")),
    ])
    func `an address names a declaration, and comes back as it was`(path: String, place: AdminLink.Place) {
        let request = LinkRequest(path: path)
        #expect(request.link == .admin(AdminLink(place)) && request.link.text == path)
    }

    @Test func `a version stands in the address, and in that of the twin`() {
        let link = AdminLink(.definition("registers", "town"), version: "2", done: .published, language: .en)
        #expect(Link.admin(link).text == "/admin/definitions/registers/town?version=2&done=published&lang=en")
        #expect(Link.admin(link).twin(.json) == "/admin/definitions/registers/town.json?version=2")
        let read = LinkRequest(path: "/admin/definitions/registers/town", query: "version=2&done=published&lang=en")
        #expect(read.link == .admin(link))
        #expect(Link.admin(AdminLink(.newDefinition)).twin(.json) == nil)
        #expect(Link.admin(AdminLink(.definitions)).twin(.json) == "/admin/definitions.json")
    }

    @Test(arguments: [
        "/admin/definitions/", "/admin/definitions/registers", "/admin/definitions/registers/",
        "/admin/definitions/registers/Town", "/admin/definitions/registers/a/b", "/admin/definitions/../town",
        "/admin/definitions/registers/a%0Ab", "/admin/definitions/new.json",
        "/admin/definitions/registers/\(String(repeating: "a", count: 65))",
    ])
    func `what no declaration can be called is no address`(path: String) {
        let request = LinkRequest(path: path)
        if case .admin = request.link, request.format == .html { Issue.record("\(request.link)") }
        #expect(!AdminLink.isDefinitionName("a.b") && !AdminLink.isDefinitionName(""))
    }
}
