import Foundation
import Links
import Testing
import Wire

@testable import Web

/// Records as files to take along.
struct RecordFileTests {
    private static let battery = "/patent/CN2021990000018"

    @Test(arguments: [
        (
            RecordFormat.ris, "application/x-research-info-systems; charset=utf-8", "CN2021990000018.ris",
            "TY  - PAT\r\n"
        ),
        (.bib, "application/x-bibtex; charset=utf-8", "CN2021990000018.bib", "@patent{CN2021990000018,"),
        (
            .csl, "application/vnd.citationstyles.csl+json", "CN2021990000018.csl.json",
            #"[{"URL":"http://localhost/patent/"#
        ),
        (.csv, "text/csv; charset=utf-8", "CN2021990000018.csv", "\u{FEFF}记录,类型"),
        (.txt, "text/plain; charset=utf-8", "CN2021990000018.txt", "惠知校验用固态电池\n"),
    ])
    func `each form has its media type, its name and its content`(
        format: RecordFormat,
        type: String,
        name: String,
        start: String
    ) async throws {
        let reply = try await SiteFixture.shared.value.get(Self.battery + "." + format.rawValue)
        #expect(reply.status == 200 && reply.header("Content-Type") == type)
        #expect(reply.header("Content-Disposition") == "attachment; filename=\"\(name)\"")
        #expect(String(decoding: reply.body, as: UTF8.self).hasPrefix(start))
        #expect(reply.header("ETag") != nil)
    }

    @Test func `no form gives more of a private person's address than the page`() async throws {
        for format in RecordFormat.allCases {
            let text = try await SiteFixture.shared.value.get(Self.battery + "." + format.rawValue).text
            #expect(!text.contains("隐私小区") && !text.contains("518000"), "\(format)")
        }
    }

    @Test func `text and table are in the reader's language`() async throws {
        let fixture = try await SiteFixture.shared.value
        let text = try await fixture.get(Self.battery + ".txt?lang=en").text
        #expect(text.hasPrefix("Solid battery for checks\n") && text.contains("\nFiled: 16 Mar 2021\n"))
        #expect(try await fixture.get(Self.battery + ".csv?lang=en").text.contains("Record,Type"))
    }

    @Test func `a formula in a name stays text in the table`() async throws {
        let fixture = try await SiteFixture.shared.value
        let hits = try await fixture.get("/search.json?in=trademark&q=攻击".urlEncoded).decoded(SearchDocument.self).hits
        let hit = try #require(hits.first { !$0.sample })
        let table = try await fixture.get(hit.url + ".csv").text
        #expect(table.contains("\"'=HYPERLINK("))
    }

    @Test func `another number leads to the file, an unknown one to a problem for programs`() async throws {
        let fixture = try await SiteFixture.shared.value
        let moved = try await fixture.get("/patent/CN199900001A.ris?lang=en")
        #expect(moved.status == 302 && moved.header("Location") == Self.battery + ".ris?lang=en")
        let missing = try await fixture.get("/patent/CN0000000000000.bib")
        #expect(missing.status == 404 && missing.header("Content-Type") == "application/problem+json")
        #expect(try await fixture.get("/nowhere/CN1.ris").status == 404)
    }
}

extension String {
    /// With Chinese characters as an address has them.
    fileprivate var urlEncoded: String { addingPercentEncoding(withAllowedCharacters: .urlFragmentAllowed) ?? self }
}
