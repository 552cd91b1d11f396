import Links
import Pages

extension Samples {
    /// A plan with everything that a clause may have, and a node without a plan.
    static func plans(_ language: PageLanguage) -> [PlanPage] {
        let isChinese = language == .zh
        func title(_ zh: String, _ en: String) -> PlanPage.Title {
            isChinese ? PlanPage.Title(zh) : PlanPage.Title(en, printed: zh)
        }
        let record = Link.record(RecordLink(.patent, "CN1", language: language))
        let clauses = [
            PlanPage.Clause(
                key: "c01",
                number: isChinese ? "一" : "1",
                title: title("示例条款<b>", "Clause <b>"),
                units: "示例局，各地示例部门",
                targets: [
                    .init(
                        label: isChinese ? "覆盖率" : "Coverage",
                        value: 50,
                        isLeast: true,
                        unit: "%",
                        by: "2025",
                        printed: "提升至50%以上"
                    ),
                    .init(
                        label: isChinese ? "网点" : "Outlets",
                        value: 1_550,
                        unit: isChinese ? "家" : "outlets",
                        by: "2025-06"
                    ),
                    .init(label: isChinese ? "平台" : "Platform", by: "2025"),
                    .init(label: isChinese ? "可办率" : "Share"),
                ],
                registers: [
                    .init(title: isChinese ? "机构名录" : "Institutions", link: record),
                    .init(title: isChinese ? "人才档案" : "Talent", link: nil),
                ],
                pages: LivePage.allCases,
                measures: .init(
                    count: Tally(1, samples: 2),
                    link: record,
                    newest: [
                        .init(title: isChinese ? "举措" : "Measure", state: isChinese ? "实施中" : "running", link: record),
                        .init(title: isChinese ? "示例举措" : "Sample", state: nil, isSample: true, link: record),
                    ]
                )
            ),
            PlanPage.Clause(
                key: "c02",
                number: isChinese ? "二" : "2",
                title: title("又一条", "Another clause"),
                measures: .init(count: Tally(0))
            ),
        ]
        let plan = PlanPage.Plan(
            title: title("示例方案", "A plan"),
            number: "示例〔2099〕1号",
            issuer: isChinese ? "示例局" : "An office",
            published: "2023-10-18",
            from: "2023",
            until: "2025",
            parts: [
                .init(number: isChinese ? "一" : "1", title: title("总则", "General"), clauses: []),
                .init(number: isChinese ? "二" : "2", title: title("分则", "Special"), clauses: clauses),
            ],
            others: [.init(title: isChinese ? "下一个方案" : "The next plan", link: PlanLink("2026", language: language))],
            issues: .init(
                title: isChinese ? "新问题 <示例>" : "Problems <sample>",
                help: isChinese ? "示例" : "Sample",
                link: RegisterLink(.register("issue"), language: language),
                isPublic: false,
                states: [
                    (isChinese ? "处理中" : "being handled", 1, RegisterLink(.register("issue"), language: language)),
                    (isChinese ? "已答复" : "answered", 2, RegisterLink(.register("issue"), language: language)),
                ]
            )
        )
        return [
            PlanPage(link: PlanLink("2023", language: language), plan: plan),
            PlanPage(link: PlanLink(language: language)),
        ]
    }
}
