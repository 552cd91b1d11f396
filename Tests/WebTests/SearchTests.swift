import Domain
import EntryIndex
import Foundation
import HTTPTypes
import Links
import Store
import Testing
import Wire

@testable import Web

/// Searches as pages and documents.
struct SearchTests {
    private static let battery = "%E7%94%B5%E6%B1%A0"

    private func document(_ parameters: String) async throws -> SearchDocument {
        let reply = try await SiteFixture.shared.value.get("/search.json?" + parameters)
        #expect(reply.status == 200, "\(parameters): \(reply.text.prefix(200))")
        return try reply.decoded(SearchDocument.self)
    }

    @Test(arguments: [
        "", "q=\(battery)", "in=trademark", "samples=no", "f.state=inForce&f.country=CN", "q=NOT+\(battery)",
    ])
    func `page and document tell the same numbers`(parameters: String) async throws {
        let document = try await document(parameters)
        let page = try await SiteFixture.shared.value.get("/search?" + parameters).text
        #expect(document.total == document.records + document.samples)
        if document.records > 0 { #expect(page.contains("\(document.records) 件")) }
        if document.samples > 0 { #expect(page.contains("另有示例 \(document.samples) 件")) }
        for hit in document.hits { #expect(page.contains("href=\"\(hit.url)?"), "\(hit.id)") }
    }

    @Test(arguments: ["", "q=\(battery)&per=100", "q=solid&lang=en", "in=design", "q=patent/nothing"])
    func `documents are as the description says`(parameters: String) async throws {
        let fixture = try await SiteFixture.shared.value
        let check = SchemaCheck(description: try await fixture.get("/openapi.json").json())
        #expect(check.faults(try await fixture.get("/search.json?" + parameters).json(), schema: "Search") == [])
        #expect(check.faults(try await fixture.get("/index.json").json(), schema: "Figures") == [])
        #expect(check.faults(try await fixture.get("/health/ready").json(), schema: "Health") == [])
        #expect(check.faults(try await fixture.get("/nowhere.json").json(), schema: "Problem") == [])
        #expect(check.faults(try await fixture.get("/search.json?q=(a").json(), schema: "QueryError") == [])
    }

    @Test(arguments: [
        ("\(battery)+zzzqqq+NOT+TI%3Dzzz", "\(battery)+OR+zzzqqq"), ("\(battery)+zzzqqq", "q=\(battery)+OR+zzzqqq\""),
    ])
    func `where all words find nothing, any of them are offered`(query: String, offered: String) async throws {
        let fixture = try await SiteFixture.shared.value
        #expect(try await document("q=" + query).total == 0)
        #expect(try await fixture.get("/search?q=" + query).text.contains(offered))
        #expect(try await !fixture.get("/search?q=zzzqqq").text.contains("zzzqqq+OR"))
    }

    @Test func `everything is found by asking for nothing, samples apart`() async throws {
        let document = try await document("")
        #expect(document.records == OwnRecords.all.count)
        #expect(document.samples == SiteFixture.sampleCount)
        #expect(document.registers.values.reduce(0) { $0 + $1.records + $1.samples } == document.total)
        let bare = try await self.document("samples=no")
        #expect(bare.records == document.records && bare.samples == 0)
        #expect(bare.hits.allSatisfy { !$0.sample })
        #expect(bare.facets.flatMap(\.values).allSatisfy { $0.samples == 0 })
    }

    @Test func `the factors of a score are shown where they are asked for, and give the score`() async throws {
        let explained = try await document("q=\(Self.battery)+OR+method&explain=score")
        #expect(!explained.hits.isEmpty)
        for hit in explained.hits {
            let explanation = try #require(hit.explanation, "\(hit.id)")
            #expect(explanation.score == hit.score)
            #expect(abs(explanation.words.reduce(0) { $0 + $1.score } - explanation.score) < 1e-9)
            for word in explanation.words {
                let parts = word.fields.reduce(0) { $0 + $1.part }
                #expect(abs(parts - word.frequency) < 1e-9)
                let expected = word.boost * word.idf * word.frequency / (explanation.saturation + word.frequency)
                #expect(abs(expected - word.score) < 1e-9)
                for field in word.fields {
                    let length = 1 - explanation.b + explanation.b * Double(field.length) / field.meanLength
                    #expect(abs(field.weight * Double(field.frequency) / length - field.part) < 1e-9)
                    #expect(word.forms.contains(field.form))
                }
            }
        }
        let words = explained.hits.compactMap(\.explanation).flatMap(\.words)
        #expect(words.contains { $0.forms.contains("电池") })
        let fixture = try await SiteFixture.shared.value
        let check = SchemaCheck(description: try await fixture.get("/openapi.json").json())
        let json = try await fixture.get("/search.json?q=\(Self.battery)&explain=score").json()
        #expect(check.faults(json, schema: "Search") == [])
        #expect(try await document("q=\(Self.battery)").hits.allSatisfy { $0.explanation == nil })
        let newest = try await document("q=\(Self.battery)&sort=newest&explain=score")
        #expect(newest.hits.allSatisfy { $0.explanation == nil })
        let page = try await fixture.get("/search?q=\(Self.battery)").text
        #expect(page.contains("explain=score") && !page.contains("<summary>得分"))
        let open = try await fixture.get("/search?q=\(Self.battery)&explain=score").text
        #expect(open.contains("<summary>得分") && open.contains("不显示评分依据"))
        #expect(!(try await fixture.get("/search?q=\(Self.battery)&sort=newest").text).contains("explain=score"))
    }

    @Test func `families are shown once each, and every hit says how many it stands for`() async throws {
        let all = try await document("in=patent")
        var shown: [HitDocument] = []
        var next: String? = "/search.json?in=patent&group=family&per=50"
        var families: CountDocument?
        while let address = next {
            let document = try await SiteFixture.shared.value.get(address).decoded(SearchDocument.self)
            #expect(document.total == all.total)
            families = document.families
            shown += document.hits
            next = document.next
        }
        let counted = try #require(families)
        #expect(counted.records + counted.samples == shown.count)
        #expect(shown.reduce(0) { $0 + ($1.familyHits ?? 0) } == all.total)
        #expect(shown.contains { $0.familyHits ?? 0 > 1 })
        #expect(Set(shown.map(\.id)).count == shown.count)
        #expect(shown.count { !$0.sample } == counted.records)
        let table = try await SiteFixture.shared.value.get("/search.csv?in=patent&group=family")
        #expect(table.header("X-Total-Count") == String(shown.count))
    }

    @Test func `a page of families leads to all records of one`() async throws {
        let fixture = try await SiteFixture.shared.value
        let page = try await fixture.get("/search?in=patent&group=family&sort=newest&per=100").text
        #expect(page.contains("件，合并前"))
        let found = page.matches(of: /href="([^"]+)" rel="nofollow">命中同族 (\d+) 件/)
        #expect(!found.isEmpty)
        for match in found.prefix(5) {
            let address = match.1.replacing("&amp;", with: "&").replacing("/search?", with: "/search.json?")
            let all = try await fixture.get(String(address)).decoded(SearchDocument.self)
            #expect(all.total == Int(match.2), "\(address)")
        }
    }

    /// Twelve families of two.
    ///
    /// The number of the first is also that of a publication of the second.
    private static let families: [Right] = (0..<24).map { number in
        var record = Bibliography(right: .patent)
        record.application = DocumentID(
            country: "CN",
            number: "2021990001\(10 + number)",
            date: PartialDate(year: 2021, month: 1, day: 1 + number)
        )
        record.titles = [LocalizedText(lang: "zh", text: "电池")]
        var details = Patent.Details()
        var family = Family()
        family.id = "\(12_276_485 + number / 2)"
        if number == 2 { family.publications = ["US12276485B2"] }
        details.family = family
        return .patent(Patent(bibliography: record, details: details))
    }

    @Test func `pages of families follow each other, and each leads to its own records alone`() async throws {
        let fixture = try await SiteFixture(samples: 0, own: Self.families)
        func document(_ parameters: String) async throws -> SearchDocument {
            try await fixture.get("/search.json?" + parameters).decoded(SearchDocument.self)
        }
        let query = "q=\(Self.battery)&sort=newest&per=10&group=family"
        let (first, second) = (try await document(query), try await document(query + "&page=2"))
        #expect(first.families == CountDocument(records: 12, samples: 0) && first.total == 24)
        #expect(first.hits.count == 10 && second.hits.count == 2 && second.next == nil)
        #expect((first.hits + second.hits).allSatisfy { $0.familyHits == 2 })
        #expect(Set((first.hits + second.hits).map(\.id)).count == 12)
        let page = try await fixture.get("/search?" + query + "&page=2").text
        #expect(page.contains("12 件，合并前 24 件"))
        #expect(page.contains("f.family=12276485"))
        #expect(try await document("q=\(Self.battery)&f.family=12276485").total == 2)
        #expect(try await document("q=FM%3D12276485").total == 3)
        let record = try await fixture.get("\(second.hits[0].url)?\(query)&at=11").text
        #expect(record.contains("第 11 / 12 件"))
    }

    @Test func `a tab's number is what the tab finds`() async throws {
        let all = try await document("q=\(Self.battery)&f.state=inForce")
        for (register, count) in all.registers {
            let one = try await document("q=\(Self.battery)&in=\(register)")
            #expect(one.records == count.records && one.samples == count.samples, "\(register)")
        }
    }

    @Test func `every value of every facet finds as many as it says`() async throws {
        let query = "q=\(Self.battery)"
        let document = try await document(query)
        #expect(document.facets.count == 11)
        for facet in document.facets {
            for value in facet.values {
                let chosen = try await self.document(
                    query + "&f.\(facet.field)=" + Parameters.encodedForTests(value.value) + "&per=10"
                )
                #expect(chosen.records == value.records, "\(facet.field)=\(value.value)")
                #expect(chosen.samples == value.samples, "\(facet.field)=\(value.value)")
                let again = chosen.facets.first { $0.field == facet.field }?.values.first { $0.value == value.value }
                #expect(again?.chosen == true)
            }
        }
    }

    @Test func `a class that no record has is said in page and document, in the reader's language`() async throws {
        let fixture = try await SiteFixture.shared.value
        #expect(try await fixture.get("/search?q=IPC%3DA99Z").text.contains("没有记录属于分类 A99Z"))
        #expect(try await fixture.get("/search?q=IPC%3DA99Z&lang=en").text.contains("No record has the class A99Z."))
        let document = try await document("q=IPC%3DA99Z")
        #expect(document.total == 0)
        #expect(document.notes == [Bilingual("没有记录属于分类 A99Z", "No record has the class A99Z.")])
        #expect(try await self.document("q=IPC%3DH01M").notes.isEmpty)
    }

    @Test func `a page without hits offers queries that find something, and no lists to narrow nothing`() async throws {
        let fixture = try await SiteFixture.shared.value
        let page = try await fixture.get("/search?q=zzzzqqq")
        #expect(page.values(of: "href").contains("/search?q=%E7%94%B5%E6%B1%A0"))
        #expect(!page.text.contains("id=\"facets\""))
        let narrowed = try await fixture.get("/search?q=zzzzqqq&f.state=inForce")
        #expect(narrowed.text.contains("去掉全部筛选") && narrowed.text.contains("id=\"facets\""))
    }

    @Test func `every field that the help names is one`() async throws {
        let help = try await SiteFixture.shared.value.get("/help").text
        let cells = help.matches(of: /<t[hd][^>]*>([^<]+)<\/t[hd]>/).map {
            String($0.output.1).trimmingCharacters(in: .whitespacesAndNewlines)
        }
        let table = cells.drop { $0 != "TI" }
        #expect(table.count >= 60 && table.count.isMultiple(of: 3))
        for (place, cell) in table.enumerated() where place % 3 < 2 {
            _ = try await document("q=" + Parameters.encodedForTests(cell + "=*"))
        }
    }

    @Test func `in English Hong Kong, Macao and Taiwan are named with the country`() async throws {
        let regions = try #require(try await document("q=").facets.first { $0.field == "region" })
        let labels = Dictionary(uniqueKeysWithValues: regions.values.map { ($0.value, $0.label?.en) })
        let named = ["710000": "Taiwan, China", "810000": "Hong Kong, China", "820000": "Macao, China"]
        for (code, name) in named where labels[code] != nil { #expect(labels[code] == name) }
        #expect(named.keys.contains { labels[$0] != nil }, "the samples hold none of them: this shows nothing")
        let chip = try await SiteFixture.shared.value.get("/search?f.region=710000&lang=en").text
        #expect(!chip.contains(">Taiwan<"))
    }

    @Test(arguments: ["zh", "en"])
    func `every query that the help and the first page show is understood`(language: String) async throws {
        let fixture = try await SiteFixture.shared.value
        var searches: Set<String> = []
        for address in ["/help?lang=", "/?lang="] {
            let links = try await fixture.get(address + language).values(of: "href")
            searches.formUnion(links.filter { $0.hasPrefix("/search?q=") })
        }
        #expect(searches.count > 20)
        for search in searches { #expect(try await fixture.get(search).status == 200, "\(search)") }
    }

    @Test func `every link of a page of hits is answered`() async throws {
        let fixture = try await SiteFixture.shared.value
        let page = try await fixture.get("/search?q=\(Self.battery)&f.state=inForce")
        // What follows a number sign is a place in the page itself.
        let addresses = page.values(of: "href").map { String($0.prefix { $0 != "#" }) }
        let links = Set(addresses.filter { !$0.isEmpty })
        #expect(links.count > 60)
        for link in links {
            let reply = try await fixture.get(link)
            #expect([200, 303].contains(reply.status), "\(link): \(reply.status)")
        }
    }

    @Test(arguments: ["relevance", "newest", "oldest"])
    func `pages hold every hit once, in one order`(sort: String) async throws {
        let whole = try await document("q=%E7%A4%BA%E4%BE%8B&sort=\(sort)&per=100")
        var ids: [String] = []
        var next: String? = "/search.json?q=%E7%A4%BA%E4%BE%8B&sort=\(sort)&per=20"
        while let address = next, ids.count < 1_000 {
            let page = try await SiteFixture.shared.value.get(address).decoded(SearchDocument.self)
            #expect(page.hits.count <= 20)
            ids += page.hits.map(\.id)
            next = page.next
        }
        #expect(ids.count == whole.total && whole.total > 200)
        #expect(Set(ids).count == ids.count)
        #expect(Array(ids.prefix(100)) == whole.hits.map(\.id))
    }

    @Test(arguments: ["relevance", "newest", "oldest"])
    func `past the numbered pages the next page begins where the last one ended`(sort: String) async throws {
        let fixture = try await SiteFixture(samples: 60, own: OwnRecords.all) { options in
            options.search.numberedHits = 20
        }
        var ids: [String] = []
        var next: String? = "/search.json?sort=\(sort)&per=10"
        var deep = 0
        while let address = next, ids.count < 200 {
            let page = try await fixture.get(address).decoded(SearchDocument.self)
            ids += page.hits.map(\.id)
            next = page.next
            if next?.contains("after=") == true { deep += 1 }
        }
        #expect(ids.count == 63)
        #expect(Set(ids).count == 63)
        #expect(deep == 5)
        let page = try await fixture.get("/search?sort=\(sort)&per=10&page=9").text
        #expect(page.contains("页码只到第 2 页"))
    }

    @Test func `a broken cursor or page number shows the first page`() async throws {
        for parameters in ["page=0", "page=-3", "page=abc", "after=~~~", "page=2&after=zzz~1~patent/CN1", "per=7777"] {
            #expect(try await document(parameters).total == SiteFixture.sampleCount + OwnRecords.all.count)
        }
    }

    @Test func `a query that cannot be read is told with its place`() async throws {
        let fixture = try await SiteFixture.shared.value
        // 「电池 AND (」: the bracket is the eighth character.
        let query = Parameters.encodedForTests("电池 AND (")
        let reply = try await fixture.get("/search.json?q=" + query)
        #expect(reply.status == 400)
        let error = try #require(try reply.json()["error"] as? [String: Any])
        #expect(Set(error.keys) == ["message", "position", "length", "suggestion"])
        let position = try #require(error["position"] as? Int)
        #expect((7...8).contains(position))
        #expect(try reply.json().count == 1)
        let shifted = try await fixture.get("/search.json?q=%20%20" + query).decoded(QueryErrorDocument.self)
        #expect(shifted.error.position == position + 2)
        let page = try await fixture.get("/search?q=" + query)
        #expect(page.status == 400 && page.text.contains("检索式有一处读不懂"))
        #expect(try await fixture.get("/search?lang=en&q=" + query).text.contains("cannot be read"))
        #expect(try await fixture.get("/search.csv?q=" + query).status == 400)
    }

    @Test func `a page says how the query was understood and lets every part be taken away`() async throws {
        let fixture = try await SiteFixture.shared.value
        let query = Parameters.encodedForTests("发明名称=电池 AND 申请日>=2020 NOT 控制")
        let page = try await fixture.get("/search?q=" + query)
        #expect(page.text.contains("理解为"))
        let document = try await document("q=" + query)
        #expect(document.understood.count == 3)
        #expect(document.understood.count(where: \.excluded) == 1)
        for term in document.understood {
            let less = try await self.document("q=" + Parameters.encodedForTests(term.remainder))
            #expect(less.total >= document.total)
        }
    }

    @Test func `titles and words come in the reader's language`() async throws {
        let fixture = try await SiteFixture.shared.value
        let query = Parameters.encodedForTests("AN=CN2021990000018")
        #expect(try await fixture.get("/search?q=" + query).text.contains("惠知校验用固态电池"))
        let page = try await fixture.get("/search?lang=en&q=" + query).text
        #expect(page.contains("Solid battery for checks"))
        #expect(page.contains("Pending") && page.contains("lang=\"en\""))
        #expect(page.contains("1 record"))
    }

    @Test func `all 34 provincial units stand in the filter, named as they must be`() async throws {
        let fixture = try await SiteFixture.shared.value
        let document = try await document("")
        let regions = try #require(document.facets.first { $0.field == "region" })
        #expect(regions.values.allSatisfy { $0.value.hasSuffix("0000") })
        #expect(regions.values.first { $0.value == "440000" }?.label?.zh == "广东省")
        let page = try await fixture.get("/search").text
        let names = [
            "北京市", "天津市", "河北省", "山西省", "内蒙古自治区", "辽宁省", "吉林省", "黑龙江省", "上海市", "江苏省", "浙江省", "安徽省", "福建省",
            "江西省", "山东省", "河南省", "湖北省", "湖南省", "广东省", "广西壮族自治区", "海南省", "重庆市", "四川省", "贵州省", "云南省",
            "西藏自治区", "陕西省", "甘肃省", "青海省", "宁夏回族自治区", "新疆维吾尔自治区", "台湾省", "香港特别行政区", "澳门特别行政区",
        ]
        #expect(names.count == 34)
        for name in names { #expect(page.contains(name), "\(name)") }
    }

    @Test func `unknown facet fields are left out, unknown values find nothing`() async throws {
        let all = try await document("f.nonsense=1")
        #expect(all.total == SiteFixture.sampleCount + OwnRecords.all.count)
        #expect(all.filters.isEmpty)
        #expect(try await document("f.applicant=nobody").total == 0)
        #expect(try await document("f.year=abc").total == 0)
        let page = try await SiteFixture.shared.value.get("/search?f.applicant=nobody")
        #expect(page.status == 200 && page.text.contains("没有找到"))
    }

    @Test func `regions are names, never flags of another state`() async throws {
        let document = try await document("per=10")
        let countries = try #require(document.facets.first { $0.field == "country" })
        for value in countries.values where ["HK", "MO", "TW"].contains(value.value) {
            #expect(value.label?.zh.hasPrefix("中国") == true)
        }
        #expect(countries.values.allSatisfy { $0.label != nil })
    }

    @Test(arguments: [true, false])
    func `who knows of a line of the log waits for it, and is told what is missing when it does not come`(
        isFollowed: Bool
    ) async throws {
        let patience: Duration = isFollowed ? .seconds(600) : .milliseconds(10)
        let fixture = try await SiteFixture(samples: 0, own: [OwnRecords.battery], patience: patience)
        let known: HTTPFields = [try #require(HTTPField.Name("Huizhi-After")): "2"]
        let id = try #require(OwnRecords.hostile.entryID)
        let change = EntryChange(
            register: id.register.rawValue,
            entry: id.description,
            expectedVersion: nil,
            draft: try RightContent.draft(of: OwnRecords.hostile)
        )
        #expect(try await fixture.store.save([change], author: "system").logSize == 2)
        async let waiting = fixture.get("/search.json", headers: known)
        if isFollowed {
            let follower = IndexFollower(
                folder: fixture.folder + "/index",
                store: fixture.store,
                published: fixture.published
            )
            try await follower.catchUp()
            await follower.close()
        }
        let answer = try await waiting.decoded(SearchDocument.self)
        #expect(answer.total == (isFollowed ? 2 : 1) && answer.snapshot == (isFollowed ? 2 : 1))
        #expect(answer.behind == (isFollowed ? nil : 1))
        // A line that was never written is not waited for.
        let never: HTTPFields = [try #require(HTTPField.Name("Huizhi-After")): "999999999999"]
        if isFollowed { #expect(try await fixture.get("/search.json", headers: never).status == 200) }
    }
}

extension Parameters {
    /// A value as it stands in an address.
    static func encodedForTests(_ value: String) -> String {
        var parameters = Parameters()
        parameters.append("v", value)
        return String(parameters.text.dropFirst(2))
    }
}
