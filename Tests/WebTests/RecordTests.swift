import Domain
import EntryIndex
import Foundation
import Links
import Store
import Testing
import Wire

@testable import Web

/// Records as pages and documents.
struct RecordTests {
    private static let battery = "/patent/CN2021990000018"

    @Test func `a page shows what the record says, in the reader's language`() async throws {
        let fixture = try await SiteFixture.shared.value
        let page = try await fixture.get(Self.battery).text
        for text in [
            "惠知校验用固态电池", "CN202199000001.8", "示例电池有限公司", "张示例", "2021-03-16", "2021-09-28", "H01M 10/05", "电学",
            "权利要求1所述", "第二段。", "审中", "公布",
        ] {
            #expect(page.contains(text), "\(text)")
        }
        let english = try await fixture.get(Self.battery + "?lang=en").text
        #expect(page.contains("<b>申请</b>"), "a filing without an event")
        for text in ["Solid battery for checks", "Pending", "Application published", "16 Mar 2021", "Electricity"] {
            #expect(english.contains(text), "\(text)")
        }
    }

    @Test(arguments: ["", "?lang=en", ".json"])
    func `an address of a private person ends at the city`(form: String) async throws {
        let reply = try await SiteFixture.shared.value.get(Self.battery + form)
        #expect(reply.text.contains("广东省深圳市"))
        #expect(!reply.text.contains("隐私小区") && !reply.text.contains("1203") && !reply.text.contains("518000"))
        // An organisation's address is public.
        #expect(reply.text.contains("示例路 1 号"))
    }

    @Test func `the document has the export's fields and the entry's own, as described`() async throws {
        let fixture = try await SiteFixture.shared.value
        let check = SchemaCheck(description: try await fixture.get("/openapi.json").json())
        let hits = try await fixture.get("/search.json?per=50").decoded(SearchDocument.self).hits
        for hit in hits {
            let reply = try await fixture.get(hit.url + ".json")
            #expect(reply.status == 200)
            let record = try reply.json()
            #expect(check.faults(record, schema: "Record") == [], "\(hit.id)")
            #expect(record["id"] as? String == hit.id)
            #expect(record["right"] as? String == hit.right.rawValue)
            #expect(record["sample"] as? Bool == (hit.sample ? true : nil))
            #expect((record["versions"] as? [Any])?.count == 1)
            // What programs read is what the product's own reader takes.
            let right = try JSONDecoder().decode(Right.self, from: Data(reply.body))
            #expect(right.register == hit.right.register)
        }
    }

