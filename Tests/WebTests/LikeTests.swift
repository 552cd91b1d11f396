import Discovery
import Domain
import Foundation
import HTTPTypes
import Links
import Testing
import Wire

@testable import Web

/// What is like a text or a record, and forms too long for an address.
struct LikeTests {
    /// A text of a record and what the search finds that its form leads to.
    private func found(by reply: Reply) async throws -> SearchDocument {
        #expect(reply.status == 303)
        let address = try #require(reply.header("Location"))
        #expect(address.hasPrefix("/search?q="))
        let twin = address.replacing("/search?", with: "/search.json?")
        return try await SiteFixture.shared.value.get(twin).decoded(SearchDocument.self)
    }

    @Test func `the abstract of a record finds the record first`() async throws {
        let fixture = try await SiteFixture.shared.value
        let hits = try await fixture.get("/search.json?in=patent&per=10&sort=newest").decoded(SearchDocument.self).hits
        for hit in hits.prefix(4) {
            let right = try await fixture.get(hit.url + ".json").decoded(Right.self)
            let text = try #require(right.bibliography.abstracts.first?.text)
            let document = try await found(by: fixture.post("/like", ["q": text]))
            #expect(document.hits.first?.snippet != nil)
            let best = document.hits.first?.score ?? 0
            // Samples are made of the same sentences, so that several may be equally like it.
            let equals = document.hits.filter { ($0.score ?? 0) > best * 0.9 }.map(\.id)
            #expect(equals.contains(hit.id), "\(hit.id): \(equals)")
        }
    }

