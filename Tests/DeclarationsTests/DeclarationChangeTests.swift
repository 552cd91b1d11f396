import Declarations
import Testing

/// What a new version of a register changes.
struct DeclarationChangeTests {
    static let base = """
        label: {zh: 网点, en: Outlets}
        write: [staff]
        states:
          planned: {zh: 拟设, en: planned, next: [running]}
          running: {zh: 运行, en: running}
        fields:
          name: {type: text, label: {zh: 名称, en: Name}, required: yes}
          people: {type: number, label: {zh: 人数, en: People}}
          topics: {type: text, many: 5, label: {zh: 领域, en: Topics}}
        rules:
          - unique: [name]
        """

    @Test(arguments: [
        ("label: {zh: 网点,", "label: {zh: 服务网点,", ["compatible: words, order or notes"]),
        (
            "  people:", "  phone: {type: text, label: {zh: 电话, en: Phone}}\n  people:",
            ["compatible: field 'phone' is new"]
        ),
        (
            "  people:", "  phone: {type: text, label: {zh: 电话, en: Phone}, required: yes}\n  people:",
            ["decision: field 'phone' is new and required; old entries lack it"]
        ),
        (
            "  people: {type: number, label: {zh: 人数, en: People}}\n", "",
            ["decision: field 'people' is gone; its values stay in the history but are not shown"]
        ),
        ("type: number", "type: money", ["decision: field 'people' is a money, not a number: old values may not fit"]),
        (
            "type: number,", "type: number, most: 5,",
            ["decision: field 'people' has other limits: old values may not fit"]
        ),
        ("en: People}}", "en: People}, use: [sort]}", ["reindex: field 'people' has other uses"]),
        ("en: People}}", "en: People}, unique: yes}", ["decision: field 'people' is unique"]),
        ("en: People}}", "en: People}, many: yes}", ["reindex: field 'people' takes several values"]),
        ("many: 5", "many: 9", ["compatible: field 'topics' takes 9 values, not 5"]),
        ("many: 5", "many: 3", ["decision: field 'topics' takes fewer values than before"]),
        ("en: People}}", "en: People}, read: [staff]}", ["decision: field 'people' is read by others"]),
        ("required: yes", "required: no", ["compatible: field 'name' is required no more"]),
        ("en: running}", "en: running, over: yes}", ["decision: state 'running' counts otherwise"]),
        ("next: [running]", "next: [planned, running]", ["compatible: state 'planned' is followed by others"]),
        ("next: [running]", "next: [running], works: yes", ["compatible: state 'planned' is said to be at work"]),
        (
            "  - unique: [name]", "  - unique: [people]",
            [
                "decision: rule of line 11 is new; old entries may break it",
                "compatible: rule of line 11 of the old version is gone",
            ]
        ),
        (
            "write: [staff]\n", "write: [staff]\napprove: [staff]\n",
            ["decision: what is written is approved otherwise"]
        ),
        ("write: [staff]", "write: [staff]\nread: [staff]", ["decision: the register is read by others"]),
    ])
    func `each change is told with what follows from it`(old: String, new: String, wanted: [String]) throws {
        let vocabulary = Vocabulary(roles: ["staff"], rights: [], reserved: [])
        let texts = [Self.base, Self.base.replacing(old, with: new)]
        let versions = try texts.map { text in
            let (register, problems) = RegisterDeclaration.read(
                text,
                name: "outlet",
                file: "outlet.yaml",
                vocabulary: vocabulary
            )
            try #require(problems == [])
            return try #require(register)
        }
        try #require(texts[0] != texts[1])
        let changes = DeclarationChange.between(versions[0], versions[1])
        #expect(changes.map { "\($0.effect.rawValue): \($0.message)" } == wanted)
    }

    @Test func `the same declaration changes nothing`() throws {
        let vocabulary = Vocabulary(roles: ["staff"], rights: [], reserved: [])
        let (register, _) = RegisterDeclaration.read(
            Self.base,
            name: "outlet",
            file: "outlet.yaml",
            vocabulary: vocabulary
        )
        let same = try #require(register)
        #expect(DeclarationChange.between(same, same) == [])
    }
}