    @Test func `a pending application says by when examination is to be requested, as of today in China`() async throws
    {
        let page = try await Self.pending(filed: "2025-06-02", at: "2026-11-29T16:00:00Z", form: "")
        #expect(page.contains("最迟 2028-06-02") && page.contains("请求实质审查") && page.contains("以 2026-11-30 为准"))
        let twin = try await Self.pending(filed: "2025-06-02", at: "2026-11-29T15:59:59Z", form: ".json")
        #expect(twin.contains(#""outlook":{"asOf":"2026-11-29","steps":[{"basis":{"#))
        #expect(twin.contains(#""day":"2028-06-02","kind":"requestExamination""#))
        #expect(
            try await !Self.pending(filed: "2023-06-02", at: "2026-11-30T00:00:00Z", form: ".json").contains("outlook")
        )
    }

    /// An application that was published, as a page or document at a moment.
    private static func pending(filed: String, at moment: String, form: String) async throws -> String {
        guard case .patent(var patent) = OwnRecords.battery else { return "" }
        patent.bibliography.application?.date = FieldDate.read(filed)
        let time = try Date(moment, strategy: .iso8601).timeIntervalSince1970
        let fixture = try await SiteFixture(samples: 0, own: [.patent(patent)], time: Int64(time * 1_000_000))
        return try await fixture.get(battery + form).text
    }

    @Test func `who cites a record is asked of the index, and who is cited leads to its record`() async throws {
        let fixture = try await SiteFixture.shared.value
        let cited = try await fixture.get(Self.battery).text
        #expect(cited.contains("引用本件的：1 件") && cited.contains("惠知校验用充电器"))
        #expect(cited.contains("href=\"/patent/CN2022990000026\""))
        let citing = try await fixture.get("/patent/CN2022990000026")
        #expect(citing.text.contains("本平台的记录里还没有引用本件的") && citing.text.contains("惠知校验用固态电池"))
        // Citation, priority and member of the family all lead to the record that is here.
        #expect(citing.values(of: "href").count { $0 == Self.battery } >= 3)
        let twin = try await fixture.get(Self.battery + ".json").text
        #expect(twin.contains(#""citing":{"query":"CT=(CN199900001 OR CN2021990000018)","records":[{"#))
        let search = try await fixture.get("/search.json?q=CT%3D(CN199900001%20OR%20CN2021990000018)")
        #expect(try search.decoded(SearchDocument.self).hits.map(\.id) == ["patent/CN2022990000026"])
    }

    @Test func `every sample is shown, in both languages, and says that it is one`() async throws {
        let fixture = try await SiteFixture.shared.value
        for register in RegisterName.allCases {
            let hits = try await fixture.get("/search.json?per=10&in=\(register.rawValue)").decoded(SearchDocument.self)
            for hit in hits.hits.filter(\.sample).prefix(3) {
                let page = try await fixture.get(hit.url)
                #expect(page.status == 200 && page.text.contains("示例"), "\(hit.id)")
                let english = try await fixture.get(hit.url + "?lang=en")
                #expect(english.status == 200 && english.text.contains("Sample"), "\(hit.id)")
            }
        }
    }

    @Test(arguments: ["CN199900001A", "202199000001.8", "CN202199000001.8", "2021990000018", "cn2021990000018"])
    func `another number of a record leads to its address`(number: String) async throws {
        let fixture = try await SiteFixture.shared.value
        let reply = try await fixture.get("/patent/\(number)?lang=en")
        #expect(reply.status == 302)
        #expect(reply.header("Location") == Self.battery + "?lang=en")
        let twin = try await fixture.get("/patent/\(number).json")
        #expect(twin.status == 302 && twin.header("Location") == Self.battery + ".json")
    }

    @Test(arguments: ["CN0000000000000", "x", "%3Cscript%3E", "CN2021990000018%00", "../../etc/passwd"])
    func `an unknown number is not found`(number: String) async throws {
        let fixture = try await SiteFixture.shared.value
        let reply = try await fixture.get("/patent/\(number)")
        #expect([302, 404].contains(reply.status) && !reply.text.contains("<script>"))
        #expect(try await fixture.get("/trademark/CN2021990000018").status == 404)
    }

    @Test func `a withdrawn record is gone and says so`() async throws {
        let fixture = try await SiteFixture(samples: 0, own: [OwnRecords.battery])
        _ = try await fixture.store.withdraw(["patent/CN2021990000018"], as: .withdrawn, author: "system")
        let page = try await fixture.get(Self.battery)
        #expect(page.status == 410 && page.text.contains("已经删除") && !page.text.contains("固态电池"))
        let document = try await fixture.get(Self.battery + ".json")
        #expect(try document.decoded(ProblemDocument.self).type == "urn:huizhi:problem:gone")
        // The index has not followed yet: the hit is left out, nothing breaks.
        #expect(try await fixture.get("/search?q=%E7%94%B5%E6%B1%A0").status == 200)
    }

    @Test func `a record opened from a search knows its place and its neighbours`() async throws {
        let fixture = try await SiteFixture.shared.value
        let state = SearchState(query: "示例", sort: .newest, pageSize: 10)
        let hits = try await fixture.get(try #require(Link.search(state).twin(.json))).decoded(SearchDocument.self)
        for position in [1, 2, 10] {
            let link = try #require(RecordLink(entry: hits.hits[position - 1].id)).found(by: state, at: position)
            let page = try await fixture.get(Link.record(link).text)
            #expect(page.text.contains("第 \(position) / \(hits.total) 件"))
            for (step, text) in [(-1, "上一件"), (1, "下一件")] where hits.hits.indices.contains(position - 1 + step) {
                let neighbour = try #require(RecordLink(entry: hits.hits[position - 1 + step].id))
                let href = Link.record(neighbour.found(by: state, at: position + step)).text
                #expect(page.values(of: "href").contains(href), "\(position) \(text)")
            }
        }
        // Another record stands at that place: no neighbours, but the page.
        let wrong = try #require(RecordLink(entry: hits.hits[0].id)).found(by: state, at: 5)
        let page = try await fixture.get(Link.record(wrong).text)
        #expect(page.status == 200 && !page.text.contains("下一件"))
        #expect(try await fixture.get(Self.battery + "?q=(&at=1").status == 200)
    }

    @Test(arguments: [
        ("根据权利要求1所述的电池", 2, [1]), ("如权利要求 １２ 所述", 20, [12]), ("The battery of claim 3, wherein", 4, [3]),
        ("A battery as in claims 1 to 3", 4, [1]), ("一种电池。", 2, []), ("根据权利要求5所述的电池", 3, []),
        ("The battery of Claim 1", 2, [1]),
    ])
    func `a claim's reference is read from its head`(text: String, number: Int, parents: [Int]) {
        #expect(ClaimReference.parents(in: text, of: number) == parents)
    }
}
