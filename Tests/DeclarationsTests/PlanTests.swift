import Declarations
import Domain
import Foundation
import Links
import Testing

/// Files of plans: what comes with the program, what is wrong with one, and what a new version changes.
struct PlanTests {
    @Test func `the plan of 2023 to 2025 has the titles that the paper prints`() throws {
        let plan = try #require(Shipped.set().plans["2023-2025"])
        #expect(plan.title.zh == "知识产权公共服务普惠工程实施方案（2023—2025年）")
        #expect(
            plan.parts.map(\.title.zh) == [
                "总体要求", "推进知识产权公共服务机构多元化", "推进知识产权公共服务供给均等化", "推进知识产权公共服务领域多样化",
                "推进知识产权公共服务支撑数字化", "推进知识产权公共服务人才专业化", "组织保障",
            ]
        )
        #expect(plan.parts.map(\.clauses.count) == [0, 5, 5, 5, 5, 3, 3])
        #expect(
            plan.clauses.map(\.title.zh) == [
                "充分发挥知识产权公共服务骨干节点作用", "加强地市级综合性知识产权公共服务机构建设", "加强知识产权公共服务重要网点建设",
                "扩大知识产权公共服务一般网点覆盖面", "促进知识产权公共服务体系和保护体系、运用体系协同发力", "推进知识产权公共服务标准化规范化",
                "提高知识产权公共服务便利度", "推进建设知识产权公共服务标准化城市", "推动知识产权公共服务和市场化服务协同发展",
                "规范开展知识产权政务服务评价", "强化对国家战略科技力量的公共服务支撑", "强化对新领域新业态的公共服务支撑",
                "强化对区域重点产业的公共服务支撑", "强化对乡村振兴的公共服务支撑", "强化对西部地区的公共服务帮扶",
                "加快构建全国一体化知识产权数字公共服务平台", "加强知识产权专题数据库建设", "加大知识产权数据资源供给力度",
                "丰富知识产权信息公共服务产品", "积极支持知识产权数据服务机构发展壮大", "强化知识产权公共服务人才队伍建设",
                "建立健全知识产权公共服务人才培养机制", "强化知识产权知识普及教育", "加强政策供给，有力保障工程实施",
                "加强组织实施，做好经验总结推广", "加强分类指导，完善考核评价体系",
            ]
        )
        #expect(plan.clauses.map(\.number) == Array(1...26))
        #expect((plan.from.description, plan.until.description) == ("2023", "2025"))
        #expect(plan.issuer?.zh == "国家知识产权局" && plan.published?.description == "2023-10-18" && plan.number == nil)
    }

    @Test func `units stand as printed, and none where the paper prints none`() throws {
        let clauses = try #require(Shipped.set().plans["2023-2025"]).clauses
        #expect(clauses.filter { $0.units == nil }.map(\.key) == ["c24", "c25", "c26"])
        #expect(clauses[0].units == "公共服务司，各地知识产权管理部门")
        #expect(clauses[2].units == "公共服务司、港澳台办公室、文献部，各地知识产权管理部门")
        #expect(clauses[6].units == "运用促进司、公共服务司、审业部、复审无效部、初审流程部、自动化部、商标局，各地知识产权管理部门")
        #expect(clauses[22].units == "办公室、运用促进司、公共服务司、机关党委、文献部、自动化部、培训中心、代理师协会，各地知识产权管理部门")
    }

    @Test func `targets have their numbers, and what the paper does not print says so`() throws {
        let clauses = try #require(Shipped.set().plans["2023-2025"]).clauses
        let numbers = clauses.flatMap { clause in
            clause.targets.compactMap { target in
                target.value.map { "\(clause.key) \(target.isLeast ? ">=" : "=") \($0) \(target.unit?.zh ?? "")" }
            }
        }
        #expect(numbers == ["c02 >= 50 %", "c03 >= 550 家", "c08 = 30 个"])
        #expect(clauses[2].targets[0].printed == "到2025年，国家级重要网点达到550家以上")
        #expect(clauses[15].targets.map { $0.by?.description } == ["2025", "2025"])
        #expect(clauses.flatMap(\.targets).filter { $0.printed == nil }.map(\.label.zh) == ["减免的证明材料"])
    }

    @Test func `the clauses are named by the codes by which measures name them`() throws {
        let set = try Shipped.set()
        let plan = try #require(set.plans["2023-2025"])
        let codes = try #require(set.codes["clause"]).codes
        #expect(
            codes.map { "\($0.code) \($0.label.zh)" }
                == plan.clauses.map { "\($0.key) （\(PlanClause.numeral($0.number))）\($0.title.zh)" }
        )
    }

    @Test(arguments: [
        (1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (26, "二十六"), (99, "九十九"), (100, "100"), (0, "0"),
    ])
    func `numbers are written as papers write them`(number: Int, text: String) {
        #expect(PlanClause.numeral(number) == text)
    }

    @Test func `the guide for operators names every page that a plan may name`() throws {
        var root = URL(filePath: #filePath)
        for _ in 1...3 { root.deleteLastPathComponent() }
        let guide = try String(contentsOf: root.appending(path: "Docs/Operate/registers.md"), encoding: .utf8)
        let line = try #require(guide.split(separator: "\n").first { $0.hasPrefix("| `pages` |") })
        let names = line.matches(of: /`([a-z-]+)`/).dropFirst().map { String($0.output.1) }
        #expect(names == LivePage.allCases.map(\.rawValue))
    }

    // MARK: Mistakes

    static let register = DeclarationFile(
        kind: .register,
        name: "measure",
        path: "registers/measure.yaml",
        text: """
            label: {zh: 举措, en: Measures}
            write: [staff]
            fields:
              name: {type: text, label: {zh: 名称, en: Name}, required: yes}
              clause: {type: choice, codes: clause, label: {zh: 条款, en: Clause}}
            """
    )
    static let codes = DeclarationFile(
        kind: .codes,
        name: "clause",
        path: "codes/clause.yaml",
        text: "label: {zh: 条款, en: Clauses}\ncodes:\n  c01: {zh: 一, en: 1}\n  c02: {zh: 二, en: 2}\n"
    )
    static let head =
        "label: {zh: 示例方案, en: Plan}\nperiod: {from: 2026, until: 2030}\nparts:\n  - zh: 总则\n    en: General\n"

    static let mistakes: [(text: String, line: Int, message: String)] = [
        (
            "label: {zh: 示例方案, en: Plan}\nparts:\n  - {zh: 总则, en: General, clauses: {c01: {zh: 甲, en: A}}}\n", 1,
            "plan '2026' has no 'period'; write period: {from: 2023, until: 2025}"
        ),
        (
            "label: {zh: 示例方案, en: Plan}\nperiod: {from: 2030, until: 2026}\n", 2,
            "plan '2026': 'period': 'until' lies before 'from'"
        ),
        (
            "label: {zh: 示例方案, en: Plan}\nperiod: {from: 2026, until: soon}\n", 2,
            "plan '2026': 'period': 'until' is 'soon'; write a year, a month or a day as 2025, 2025-06 or 2025-06-30"
        ),
        (
            "label: {zh: 示例方案, en: Plan}\nperiod: {from: 2026, until: 2030}\n", 1,
            "plan '2026' has no clauses; write parts: and under it - {zh, en, clauses: {KEY: {zh, en}}}"
        ),
        (
            head + "    clauses:\n      c01: {zh: 甲}\n", 7,
            "clause 'c01' needs both languages; write zh: … and en: …"
        ),
        (
            head + "    clauses:\n      c01: {zh: 甲, en: A, unit: 示例局}\n", 7,
            "clause 'c01' has no 'unit' (did you mean 'units'?); it may say zh, en, units, targets, registers, pages"
        ),
        (
            head + "    clauses:\n      c01: {zh: 甲, en: A, registers: [mesure]}\n", 7,
            "clause 'c01' names 'mesure', which is no register (did you mean 'measure'?)"
        ),
        (
            head + "    clauses:\n      c01: {zh: 甲, en: A, pages: [serch]}\n", 7,
            "clause 'c01': 'pages' names 'serch' (did you mean 'search'?); the pages are search, fees"
        ),
        (
            head
                + "    clauses:\n      c01: {zh: 甲, en: A}\n  - {zh: 分则, en: Special, clauses: {c01: {zh: 乙, en: B}}}\n",
            8,
            "clause 'c01' stands in two parts; keep one"
        ),
        (
            head
                + "    clauses:\n      c01: {zh: 甲, en: A, targets: [{zh: 网点, en: Outlets, least: 3, value: 4, by: 2030}]}\n",
            7,
            "target of clause 'c01': 'value' stands beside 'least'; keep 'least' where more is as good, else 'value'"
        ),
        (
            head + "    clauses:\n      c01: {zh: 甲, en: A, targets: [{zh: 网点, en: Outlets, least: 3}]}\n", 7,
            "target of clause 'c01' has a number and no 'by'; say by when"
        ),
        (
            head + "    clauses:\n      c01: {zh: 甲, en: A}\nmeasures: {register: measure, field: claus}\n", 8,
            "'claus' of 'measure' chooses from no list (did you mean 'clause'?); fields that do are clause"
        ),
        (
            head + "    clauses:\n      c01: {zh: 甲, en: A}\nissues: mesure\n", 8,
            "issues are kept in 'mesure', which is no register (did you mean 'measure'?)"
        ),
        (
            head + "    clauses:\n      c07: {zh: 甲, en: A}\nmeasures: {register: measure, field: clause}\n", 7,
            "clause 'c07' is no code of 'clause', by which measures name clauses"
        ),
    ]

    @Test(arguments: mistakes)
    func `a mistake is told with its line and what to write`(text: String, line: Int, message: String) {
        let file = DeclarationFile(kind: .plan, name: "2026", path: "plans/2026.yaml", text: text)
        let set = DeclarationSet(
            [file, Self.register, Self.codes],
            vocabulary: Vocabulary(roles: ["staff"], rights: [], reserved: [], pages: ["search", "fees"])
        )
        let found = set.problems.map(\.description)
        #expect(found.contains("plans/2026.yaml:\(line): \(message)"), "\(found)")
    }

    // MARK: Versions

    @Test func `a clause that is gone needs a decision, other changes do not`() throws {
        func plan(_ clauses: String) throws -> PlanDeclaration {
            let (plan, problems) = PlanDeclaration.read(
                Self.head + "    clauses:\n" + clauses,
                name: "2026",
                file: "2026.yaml",
                vocabulary: Vocabulary(roles: [], rights: [], reserved: [], pages: ["search"])
            )
            #expect(problems == [])
            return try #require(plan)
        }
        let old = try plan("      c01: {zh: 甲, en: A}\n      c02: {zh: 乙, en: B}\n")
        let new = try plan("      c02: {zh: 乙, en: B, pages: [search]}\n      c03: {zh: 丙, en: C}\n")
        #expect(DeclarationChange.between(old, old).isEmpty)
        #expect(
            DeclarationChange.between(old, new).map { "\($0.effect.rawValue): \($0.message)" } == [
                "decision: clause 'c01' is gone; its measures are shown nowhere",
                "compatible: clause 'c02' is carried out otherwise", "compatible: clause 'c03' is new",
            ]
        )
    }
}
