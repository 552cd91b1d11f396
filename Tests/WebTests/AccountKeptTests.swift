import Domain
import Foundation
import Links
import Testing

@testable import Web

/// The page of what an account keeps, over HTTP and without scripts.
struct AccountKeptTests {
    /// A file of so many records, a search and a group of queries.
    private static func file(_ count: Int = 1) throws -> String {
        let records = (0..<count).map { number in
            KeptCollection.Record(
                id: "patent/CN\(2_021_990_000_018 + number)",
                title: "示例 <\(number)>",
                kept: "2026-11-30T09:\(10 + number / 60):\(10 + number % 50)Z",
                picked: true,
                tags: ["固态"],
                note: "备注 & 一"
            )
        }
        let search = KeptCollection.Search(
            parameters: "q=%E7%94%B5%E6%B1%A0&in=patent",
            title: "电池",
            total: 3,
            samples: 1,
            sequence: 5,
            kept: "2026-11-30T08:00:00Z"
        )
        let collection = KeptCollection(
            records: records,
            searches: [search],
            sets: [.init(text: "电池\n#1 AND 膜", kept: "2026-11-29T08:00:00Z")]
        )
        return String(decoding: try JSONEncoder().encode(collection), as: UTF8.self)
    }

    @Test func `a file is put into the account, listed, taken along and removed`() async throws {
        let site = try await AccountTests.site()
        var browser = try await AccountTests.signedUp(site)
        let empty = try await browser.get("/account/kept")
        #expect(empty.status == 200 && empty.text.contains("账号里还没有收藏"))
        let file = try Self.file()
        let put = try await browser.send(empty, ["do": "keep", "kept": file])
        #expect(put.header("Location") == "/account/kept?done=kept")
        let page = try await browser.get("/account/kept?done=kept")
        #expect(page.text.contains("已放进账号") && page.text.contains("3 项，最多 5,000 项"))
        #expect(page.text.contains("示例 &lt;0&gt;") && page.text.contains("#固态 · 备注 &amp; 一"))
        let links = page.values(of: "href")
        #expect(links.contains("/patent/CN2021990000018") && links.contains("/search?q=%E7%94%B5%E6%B1%A0&in=patent"))
        #expect(links.contains { $0.hasPrefix("/history?h=") })

        let check = SchemaCheck(description: try await site.get("/openapi.json").json())
        let twin = try await browser.get("/account/kept.json")
        #expect(check.faults(try twin.json(), schema: "Kept") == [])
        #expect(try KeptCollection(json: Data(twin.body)) == KeptCollection(json: Data(file.utf8)))
        #expect(try await browser.get("/account/data.json").text.contains("备注 & 一"))

        let id = try #require(page.text.firstMatch(of: /name="remove" value="([^"]+)"/)?.output.1)
        let removed = try await browser.send(page, ["remove": String(id)])
        #expect(removed.header("Location") == "/account/kept?done=kept-removed")
        #expect(try await KeptCollection(json: Data(browser.get("/account/kept.json").body)).items.count == 2)
        _ = try await browser.send(page, ["do": "clear"])
        #expect(try await KeptCollection(json: Data(browser.get("/account/kept.json").body)).items == [])
    }

    @Test func `a view of a register leads back to the register`() async throws {
        let site = try await AccountTests.site()
        var browser = try await AccountTests.signedUp(site)
        let view = KeptCollection.Search(
            parameters: "/registers/outlet?f=kind:window&in=610000",
            title: "网点 · 窗口",
            total: 2,
            samples: 0,
            sequence: 5,
            kept: "2026-11-30T08:00:00Z"
        )
        let file = String(decoding: try JSONEncoder().encode(KeptCollection(searches: [view])), as: UTF8.self)
        _ = try await browser.fill("/account/kept", ["do": "keep", "kept": file])
        let links = try await browser.get("/account/kept?lang=en").values(of: "href")
        #expect(links.contains("/registers/outlet?f=kind:window&in=610000&lang=en"))
    }

    @Test func `what is no such file is refused with its place, and nothing is kept`() async throws {
        let site = try await AccountTests.site()
        var browser = try await AccountTests.signedUp(site)
        let wrong = try Self.file(2).replacing("\"picked\":true", with: "\"picked\":1")
        for (text, place) in [("", "JSON"), (wrong, "records[0].picked")] {
            let reply = try await browser.fill("/account/kept", ["do": "keep", "kept": text])
            #expect(reply.status == 400 && reply.text.contains("\(place) 处不合格式"), "\(place)")
        }
        #expect(try await KeptCollection(json: Data(browser.get("/account/kept.json").body)).items == [])
    }

    @Test func `fifty things stand on a page, and the next one goes on`() async throws {
        let site = try await AccountTests.site()
        var browser = try await AccountTests.signedUp(site)
        _ = try await browser.fill("/account/kept", ["do": "keep", "kept": try Self.file(60)])
        let first = try await browser.get("/account/kept")
        let next = try #require(first.values(of: "href").first { $0.contains("after=") })
        let second = try await browser.get(next)
        func ids(_ reply: Reply) -> [String] {
            reply.text.matches(of: /name="remove" value="([^"]+)"/).map { String($0.output.1) }
        }
        #expect(ids(first).count == 50 && ids(second).count == 12 && Set(ids(first) + ids(second)).count == 62)
        #expect(first.text.contains("下一页") && !second.text.contains("下一页"))
        // A row that is gone leads to the beginning.
        #expect(ids(try await browser.get("/account/kept?after=gone")).count == 50)
    }

    @Test func `in confidential mode nothing goes into the account`() async throws {
        let site = try await AccountTests.site()
        var browser = try await AccountTests.signedUp(site)
        browser.cookies["private"] = "yes"
        let page = try await browser.get("/account/kept")
        #expect(page.status == 200 && page.text.contains("保密检索时不把任何内容放进账号") && !page.text.contains("name=\"kept\""))
        let reply = try await browser.send(page, ["do": "keep", "kept": try Self.file()])
        #expect(reply.status == 403)
        browser.cookies["private"] = nil
        #expect(try await KeptCollection(json: Data(browser.get("/account/kept.json").body)).items == [])
    }
}
