import Domain
import Testing

@testable import EntryIndex

/// Names of persons and bodies.
struct NameTests {
    @Test(arguments: [
        ("山东", "ABCD"), ("山东大学", "A"), ("山东省立大学", "C"), ("PA=山东+", "ABC"), ("PA=+大学", "ACF"), ("PA=山东+大学", "AC"),
        ("PA=+山东+", "ABCD"),
        ("PA=大学+", "-"), ("PA=华东+", "-"), ("PA=+华东", "E"), ("PA=大学华东", "E"), ("PA=+大学华东", "E"), ("PA=中国+", "EF"),
        ("PA=*", "ABCDEF"),
    ])
    func `Chinese names with signs, from end to end`(query: String, expected: String) throws {
        let index = try SmallIndex.applicants([
            "山东大学", "山东理工学院", "山东（省立）大学", "青岛山东会馆", "中国石油大学（华东）", "中国海洋大学",
        ])
        #expect(try index.found(query) == expected)
    }

    @Test(arguments: [
        ("PA=samsung", "AB"), ("PA=Sam+", "AB"), ("PA=\"Samsung Elec\"+", "A"), ("PA=+Ltd", "AB"),
        ("PA=+\"CO LTD\"", "AB"),
        ("PA=\"Co., Ltd.\"", "AB"), ("PA=Elec+", "-"), ("PA=+Electronics+", "A"), ("PA=electron+", "-"),
        ("PA=U.S.", "CD"),
        ("PA=US", "CD"), ("PA=\"US Steel\"", "CD"), ("PA=U.S.+", "CD"), ("PA=Coca-Cola", "EF"), ("PA=CocaCola", "E"),
        ("PA=\"coca cola\"", "EF"),
        ("PA=societe", "G"), ("PA=Société+", "G"), ("PA=O'Brien", "H"), ("PA=OBrien", "H"), ("PA=McDonald", "I"),
        ("PA=batteries", "-"), ("PA=battery", "J"),
    ])
    func `Latin names`(query: String, expected: String) throws {
        let index = try SmallIndex.applicants([
            "Samsung Electronics Co., Ltd.", "SAMSUNG SDI CO LTD", "U.S. Steel Corp.", "US Steel", "Coca-Cola Company",
            "Coca Cola Bottlers", "Société Générale", "O'Brien & Sons", "McDonald's", "Battery One",
        ])
        #expect(try index.found(query) == expected)
    }

    @Test(arguments: [
        ("PA=王", "ABCD"), ("PA=王+", "ABC"), ("PA=王#", "B"), ("PA=王?", "AB"), ("PA=王??", "ABC"), ("PA=王##", "C"),
        ("PA=+王", "AD"),
        ("PA=?王", "AD"), ("PA=#王", "D"), ("PA=王+明", "BC"), ("PA=王#明", "C"), ("PA=+明", "BC"),
    ])
    func `names of few characters`(query: String, expected: String) throws {
        let index = try SmallIndex.applicants(["王", "王明", "王小明", "小王"])
        #expect(try index.found(query) == expected)
    }

    @Test func `each of several names has its own ends`() throws {
        let index = try SmallIndex.records([["甲公司", "乙大学"], ["甲大学", "乙公司"]]) { record, names in
            record.applicants = names.map { Party(name: $0) }
        }
        #expect(try index.found("PA=甲+") == "AB")
        #expect(try index.found("PA=甲+大学") == "B")
        #expect(try index.found("PA=乙+大学") == "A")
        #expect(try index.found("PA=公司乙") == "-")
        #expect(try index.found("PA=(甲 NEAR9 乙)") == "-")
        #expect(try index.found("PA=(甲 ADJ1 大学)") == "B")
    }

    @Test func `holders of every register are applicants, designers are inventors`() throws {
        let index = try SmallIndex.records(["A", "B", "C", "D"]) { record, name in
            let party = Party(name: "石墨烯公司")
            switch name {
            case "A": record.owners = [party]
            case "B": record.assignees = [party]
            case "C": record.users = [party]
            default: record.designers = [party]
            }
        }
        #expect(try index.found("PA=石墨烯") == "ABC")
        #expect(try index.found("IN=石墨烯") == "D")
        #expect(try index.found("AGT=石墨烯") == "-")
    }
}
