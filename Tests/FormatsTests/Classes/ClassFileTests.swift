import Domain
import Foundation
import Testing

@testable import Formats

/// Files of classifications.
struct ClassFileTests {
    /// Reads a text as a file.
    private static func file(_ text: String, _ scheme: ClassScheme? = nil) throws -> ClassFile {
        let path = NSTemporaryDirectory() + "huizhi-classes-" + UUID().uuidString
        try Data(text.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try ClassFile(path: path, scheme: scheme)
    }

    @Test func `a table of CPC is known by its braces`() throws {
        let file = try Self.file(
            "symbol,title\r\nA01B,\"SOIL WORKING, IN GENERAL\"\r\nA01B1/02,Spades {(a \"\"dredger\"\")}\r\nA01B1/00,Hand tools\r\n"
        )
        #expect(file.scheme == .cpc)
        #expect(file.entries.map(\.symbol) == ["A01B", "A01B1/02", "A01B1"])
        #expect(file.entries[0].en == "SOIL WORKING, IN GENERAL" && file.entries[0].zh == nil)
    }

    @Test func `a table that may be of two schemes asks for its scheme`() throws {
        let text = "code;名称\nH01M10/05;非水电解质\nH01M10/06;铅蓄电池\n"
        do {
            _ = try Self.file(text)
            Issue.record("read")
        } catch Failure.invalid(let field, let reason) {
            #expect(field.hasSuffix("symbols") && reason.contains("--scheme ipc"))
        }
        let file = try Self.file(text, .ipc)
        #expect(file.entries == [ClassEntry("H01M10/05", zh: "非水电解质"), ClassEntry("H01M10/06", zh: "铅蓄电池")])
    }

    @Test func `industries get the letter of their section`() throws {
        let file = try Self.file("code,level,parent,name\nC,1,,制造业\n38,2,C,电气机械\n3841,4,384,锂离子电池制造\n")
        #expect(file.scheme == .industry)
        #expect(file.entries.map(\.symbol) == ["C", "C38", "C3841"])
        #expect(file.entries.allSatisfy { $0.parent == nil })
    }

    @Test(arguments: [(29, ClassScheme.vienna), (32, .locarno), (45, .nice)])
    func `bare numbers tell their scheme by how many there are`(count: Int, scheme: ClassScheme) throws {
        let lines = (1...count).map { "\($0),\"Title, \($0)\"" }.joined(separator: "\n")
        #expect(try Self.file("code,title_en\n" + lines).scheme == scheme)
    }

    @Test func `rows of WIPO's table make one field each`() throws {
        let file = try Self.file(
            """
            \u{FEFF}Field_number,Sector_en,Sector_fr,Field_en,IPC_code,Remark
            2,Electrical engineering,x,Audio-visual technology,H04N   3/%,
            2,Electrical engineering,x,Audio-visual technology,H04R%,
            8,Electrical engineering,x,Semiconductors,H01L%,
            """
        )
        #expect(file.scheme == .field)
        #expect(file.entries.map(\.symbol) == ["I", "2", "8"])
        #expect(file.entries[1].ipc == ["H04N3", "H04R"] && file.entries[1].parent == "I")
        #expect(file.entries[2].zh == "半导体" && file.entries[2].en == "Semiconductors")
    }

    @Test func `the tree of similar groups and the list of terms are of the Nice Classification`() throws {
        let tree = try Self.file(
            """
            [{"id":"09","name":"科学仪器","type":"class","children":[{"id":"0901","name":"电子计算机","type":"group",
            "children":[{"id":"090001","name":"算盘","type":"item"}]},
            {"id":"0902","name":"记录","children":[{"id":"090001","name":"算盘"}]}]}]
            """
        )
        #expect(tree.scheme == .nice && tree.entries.map(\.symbol) == ["9", "0901", "090001", "0902"])
        #expect(tree.entries[2].parent == "0901" && tree.entries[1].parent == nil)
        let terms = try Self.file(
            """
            {"edition":"10","version":"2015","classes":[{"number":"9","type":"goods","heading":"Scientific apparatus."}],
            "goods":[{"number":"090001","description":"abacuses"}],"services":[]}
            """
        )
        #expect(terms.scheme == .nice && terms.edition == "10-2015" && terms.entries[1].en == "abacuses")
    }

    @Test(arguments: [
        ("a,b\n1,2\n", "line 1"), ("symbol,title\n\"H01M,x\n", "line 2"), ("{\"a\":1}", "JSON"),
        ("symbol,title\n", "content"),
    ])
    func `a file that cannot be used says where and why`(text: String, place: String) throws {
        do {
            _ = try Self.file(text)
            Issue.record("read")
        } catch Failure.invalid(let field, let reason) {
            #expect(field.hasSuffix(", " + place) && !reason.isEmpty)
        }
    }

    @Test func `a wrong symbol is named with its line`() throws {
        do {
            _ = try Self.file("symbol,title\nH01M,a\nX9,b\n", .ipc)
            Issue.record("read")
        } catch Failure.invalid(let field, let reason) {
            #expect(field.hasSuffix("line 3") && reason == "X9 is no symbol of ipc")
        }
    }

    @Test(
        .enabled(if: SharedData.isPresent, "the folder ../shared with real files is not there"),
        arguments: [
            ("cpc-titles/cpc-titles-from-definitions.csv", ClassScheme.cpc, 49_089),
            ("gbt4754-2017/gbt4754-flat.csv", .industry, 1_971), ("gbt4754-2017/gbt4754-tree.json", .industry, 1_971),
            ("locarno-classes-en/locarno-classes-en.csv", .locarno, 32),
            ("vienna-categories-en/vienna-categories-en.csv", .vienna, 29),
            ("nice-en-10-2015/nice-classification.json", .nice, 8182),
            ("nice-zh-similar-groups/trademark_data.json", .nice, 10_552),
            ("wipo-ipc-technology-35/ipc_technology.csv", .field, 40),
        ]
    )
    func `real tables are read whole`(name: String, scheme: ClassScheme, count: Int) throws {
        let file = try ClassFile(path: SharedData.folder.appending(path: "data/classifications/" + name).path)
        #expect(file.scheme == scheme && file.entries.count == count)
        if scheme == .field {
            let builtIn = Dictionary(uniqueKeysWithValues: ClassTable(.field).entries.map { ($0.symbol, $0.ipc) })
            for entry in file.entries { #expect(builtIn[entry.symbol] == entry.ipc, "\(entry.symbol)") }
        }
    }
}
