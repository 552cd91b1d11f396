import Declarations
import Domain
import Testing

/// What entries of a declared register may say, and in which form it is stored.
struct EntryCheckTests {
    static let text = """
        label: {zh: 网点, en: Outlets}
        write: [staff]
        states:
          planned: {zh: 拟设, en: planned, next: [running]}
          running: {zh: 运行, en: running, next: [closed]}
          closed: {zh: 已撤销, en: closed, over: yes}
        fields:
          name: {type: text, label: {zh: 名称, en: Name}, required: yes, longest: 10}
          kind: {type: choice, codes: kind, label: {zh: 类型, en: Kind}}
          kinds: {type: choice, codes: kind, many: 2, label: {zh: 兼有类型, en: Other kinds}}
          region: {type: region, levels: [province, prefecture], label: {zh: 地区, en: Region}}
          people: {type: number, least: 0, most: 100, label: {zh: 人数, en: People}}
          area: {type: number, decimals: 2, label: {zh: 面积, en: Area}}
          sum: {type: money, label: {zh: 金额, en: Sum}}
          opened: {type: date, label: {zh: 开业, en: Opened}}
          closed: {type: date, precision: year, label: {zh: 停业, en: Closed}}
          validity: {type: period, label: {zh: 有效期, en: Valid}}
          body: {type: organisation, label: {zh: 依托单位, en: Body}, required: {kind: tisc}}
          code: {type: text, check: credit-code, label: {zh: 信用代码, en: Credit code}}
          phone: {type: text, pattern: "[0-9-]{5,20}", label: {zh: 电话, en: Phone}, help: {zh: 数字和短横, en: digits and hyphens}}
          place: {type: location, label: {zh: 坐标, en: Place}}
          address: {type: address, label: {zh: 地址, en: Address}}
          hours: {type: hours, label: {zh: 开放时间, en: Hours}}
          above: {type: entry, registers: [outlet], label: {zh: 上级, en: Above}}
          notes: {type: text, lines: yes, label: {zh: 备注, en: Notes}}
        rules:
          - order: [opened, closed]
          - refuse: {kind: window, address: missing}
            message: {zh: 窗口须有地址, en: A window needs an address}
        """
    static let codes = """
        label: {zh: 类型, en: Kinds}
        codes:
          tisc: {zh: 技术与创新支持中心, en: TISC}
          window: {zh: 窗口, en: Window}
          base: {zh: 基地, en: Base, until: 2024-12-31}
          hub: {zh: 枢纽, en: Hub, from: 2030-01-01}
        """

    let check: EntryCheck

