import Domain
import Foundation
import Testing
import Wire

@testable import Web

/// Term and annual fees on the web.
struct FeesTests {
    @Test func `page and document tell the same`() async throws {
        let fixture = try await SiteFixture.shared.value
        let query = "filed=2015-03-10&granted=2017%E5%B9%B43%E6%9C%8810%E6%97%A5&payer=one"
        let reply = try await fixture.get("/fees.json?" + query)
        let document = try reply.decoded(FeesDocument.self)
        #expect(document.lastDay.description == "2035-03-09" && document.years.count == 20)
        #expect(document.years[3].fee == 180 && document.years[3].due?.description == "2018-03-10")
        let check = SchemaCheck(description: try await fixture.get("/openapi.json").json())
        #expect(check.faults(try reply.json(), schema: "Fees") == [])
        let page = try await fixture.get("/fees?\(query)&lang=en").text
        #expect(page.contains("the last day is 9 Mar 2035") && page.contains("10 Sep 2018"))
        for year in document.years { #expect(page.contains("Year \(year.year)\n")) }
    }

    @Test(arguments: [
        ("filed=2019-13-01", "Give the filing date"), ("filed=1990-01-01", "Give the filing date"),
        ("filed=2019-03-05&granted=2018-01-01", "Give the grant"), ("filed=2019-03-05&granted=x", "Give the grant"),
        ("filed=2019-03-05&right=gi", "The kind has to be"), ("filed=2019-03-05&payer=me", "Choose the reduction"),
    ])
    func `what cannot be used is said`(query: String, words: String) async throws {
        let fixture = try await SiteFixture.shared.value
        let page = try await fixture.get("/fees?\(query)&lang=en")
        #expect(page.status == 400 && page.text.contains(words))
        #expect(try await fixture.get("/fees.json?" + query).status == 400)
    }
}
