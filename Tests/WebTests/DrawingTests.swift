import Bytes
import HTTPTypes
import Testing

@testable import Web

/// Pictures of records, where they stand and where pages name them.
struct DrawingTests {
    private static let address = "/patent/CN2021990000018/drawings/1.png"
    private static let digest = sha256(OwnRecords.picture).description
    private static let named = "/patent/CN2021990000018/drawings/1-" + digest.prefix(16) + ".png"

    @Test func `a picture is answered whole, as a picture`() async throws {
        let reply = try await SiteFixture.shared.value.get(Self.address)
        #expect(reply.status == 200 && reply.body == OwnRecords.picture)
        #expect(reply.header("Content-Type") == "image/png")
        #expect(reply.header("X-Content-Type-Options") == "nosniff")
        #expect(reply.header("ETag") == "\"\(Self.digest)\"")
        #expect(reply.header("Cache-Control") == "no-cache")
    }

    @Test func `under an address with its digest it may be kept for an hour`() async throws {
        let fixture = try await SiteFixture.shared.value
        let reply = try await fixture.get(Self.named)
        #expect(reply.status == 200 && reply.header("Cache-Control") == "public, max-age=3600")
        let again = try await fixture.get(Self.named, headers: [.ifNoneMatch: "\"\(Self.digest)\""])
        #expect(again.status == 304 && again.body.isEmpty)
        let other = try await fixture.get("/patent/CN2021990000018/drawings/1-0000000000000000.png")
        #expect(other.status == 200 && other.header("Cache-Control") == "no-cache")
        let confidential = try await fixture.get(Self.named, headers: [.cookie: "private=yes"])
        #expect(confidential.header("Cache-Control") == "no-store")
    }

    @Test func `where there is no picture, there is none`() async throws {
        let fixture = try await SiteFixture.shared.value
        for place in ["0", "2", "01", "-1", "x", "99999999999999999999", "1-"] {
            let reply = try await fixture.get("/patent/CN2021990000018/drawings/\(place).png")
            #expect(reply.status == 404, "\(place)")
        }
        #expect(try await fixture.get("/patent/CN9/drawings/1.png").status == 404)
        #expect(try await fixture.get("/nothing/CN2021990000018/drawings/1.png").status == 404)
        let moved = try await fixture.get("/patent/CN199900001A/drawings/1.png")
        #expect(moved.status == 302 && moved.header("Location") == Self.address)
    }

    @Test func `the page shows it with its number and size, and names the file that is missing`() async throws {
        let fixture = try await SiteFixture.shared.value
        let page = try await fixture.get("/patent/CN2021990000018").text
        #expect(
            page.contains(
                "<img src=\"\(Self.named)\" alt=\"附图 1，共 2 幅\" width=\"3\" height=\"2\" loading=\"lazy\""
            )
        )
        #expect(page.contains("2.TIF") && page.contains("没有图像的文件"))
        let english = try await fixture.get("/patent/CN2021990000018?lang=en").text
        #expect(english.contains("alt=\"Figure 1 of 2\""))
    }

    @Test func `the twin of the record gives its address`() async throws {
        let twin = try await SiteFixture.shared.value.get("/patent/CN2021990000018.json").text
        #expect(twin.contains("\"url\":\"\(Self.named)\"") && twin.contains("\"type\":\"image/png\""))
    }

    @Test func `a search shown as pictures shows it`() async throws {
        let page = try await SiteFixture.shared.value.get("/search?q=CN199900001A&view=pictures").text
        #expect(page.contains("<img src=\"\(Self.named)\""))
    }
}