    init() throws {
        let set = DeclarationSet(
            [
                DeclarationFile(kind: .register, name: "outlet", path: "outlet.yaml", text: Self.text),
                DeclarationFile(kind: .codes, name: "kind", path: "kind.yaml", text: Self.codes),
            ],
            vocabulary: Vocabulary(roles: ["staff"], rights: [], reserved: [])
        )
        try #require(set.problems == [])
        let day = try #require(PartialDate(iso: "2026-11-30"))
        check = EntryCheck(try #require(set.registers["outlet"]), codes: set.codes, day: day)
    }

    private func content(_ field: String, _ value: FieldValue) -> EntryContent {
        EntryContent(fields: ["name": .text("网点")].merging([field: value]) { $1 })
    }

    /// The problem that a value in a field has; nil where it is right.
    private func problem(_ field: String, _ value: FieldValue) -> ValueProblem? {
        let found = check(content(field, value)).problems
        return found.first { $0.field == field || $0.field.hasPrefix(field + ".") }
    }

    /// The form in which a value is stored.
    private func stored(_ field: String, _ value: FieldValue) -> FieldValue? {
        check(content(field, value)).content.fields[field]
    }

    @Test(arguments: [
        ("kind", "技术与创新支持中心", "tisc"), ("kind", "TISC", "tisc"), ("kind", " tisc ", "tisc"),
        ("region", "陕西省西安市", "610100"), ("region", "西安", "610100"), ("region", "61", "610000"),
        ("region", "福建厦门", "350200"), ("region", "Xizang", "540000"), ("region", "吉林", "220000"),
        ("region", "吉林市", "220200"), ("region", "8100", "810000"),
        ("people", "０12", "12"), ("area", "1,250.5", "1250.50"), ("area", "-0.05", "-0.05"),
        ("sum", "3000000", "3000000.00"),
        ("opened", "2024年3月1日", "2024-03-01"), ("opened", "2024.3.1", "2024-03-01"), ("closed", "2024", "2024"),
        ("code", "91350100m000100y43", "91350100M000100Y43"), ("phone", "029-87654321", "029-87654321"),
        (
            "hours", "周一至周五 9:00-12:00、13:30-17:30；周六 9:00-12:00",
            "Mo-Fr 09:00-12:00,13:30-17:30; Sa 09:00-12:00"
        ),
        ("hours", "Mo-Su 8:00-20:00; PH 10:00-16:00", "Mo-Su 08:00-20:00; PH 10:00-16:00"),
        ("above", "outlet/abc", "outlet/abc"), ("notes", "一\n二", "一\n二"),
    ])
    func `a text is stored in one form`(field: String, written: String, wanted: String) {
        #expect(stored(field, .text(written)) == .text(wanted))
        #expect(problem(field, .text(written)) == nil)
    }

    @Test func `values with parts are read from one text or from their parts`() {
        #expect(
            stored("validity", .text("2024-01-01/2026-12-31"))
                == .parts(["from": .text("2024-01-01"), "until": .text("2026-12-31")])
        )
        #expect(stored("validity", .text("2024-01-01/..")) == .parts(["from": .text("2024-01-01")]))
        #expect(
            stored("body", .text("示例大学（91350100M000100Y43）"))
                == .parts(["name": .text("示例大学"), "code": .text("91350100M000100Y43")])
        )
        #expect(stored("body", .text("示例大学")) == .parts(["name": .text("示例大学")]))
        #expect(stored("body", .text("示例大学（华东）")) == .parts(["name": .text("示例大学（华东）")]))
        #expect(
            stored("place", .text("34.2655, 108.95"))
                == .parts(["latitude": .text("34.265500"), "longitude": .text("108.950000")])
        )
        #expect(
            stored("address", .parts(["text": .text("示例路1号"), "postcode": .text("710000")]))
                == .parts(["text": .text("示例路1号"), "postcode": .text("710000")])
        )
        #expect(
            stored("kinds", .list([.text("window"), .text("TISC"), .text("window")]))
                == .list([.text("window"), .text("tisc")])
        )
        #expect(stored("notes", .text("  ")) == nil)
        #expect(stored("address", .parts(["text": .text(" ")])) == nil)
    }

    @Test(arguments: [
        ("kind", "基地", "类型：“基地”已停用或尚未启用", "Kind “Base” is not in force on 2026-11-30"),
        ("kind", "hub", "类型：“枢纽”已停用或尚未启用", "Kind “Hub” is not in force on 2026-11-30"),
        (
            "kind", "tics", "类型：“tics”不在“类型”中，可填：技术与创新支持中心、窗口、基地、枢纽等",
            "Kind “tics” is not among Kinds; write one of its codes, such as tisc, window, base, hub"
        ),
        (
            "region", "火星", "地区：“火星”不是行政区划，请填六位代码或全称，如 610100 或西安市",
            "Region “火星” is no administrative division; write its six digits or its name, such as 610100"
        ),
        (
            "region", "610199", "地区：“610199”的级别不对，应为省级或地级",
            "Region “610199” is a county; write a province or prefecture"
        ),
        (
            "region", "119900", "地区：“119900”不是行政区划，请填六位代码或全称，如 610100 或西安市",
            "Region “119900” is no administrative division; write its six digits or its name, such as 610100"
        ),
        ("people", "12.5", "人数：“12.5”不是整数", "People “12.5” is no whole number"),
        ("people", "101", "人数：不能大于 100", "People is at most 100"),
        ("people", "-1", "人数：不能小于 0", "People is at least 0"),
        ("sum", "1.005", "金额：“1.005”不是数字，最多 2 位小数", "Sum “1.005” is no number with at most 2 digits behind the point"),
        ("opened", "2024", "开业：请写到日，如 2024-03-01", "Opened needs the day, such as 2024-03-01"),
        (
            "opened", "2023-02-29", "开业：“2023-02-29”不是日期，请写作 2024-03-01",
            "Opened “2023-02-29” is no date; write it as 2024-03-01"
        ),
        ("name", "十个字以内的名称太长了", "名称：最多 10 个字，现有 11 个", "Name takes at most 10 characters, not 11"),
        ("name", "两\n行", "名称：只能有一行，不能换行", "Name is one line without line ends"),
        (
            "code", "91350100M000100Y44", "信用代码：“91350100M000100Y44”的校验码不对，请核对",
            "Credit code “91350100M000100Y44” has a wrong check character; compare it with the certificate"
        ),
        ("phone", "电话", "电话：不符合规定的格式：数字和短横", "Phone has not the form it must have: digits and hyphens"),
        (
            "above", "policy/x", "上级：应为条目编号，以 outlet/ 开头",
            "Above is the identifier of an entry of outlet, such as outlet/…"
        ),
        (
            "hours", "9-5", "开放时间：应写作“周一至周五 9:00-12:00、13:30-17:30；周六 9:00-12:00”",
            "Hours is written as Mo-Fr 09:00-12:00,13:30-17:30; Sa 09:00-12:00; PH off"
        ),
        (
            "kind", "\u{0}", "类型：“\u{0}”不在“类型”中，可填：技术与创新支持中心、窗口、基地、枢纽等",
            "Kind “\u{0}” is not among Kinds; write one of its codes, such as tisc, window, base, hub"
        ),
    ])
    func `a wrong text is told with what to write`(field: String, written: String, zh: String, en: String) {
        #expect(problem(field, .text(written)) == ValueProblem(field: field, message: Bilingual(zh, en)))
        #expect(stored(field, .text(written)) == nil)
    }

    @Test func `a wrong part is named`() {
        let cases: [(String, FieldValue, String, String)] = [
            ("validity", .text("2026-01-01/2025-01-01"), "validity.until", "Valid ends before it begins"),
            ("validity", .text("2026"), "validity", "Valid has parts: from, until"),
            (
                "place", .text("91,10"), "place.latitude",
                "Place needs a latitude between -90 and 90 with at most six digits behind the point"
            ),
            (
                "place", .parts(["latitude": .text("34")]), "place.longitude",
                "Place needs a longitude between -180 and 180 with at most six digits behind the point"
            ),
            ("address", .parts(["postcode": .text("710000")]), "address.text", "Address needs the address itself"),
            (
                "address", .parts(["text": .text("示例路"), "postcode": .text("71")]), "address.postcode",
                "Address has a postcode of six digits"
            ),
            (
                "address", .parts(["street": .text("示例路")]), "address",
                "Address has no part ‘street’; its parts are text, postcode"
            ),
            (
                "kinds", .list([.text("tisc"), .text("window"), .text("x")]), "kinds",
                "Other kinds “x” is not among Kinds; write one of its codes, such as tisc, window, base, hub"
            ),
            ("people", .list([.text("1"), .text("2")]), "people", "People takes one value, not 2"),
            ("people", .parts(["x": .text("1")]), "people", "People is a single text, without parts"),
        ]
        for (field, value, place, message) in cases {
            let found = problem(field, value)
            #expect(found?.field == place && found?.message.en == message, "\(field): \(String(describing: found))")
        }
    }

    @Test func `what is required depends on what else is said`() {
        #expect(check(EntryContent(fields: [:])).problems.map(\.message.zh) == ["请填写名称"])
        #expect(
            check(EntryContent(fields: ["name": .text("网点"), "kind": .text("tisc")])).problems.map(\.message.en) == [
                "Body is missing"
            ]
        )
        #expect(
            check(EntryContent(fields: ["name": .text("网点"), "kind": .text("窗口")])).problems.map(\.message.zh) == [
                "窗口须有地址"
            ]
        )
    }

    @Test func `a field that is none is told with the nearest`() {
        let found = check(EntryContent(fields: ["name": .text("网点"), "knid": .text("tisc")])).problems
        #expect(found.map(\.message.en) == ["Outlets has no field ‘knid’ (did you mean 'kind'?)"])
    }

    @Test func `dates in the wrong order are told`() {
        let content = EntryContent(fields: [
            "name": .text("网点"), "opened": .text("2024-05-01"), "closed": .text("2023"),
        ])
        #expect(check(content).problems.map(\.message.zh) == ["停业不能早于开业"])
    }

    @Test func `of dates that know less only what both know is compared`() {
        func isRight(_ opened: String, _ closed: String) -> Bool {
            let fields: [String: FieldValue] = ["name": .text("网点"), "opened": .text(opened), "closed": .text(closed)]
            return check(EntryContent(fields: fields)).problems.isEmpty
        }
        #expect(
            isRight("2024-05-01", "2024") && isRight("2024-05-01", "2024-05") && isRight("2024-05-01", "2024-05-01")
        )
        #expect(
            !isRight("2024-05-01", "2024-04") && !isRight("2024-05-01", "2024-04-30") && !isRight("2024-05-01", "2023")
        )
    }

    @Test func `a wrong part is not told as missing besides`() {
        let wrong = FieldValue.parts(["name": .text("示例大学"), "code": .text("1")])
        let found = check(EntryContent(fields: ["name": .text("网点"), "kind": .text("tisc"), "body": wrong])).problems
        #expect(found.map(\.field) == ["body.code"])
    }

    @Test func `states follow each other as declared`() {
        func content(_ state: String?) -> EntryContent { EntryContent(fields: ["name": .text("网点")], state: state) }
        #expect(check(content(nil)).content.state == "planned")
        #expect(check(content(nil), before: content("running")).content.state == "running")
        #expect(check(content("运行"), before: content("planned")).content.state == "running")
        #expect(
            check(content("closed"), before: content("planned")).problems.map(\.message.zh) == ["“拟设”之后不能是“已撤销”，只能是运行"]
        )
        #expect(check(content("open")).problems.map(\.message.zh) == ["没有状态“open”，可填：拟设、运行、已撤销"])
    }

    @Test func `a code that has ended stays where it was given in its time`() {
        let before = EntryContent(fields: ["name": .text("网点"), "kind": .text("base")], state: "planned")
        #expect(check(before, before: before).problems == [])
        #expect(check(before).problems.map(\.field) == ["kind"])
    }

    @Test func `a content is read back as it was written`() throws {
        let content = EntryContent(
            fields: [
                "a": .text("x"), "b": .list([.text("1"), .parts(["c": .text("2")])]), "d": .parts(["e": .list([])]),
            ],
            state: "planned",
            sample: true
        )
        let bytes = try CanonicalJSON.encode(content)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"fields":{"a":"x","b":["1",{"c":"2"}],"d":{"e":[]}},"sample":true,"state":"planned"}"#
        )
        #expect(try QuickJSON.decode(EntryContent.self, from: bytes) == content)
    }
}