    @Test func `what is like a record does not find the record itself`() async throws {
        let fixture = try await SiteFixture.shared.value
        let hit = try #require(
            try await fixture.get("/search.json?in=patent&per=10").decoded(SearchDocument.self).hits.first
        )
        let document = try await found(by: fixture.get("/like?record=" + hit.id))
        #expect(document.total > 0 && !document.hits.map(\.id).contains(hit.id))
        #expect(document.query.contains("NOT "))
        #expect(try await fixture.get("/like?record=patent/CN1").status == 404)
        let page = try await fixture.get(hit.url).text
        #expect(page.contains("<a href=\"/like?record=\(hit.id)\">"))
    }

    @Test func `the document has the words and the query`() async throws {
        let fixture = try await SiteFixture.shared.value
        let reply = try await fixture.post("/like.json", ["q": "一种锂离子电池 and the method near 1234"])
        let document = try reply.decoded(LikeDocument.self)
        #expect(document.words.contains("电池") && !document.words.contains("1234"))
        let query = try #require(document.query)
        // A word that is an operator stands in quotes.
        if document.words.contains("and") { #expect(query.contains("\"and\"")) }
        let search = try #require(document.search)
        #expect(try await fixture.get(search).decoded(SearchDocument.self).total > 0)
        let check = SchemaCheck(description: try await fixture.get("/openapi.json").json())
        #expect(check.faults(try reply.json(), schema: "Likeness") == [])
        #expect(try await fixture.get("/like.json").status == 400)
    }

    @Test func `a text of which no record has a word is kept in the form`() async throws {
        let fixture = try await SiteFixture.shared.value
        let page = try await fixture.post("/like", ["q": "zzzqqq <zzzqqb>", "lang": "en"])
        #expect(page.status == 200 && page.text.contains("zzzqqq &lt;zzzqqb&gt;</textarea>"))
        #expect(page.text.contains("No record has any of these words"))
        #expect(page.header("Cache-Control") == "no-store")
    }

    @Test func `a document is searched by as a text is, alone or beside a text`() async throws {
        let fixture = try await SiteFixture.shared.value
        let hit = try #require(
            try await fixture.get("/search.json?in=patent&per=10").decoded(SearchDocument.self).hits.first
        )
        let right = try await fixture.get(hit.url + ".json").decoded(Right.self)
        let text = try #require(right.bibliography.abstracts.first?.text)
        let typed = try await fixture.post("/like.json", ["q": text]).decoded(LikeDocument.self)
        let sent = try await fixture.send("/like.json", ["q": ""], file: Array(text.utf8))
        #expect(try sent.decoded(LikeDocument.self) == typed)
        let page = try await fixture.send("/like?lang=en", ["q": ""], file: Array(text.utf8))
        #expect(try await found(by: page).total > 0)
        // Without a document the text is used, and can stand in an address.
        #expect(try await fixture.send("/like", ["q": text], file: []).status == 303)
    }

    @Test func `a document without text is refused, and the typed text is kept`() async throws {
        let fixture = try await SiteFixture.shared.value
        let page = try await fixture.send("/like?lang=en", ["q": "my words"], file: Array("%PDF-1.7".utf8))
        #expect(page.status == 200 && page.text.contains("This PDF is damaged"))
        #expect(page.text.contains("my words</textarea>"))
        #expect(
            try await fixture.send("/like?lang=en", [:], file: [0, 1, 2]).text.contains(
                "No text can be read in this file"
            )
        )
        #expect(try await fixture.send("/like.json", [:], file: [0, 1, 2]).status == 400)
        let program = try await fixture.send("/like.json", [:], file: Array("%PDF-1.7".utf8))
        #expect(program.status == 400 && program.text.contains("this PDF is damaged or too complex"))
        #expect(try await fixture.send("/numbers.json", [:], file: Array("1".utf8)).status == 415)
        // Beside a document a text may be as long as in any other form.
        let text = String(repeating: "a", count: 1_100_000)
        #expect(try await fixture.send("/like.json", ["q": text], file: Array("b".utf8)).status == 413)
        let long = [UInt8](repeating: 0x61, count: 17 << 20)
        #expect(try await fixture.send("/like.json", [:], file: long).status == 413)
    }

    @Test func `of a very long document the beginning is read`() async throws {
        let fixture = try await SiteFixture.shared.value
        let beginning = "一种固态电池，用于校验。"
        let text = String(repeating: beginning, count: 8_000) + String(repeating: "充电器", count: 400_000)
        let sent = try await fixture.send("/like.json", [:], file: Array(text.utf8))
        let words = try sent.decoded(LikeDocument.self).words
        #expect(words.contains("电池") && !words.contains("充电"))
    }

    // MARK: Forms

    @Test func `a form may be longer than an address`() async throws {
        let fixture = try await SiteFixture.shared.value
        let lines = (0..<150).map { "电池 NOT TI=\(String(repeating: "词", count: 30))\($0)" }.joined(separator: "\n")
        #expect(lines.utf8.count * 3 > 30_000)
        let document = try await fixture.post("/history.json", ["h": lines]).decoded(HistoryDocument.self)
        #expect(document.lines.count == 150 && document.lines.allSatisfy { $0.error == nil })
        // What can be an address becomes one; what cannot stays a page whose links do without it.
        let short = try await fixture.post("/translate?lang=en", ["q": "valve.ti.", "from": "ppubs"])
        #expect(short.status == 303 && short.header("Location") == "/translate?q=valve.ti.&from=ppubs&lang=en")
        let page = try await fixture.post("/history?lang=en", ["h": lines])
        #expect(page.status == 200 && page.text.contains("href=\"/history\" lang=\"zh-CN\""))
        #expect(!page.text.contains("The whole history is in the address") && page.text.utf8.count < 200_000)
    }

    @Test func `what is no form, or too long, is refused`() async throws {
        let fixture = try await SiteFixture.shared.value
        var headers = HTTPFields()
        headers[.contentType] = "application/json"
        let json = try await fixture.get("/like.json", method: .post, headers: headers, body: Array("{}".utf8))
        #expect(json.status == 415 && json.text.contains("multipart/form-data"))
        headers[.contentType] = "application/x-www-form-urlencoded"
        let bytes = try await fixture.get("/like.json", method: .post, headers: headers, body: [0x71, 0x3D, 0xFF])
        #expect(bytes.status == 400)
        let long = Array(("q=" + String(repeating: "a", count: 1_100_000)).utf8)
        #expect(try await fixture.get("/like.json", method: .post, headers: headers, body: long).status == 413)
        let put = try await fixture.get("/like", method: .put)
        #expect(put.status == 405 && put.header("Allow") == "GET, HEAD, POST")
    }
}
