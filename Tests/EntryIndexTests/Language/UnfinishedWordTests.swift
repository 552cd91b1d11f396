import Testing

@testable import EntryIndex

/// What stands at the end of a box.
struct UnfinishedWordTests {
    @Test(
        arguments: [
            ("电", "电", "电", nil), ("石墨烯 电池", "电池", "石墨烯 电池", nil), ("", "", "", nil), ("电池 ", "", "电池 ", nil),
            ("PA=华", "华", "华", Field.applicant), ("申请人＝华", "华", "华", .applicant), ("PA= 华", "华", "华", .applicant),
            ("PA=siemens a", "a", "siemens a", .applicant), ("TI=(a OR b", "b", "b", .title),
            ("TI=(a OR b) c", "c", "c", nil), ("TI=a AND b", "b", "b", nil),
            ("PA=(a OR (b OR c) d", "d", "d", .applicant),
            ("PA=\"Siemens A", "Siemens A", "Siemens A", .applicant), ("\"a\" b", "b", "b", nil),
            ("AD>=20", "20", "20", .applicationDate), ("IPC=H01M10/0", "H01M10/0", "H01M10/0", .ipc),
            ("(", "", "", nil),
            ("TI=[a {b", "b", "a {b", .title),
        ] as [(String, String, String, Field?)]
    )
    func `the last word, the bare words before it and their field are known`(
        query: String,
        text: String,
        phrase: String,
        field: Field?
    ) {
        let word = UnfinishedWord(query)
        #expect(word.text == text && word.field == field && word.phrase == phrase)
    }

    @Test func `an operator can stand behind something to search for and a blank`() {
        for query in ["电池 a", "(电池) o", "\"电池\" n", "TI=电池 a"] { #expect(UnfinishedWord(query).mayBeOperator) }
        for query in ["a", "电池 AND a", "TI= a", "(a", "电池"] { #expect(!UnfinishedWord(query).mayBeOperator) }
    }

    @Test func `what is offered stands in the place of the word, in quotes where it needs them`() {
        #expect(UnfinishedWord("石墨烯 电").completed(with: "电池") == "石墨烯 电池")
        let box = UnfinishedWord("电池 siemens a")
        #expect(box.completed(withValue: "Siemens AG", of: "PA", isPhrase: true) == "PA=\"Siemens AG\"")
        #expect(UnfinishedWord("电池 AND 华").completed(withValue: "华为", of: "申请人") == "电池 AND 申请人=华为")
        #expect(UnfinishedWord("PA=华").completed(withValue: "华为（深圳）", of: "PA") == "PA=\"华为（深圳）\"")
        #expect(UnfinishedWord("PA=\"华").completed(withValue: "华为", of: "PA") == "PA=华为")
        #expect(UnfinishedWord("PA=(a OR a").completed(withValue: "And", of: "PA") == "PA=(a OR \"And\"")
    }

    @Test func `fields are found by how their names begin`() {
        func names(_ text: String, _ limit: Int = 3) -> [String] {
            Field.beginning(with: text, limit: limit).map(\.name)
        }
        #expect(names("申请") == ["申请号", "申请日", "申请人"])
        #expect(names("申请人") == ["申请人", "申请人邮编", "申请人地址"])
        #expect(names("pa") == ["PA", "DIV"])
        #expect(names("appl", 2) == ["AN", "AD"])
        #expect(names("ipc", 1) == ["IPC"] && names("電") == [] && names("t") == [] && names("公開") == names("公开"))
        #expect(Field.applicant.suggestedName(in: "zh") == "申请人" && Field.applicant.suggestedName(in: "en") == "PA")
        #expect(Field.ipc.suggestedName(in: "zh") == "IPC" && Field.title.suggestedName(in: "zh") == "发明名称")
    }
}
