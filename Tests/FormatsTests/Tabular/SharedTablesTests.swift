import Domain
import Foundation
import Testing

@testable import Formats

/// Real exports beside the repository, with the values a person reads in them.
@Suite(.enabled(if: SharedData.isPresent, "the folder ../shared with real files is not there"))
struct SharedTablesTests {
    static let national = "patents/cn-cnipa-export-xlsx/"
    static let mining = "patents/cn-7384/"

    private func read(_ path: String) throws -> TableReading {
        let file = SharedData.folder.appending(path: "data/" + path).path
        return TableReading(try SourceFile.recognise(file))
    }

    @Test func `a row of the national export has every field`() throws {
        let reading = try read(Self.national + "训练文件.xlsx")
        let item = try #require(reading.records.first { $0.position.index == 196 })
        let record = item.right.bibliography
        #expect(item.position.description == "Sheet1, row 196")
        #expect(record.right == .utilityModel)
        #expect(record.publication?.id == "CN202644511U")
        #expect(record.publication?.number == "202644511")
        #expect(record.publication?.date?.description == "2013-01-02")
        #expect(record.application?.id == "CN201220233775X")
        #expect(record.application?.number == "201220233775.X")
        #expect(record.application?.date?.description == "2012-05-23")
        #expect(record.titles == [LocalizedText(lang: "zh", text: "用于地面压实机的压实辊和地面压实机")])
        #expect(record.abstracts.first?.lang == "zh")
        #expect(record.abstracts.first?.text.unicodeScalars.count == 189)
        #expect(record.abstracts.first?.text.hasPrefix("本实用新型涉及一种用于地面压实机的压实辊，该压实辊包括") == true)
        #expect(record.classes.ipc == ["E02D 3/026"])
        #expect(record.mainClass == "E02D 3/026")
        #expect(record.applicants == [Party(name: "哈姆股份公司", address: "德国蒂申罗伊特")])
        #expect(record.inventors == [Party(name: "M·迈尔")])
        #expect(record.agents == [Party(name: "董华林")])
        #expect(record.agencies == [Party(name: "中国国际贸易促进委员会专利商标事务所", code: "11038")])
        let date = PartialDate(year: 2012, month: 1, day: 16)
        #expect(record.priorities == [Priority(country: "DE", number: "202012000389.5", date: date)])
        #expect(record.events.isEmpty && record.related.isEmpty && record.status == nil)
        guard case .patent(let patent) = item.right else { return }
        let claim = "用于地面压实机的压实辊，包括多个设置在压实辊（10）的外圆周上的夯实脚（16），其中，在至少一个夯实脚（16）上设有多个磨损保护元件（32）。"
        #expect(
            patent.details.claims == [ClaimSet(lang: "zh", independent: [1], items: [claim], isComplete: false)]
        )
        #expect(patent.details.pct == nil && patent.details.description.isEmpty && patent.details.citations == nil)
    }

    @Test func `a design of the mining collection has every field`() throws {
        let reading = try read(Self.mining + "专利信息.xlsx")
        let item = try #require(reading.records.first { $0.position.index == 13 })
        guard case .design(let design) = item.right else {
            Issue.record("\(item)")
            return
        }
        let record = design.bibliography
        #expect(record.application?.number == "88300783.5")
        #expect(record.application?.id == "CN883007835")
        #expect(record.application?.date?.description == "1988-05-24")
        #expect(record.publications.isEmpty)
        #expect(record.titles == [LocalizedText(lang: "zh", text: "十二生肖棋")])
        #expect(record.abstracts.first?.text.unicodeScalars.count == 158)
        #expect(record.abstracts.first?.text.hasPrefix("共24个棋子，分为两种颜色，每色12个每色12个棋子的正面分别是鼠、牛") == true)
        #expect(record.applicants == [Party(name: "周骏")])
        #expect(record.classes.locarno == ["21-01"])
        #expect(record.classes.ipc.isEmpty && record.inventors.isEmpty && record.designers.isEmpty)
        let first = try #require(reading.records.first?.right.bibliography)
        #expect(first.right == .patent)
        #expect(first.application?.number == "85102475")
        #expect(first.application?.id == "CN85102475")
        #expect(first.application?.date?.description == "1985-04-01")
        #expect(first.classes.ipc == ["H02K 17/02"])
        #expect(first.abstracts.first?.text.contains("的\"起动控制设备\"减少40%;") == true)
    }

    @Test(arguments: [
        (Self.mining + "专利信息.xlsx", Self.mining + "cn-7384.jsonl", 7384),
        (Self.national + "训练文件.xlsx", Self.national + "cn-199-full-metadata.jsonl", 199),
    ])
    func `workbook and JSON Lines of the same rows give the same records`(
        book: String,
        lines: String,
        count: Int
    ) throws {
        let first = try read(book)
        let second = try read(lines)
        #expect(first.records.count == count)
        #expect(first.records.map(\.right) == second.records.map(\.right))
        #expect(first.rejects.isEmpty && second.rejects.isEmpty)
        #expect(first.failure == nil && second.failure == nil)
        #expect(Set(first.numbers).count == count)
    }

    @Test func `kinds of right are counted as the source counts them`() throws {
        let kinds = try read(Self.mining + "cn-7384.jsonl").records.map(\.right.bibliography.right)
        #expect(kinds.count { $0 == .patent } == 1909)
        #expect(kinds.count { $0 == .utilityModel } == 5335)
        #expect(kinds.count { $0 == .design } == 140)
    }

    @Test func `rows without numbers are all rejected`() throws {
        let both = try read(Self.national + "专利.xlsx")
        // Ten of the hundred rows of the first sheet are blank.
        #expect(both.rejects.count { $0.position.member == "2013年" } == 90)
        #expect(both.rejects.count { $0.position.member == "Sheet1" } == 47)
        let training = try read(Self.national + "训练集2.xlsx")
        #expect(training.rejects.count == 59)
        for reading in [both, training] {
            #expect(reading.records.isEmpty && reading.failure == nil)
            #expect(reading.rejects.allSatisfy { $0.reason == "no number" })
        }
    }

    @Test func `files that later readers will read are told apart`() {
        let folder = SharedData.folder.appending(path: "data/patents/patent-analytics-csv").path
        var reasons: [String: String] = [:]
        for case .skipped(let name, let reason) in SourceFiles([folder]) {
            reasons[name.split(separator: "/").last.map(String.init) ?? ""] = reason
        }
        #expect(reasons["pizza_medium.csv"] == "no reader yet for PATENTSCOPE lists")
        #expect(reasons["drone_drones_fulltext_families_5884.csv"] == "no reader yet for Lens lists")
        #expect(reasons["wipo_tech_region.csv"] == "statistics table")
    }
}
