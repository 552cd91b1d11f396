import Domain
import Foundation
import Registers
import Testing

@testable import Web

/// What a page says of its sources, with a published application and its grant imported from one file.
struct RecordSourcesTests {
    private static let address = "/patent/CN2021990000018"

    /// The application, then the grant: another title, another filing date, a first claim made narrower.
    private static func lines() throws -> [[UInt8]] {
        guard case .patent(let application) = OwnRecords.battery else { return [] }
        var grant = application
        grant.bibliography.publications = [
            DocumentID(country: "CN", number: "199900001", kind: "B", date: PartialDate(year: 2023, month: 8, day: 4))
        ]
        grant.bibliography.application?.date = PartialDate(year: 2021, month: 3, day: 17)
        grant.bibliography.abstracts = []
        grant.details.claims = [
            ClaimSet(lang: "zh", independent: [1], items: ["一种固态电池，包括铝壳。", "根据权利要求1所述的固态电池，其特征在于厚。"])
        ]
        return try [application, grant].map { try CanonicalJSON.encode(Right.patent($0)) }
    }

    private static func page() async throws -> Reply {
        let fixture = try await SiteFixture(samples: 0, own: [])
        let file = fixture.folder + "/two.jsonl"
        let content = try lines().joined(separator: [0x0A])
        try Data(content).write(to: URL(filePath: file))
        let importing = ImportRecords(store: fixture.store, options: .init(rejects: fixture.folder + "/rejects"))
        _ = try await importing([file])
        return try await fixture.get(address)
    }

    @Test func `facts name their source, and where sources disagree the other value is said`() async throws {
        let page = try await Self.page()
        let text = page.text.filter { $0 != "\n" }
        // The grant is the newer document and trusted first.
        #expect(text.contains("<span>2021-03-17</span><sup class=\"mark-s\"><a href=\"#source-1\""))
        #expect(text.contains("另有来源：2021-03-16</span><sup class=\"mark-s\"><a href=\"#source-2\""))
        #expect(text.contains("<h2>摘要<sup class=\"mark-s\"><a href=\"#source-2\""))
        #expect(text.contains("<h2>权利要求<sup class=\"mark-s\"><a href=\"#source-1\""))
        #expect(!text.contains("<h2>引证<sup"), "nobody says anything of citations")
        // Two publications of one right do not disagree.
        #expect(!text.contains("另有来源：发明专利申请"))
        #expect(page.values(of: "id").filter { $0.hasPrefix("source-") } == ["source-1", "source-2"])
    }

    @Test func `the claims of the grant are compared with those of the application`() async throws {
        let text = try await Self.page().text
        #expect(text.contains("从公布到授权改了什么：1 项"))
        #expect(text.contains("<p>一种固态电池<ins>，包括铝壳</ins>。</p>"))
        #expect(text.contains("没有改动的（按授权文本的序号）：2。"))
    }

    @Test func `events name the file that tells of them`() async throws {
        let text = try await Self.page().text
        #expect(text.contains("two.jsonl · PB01"))
        // The grant is in no event; its publication tells of it.
        #expect(text.contains("<span class=\"when num\">2023-08-04</span><b>发明专利授权公告</b>"))
    }
}
