import Declarations
import Domain
import Testing

/// What indicators count, against counts made by hand.
struct IndicatorTests {
    static let register = """
        label: {zh: 机构, en: Institutions}
        write: [staff]
        place: {region: region}
        states:
          running: {zh: 运行, en: running, next: [closed]}
          closed: {zh: 撤销, en: closed, over: yes}
        fields:
          name: {type: text, label: {zh: 名称, en: Name}, required: yes}
          region: {type: region, label: {zh: 地区, en: Region}}
          kind: {type: choice, codes: kind, label: {zh: 类型, en: Kind}}
        """
    static let kinds = "label: {zh: 类型, en: Kinds}\ncodes:\n  base: {zh: 基地, en: Base}\n  tisc: {zh: 中心, en: TISC}\n"
    static let cities =
        "label: {zh: 城市, en: Cities}\ncodes:\n  \"610100\": {zh: 西安市, en: Xi'an}\n  \"440300\": {zh: 深圳市, en: Shenzhen}\n"
    static let coverage = """
        label: {zh: 覆盖率, en: Coverage}
        register: institution
        where: {kind: base}
        distinct: prefecture
        of:
          - {label: {zh: 全部, en: all}, regions: prefecture}
          - {label: {zh: 不含, en: without}, regions: prefecture, without: cities}
        target: {least: 50, by: 2025-12-31}
        """
    static let count = "label: {zh: 数量, en: Number}\nregister: institution\n"

    private func set(_ indicators: [(String, String)], register: String = register) -> DeclarationSet {
        DeclarationSet(
            [
                DeclarationFile(kind: .register, name: "institution", path: "institution.yaml", text: register),
                DeclarationFile(kind: .codes, name: "kind", path: "kind.yaml", text: Self.kinds),
                DeclarationFile(kind: .codes, name: "cities", path: "cities.yaml", text: Self.cities),
            ]
                + indicators.map {
                    DeclarationFile(kind: .indicator, name: $0.0, path: "\($0.0).yaml", text: $0.1)
                },
            vocabulary: Vocabulary(roles: ["staff"], rights: [], reserved: [])
        )
    }

    private func tally(_ name: String, _ entries: [(String, EntryContent)]) throws -> IndicatorTally {
        let set = set([("coverage", Self.coverage), ("count", Self.count)])
        try #require(set.problems == [])
        let indicator = try #require(set.indicators[name])
        let register = try #require(set.registers["institution"])
        var tally = IndicatorTally(IndicatorMeasure(indicator, of: register, codes: set.codes))
        for (id, content) in entries { tally.add(id, content) }
        return tally
    }

    private func entry(_ region: String?, _ kind: String = "base", state: String = "running", sample: Bool? = nil)
        -> EntryContent
    {
        var fields: [String: FieldValue] = ["name": .text("示例"), "kind": .text(kind)]
        fields["region"] = region.map { .text($0) }
        return EntryContent(fields: fields, state: state, sample: sample)
    }

    private var entries: [(String, EntryContent)] {
        [
            // Two in Xi'an count once; one in a district of Baoji counts for Baoji.
            ("a", entry("610100")), ("b", entry("610113")), ("c", entry("610302")),
            // Another kind, one that is closed, a sample, one without region, a municipality, a province as such.
            ("d", entry("610400", "tisc")), ("e", entry("610500", state: "closed")),
            ("f", entry("610600", sample: true)), ("g", entry(nil)),
            ("h", entry("110105")), ("i", entry("440000")), ("j", entry("440300")),
        ]
    }

