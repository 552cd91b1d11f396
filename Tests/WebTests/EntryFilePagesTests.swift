import Declarations
import Domain
import Identity
import Registers
import Testing
import Wire

@testable import Web

/// Files of entries over HTTP: sent with a form, shown, taken along.
struct EntryFilePagesTests {
    private static let pdf = Array("%PDF-1.7 示例".utf8)

    private func send(
        _ site: SiteFixture,
        _ browser: inout Browser,
        _ page: String,
        _ fields: [String: String],
        _ file: [UInt8],
        _ name: String = "报告.pdf"
    ) async throws -> Reply {
        let hidden = Browser.hidden(try await browser.get(page))
        return try await site.send(
            page,
            hidden.merging(fields) { $1 },
            file: file,
            called: name,
            as: "v.leaflet",
            cookie: browser.cookies.map { $0.key + "=" + $0.value }.joined(separator: "; ")
        )
    }

    @Test func `a file comes with the form, waits for approval, and is taken along under its name`() async throws {
        let site = try await RegisterPagesTests.site()
        var anna = try await Administrator(site, .staff, "anna@example.cn", in: .region("61")).browser
        var bert = try await Administrator(site, .staff, "bert@example.cn", in: .region("61")).browser
        let form = try await anna.get("/registers/outlet/new")
        #expect(form.text.contains("enctype=\"multipart/form-data\"") && form.text.contains("accept=\".pdf\""))
        let fields = ["base": "0", "v.name": "示例网点", "v.region": "610100"]
        let wrong = try await send(site, &anna, "/registers/outlet/new", fields, [0x4D, 0x5A, 0, 0])
        #expect(wrong.status == 400 && wrong.text.contains("认不出文件的类型") && wrong.text.contains("请再选一次"))
        #expect(wrong.text.contains("href=\"#f.leaflet\"") && wrong.text.contains("value=\"示例网点\""))
        let sent = try await send(site, &anna, "/registers/outlet/new", fields, Self.pdf, "..\\报告\u{202E} 一.pdf")
        #expect(sent.status == 303, "\(sent.text.prefix(2_000))")
        let proposal = try #require(sent.header("Location")?.split(separator: "?").first.map(String.init))
        let page = try await bert.get(proposal)
        #expect(page.text.contains("报告 一.pdf"))
        // Who decides reads the file before; nobody else does.
        let waiting = try #require(page.values(of: "href").first { $0.contains("/files/") })
        #expect(try await bert.get(waiting).body == Self.pdf)
        #expect(try await site.get(waiting).status == 404)
        let approved = try await bert.send(page, ["do": "approve"])
        let entry = try #require(approved.header("Location")?.split(separator: "?").first.map(String.init))
        let document = try await site.get(entry + ".json")
        let schema = SchemaCheck(description: try await site.get("/openapi.json").json())
        #expect(schema.faults(try document.json(), schema: "Entry") == [])
        let file = try #require(try document.decoded(RegisterEntryDocument.self).files?.first)
        #expect(file.name == "报告 一.pdf" && file.type == "application/pdf" && file.bytes == Self.pdf.count)
        #expect(file.url == entry + "/files/" + file.digest)
        let shown = try await site.get(entry)
        #expect(shown.values(of: "href").contains(file.url) && shown.text.contains("PDF, 15 B"))
        let reply = try await site.get(file.url)
        #expect(reply.status == 200 && reply.body == Self.pdf)
        #expect(reply.header("Content-Type") == "application/pdf")
        #expect(reply.header("X-Content-Type-Options") == "nosniff")
        #expect(
            reply.header("Content-Disposition")
                == "attachment; filename=\"__ _.pdf\"; filename*=UTF-8''%E6%8A%A5%E5%91%8A%20%E4%B8%80.pdf"
        )
        // What is not there, or is no digest, is not found; the form lists what may be removed.
        for path in ["/files/" + String(repeating: "0", count: 64), "/files/abc", "/files/", "/files"] {
            #expect(try await site.get(entry + path).status == 404, "\(path)")
        }
        let edit = try await anna.get(entry + "/edit")
        #expect(edit.text.contains("name=\"d.leaflet\" value=\"\(file.digest)\"") && edit.text.contains("移除 报告 一.pdf"))
        let less = try await anna.send(edit, ["base": "1", "v.name": "示例网点", "d.leaflet": file.digest])
        #expect(less.status == 303)
    }
}
