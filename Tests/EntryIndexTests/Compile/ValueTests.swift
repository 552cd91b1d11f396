import Domain
import Query
import Testing

@testable import EntryIndex

/// Dates, classes and listed values.
struct ValueTests {
    @Test(arguments: [
        ("AD=2019", "ABCD"), ("AD=2019-03", "AB"), ("AD=2019-03-05", "A"), ("AD=20190305", "A"), ("AD=2019年3月5日", "A"),
        ("AD>=2019-03", "ABE"),
        ("AD>2018", "ABCDE"), ("AD>2019", "E"), ("AD<2019-03", "CDF"), ("AD<=2018", "F"), ("AD=2018:2019-02", "CDF"),
        ("AD=[2019-03 TO *]", "ABE"),
        ("AD=2019-01-01", "CD"), ("AD=:2018", "F"), ("AD=2020:", "E"), ("AD=*", "ABCDEF"), ("2019-03", "AB"),
        ("PD=2019", "-"),
    ])
    func `dates, known to the day, month or year`(query: String, expected: String) throws {
        let dates = [
            PartialDate(year: 2019, month: 3, day: 5), PartialDate(year: 2019, month: 3), PartialDate(year: 2019),
            PartialDate(year: 2019, month: 1, day: 1), PartialDate(year: 2020, month: 2, day: 29),
            PartialDate(year: 2018, month: 12, day: 31), nil,
        ]
        let index = try SmallIndex.records(dates) { record, date in
            record.application = DocumentID(country: "CN", number: "201910302430", date: date)
        }
        #expect(try index.found(query) == expected)
    }

    @Test func `any date of a record answers the box`() throws {
        let day = PartialDate(year: 2019, month: 3, day: 5)
        let index = try SmallIndex.records(["A", "B", "C", "D", "E", "F"]) { record, name in
            switch name {
            case "A": record.publications = [DocumentID(country: "CN", number: "110083831", kind: "B", date: day)]
            case "B": record.priorities = [Priority(country: "US", number: "1", date: day)]
            case "C": record.events = [LegalEvent(date: day, text: "授权")]
            case "D": record.registration = DocumentID(country: "CN", number: "1", date: day)
            case "E": record.status = Status(text: "有效", date: day)
            default: record.expiryDate = day
            }
        }
        #expect(try index.found("2019-03-05") == "ABCDE")
        #expect(try index.found("GD=2019") == "A")
        #expect(try index.found("LSD=2019") == "CE")
        #expect(try index.found("RD=2019") == "D")
    }

    @Test(arguments: [
        ("IPC=H01M10/05", "ABC"), ("IPC=H01M 10/05", "ABC"), ("IPC=H01M10/05 (2010.01)I", "ABC"),
        ("IPC=H01M10", "ABCD"),
        ("IPC=H01M10/00", "ABCD"), ("IPC=H01M", "ABCD"), ("IPC=H01", "ABCD"), ("IPC=H", "ABCDEF"), ("IPC=H02K1", "E"),
        ("IPC=H02K1+", "EF"),
        ("IPC=H02K11", "F"), ("IPCX=H01M10/05", "A"), ("IPC=A61K", "-"), ("H01M10/05", "ABCG"), ("CPC=H01M10", "G"),
        ("IPC=*", "ABCDEF"),
    ])
    func `classes with what lies below them`(query: String, expected: String) throws {
        let symbols = ["H01M 10/05", "H01M 10/052", "H01M 10/0525", "H01M 10/06", "H02K 1/06", "H02K 11/00"]
        var rights: [String: Right] = [:]
        for (place, symbol) in symbols.enumerated() {
            var record = Bibliography(right: .patent)
            record.classes.ipc = ["B60L 1/00", symbol].suffix(1)
            rights[String(UnicodeScalar(UInt8(0x41 + place)))] = .patent(Patent(bibliography: record))
        }
        var other = Bibliography(right: .patent)
        other.classes.cpc = ["H01M 10/0525"]
        rights["G"] = .patent(Patent(bibliography: other))
        #expect(try SmallIndex(rights).found(query) == expected)
    }

    @Test func `the answer says that subgroups were found by digits, once`() throws {
        let index = try SmallIndex.titles([])
        #expect(try index.compiled("IPC=H01M10/05").notes == [.classByDigits("H01M10/05")])
        #expect(try index.compiled("H01M10/05").notes == [.classByDigits("H01M10/05")])
        #expect(try index.compiled("IPC=H01M10").notes.isEmpty)
        #expect(try index.compiled("IPCX=H01M10/05").notes.isEmpty)
    }

