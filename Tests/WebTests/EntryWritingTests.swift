import Declarations
import Domain
import EntryIndex
import Foundation
import HTTPTypes
import Identity
import Registers
import Testing
import Wire

@testable import Web

/// Entries written by programs with a key.
struct EntryWritingTests {
    /// Makes a key for somebody.
    private static func key(_ browser: inout Browser, _ scope: String) async throws -> Reply {
        try await browser.fill("/account/keys", ["do": "make", "name": "示例", "scope": scope, "until": ""])
    }

    private static func text(_ reply: Reply) throws -> String {
        String(try #require(reply.text.firstMatch(of: /<p class="key">(hz_[a-z2-7]{39})<\/p>/)?.output.1))
    }

    private static func send(
        _ site: SiteFixture,
        _ method: HTTPRequest.Method,
        _ address: String,
        _ key: String?,
        _ body: String,
        match: String? = nil
    ) async throws -> Reply {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let key { headers[.authorization] = "Bearer " + key }
        headers[.ifMatch] = match
        return try await site.get(address, method: method, headers: headers, body: Array(body.utf8))
    }

    private static let note = #"{"fields": {"name": "示例会议", "region": "西安市", "people": "12"}}"#

    @Test func `a program adds an entry, reads it and changes what it read`() async throws {
        let site = try await RegisterPagesTests.site()
        var staff = try await Administrator(site, .staff, "writer@example.cn", in: .region("61"))
        let key = try Self.text(try await Self.key(&staff.browser, "entries"))
        let made = try await Self.send(site, .post, "/registers/note.json", key, Self.note)
        #expect(made.status == 201, "\(made.text)")
        let place = try #require(made.header("Location"))
        let entry = try made.decoded(RegisterEntryDocument.self)
        #expect(
            entry.fields["region"]?.text == "610100" && entry.version == 1 && "/registers/\(entry.id).json" == place
        )

        let read = try await site.get(place, headers: [.authorization: "Bearer " + key])
        let tag = try #require(read.header("ETag"))
        #expect(tag == made.header("ETag") && tag.hasPrefix("W/\"v1."))
        let body = read.text.replacing("示例会议", with: "示例会议二")
        let changed = try await Self.send(site, .put, place, key, body, match: tag)
        #expect(changed.status == 200, "\(changed.text)")
        #expect(try changed.decoded(RegisterEntryDocument.self).version == 2)
        let again = try await Self.send(site, .put, place, key, body, match: changed.header("ETag"))
        #expect(try again.decoded(RegisterEntryDocument.self).version == 2)

        // Somebody who read the first version loses nothing and is told what changed.
        let late = try await Self.send(
            site,
            .put,
            place,
            key,
            Self.note.replacing("示例会议", with: "示例会议三"),
            match: tag
        )
        #expect(late.status == 412 && late.header("ETag") == changed.header("ETag"))
        let problem = try late.decoded(ProblemDocument.self)
        #expect(problem.type == "urn:huizhi:problem:changed-meanwhile")
        #expect(
            problem.changes
                == [.init(field: "name", theirs: .text("示例会议二"), yours: .text("示例会议三"))]
        )
        #expect(try await Self.send(site, .put, place, key, Self.note).status == 428)
        #expect(try await Self.send(site, .put, place, key, Self.note, match: "\"else\"").status == 412)
        #expect(try await Self.send(site, .put, place, key, Self.note, match: "*").status == 200)
        let history = try await staff.browser.get("/registers/\(entry.id)/history.json")
        #expect(history.text.contains("\"author\":\"\(staff.account)\""))
        let check = SchemaCheck(description: try await site.get("/openapi.json").json())
        #expect(check.faults(try made.json(), schema: "Entry") == [])
        #expect(check.faults(try late.json(), schema: "Problem") == [])
    }

    @Test func `what is wrong is told field by field, and nothing is stored`() async throws {
        let site = try await RegisterPagesTests.site()
        var staff = try await Administrator(site, .staff, "writer@example.cn", in: .region("61"))
        let key = try Self.text(try await Self.key(&staff.browser, "entries"))
        let wrong = #"{"fields": {"region": "610100", "people": "many", "nothing": "a"}}"#
        let reply = try await Self.send(site, .post, "/registers/note.json", key, wrong)
        #expect(reply.status == 422 && reply.header("Content-Type") == "application/problem+json")
        let problem = try reply.decoded(ProblemDocument.self)
        #expect(problem.problems?.map(\.field).sorted() == ["name", "nothing", "people"])
        for (body, status, says) in [
            ("{", 400, "body"), (#"{"fields": {"people": 12}}"#, 400, "fields.people"), ("{}", 400, "fields"),
            (#"{"fields": {"name": "a", "region": "510100"}}"#, 403, "not-allowed"),
        ] {
            let reply = try await Self.send(site, .post, "/registers/note.json", key, body)
            #expect(reply.status == status && reply.text.contains(says), "\(body): \(reply.text)")
        }
        #expect(try await Self.send(site, .post, "/registers/nothing.json", key, Self.note).status == 404)
        let form = try await site.get(
            "/registers/note.json",
            method: .post,
            headers: [.authorization: "Bearer " + key, .contentType: "text/plain"],
            body: Array(Self.note.utf8)
        )
        #expect(form.status == 415)
        let deleted = try await Self.send(site, .delete, "/registers/note.json", key, "")
        #expect(deleted.status == 405 && deleted.header("Allow") == "GET, HEAD, POST")
        try await site.registerFollower.catchUp()
        #expect(try await site.get("/registers/note.json").decoded(RegisterListDocument.self).total == 0)
    }

    @Test func `where two people are needed a program proposes`() async throws {
        let site = try await RegisterPagesTests.site()
        var staff = try await Administrator(site, .staff, "writer@example.cn", in: .region("61"))
        let key = try Self.text(try await Self.key(&staff.browser, "entries"))
        let id = try await site.saved("outlet", DeclaredOutlets.whole)
        let address = "/registers/\(id).json"
        let read = try await site.get(address, headers: [.authorization: "Bearer " + key])
        #expect(!read.text.contains("98765") && !read.text.contains("林示一"))
        let body = read.text.replacing("A-1", with: "A-2")
        let reply = try await Self.send(site, .put, address, key, body, match: read.header("ETag"))
        #expect(reply.status == 202, "\(reply.text)")
        let proposed = try reply.decoded(EntryProposedDocument.self)
        #expect(proposed.id == id && reply.header("Location") == proposed.page)
        var other = try await Administrator(site, .staff, "other@example.cn", in: .region("61")).browser
        let page = try await other.get(proposed.page)
        #expect(page.text.contains("A-2") && !page.text.contains("98765"))
        let second = try await Self.send(
            site,
            .put,
            address,
            key,
            body.replacing("A-2", with: "A-3"),
            match: read.header("ETag")
        )
        #expect(second.status == 409 && second.text.contains(proposed.page))
        // What everybody cannot read no key writes, and a guess is not answered.
        let hidden = body.replacing("\"fields\":{", with: "\"fields\":{\"posts\":\"98765\",")
        #expect(try await Self.send(site, .put, address, key, hidden, match: read.header("ETag")).status == 403)
        // Hidden fields stay as they are.
        _ = try await other.send(page, ["do": "approve"])
        let entry = try await site.registerEntries.show(id, .operator)
        #expect(entry.content.fields["posts"]?.text == "98765" && entry.content.fields["number"]?.text == "A-2")
    }

    @Test func `nobody writes without such a key, and a session does not do`() async throws {
        let site = try await RegisterPagesTests.site()
        var staff = try await Administrator(site, .staff, "writer@example.cn", in: .region("61"))
        let nobody = try await Self.send(site, .post, "/registers/note.json", nil, Self.note)
        #expect(nobody.status == 401 && nobody.header("WWW-Authenticate")?.contains("scope=\"entries\"") == true)
        let cookie = staff.browser.cookies.map { $0.key + "=" + $0.value }.joined(separator: "; ")
        let session = try await site.get(
            "/registers/note.json",
            method: .post,
            headers: [.cookie: cookie, .contentType: "application/json"],
            body: Array(Self.note.utf8)
        )
        #expect(session.status == 401)
        let records = try Self.text(try await Self.key(&staff.browser, "records"))
        #expect(try await Self.send(site, .post, "/registers/note.json", records, Self.note).status == 403)
        // Somebody without the second step makes none, and one of somebody without a role writes nothing.
        var person = try await AccountTests.signedUp(site, "person@example.cn")
        let refused = try await Self.key(&person, "entries")
        #expect(refused.status == 403 && refused.text.contains("两步验证"))
        // A key that writes opens no page and nothing else of the account.
        let key = try Self.text(try await Self.key(&staff.browser, "entries"))
        for address in ["/account.json", "/registers/note/new", "/search.json?q=a", "/admin/accounts.json"] {
            let reply = try await site.get(address, headers: [.authorization: "Bearer " + key])
            #expect(reply.status == 403, "\(address)")
        }
        #expect(
            try await site.get("/registers/internal-file.json", headers: [.authorization: "Bearer " + key]).status
                == 404
        )
        // Whoever turns the second step off takes the key's power back.
        _ = try await staff.browser.fill("/account/two-step", ["do": "remove"])
        let after = try await Self.send(site, .post, "/registers/note.json", key, Self.note)
        #expect(after.status == 403, "\(after.text)")
    }
}
