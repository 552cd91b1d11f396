import Discovery
import Domain
import EntryIndex
import Foundation
import Testing

@testable import Web

/// The addresses of private persons in what everybody may read.
struct PrivacyTests {
    /// A record whose applicant and inventor are private persons, with an address in one line and one in parts.
    private static let record: Right = {
        var right = OwnRecords.battery
        var applicant = Party(name: "李示例", country: "CN")
        applicant.region = "广东省"
        applicant.city = "深圳市"
        applicant.district = "隐私区"
        applicant.street = "隐私路 88 号"
        applicant.postcode = "518000"
        right.bibliography.applicants = [applicant]
        return right
    }()

    private static let site = Task { try await SiteFixture(samples: 0, own: [record]) }

    @Test func `a hit carries the record as it may be published`() async throws {
        let fixture = try await Self.site.value
        let pool = SearchPool(options: SearchPool.Options(threads: 2))
        let search = Search(store: fixture.store, index: fixture.published, pool: pool)
        let hit = try #require(try await search(SearchQuestion(text: "202199000001.8")).hits.first)
        let (applicant, inventor) = (hit.right.bibliography.applicants[0], hit.right.bibliography.inventors[0])
        #expect(applicant.city == "深圳市" && applicant.district == nil && applicant.street == nil)
        #expect(applicant.postcode == nil && inventor.postcode == nil)
        #expect(inventor.address?.contains("深圳市") == true && inventor.address?.contains("隐私") == false)
    }

    @Test(arguments: [
        "/search?q=202199000001.8", "/search?q=202199000001.8&view=table&columns=title,places,number",
        "/search.json?q=202199000001.8", "/search.csv?q=202199000001.8", "/search.atom?q=202199000001.8",
        "/sru?query=%E7%94%B5%E6%B1%A0", "/numbers?n=202199000001.8", "/numbers.json?n=202199000001.8",
        "/numbers.csv?n=202199000001.8", "/compare?record=202199000001.8", "/compare.json?record=202199000001.8",
        "/compare.csv?record=202199000001.8", "/patent/CN2021990000018", "/patent/CN2021990000018.json",
    ])
    func `no address of a private person goes beyond the city, wherever the record is shown`(address: String)
        async throws
    {
        let text = try await Self.site.value.get(address).text
        #expect(text.contains("电池") || text.contains("battery"), "the record is not there")
        #expect(!text.contains("隐私"))
    }
}
