import Domain
import EntryIndex
import Foundation
import Links
import Testing
import Wire

@testable import Web

/// Many numbers at once.
struct NumbersTests {
    @Test func `every number of every hit finds its record, and others are missing`() async throws {
        let fixture = try await SiteFixture.shared.value
        let hits = try await fixture.get("/search.json?per=50").decoded(SearchDocument.self).hits
        var owners: [String: String] = [:]
        for hit in hits {
            let numbers = [
                hit.application?.number, hit.publication.map { $0.id ?? $0.number }, hit.registration?.number,
            ]
            for number in numbers.compactMap(\.self) where owners[number] == nil { owners[number] = hit.id }
        }
        #expect(owners.count > 50)
        let missing = ["CN999999999A", "石墨烯", "US1"]
        let text = (owners.keys.sorted() + missing).joined(separator: "\n")
        let reply = try await fixture.post("/numbers.json", ["n": text])
        let document = try reply.decoded(NumbersDocument.self)
        #expect(document.numbers.map(\.number) == owners.keys.sorted() + missing)
        #expect(document.missing == missing && document.unread == nil)
        for number in document.numbers where number.total > 0 {
            #expect(number.records.map(\.id).contains(owners[number.number] ?? ""), "\(number.number)")
        }
        let check = SchemaCheck(description: try await fixture.get("/openapi.json").json())
        #expect(check.faults(try reply.json(), schema: "Numbers") == [])
        let sent = try await fixture.post("/numbers?lang=en", ["n": text])
        let page = try await sent.status == 303 ? fixture.get(sent.header("Location") ?? "").text : sent.text
        #expect(page.contains("\(owners.count + 3) numbers: \(owners.count) found, 3 not found."))
        let table = try await fixture.post("/numbers.csv", ["n": text]).text
        let rows = table.split(separator: "\r\n")
        #expect(rows[0].hasPrefix("\u{FEFF}所查号码,结果,读作,全部号码,同族,记录,"))
        #expect(rows.count(where: { $0.contains(",没有找到,") }) == 3)
        let plain = rows.filter { !$0.contains("\"") }
        #expect(Set(plain.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }).count == 1)
    }

    @Test func `numbers are found in any form, and a wrong check digit is said`() async throws {
        let fixture = try await SiteFixture.shared.value
        let hits = try await fixture.get("/search.json?in=patent&per=10").decoded(SearchDocument.self).hits
        let hit = try #require(hits.first { $0.application?.number.contains("20") == true })
        let number = try #require(hit.application?.number)
        let bare = String(number.drop { !$0.isNumber }.prefix { $0.isNumber }.prefix(12))
        let right = NumberList.wrongCheckDigit("CN\(bare).0") ?? "0"
        let wrong = right == "1" ? "2" : "1"
        let forms = ["CN\(bare)", "ZL \(bare).\(right)", "\(bare).\(right)", "CN\(bare).\(wrong)", bare]
        let document = try await fixture.post("/numbers.json", ["n": forms.joined(separator: "\n")]).decoded(
            NumbersDocument.self
        )
        #expect(document.numbers.allSatisfy { $0.records.first?.id == hit.id })
        #expect(document.numbers.map(\.expectedCheckDigit) == [nil, nil, nil, right, nil])
        let usual = "CN\(bare).\(right)"
        #expect(document.numbers.map { $0.readings.first?.forms.first } == [usual, usual, usual, forms[3], usual])
        let publications = document.numbers.first?.records.first?.publications
        #expect(publications?.isEmpty == false && publications?.contains { $0 == hit.publication } == true)
        let sent = try await fixture.post("/numbers?lang=en", ["n": forms.joined(separator: "\n")])
        let page = try await sent.status == 303 ? fixture.get(sent.header("Location") ?? "").text : sent.text
        #expect(page.contains("How these numbers are written") && page.contains("ZL\(bare).\(right)"))
    }

    @Test(arguments: ["5", "73mm", "H01M10/05"])
    func `what texts merely mention is not found`(text: String) async throws {
        let fixture = try await SiteFixture.shared.value
        let document = try await fixture.post("/numbers.json", ["n": text]).decoded(NumbersDocument.self)
        #expect(document.missing == [text])
    }

    @Test func `ten thousand numbers are looked for, and no more`() async throws {
        let fixture = try await SiteFixture.shared.value
        let text = (0..<10_003).map { "CN\(200_000_000 + $0)A" }.joined(separator: " ")
        let document = try await fixture.post("/numbers.json", ["n": text]).decoded(NumbersDocument.self)
        // On a slow machine time runs out, and what is left is said.
        #expect(document.numbers.count <= 10_000 && document.numbers.count > 100)
        #expect(document.numbers.count + (document.unread ?? 0) == 10_003)
    }
}
