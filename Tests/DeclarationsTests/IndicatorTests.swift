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
        var tally = IndicatorTally(indicator, of: try #require(set.registers["institution"]), codes: set.codes)
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
        #expect(nation.count == 3 && nation.entries == ["a", "b", "c", "j"])
        // 333 prefectures in 2023 (293 cities, 7 regions, 30 autonomous prefectures, 3 leagues), two of them left out.
        #expect(nation.of == [333, 331])
        // 3 of 333 are 0.900…, 3 of 331 0.906… percent.
        #expect(nation.shares == [9, 9])
        let shaanxi = tally.figure(in: RegionCode("陕西"))
        #expect(
            shaanxi.count == 2 && shaanxi.of == [10, 9] && shaanxi.shares == [200, 222]
                && shaanxi.entries == ["a", "b", "c"]
        )
        let xian = tally.figure(in: RegionCode("西安"))
        #expect(xian.count == 1 && xian.of == [1, nil] && xian.entries == ["a", "b"])
        // A municipality has no prefectures: not applicable, not nought.
        let beijing = tally.figure(in: RegionCode("北京"))
        #expect(beijing.count == 0 && beijing.of == [nil, nil] && beijing.shares == [nil, nil])
        #expect(
            tally.gaps(in: RegionCode("陕西")) == [
                "610200", "610400", "610500", "610600", "610700", "610800", "610900", "611000",
            ]
        )
        #expect(tally.gaps(in: nil).count == 330)
    }

    @Test func `entries count each, in whatever division`() throws {
        let tally = try tally("count", entries)
        #expect(tally.figure(in: nil).entries == ["a", "b", "c", "d", "g", "h", "i", "j"])
        #expect(tally.figure(in: nil).of.isEmpty)
        #expect(tally.figure(in: RegionCode("陕西")).count == 4)
        #expect(tally.figure(in: RegionCode("北京")).entries == ["h"])
        #expect(tally.gaps(in: nil).isEmpty)
    }

    @Test func `a condition on states counts what is over, where it says so`() throws {
        let text = "label: {zh: 数量, en: Number}\nregister: institution\nwhere: {state: closed}\n"
        let set = set([("over", text)])
        try #require(set.problems == [])
        var tally = IndicatorTally(
            try #require(set.indicators["over"]),
            of: try #require(set.registers["institution"]),
            codes: set.codes
        )
        for (id, content) in entries { tally.add(id, content) }
        #expect(tally.figure(in: nil).entries == ["e"])
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