    @Test func `every class of a record counts, not only the first`() throws {
        let index = try SmallIndex.records([["B60L 1/00", "H01M 10/05"], ["H01M 10/05", "A61K 9/00"]]) {
            $0.classes.ipc = $1
        }
        #expect(try index.found("IPC=H01M10/05") == "AB")
        #expect(try index.found("主分类号=A61K") == "B")
    }

    @Test(
        arguments: [
            ("IPC=H01M", []), ("IPC=H01M10/05", [.classByDigits("H01M10/05")]), ("IPC=H", []), ("IPC=H01M1+", []),
            ("IPCX=H01M10/05", []), ("IPCX=H01M10/06", [.unusedClass("H01M10/06")]),
            ("IPC=A61K", [.unusedClass("A61K")]),
            ("IPC=H01M10/99", [.unusedClass("H01M10/99")]), ("IPC=H01M2+", [.unusedClass("H01M2")]),
            ("CPC=H01M", [.unusedClass("H01M")]), ("LOC=14", []), ("LOC=14-02", []), ("LOC=15", [.unusedClass("15")]),
            ("NICE=9", [.unusedClass("9")]), ("NOT IPC=A61K", [.unusedClass("A61K")]),
            ("IPC=(A61K, H01M, A61K)", [.unusedClass("A61K")]), ("FT=5H029", [.unusedClass("5H029")]), ("A61K", []),
            ("IPC=*", []),
        ] as [(String, [CompileNote])]
    )
    func `a class that no record has is said, once`(query: String, notes: [CompileNote]) throws {
        let index = try SmallIndex.records(["H01M 10/05"]) {
            $0.classes.ipc = [$1]
            $0.classes.locarno = ["14-02"]
        }
        let compiled = try index.compiled(query)
        #expect(try compiled.notes(in: index.searcher.snapshot) == notes)
        for note in notes { #expect(!note.message.zh.isEmpty && !note.message.en.isEmpty) }
    }

    @Test func `a class in the box is also a text`() throws {
        let index = try SmallIndex.titles(["按H02K1分类", "按H02K1/06分类", "H02K11"])
        #expect(try index.found("H02K1") == "AB")
        #expect(try index.found("H02K1/06") == "B")
    }

    @Test(arguments: [
        ("LOC=14", "AB"), ("LOC=14-02", "A"), ("14-02", "A"), ("NICE=3", "C"), ("NICE=3+", "CD"), ("VIENNA=7.1", "E"),
        ("VIENNA=7", "EF"),
        ("UC=340/539.12", "G"), ("FT=5H029AJ03", "H"),
    ])
    func `other classifications`(query: String, expected: String) throws {
        let index = try SmallIndex.records(["14-02", "14-03", "3", "35", "7.1.1", "7.11.2", "us", "ft"]) {
            record,
            symbol in
            switch symbol {
            case "14-02", "14-03": record.classes.locarno = [symbol]
            case "3", "35": record.classes.nice = [symbol]
            case "us": record.classes.uspc = ["340/539.12"]
            case "ft": record.classes.fterm = ["5H029 AJ03"]
            default: record.classes.vienna = [symbol]
            }
        }
        #expect(try index.found(query) == expected)
    }

    @Test(arguments: [
        ("RE=广东", "AB"), ("RE=广东省", "AB"), ("RE=44", "AB"), ("RE=440000", "AB"), ("RE=深圳", "A"), ("RE=440300", "A"),
        ("RE=4403", "A"),
        ("RE=北京市", "C"), ("RE=Guangdong", "AB"), ("AO=广东", "AB"), ("AO=DE", "D"), ("AO=德国", "D"), ("AO=CN", "ABC"),
        ("RE=火星", "-"),
        ("ADDR=深圳市南山区", "A"), ("ADDR=广东省广州市", "B"), ("RE=99", "-"),
    ])
    func `regions and origins`(query: String, expected: String) throws {
        let parties = [
            Party(name: "甲公司", country: "CN", address: "广东省深圳市南山区1号"),
            Party(name: "乙公司", country: "CN", region: "广东省", city: "广州市"),
            Party(name: "丙公司", address: "北京市海淀区"), Party(name: "Ding AG", address: "德国慕尼黑"),
        ]
        let index = try SmallIndex.records(parties) { $0.applicants = [$1] }
        #expect(try index.found(query) == expected)
    }

    @Test func `private persons are found by their city, not by their street`() throws {
        let party = Party(name: "王明", country: "CN", postcode: "518057", address: "广东省深圳市南山区科技路1号")
        let index = try SmallIndex.records([party]) { $0.applicants = [$1] }
        #expect(try index.found("ADDR=深圳市") == "A")
        #expect(try index.found("RE=深圳") == "A")
        #expect(try index.found("ADDR=科技路") == "-")
        #expect(try index.found("ZIP=518057") == "-")
    }

    @Test(arguments: [
        ("CO=CN", "A"), ("国别=中国", "A"), ("CO=us", "B"), ("CO=美国", "B"), ("PC=US", "B"), ("TYPE=发明", "AB"),
        ("TYPE=实用新型", "C"),
        ("TYPE=专利", "ABC"), ("TYPE=U", "C"), ("LS=有效", "A"), ("LS=失效", "B"), ("LS=期限届满", "B"), ("LS=有效期", "B"),
        ("LS=inforce", "A"),
        ("LS=*", "AB"), ("NC=C39", "C"), ("NC=c3985", "C"), ("NC=C398+", "C"),
    ])
    func `countries, kinds, states and industries`(query: String, expected: String) throws {
        var chinese = Bibliography(right: .patent)
        chinese.publications = [DocumentID(country: "CN", number: "110083831", kind: "B")]
        chinese.status = Status(text: "有效")
        var american = Bibliography(right: .patent)
        american.publications = [DocumentID(country: "US", number: "8930553", kind: "B2")]
        american.status = Status(text: "专利权有效期期限届满终止失效")
        var details = Patent.Details()
        details.industries = ["C3985"]
        let index = try SmallIndex([
            "A": .patent(Patent(bibliography: chinese)), "B": .patent(Patent(bibliography: american)),
            "C": .patent(Patent(bibliography: Bibliography(right: .utilityModel), details: details)),
        ])
        #expect(try index.found(query) == expected)
    }

    @Test(arguments: [
        // 8 is H01L, 11 is G01N33, 10 has the other groups of G01N, I is all of 1 to 8.
        ("TF=8", "A"), ("TF=11", "B"), ("TF=10", "C"), ("TF=10,11", "BC"), ("TF=半导体", "A"), ("TF=SEMICONDUCTORS", "A"),
        ("TF=\"Analysis of biological materials\"", "B"), ("TF=I", "A"), ("TF=仪器", "BC"), ("TF=35", "-"),
        ("TF=*", "ABC"),
        ("* NOT TF=*", "DE"),
    ])
    func `fields of technology are found by their classes`(query: String, expected: String) throws {
        // Symbols that begin like those of a field, and one that is in no field.
        let classes = ["A": "H01L 21/02", "B": "G01N 33/48", "C": "G01N 3/08", "D": "G06V 10/00"]
        let index = try SmallIndex.records(["A", "B", "C", "D", "E"]) { record, name in
            record.classes.ipc = [classes[name]].compactMap(\.self)
        }
        #expect(try index.found(query) == expected)
    }

    @Test(arguments: [
        ("CO=火星", CompileNote.unknownValue(.country, "火星")), ("RE=火星", .unknownValue(.region, "火星")),
        ("TYPE=火星", .unknownValue(.inventionType, "火星")), ("TF=电池", .unknownValue(.technology, "电池")),
        ("CTB=CN110083831A", .fieldWithoutData(.citedBy)), ("CTB=*", .fieldWithoutData(.citedBy)),
        ("ECLA=H01M10", .fieldWithoutData(.ecla)),
    ])
    func `what cannot be found is said`(query: String, note: CompileNote) throws {
        let compiled = try SmallIndex.titles([]).compiled(query)
        #expect(compiled.notes == [note])
        #expect(!note.message.zh.isEmpty && !note.message.en.isEmpty)
    }

    @Test func `a field that is there is found by its star`() throws {
        let index = try SmallIndex.records(["A", "B", "C"]) { record, name in
            if name == "A" { record.titles = [LocalizedText(lang: "zh", text: "电池")] }
            if name == "B" { record.titles = [LocalizedText(lang: "zh", text: "…")] }
            if name == "C" { record.titles = [LocalizedText(lang: "en", text: "Battery")] }
        }
        #expect(try index.found("TI=*") == "AC")
        #expect(try index.found("TIEN=*") == "C")
        #expect(try index.found("NOT TI=*") == "B")
    }
}
