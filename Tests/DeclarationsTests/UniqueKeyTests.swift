import Declarations
import Domain
import Testing

/// What no two entries may have in common.
struct UniqueKeyTests {
    static let text = """
        label: {zh: 网点, en: Outlets}
        write: [staff]
        fields:
          name: {type: text, label: {zh: 名称, en: Name}, required: yes}
          number: {type: text, label: {zh: 编号, en: Number}, unique: yes}
          kind: {type: text, label: {zh: 类型, en: Kind}}
          body: {type: organisation, label: {zh: 单位, en: Body}}
          applied: {type: date, label: {zh: 申请日期, en: Applied}}
        rules:
          - unique: [body]
            across: key-outlet
            when: {kind: [tisc, university]}
            since: {applied: 2020-12-01}
            message: {zh: 该单位已有网点, en: The body has an outlet}
          - unique: [name, kind]
        """

    @Test func `keys follow fields, rules and the day from which a rule holds`() throws {
        let vocabulary = Vocabulary(roles: ["staff"], rights: [], reserved: [])
        let (read, problems) = RegisterDeclaration.read(
            Self.text,
            name: "outlet",
            file: "outlet.yaml",
            vocabulary: vocabulary
        )
        try #require(problems == [])
        let register = try #require(read)
        var content = EntryContent(fields: [
            "name": .text("示例 网点"), "number": .text("A-1"), "kind": .text("tisc"),
            "body": .parts(["name": .text("示例大学"), "code": .text("91350100M000100Y43")]),
            "applied": .text("2020-12-01"),
        ])
        let keys = register.uniqueKeys(of: content)
        #expect(keys.map(\.scope) == ["outlet", "across:key-outlet", "outlet"])
        #expect(keys.map(\.field) == ["number", "body", "name+kind"])
        #expect(keys.map(\.value) == ["a-1", "91350100m000100y43", "示例网点 | tisc"])
        #expect(
            keys.map(\.message.message) == [
                Bilingual("已有条目的编号是“A-1”", "another entry has Number “A-1”"),
                Bilingual("该单位已有网点", "The body has an outlet"),
                Bilingual("已有条目的名称、类型是“示例 网点、tisc”", "another entry has Name, Kind “示例 网点、tisc”"),
            ]
        )
        #expect(keys.map(\.age) == [nil, .later, nil] && keys.map(\.isIdentity) == [true, false, true])
        content.fields["applied"] = .text("2020-11-30")
        #expect(register.uniqueKeys(of: content).map(\.age) == [nil, .earlier, nil])
        content.fields["applied"] = nil
        #expect(register.uniqueKeys(of: content).map(\.age) == [nil, .later, nil])
        content.fields["name"] = .text("示例网点（Ａ）")
        #expect(register.uniqueKeys(of: content).last?.value == "示例网点(a) | tisc")
        content.fields["body"] = nil
        content.fields["number"] = nil
        content.fields["kind"] = nil
        #expect(register.uniqueKeys(of: content).isEmpty)
    }
}
