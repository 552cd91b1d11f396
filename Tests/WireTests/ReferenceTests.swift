import Domain
import Foundation
import Testing

@testable import Wire

/// References to a record in every form, written out by hand.
struct ReferenceTests {
    private static func reference(holders: Int = 2, register: RightKind = .patent) throws -> Reference {
        var record = Bibliography(right: register)
        record.application = DocumentID(country: "CN", number: "202199000001.8", date: FieldDate.read("2021-03-16"))
        record.publications = [
            DocumentID(country: "CN", number: "199900001", kind: "A", date: FieldDate.read("2021-09-28"))
        ]
        record.titles = [LocalizedText(lang: "zh", text: "电池 & 50%\n{包}")]
        record.abstracts = [LocalizedText(lang: "zh", text: "一种电池。\n用于校验。")]
        record.applicants = (0..<holders).map { Party(name: ["示例电池有限公司", "示例大学", "丙", "丁"][$0]) }
        record.inventors = [Party(name: "张示例"), Party(name: "Li and Sons")]
        record.classes.ipc = ["H01M 10/05"]
        let right: Right =
            register == .trademark
            ? .trademark(Trademark(bibliography: record)) : .patent(Patent(bibliography: record))
        return Reference(
            EntryID(register: right.register, local: "CN2021990000018"),
            right,
            title: right.displayTitle,
            address: "https://ip.example/patent/CN2021990000018",
            accessed: try #require(FieldDate.read("2026-11-30"))
        )
    }

    @Test func `as text it follows GB/T 7714, and in English ISO 690`() throws {
        #expect(
            try Self.reference().chineseText
                == "示例电池有限公司, 示例大学. 电池 & 50% {包}: CN199900001A[P/OL]. 2021-09-28[2026-11-30]. https://ip.example/patent/CN2021990000018."
        )
        #expect(
            try Self.reference().englishText
                == "示例电池有限公司, 示例大学. 电池 & 50% {包}. Invention CN199900001A. 2021-09-28. Available from: https://ip.example/patent/CN2021990000018 [viewed 2026-11-30]."
        )
        #expect(try Self.reference(holders: 4).chineseText.hasPrefix("示例电池有限公司, 示例大学, 丙, 等. 电池"))
        #expect(try Self.reference(holders: 4).englishText.hasPrefix("示例电池有限公司, 示例大学, 丙 et al. 电池"))
        #expect(try Self.reference(holders: 0).chineseText.hasPrefix("电池"))
        #expect(try Self.reference(register: .trademark).chineseText.contains("[Z/OL]"))
    }

    @Test func `in RIS it is a patent with inventors, holders and number`() throws {
        #expect(
            try Self.reference().ris.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init) == [
                "TY  - PAT", "ID  - patent/CN2021990000018", "TI  - 电池 & 50% {包}", "AU  - 张示例", "AU  - Li and Sons",
                "PB  - 示例电池有限公司", "PB  - 示例大学", "PY  - 2021", "DA  - 2021/09/28/", "SN  - CN199900001A",
                "AB  - 一种电池。 用于校验。", "KW  - H01M 10/05", "N1  - Application 202199000001.8, filed 2021-03-16",
                "DB  - Huizhi", "UR  - https://ip.example/patent/CN2021990000018", "Y2  - 2026-11-30", "ER  - ", "",
            ]
        )
        #expect(try Self.reference(register: .trademark).ris.hasPrefix("TY  - GEN\r\n"))
    }

    @Test func `in BibTeX what TeX would read as a command is escaped, and names stay whole`() throws {
        #expect(
            try Self.reference().bibTeX == """
                @patent{CN2021990000018,
                  title = {{电池 \\& 50\\% \\textbraceleft{}包\\textbraceright{}}},
                  author = {{张示例} and {Li and Sons}},
                  holder = {{示例电池有限公司} and {示例大学}},
                  number = {CN199900001A},
                  date = {2021-09-28},
                  note = {Application 202199000001.8, filed 2021-03-16},
                  url = {https://ip.example/patent/CN2021990000018},
                  urldate = {2026-11-30},
                }

                """
        )
    }

    @Test func `in CSL-JSON it is a patent with days in parts`() throws {
        let data = try WireJSON.encode(try Self.reference().csl)
        let items = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        let item = try #require(items.first)
        #expect(items.count == 1 && item["type"] as? String == "patent" && item["number"] as? String == "CN199900001A")
        #expect((item["issued"] as? [String: [[Int]]])?["date-parts"] == [[2021, 9, 28]])
        #expect((item["author"] as? [[String: String]])?.map { $0["literal"] } == ["张示例", "Li and Sons"])
        #expect(item["publisher"] as? String == "示例电池有限公司; 示例大学" && item["jurisdiction"] as? String == "CN")
        #expect(item["URL"] as? String == "https://ip.example/patent/CN2021990000018")
    }
}