    @Test func `divisions count once, and what does not count does not`() throws {
        let tally = try tally("coverage", entries)
        let nation = tally.figure(in: nil)
        #expect(nation.count == 3 && tally.entries(in: nil) == ["a", "b", "c", "j"])
        // 333 prefectures in 2023 (293 cities, 7 regions, 30 autonomous prefectures, 3 leagues); of the two that are left out,
        // Xi'an and Shenzhen, both have one: they count in neither number.
        #expect(nation.shares.map(\.?.all) == [333, 331] && nation.shares.map(\.?.count) == [3, 1])
        // 3 of 333 are 0.900…, 1 of 331 0.302… percent.
        #expect(nation.shares.map(\.?.tenths) == [9, 3])
        let shaanxi = tally.figure(in: RegionCode("陕西"))
        #expect(shaanxi.count == 2 && shaanxi.shares.map(\.?.all) == [10, 9])
        #expect(shaanxi.shares.map(\.?.tenths) == [200, 111])
        #expect(tally.entries(in: RegionCode("陕西")) == ["a", "b", "c"])
        let xian = tally.figure(in: RegionCode("西安"))
        #expect(xian.count == 1 && xian.shares.map(\.?.all) == [1, nil])
        #expect(tally.entries(in: RegionCode("西安")) == ["a", "b"])
        // A municipality has no prefectures: not applicable, not nought.
        let beijing = tally.figure(in: RegionCode("北京"))
        #expect(beijing.count == 0 && beijing.shares == [nil, nil])
        // To half of 333 are missing 164 of 167, to half of 331 165 of 166.
        #expect(nation.missing(to: 50) == [164, 165] && beijing.missing(to: 50) == [nil, nil])
        #expect(
            tally.gaps(in: RegionCode("陕西")) == [
                "610200", "610400", "610500", "610600", "610700", "610800", "610900", "611000",
            ]
        )
        #expect(tally.gaps(in: nil).count == 330)
    }

    @Test func `entries count each, in whatever division`() throws {
        let tally = try tally("count", entries)
        #expect(tally.entries(in: nil) == ["a", "b", "c", "d", "g", "h", "i", "j"])
        #expect(tally.figure(in: nil).shares.isEmpty && tally.figure(in: nil).missing(to: 10) == [2])
        #expect(tally.figure(in: RegionCode("陕西")).count == 4)
        #expect(tally.entries(in: RegionCode("北京")) == ["h"])
        #expect(tally.parts(in: nil) == [:])
        #expect(tally.gaps(in: nil).isEmpty)
    }

    @Test func `a count is told apart by a code, and what is only planned is told beside it`() throws {
        let register = Self.register.replacing(
            "running: {zh: 运行",
            with: "planned: {zh: 拟设, en: planned, next: [running]}\n  running: {zh: 运行"
        )
        let text =
            "label: {zh: 数量, en: Number}\nregister: institution\nwhere: {kind: [base, tisc], state: running}\nby: kind\n"
        let set = set([("parts", text)], register: register)
        try #require(set.problems == [])
        var tally = IndicatorTally(
            IndicatorMeasure(
                try #require(set.indicators["parts"]),
                of: try #require(set.registers["institution"]),
                codes: set.codes
            )
        )
        let planned = ("k", entry("610200", state: "planned"))
        let sample = ("l", entry("620100", state: "planned", sample: true))
        for (id, content) in entries + [planned, sample] { tally.add(id, content) }
        #expect(tally.parts(in: RegionCode("陕西")) == ["base": 3, "tisc": 1])
        let tongchuan = try #require(RegionCode("610200"))
        #expect(tally.awaited(in: tongchuan) == [.init(entry: "k", state: "planned")])
        #expect(tally.gaps(in: RegionCode("陕西"), level: .prefecture).prefix(2) == ["610200", "610500"])
        // Something is known of Xianyang and of what is planned in Tongchuan, nothing of Gansu: a sample says nothing.
        #expect(tally.knows(tongchuan))
        let (xianyang, gansu) = (try #require(RegionCode("610400")), try #require(RegionCode("620000")))
        #expect(tally.knows(xianyang) && !tally.knows(gansu))
    }

    @Test func `each month has what counted at its end`() throws {
        let set = set([("coverage", Self.coverage), ("count", Self.count)])
        let register = try #require(set.registers["institution"])
        func month(_ text: String) throws -> CivilMonth { try #require(CivilMonth(text)) }
        func figures(_ name: String, in region: String? = nil) throws -> [Int] {
            let indicator = try #require(set.indicators[name])
            var history = IndicatorHistory(IndicatorMeasure(indicator, of: register, codes: set.codes))
            #expect(history.first == nil)
            // Opens in March, closes in May.
            history.add(
                "a",
                [
                    (try month("2025-03"), entry("610100")), (try month("2025-05"), entry("610100", state: "closed")),
                ]
            )
            // Another in the same city from April on, which moves to Baoji and back within June.
            history.add(
                "b",
                [
                    (try month("2025-04"), entry("610113")), (try month("2025-06"), entry("610300")),
                    (try month("2025-06"), entry("610113")),
                ]
            )
            // Entered in January as something else, right from April, withdrawn in July.
            history.add(
                "c",
                [
                    (try month("2025-01"), entry("110105", state: "closed")), (try month("2025-04"), entry("110105")),
                    (try month("2025-07"), nil),
                ]
            )
            #expect(history.first?.description == "2025-01")
            let place = region.flatMap { RegionCode($0) }
            return history.figures(in: place, try month("2025-01")...month("2025-08")).map(\.count)
        }
        #expect(try figures("count") == [0, 0, 1, 3, 2, 2, 1, 1])
        #expect(try figures("coverage") == [0, 0, 1, 1, 1, 1, 1, 1])
        #expect(try figures("count", in: "610100") == [0, 0, 1, 2, 1, 1, 1, 1])
        #expect(try figures("count", in: "110000") == [0, 0, 0, 1, 1, 1, 0, 0])
    }

    @Test func `a month has the rows of its end, and an own day reaches back before the log`() throws {
        let register =
            Self.register
            .replacing("running: {zh: 运行", with: "planned: {zh: 拟设, en: planned, next: [running]}\n  running: {zh: 运行")
            + "\n  opened: {type: date, precision: year, label: {zh: 设立, en: Opened}}\n"
        let text = "label: {zh: 数量, en: Number}\nregister: institution\nwhere: {kind: base, state: running}\n"
        let set = set([("log", text), ("days", text + "date: opened\n")], register: register)
        try #require(set.problems == [])
        #expect(try #require(set.indicators["days"]).counts(as: try #require(set.indicators["log"])) == false)
        func month(_ text: String) throws -> CivilMonth { try #require(CivilMonth(text)) }
        func opened(_ day: String?, _ content: EntryContent) -> EntryContent {
            var content = content
            content.fields["opened"] = day.map { .text($0) }
            return content
        }
        func history(_ name: String) throws -> IndicatorHistory {
            var history = IndicatorHistory(
                IndicatorMeasure(
                    try #require(set.indicators[name]),
                    of: try #require(set.registers["institution"]),
                    codes: set.codes
                )
            )
            // Planned in January, at work from April; its day says June of the year before.
            history.add(
                "a",
                [
                    (try month("2025-01"), opened("2024-06-15", entry("610100", state: "planned"))),
                    (try month("2025-04"), opened("2024-06-15", entry("610100"))),
                ]
            )
            // Only the year is known, so that it surely counts in December; it closes in May.
            history.add(
                "b",
                [
                    (try month("2025-03"), opened("2024", entry("610300"))),
                    (try month("2025-05"), opened("2024", entry("610300", state: "closed"))),
                ]
            )
            // A day after it was entered holds nothing back; a sample never counts.
            history.add("c", [(try month("2025-02"), opened("2026-01-01", entry("610400")))])
            history.add(
                "d",
                [
                    (try month("2025-02"), opened("2020", entry("610500", sample: true))),
                    (try month("2025-05"), opened(nil, entry("610500"))),
                ]
            )
            return history
        }
        func rows(_ name: String, _ text: String) throws -> [String] {
            try history(name).tally(at: try month(text)).entries(in: nil)
        }
        #expect(try history("log").first?.description == "2025-01")
        #expect(try history("days").first?.description == "2024-06")
        for (text, log, days) in [
            ("2024-05", [], []), ("2024-06", [], ["a"]), ("2024-12", [], ["a", "b"]),
            ("2025-02", ["c"], ["a", "b", "c"]),
            ("2025-03", ["b", "c"], ["a", "b", "c"]), ("2025-04", ["a", "b", "c"], ["a", "b", "c"]),
            ("2025-05", ["a", "c", "d"], ["a", "c", "d"]),
        ] as [(String, [String], [String])] {
            #expect(try rows("log", text) == log, "\(text)")
            #expect(try rows("days", text) == days, "\(text)")
            for name in ["log", "days"] {
                let month = try month(text)
                let figures = try history(name).figures(in: nil, month...month)
                #expect(figures.map(\.count) == [try rows(name, text).count], "\(name) \(text)")
            }
        }
        // What was planned then is told of then, and no more where the own day says that it was at work.
        let february = try month("2025-02")
        let xian = try #require(RegionCode("610100"))
        #expect(try history("log").tally(at: february).awaited(in: xian) == [.init(entry: "a", state: "planned")])
        #expect(try history("days").tally(at: february).awaited(in: xian) == [])
        #expect(try history("log").tally(at: february).knows(xian))
    }

    @Test func `who answers for a figure is read`() throws {
        let set = set([("one", Self.count + "owner: {zh: 示例处, en: An office}\n")])
        #expect(set.problems == [] && set.indicators["one"]?.owner == Bilingual("示例处", "An office"))
    }

    @Test func `a month is read, written and ordered`() throws {
        #expect(CivilMonth("2025-13") == nil && CivilMonth("2025") == nil && CivilMonth("2025-06-01") == nil)
        let (december, january) = (try #require(CivilMonth("2025-12")), try #require(CivilMonth("2026-01")))
        #expect(december < january)
        #expect(CivilMonth("2025-06")?.description == "2025-06")
        // 2025-05-31 16:00 UTC is the first of June in China.
        #expect(CivilMonth(inChinaAt: 1_748_707_200_000_000)?.description == "2025-06")
        #expect(CivilMonth(inChinaAt: 1_748_707_199_999_999)?.description == "2025-05")
    }

    @Test func `versions that count the same are told from those that do not`() throws {
        let set = set([
            ("one", Self.coverage),
            ("words", Self.coverage.replacing("覆盖率", with: "比率").replacing("least: 50", with: "least: 60")),
            ("where", Self.coverage.replacing("kind: base", with: "kind: tisc")),
            ("without", Self.coverage.replacing(", without: cities", with: "")),
        ])
        let one = try #require(set.indicators["one"])
        for (name, same) in [("words", true), ("where", false), ("without", false)] {
            let other = try #require(set.indicators[name])
            #expect(one.counts(as: other) == same, "\(name)")
        }
    }

    @Test func `a condition on states counts what is over, where it says so`() throws {
        let text = "label: {zh: 数量, en: Number}\nregister: institution\nwhere: {state: closed}\n"
        let set = set([("over", text)])
        try #require(set.problems == [])
        let measure = IndicatorMeasure(
            try #require(set.indicators["over"]),
            of: try #require(set.registers["institution"]),
            codes: set.codes
        )
        var tally = IndicatorTally(measure)
        for (id, content) in entries { tally.add(id, content) }
        #expect(tally.entries(in: nil) == ["e"])
    }

    @Test(arguments: [
        (
            "register: institution\n",
            "coverage.yaml:1: indicator 'coverage' has no 'label'; write label: {zh: …, en: …}"
        ),
        (
            "label: {zh: 数, en: N}\n",
            "coverage.yaml:1: indicator 'coverage' has no 'register'; name the one whose entries count"
        ),
        (
            "label: {zh: 数, en: N}\nregister: institutions\n",
            "coverage.yaml: indicator 'coverage': 'register' is 'institutions', which is no register (did you mean 'institution'?)"
        ),
        (
            "label: {zh: 数, en: N}\nregister: institution\nwhere: {knid: base}\n",
            "coverage.yaml: indicator 'coverage': 'where' names 'knid', which is no field (did you mean 'kind'?); the fields are name, "
                + "region, kind"
        ),
        (
            "label: {zh: 数, en: N}\nregister: institution\nwhere: {kind: bsae}\n",
            "coverage.yaml: indicator 'coverage': 'bsae' is no code of 'kind', from which 'kind' chooses (did you mean 'base'?)"
        ),
        (
            "label: {zh: 数, en: N}\nregister: institution\nwhere: {state: open}\n",
            "coverage.yaml: indicator 'coverage': 'where' names the state 'open'; the states are running, closed"
        ),
        (
            "label: {zh: 数, en: N}\nregister: institution\nof: [{label: {zh: 全, en: all}, regions: prefecture}]\n",
            "coverage.yaml:3: indicator 'coverage': 'of' divides by every prefecture, so that 'distinct' must be prefecture"
        ),
        (
            "label: {zh: 数, en: N}\nregister: institution\nby: knid\n",
            "coverage.yaml: indicator 'coverage': 'by' is 'knid', which is no field (did you mean 'kind'?)"
        ),
        (
            "label: {zh: 数, en: N}\nregister: institution\nby: name\n",
            "coverage.yaml: indicator 'coverage': 'by' is 'name'; name a field that chooses one code and that everybody reads"
        ),
        (
            "label: {zh: 数, en: N}\nregister: institution\ndistinct: prefecture\nby: kind\n",
            "coverage.yaml:4: indicator 'coverage': 'by' tells entries apart, but 'distinct' counts divisions; leave one of them out"
        ),
        (
            "label: {zh: 数, en: N}\nregister: institution\ndate: nmae\n",
            "coverage.yaml: indicator 'coverage': 'date' is 'nmae', which is no field (did you mean 'name'?)"
        ),
        (
            "label: {zh: 数, en: N}\nregister: institution\ndate: kind\n",
            "coverage.yaml: indicator 'coverage': 'date' is 'kind'; name a field of one date that everybody reads"
        ),
        (
            "label: {zh: 数, en: N}\nregister: institution\nowner: 示例处\n",
            "coverage.yaml:3: indicator 'coverage': 'owner' is a text; write a mapping of zh, en"
        ),
        (
            "label: {zh: 数, en: N}\nregister: institution\nplan: next\n",
            "coverage.yaml: indicator 'coverage': 'plan' is 'next', which is no plan"
        ),
        (
            "label: {zh: 数, en: N}\nregister: institution\nclause: c99\n",
            "coverage.yaml: indicator 'coverage': 'c99' is no code of 'clause'"
        ),
        (
            "label: {zh: 数, en: N}\nregister: institution\ntarget: {least: 5}\n",
            "coverage.yaml:3: indicator 'coverage': 'target': 'by' is missing; write {least: 50, by: 2025-12-31}"
        ),
    ])
    func `a mistake is told with what to write`(text: String, wanted: String) {
        #expect(set([("coverage", text)]).problems.map(\.description).contains(wanted))
    }
}
