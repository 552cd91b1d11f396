import Domain
import Foundation
import Links
import Testing

@testable import Web

/// Markup from queries and records stays text; nothing foreign is ever asked for.
struct HostilityTests {
    private static let attacks = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "{{mainMarkup}}",
        "{{{title}}}", "%3Cscript%3E", "'\"><svg/onload=alert(1)>",
    ]

    private static func check(_ reply: Reply, _ name: String) {
        let page = reply.text
        #expect(!page.contains("<script>"), "\(name)")
        #expect(!page.contains("<img src=x"), "\(name)")
        #expect(!page.contains("<svg/onload"), "\(name)")
        for tag in page.split(separator: "<") {
            // Without the values of attributes, in which everything is text.
            let inside = tag.prefix { $0 != ">" }.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
            #expect(!inside.contains(" onerror=") && !inside.contains(" onload="), "\(name): \(inside)")
        }
        for address in reply.values(of: "href") + reply.values(of: "src") + reply.values(of: "action") {
            #expect(
                address.hasPrefix("/") && !address.hasPrefix("//") || address.hasPrefix("#"),
                "\(name) leads to \(address)"
            )
        }
        #expect(!page.contains(" style="), "\(name)")
    }

    @Test(arguments: attacks)
    func `a hostile query stays text`(attack: String) async throws {
        let fixture = try await SiteFixture.shared.value
        let value = Parameters.encodedForTests(attack)
        for address in [
            "/search?q=" + value, "/search?q=%22" + value + "%22", "/search?f.applicant=" + value,
            "/search?f.state=" + value + "&more=" + value, "/search?after=" + value, "/search?lang=" + value,
            "/search?lang=en&sort=" + value, "/patent/" + value, "/nowhere/" + value, "/?q=" + value,
        ] {
            Self.check(try await fixture.get(address), address)
        }
    }

    @Test(arguments: ["", "&lang=en"])
    func `a hostile record stays text`(language: String) async throws {
        let fixture = try await SiteFixture.shared.value
        let id = try #require(OwnRecords.hostile.entryID)
        let record = try await fixture.get("/\(id)?x" + language)
        #expect(record.status == 200)
        Self.check(record, "record")
        #expect(record.text.contains("&lt;script&gt;"))
        let results = try await fixture.get("/search?q=" + Parameters.encodedForTests("攻击") + language)
        #expect(results.status == 200 && results.text.contains("&lt;script&gt;"))
        Self.check(results, "results")
    }

    @Test(arguments: ["", "?lang=en"])
    func `no page asks another site for anything`(language: String) async throws {
        let fixture = try await SiteFixture.shared.value
        for address in ["/", "/search", "/help", "/about", "/accessibility", "/design", "/nowhere"] {
            let reply = try await fixture.get(address + language)
            Self.check(reply, address)
            // A sample of an address on the page of components asks for nothing; attributes would.
            for attribute in ["data", "srcset", "poster", "formaction", "cite", "background"] {
                #expect(reply.values(of: attribute).allSatisfy { !$0.contains("://") }, "\(address)")
            }
        }
    }

    @Test func `a page names no path of the machine`() async throws {
        let fixture = try await SiteFixture.shared.value
        let hit = try await fixture.get("/search.json?per=10")
        #expect(!hit.text.contains(fixture.folder))
        #expect(!(try await fixture.get("/about").text.contains(fixture.folder)))
    }
}
