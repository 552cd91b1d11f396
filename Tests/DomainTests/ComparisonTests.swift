import Domain
import Testing

struct ComparisonTests {
    private func patent(_ number: String, ipc: [String], applicants: [String], claim: String? = nil) -> Right {
        var record = Bibliography(right: .patent)
        record.application = DocumentID(country: "CN", number: number, date: PartialDate(year: 2020, month: 5, day: 6))
        record.titles = [
            LocalizedText(lang: "en", text: "T \(number)"), LocalizedText(lang: "zh", text: "题 \(number)"),
        ]
        record.classes.ipc = ipc
        record.applicants = applicants.map { Party(name: $0) }
        var details = Patent.Details()
        if let claim {
            details.claims = [
                ClaimSet(lang: "en", items: ["A " + claim]), ClaimSet(lang: "zh", items: [claim, "第二项"]),
            ]
        }
        return .patent(Patent(bibliography: record, details: details))
    }

    private func line(_ field: Comparison.Field, _ comparison: Comparison) throws -> Comparison.Line {
        try #require(comparison.lines.first { $0.field == field })
    }

    @Test func `says field by field what is the same, what differs from the first and what all have`() throws {
        let comparison = Comparison(
            [
                patent("1", ipc: ["H01M 10/05", "H01M 4/02"], applicants: ["甲", "乙"], claim: "一种电池"),
                patent("2", ipc: ["H01M 4/02", "B60L 50/64"], applicants: ["乙", "甲"]),
                patent("3", ipc: ["H01M 4/02"], applicants: ["丙", "甲"], claim: "一种电堆"),
            ],
            language: "zh"
        )
        #expect(try line(.title, comparison).cells == [["题 1"], ["题 2"], ["题 3"]])
        #expect(try line(.filed, comparison).isSame && line(.right, comparison).cells[1] == ["发明专利"])
        let applicants = try line(.applicants, comparison)
        #expect(!applicants.isSame && !applicants.isDifferent(1) && applicants.isDifferent(2))
        #expect(applicants.common == ["甲"])
        #expect(try line(.claim, comparison).cells == [["一种电池"], [], ["一种电堆"]])
        #expect(try line(.ipc, comparison).common == ["H01M 4/02"])
        #expect(comparison.commonClasses == ["H01M 4/02"])
        // What no record says anything of has no line.
        #expect(!comparison.lines.contains { [.registration, .cpc, .abstract, .cited].contains($0.field) })
    }

    @Test func `where no narrower class is common the subclass is`() {
        let records = [
            patent("1", ipc: ["H01M 10/05", "C01B 32/00"], applicants: []),
            patent("2", ipc: ["H01M 4/02"], applicants: []),
        ]
        #expect(Comparison(records, language: "en").commonClasses == ["H01M"])
        let apart = [records[0], patent("3", ipc: ["A23L 33/00"], applicants: [])]
        #expect(Comparison(apart, language: "en").commonClasses.isEmpty)
    }

    @Test func `one record is the same as itself and has nothing in common with others`() throws {
        let alone = Comparison([patent("1", ipc: ["H01M 4/02"], applicants: ["甲"], claim: "x")], language: "en")
        #expect(alone.lines.allSatisfy { $0.isSame && $0.common.isEmpty } && alone.commonClasses.isEmpty)
        #expect(try line(.claim, alone).cells == [["A x"]] && line(.title, alone).cells == [["T 1"]])
    }
}
