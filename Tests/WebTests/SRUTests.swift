import Foundation
import HTTPTypes
import Links
import Testing
import Wire

@testable import Web

/// Search/Retrieve via URL, as library software asks.
struct SRUTests {
    private func ask(_ parameters: String) async throws -> String {
        let reply = try await SiteFixture.shared.value.get("/sru?" + parameters)
        #expect(reply.status == 200)
        #expect(reply.headers[.contentType] == "application/xml; charset=utf-8")
        return reply.text
    }

    private static func coded(_ query: String) -> String {
        query.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    @Test func `finds what the search finds, in Dublin Core`() async throws {
        let answer = try await ask("query=" + Self.coded("dc.title any \"电池 系统\"") + "&maximumRecords=5")
        let document = try await SiteFixture.shared.value.get(
            "/search.json?per=10&q=TI%3D(%E7%94%B5%E6%B1%A0+OR+%E7%B3%BB%E7%BB%9F)"
        )
        .decoded(SearchDocument.self)
        #expect(document.total > 5)
        #expect(answer.contains("<numberOfRecords>\(document.total)</numberOfRecords>"))
        #expect(answer.contains("<nextRecordPosition>6</nextRecordPosition>"))
        #expect(answer.contains("xmlns=\"http://docs.oasis-open.org/ns/search-ws/sruResponse\""))
        let ids = answer.matches(of: /<dc:identifier>([a-z]+\/[^<]+)<\/dc:identifier>/).map { String($0.output.1) }
        #expect(ids == document.hits.prefix(5).map(\.id))
        for hit in document.hits.prefix(5) {
            #expect(answer.contains("<dc:identifier>http://localhost\(hit.url)</dc:identifier>"))
            for holder in hit.holders { #expect(answer.contains("<dc:publisher>\(holder)</dc:publisher>")) }
        }
        #expect(answer.contains("<recordXMLEscaping>xml</recordXMLEscaping>"))
        #expect(answer.contains("resultCountPrecision/1/exact"))
    }

    @Test func `goes on where a request says`() async throws {
        let query = "query=cql.anywhere%3D%E7%94%B5%E6%B1%A0+sortby+date/sort.descending&maximumRecords=2"
        let first = try await ask(query)
        let second = try await ask(query + "&startRecord=3")
        let both = [first, second].map { $0.matches(of: /<recordPosition>(\d+)</).map { String($0.output.1) } }
        #expect(both == [["1", "2"], ["3", "4"]])
        let newest = try await SiteFixture.shared.value.get("/search.json?per=10&sort=newest&q=%E7%94%B5%E6%B1%A0")
            .decoded(SearchDocument.self).hits.map(\.id)
        let ids = [first, second].flatMap {
            $0.matches(of: /<dc:identifier>([a-z]+\/[^<]+)</).map { String($0.output.1) }
        }
        #expect(ids == Array(newest.prefix(4)))
    }

    @Test(arguments: ["1.1", "1.2"])
    func `speaks the older versions`(version: String) async throws {
        let answer = try await ask("operation=searchRetrieve&version=\(version)&query=a&recordPacking=string")
        #expect(
            answer.contains("xmlns=\"http://www.loc.gov/zing/srw/\"")
                && answer.contains("<version>\(version)</version>")
        )
        #expect(!answer.contains("resultCountPrecision"))
        // The parameters in the order of the schema, each once.
        let echo = try #require(
            answer.firstMatch(of: /<echoedSearchRetrieveRequest>(.*)<\/echoedSearchRetrieveRequest>/)
        )
        #expect(
            echo.output.1.matches(of: /<([a-zA-Z]+)>/).map { String($0.output.1) } == [
                "version", "query", "recordPacking",
            ]
        )
        let explained = try await ask("operation=explain&version=\(version)")
        #expect(explained.contains("<explainResponse xmlns=\"http://www.loc.gov/zing/srw/\">"))
    }

    @Test func `records stand as text where they are asked for so`() async throws {
        let answer = try await ask("query=%E7%94%B5%E6%B1%A0&maximumRecords=1&recordXMLEscaping=string")
        #expect(answer.contains("<recordData>&lt;srw_dc:dc "))
    }

    @Test func `explains what can be asked`() async throws {
        let answer = try await ask("")
        #expect(answer.contains("<explain xmlns=\"http://explain.z3950.org/dtd/2.0/\">"))
        #expect(answer.contains("<host>localhost</host><port>80</port>"))
        #expect(answer.contains("<name set=\"dc\">title</name>") && answer.contains("<name set=\"huizhi\">ipc</name>"))
        #expect(answer.contains("<setting type=\"maximumRecords\">100</setting>"))
        // Every index that is named can be asked.
        for match in answer.matches(of: /<map><name set="([a-z]+)">([a-z]+)<\/name>/) {
            let name = match.output.1 + "." + match.output.2
            let reply = try await ask("query=\(name)%3D2020&maximumRecords=0")
            #expect(!reply.contains("info:srw/diagnostic/1/16"), "\(name)")
        }
    }

    @Test(arguments: [
        ("query=zzz%3Da", 16, "zzz"), ("query=%28", 10, "("), ("query=", 7, "query"), ("query=a&version=3.0", 5, "2.0"),
        ("operation=scan&version=1.2", 4, "scan"), ("query=a&startRecord=0", 6, "startRecord"),
        ("query=a&maximumRecords=x", 6, "maximumRecords"), ("query=a&recordSchema=marcxml", 66, "marcxml"),
        ("query=a&recordXMLEscaping=x", 71, "x"), ("query=a&queryType=searchTerms", 6, "queryType"),
        ("query=a+sortby+title", 80, "title"), ("query=a+sortby+date+title", 80, "date title"),
        ("query=%E7%94%B5%E6%B1%A0&startRecord=9000", 61, "startRecord"),
        ("query=ipc%3DZZZ99+and+a", 36, "ZZZ99"), ("query=title%3Da+prox+date%3D2020", 40, "prox"),
    ])
    func `says what it cannot do in a diagnostic`(parameters: String, number: Int, details: String) async throws {
        let answer = try await ask(parameters)
        #expect(answer.contains("<uri>info:srw/diagnostic/1/\(number)</uri><details>\(details)</details>"), "\(answer)")
        #expect(!answer.contains("<record>"))
    }
}
