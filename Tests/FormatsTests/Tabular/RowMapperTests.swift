import Domain
import Testing

@testable import Formats

struct RowMapperTests {
    /// The record of one row, given as cells by column name.
    private func read(_ cells: [(String, String)]) -> TableReading {
        let header = cells.map(\.0).joined(separator: "\t")
        let row = cells.map { "\"" + $0.1.split(separator: "\"").joined(separator: "\"\"") + "\"" }
        return TableReading(header + "\n" + row.joined(separator: "\t") + "\n")
    }

    @Test func `a full row of the national system becomes a record`() throws {
        let reading = read([
            ("申请号", "CN201220233775.X"), ("公开（公告）号", "CN202644511U"), ("公开（公告）日", "2013.01.02"), ("申请日", "2012.05.23"),
            ("名称", " 压实辊 "), ("主分类号", "E02D3/026(2006.01)I"), ("分类号", "E02D3/026(2006.01)I;E01C19/23(2006.01)I"),
            ("优先权", "2012.01.16 DE 202012000389.5"), ("申请（专利权）人", "哈姆股份公司;某公司"), ("发明（设计）人", "M·迈尔；李四;;"),
            ("地址", "226634 江苏省南通市海安县"), ("专利代理机构", "北京智汇东方知识产权代理事务所(普通合伙) 11391"), ("代理人", "董华林;郑立"),
            ("摘要", "本实用新型涉及一种\n压实辊。\n具有齿。"), ("主权项", "1.一种压实辊，其特征在于有齿。"), ("审查员", "王五"), ("法律状态", "有效"),
            ("关键词", "压实; 辊"),
        ])
        #expect(reading.rejects.isEmpty && reading.failure == nil && reading.notes.isEmpty, "\(reading)")
        let record = try #require(reading.bibliography)
        #expect(record.right == .utilityModel)
        let applied = PartialDate(year: 2012, month: 5, day: 23)
        #expect(record.application == DocumentID(country: "CN", number: "201220233775.X", date: applied))
        let published = PartialDate(year: 2013, month: 1, day: 2)
        #expect(
            record.publications == [DocumentID(country: "CN", number: "202644511", kind: "U", date: published)]
        )
        #expect(record.titles == [LocalizedText(lang: "zh", text: "压实辊")])
        #expect(record.abstracts == [LocalizedText(lang: "zh", text: "本实用新型涉及一种压实辊。\n具有齿。")])
        #expect(record.classes.ipc == ["E02D 3/026", "E01C 19/23"])
        #expect(record.mainClass == "E02D 3/026")
        let priority = Priority(
            country: "DE",
            number: "202012000389.5",
            date: PartialDate(year: 2012, month: 1, day: 16)
        )
        #expect(record.priorities == [priority])
        #expect(
            record.applicants == [
                Party(name: "哈姆股份公司", postcode: "226634", address: "226634 江苏省南通市海安县"), Party(name: "某公司"),
            ]
        )
        #expect(record.inventors.map(\.name) == ["M·迈尔", "李四"])
        #expect(record.agencies == [Party(name: "北京智汇东方知识产权代理事务所(普通合伙)", code: "11391")])
        #expect(record.agents.map(\.name) == ["董华林", "郑立"])
        #expect(record.examiners.map(\.name) == ["王五"])
        #expect(record.status == Status(text: "有效"))
        #expect(record.keywords == ["压实", "辊"])
        let claims = ClaimSet(lang: "zh", independent: [1], items: ["一种压实辊，其特征在于有齿。"], isComplete: false)
        #expect(reading.patent?.claims == [claims])
    }

    @Test func `a design has Locarno classes without national suffix, and designers`() throws {
        let reading = read([
            ("申请号", "CN88300783.5"), ("专利名称", "十二生肖棋"), ("主分类号", "21-01-C0293"), ("设计人", "周骏"), ("简要说明", "1.用于下棋。"),
        ])
        guard case .design(let design) = reading.records.first?.right else {
            Issue.record("\(reading)")
            return
        }
        #expect(design.bibliography.right == .design)
        #expect(design.bibliography.classes.locarno == ["21-01"])
        #expect(design.bibliography.classes.ipc.isEmpty)
        #expect(design.bibliography.mainClass == "21-01")
        #expect(design.bibliography.designers == [Party(name: "周骏")])
        #expect(design.bibliography.inventors.isEmpty)
        #expect(design.details.description == [LocalizedText(lang: "zh", text: "1.用于下棋。")])
    }

    @Test(arguments: [
        ("CN201810000001.X", "", "", RightKind.patent), ("201820000001", "", "", .utilityModel),
        ("ZL201830000001.5", "", "", .design),
        ("", "CN202644511U", "", .utilityModel), ("", "CN300123456S", "", .design), ("", "CN1492355C", "", .patent),
        ("", "CN202644511", "", .utilityModel), ("", "US8930553B2", "外观设计", .patent),
        ("", "JP2021193879", "实用新型", .utilityModel),
        ("CN201810000001.X", "CN300123456S", "外观设计", .patent),
    ])
    func `the kind of right comes from the application, then the publication, then the type`(
        application: String,
        publication: String,
        type: String,
        kind: RightKind
    ) {
        let reading = read([("申请号", application), ("公开号", publication), ("专利类型", type)])
        #expect(reading.bibliography?.right == kind, "\(reading)")
    }

    @Test(arguments: [
        ("CN85102475", "CN", "85102475"), ("CN2012202497674", "CN", "201220249767.4"),
        ("ZL 2012 2 0249767.4", "CN", "201220249767.4"),
        ("201220249767", "CN", "201220249767"), ("US 13/797,521", "US", "13/797,521"),
        ("PCT/EP2010/012345", "WO", "PCT/EP2010/012345"),
    ])
    func `application numbers stay as printed without country`(text: String, country: String, number: String) {
        let reading = read([("申请号", text), ("名称", "x")])
        #expect(reading.bibliography?.application == DocumentID(country: country, number: number), "\(reading)")
    }

    @Test func `a patent number stands in for a missing application number`() {
        #expect(read([("申请号", ""), ("专利号", "ZL201220249767.4")]).numbers == ["CN2012202497674"])
    }

    @Test func `publication and announcement are two publications of one record`() throws {
        let reading = read([
            ("申请号", "CN201910302430.1"), ("公开号", "CN110083831A"), ("公开日", "2019-08-02"), ("授权公告号", "CN110083831B"),
            ("授权公告日", "2020-08-11"),
        ])
        let publications = try #require(reading.bibliography?.publications)
        #expect(publications.map(\.id) == ["CN110083831A", "CN110083831B"])
        #expect(publications.map { $0.date?.description } == ["2019-08-02", "2020-08-11"])
    }

    @Test(arguments: [
        ("", "no number"), ("-", "no number"), ("无", "no number"),
        ("12345", "“12345” is no application number; write it as CN201910302430.1."),
        (
            "2.0122E+11",
            "“2.0122E+11” is a number that a spreadsheet rounded; format its column as text and export again"
        ),
    ])
    func `a row without a number that can be read is rejected`(number: String, reason: String) {
        let reading = read([("申请号", number), ("名称", "轨枕")])
        #expect(reading.records.isEmpty)
        #expect(reading.rejects.map(\.reason) == [reason])
        #expect(reading.rejects.first?.excerpt.contains("轨枕") == true)
    }

    @Test func `values that cannot be read are left out with a remark and the record stays`() {
        let reading = read([("申请号", "CN201910302430.1"), ("申请日", "待定"), ("分类号", "H01M 10/05;电池")])
        #expect(reading.records.count == 1)
        #expect(reading.bibliography?.application?.date == nil)
        #expect(reading.bibliography?.classes.ipc == ["H01M 10/05"])
        #expect(
            reading.notes == [
                "line 2: “待定” is no date and was left out; write it as 2019-08-02",
                "line 2: “电池” is no IPC symbol and was left out",
            ]
        )
    }

    @Test(arguments: [
        (
            "2012.01.16 DE 202012000389.5",
            [Priority(country: "DE", number: "202012000389.5", date: .init(year: 2012, month: 1, day: 16))]
        ),
        (
            "61/123,456 US 2010.02.03;CN201110012345.6 2011-01-20",
            [
                Priority(country: "US", number: "61/123,456", date: .init(year: 2010, month: 2, day: 3)),
                Priority(country: "CN", number: "201110012345.6", date: .init(year: 2011, month: 1, day: 20)),
            ]
        ),
        ("US13/797,521", [Priority(country: "US", number: "13/797,521")]),
    ])
    func `priorities are read with their parts in any order`(text: String, priorities: [Priority]) {
        #expect(read([("申请号", "CN201910302430.1"), ("优先权", text)]).bibliography?.priorities == priorities)
    }

    @Test func `international data, parent and references are read`() throws {
        let reading = read([
            ("申请号", "CN201080012345.3"), ("国际申请", "PCT/EP2010/012345 2010.10.11"),
            ("国际公布", "WO2011/045678 英 2011.04.21"),
            ("进入国家日期", "2012.04.10"), ("分案原申请号", "201010298420.4 2010.09.28"),
            ("参考文献", "CN 101234567 A,2008.07.01;张三. 轨道工程, 2005"), ("颁证日", "2014.03.05"),
        ])
        let pct = try #require(reading.patent?.pct)
        #expect(
            pct.application
                == DocumentID(country: "WO", number: "PCT/EP2010/012345", date: .init(year: 2010, month: 10, day: 11))
        )
        #expect(
            pct.publication
                == DocumentID(country: "WO", number: "WO2011/045678", date: .init(year: 2011, month: 4, day: 21))
        )
        #expect(pct.nationalPhase == PartialDate(year: 2012, month: 4, day: 10))
        let parent = Relation(
            relation: "division",
            country: "CN",
            number: "201010298420.4",
            date: .init(year: 2010, month: 9, day: 28)
        )
        #expect(reading.bibliography?.related == [parent])
        let cited = Citation(country: "CN", number: "101234567", kind: "A", date: .init(year: 2008, month: 7, day: 1))
        #expect(reading.patent?.citations?.patents == [cited])
        #expect(reading.patent?.citations?.nonPatent == [LocalizedText(text: "张三. 轨道工程, 2005")])
        #expect(reading.bibliography?.events == [LegalEvent(date: .init(year: 2014, month: 3, day: 5), text: "授权")])
    }

    @Test func `a column of all claims is taken apart at their numbers`() {
        let reading = read([("申请号", "CN201910302430.1"), ("权利要求", "1.一种电池，包括：\n壳体。\n2、根据权利要求1所述的电池。\n2012年的")])
        let claims = ClaimSet(lang: "zh", independent: [1], items: ["一种电池，包括：\n壳体。", "根据权利要求1所述的电池。\n2012年的"])
        #expect(reading.patent?.claims == [claims])
    }

    @Test func `texts in other scripts are not called Chinese`() {
        let reading = read([
            ("AN", "CN201910302430.1"), ("TI", "Cable"), ("TIEN", "Rope"), ("PA", "Smith, John; Doe, Jane"),
        ])
        #expect(
            reading.bibliography?.titles == [LocalizedText(text: "Cable"), LocalizedText(lang: "en", text: "Rope")]
        )
        #expect(reading.bibliography?.applicants.map(\.name) == ["Smith, John", "Doe, Jane"])
    }
}
