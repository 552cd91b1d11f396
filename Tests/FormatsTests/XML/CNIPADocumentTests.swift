import Domain
import Foundation
import Testing

@testable import Formats

struct CNIPADocumentTests {
    let reading = XMLReading(CNIPAFixture.document, as: .cnipaXML)

    @Test func `numbers are taken as printed`() throws {
        let bibliography = try #require(reading.bibliography)
        #expect(reading.failure == nil)
        #expect(reading.rejects.isEmpty)
        #expect(bibliography.right == .patent)
        #expect(bibliography.application?.number == "209999000001.2")
        #expect(bibliography.application?.country == "CN")
        #expect(bibliography.application?.date?.description == "2097-04-24")
        #expect(bibliography.publications.map(\.id) == ["CN199000001B"])
        #expect(bibliography.gazette == Gazette(number: "99-3101", date: PartialDate(year: 2099, month: 8, day: 3)))
        #expect(bibliography.priorities.map(\.number) == ["10-2099-9900001"])
        #expect(bibliography.priorities.first?.date?.description == "2096-05-23")
    }

    @Test func `classes of both editions are read`() throws {
        #expect(reading.bibliography?.classes.ipc == ["G06F 13/12", "B03C 3/09"])
    }

    @Test func `people have their addresses and agencies their numbers`() throws {
        let bibliography = try #require(reading.bibliography)
        #expect(
            bibliography.applicants == [
                Party(
                    name: "示例科技有限公司",
                    country: "CN",
                    region: "广东省",
                    city: "示例市",
                    district: "示例区",
                    postcode: "990000",
                    address: "990000 广东省示例市示例路1号"
                )
            ]
        )
        #expect(bibliography.inventors.map(\.name) == ["示例甲", "示例乙"])
        #expect(bibliography.assignees.map(\.name) == ["示例集团"])
        #expect(bibliography.agents.map(\.name) == ["示例丙", "示例丁"])
        #expect(bibliography.agencies == [Party(name: "示例专利代理事务所", code: "99999")])
        #expect(bibliography.examiners.map(\.name) == ["示例戊"])
    }

    @Test func `relations, citations and the international filing are read`() throws {
        let bibliography = try #require(reading.bibliography)
        #expect(bibliography.related.map(\.relation) == ["earlierPublication", "division"])
        #expect(bibliography.related.map(\.number) == ["199000001", "209799000009.9"])
        let details = try #require(reading.patent)
        #expect(details.citations?.patents.map(\.number) == ["199000002"])
        #expect(details.pct?.application?.number == "PCT/US2099/990001")
        #expect(details.pct?.publication?.number == "2099/990001")
        #expect(details.pct?.nationalPhase?.description == "2098-09-03")
    }

    @Test func `texts keep their paragraphs and lose formulas and pictures`() throws {
        let details = try #require(reading.patent)
        #expect(reading.bibliography?.titles == [LocalizedText(lang: "zh", text: "示例 一种演示装置")])
        #expect(reading.bibliography?.abstracts == [LocalizedText(lang: "zh", text: "示例摘要一。\n示例摘要二。")])
        #expect(details.description.first?.text == "示例 一种演示装置\n本示例的R1为氢，n>1。\n式如上。\n甲 乙")
        #expect(reading.bibliography?.drawings?.files == ["SAMPLE_1.TIF"])
        #expect(reading.bibliography?.drawings?.count == 1)
        #expect(reading.bibliography?.drawings?.abstractFile == "SAMPLE_A.TIF")
    }

    @Test func `claims lose their numbers and independent ones are known`() throws {
        let claims = try #require(reading.patent?.claims.first)
        #expect(claims.lang == "zh")
        #expect(claims.items == ["一种演示装置，其特征在于，包括：\n主体。", "如权利要求1所述的装置，还包括 。", "一种演示方法。"])
        #expect(claims.independent == [1, 3])
    }

    @Test(arguments: [("20", RightKind.utilityModel), ("30", .design), ("10", .patent)])
    func `the type of application tells the kind of right`(type: String, kind: RightKind) {
        let text = CNIPAFixture.document.replacingOccurrences(of: "applType=\"10\"", with: "applType=\"\(type)\"")
        #expect(XMLReading(text, as: .cnipaXML).bibliography?.right == kind)
    }

    @Test(.enabled(if: SharedData.isPresent, "real files are not beside this repository"))
    func `a granted patent of 2019 is read field by field`() throws {
        let name = "CN102010000298420CN00001019453140BFULZH20190802CN00D"
        let path = "patents/cn-patent-xml-published-4/\(name)/\(name).XML"
        #expect(XMLFormats.recognise(head: Array(try SharedData.bytes(path).prefix(4096))) == .cnipaXML)
        let reading = try SharedData.read(path, as: .cnipaXML)
        let bibliography = try #require(reading.bibliography)
        #expect(bibliography.application?.number == "201010298420.4")
        #expect(bibliography.application?.date?.description == "2010-10-02")
        #expect(bibliography.publication?.id == "CN101945314B")
        #expect(bibliography.publication?.date?.description == "2019-08-02")
        #expect(bibliography.titles.map(\.text) == ["一种耳机、相应的音源设备以及控制方法"])
        #expect(bibliography.classes.ipc == ["G06F 13/12"])
        #expect(bibliography.inventors.map(\.name) == ["张沈平"])
        #expect(bibliography.assignees.map(\.name) == ["广州市智专信息科技有限公司"])
        #expect(bibliography.applicants.first?.district == "天河区")
        #expect(bibliography.applicants.first?.postcode == "510000")
        #expect(bibliography.examiners.map(\.name) == ["王欣"])
        #expect(bibliography.gazette?.number == "35-3102")
        #expect(bibliography.agents.isEmpty)
        #expect(bibliography.drawings?.files.count == 12)
        #expect(bibliography.drawings?.abstractFile == "201010298420.TIF")
        #expect(bibliography.abstracts.first?.text.unicodeScalars.count == 216)
        let details = try #require(reading.patent)
        #expect(details.citations?.patents.map(\.number) == ["1719946"])
        #expect(details.claims.first?.items.count == 7)
        #expect(details.claims.first?.independent == [1, 6, 7])
        #expect(details.claims.first?.items.first?.unicodeScalars.count == 459)
        #expect(details.description.first?.text.unicodeScalars.count == 7743)
    }
}
