import Links
import Pages

/// Pages of indicators as a reader could meet them; everything in them is invented.
enum IndicatorSamples {
    static func count(_ language: PageLanguage) -> IndicatorHead {
        let isChinese = language == .zh
        return IndicatorHead(
            name: "outlets",
            title: isChinese ? "重要网点 <示例>" : "Key outlets <sample>",
            help: isChinese ? "运行中的网点" : "Outlets at work",
            unit: isChinese ? "家" : "outlets",
            value: .init(count: 531),
            parts: [.init(label: "TISC", count: 152), .init(label: isChinese ? "高校中心" : "Universities", count: 379)],
            target: .init(least: 550, by: "2025-12-31", missing: [19]),
            clause: .init(
                key: "c03",
                number: isChinese ? "三" : "3",
                title: isChinese ? "示例条款" : "A clause",
                units: "示例司",
                link: PlanLink("2023-2025", language: language)
            ),
            owner: isChinese ? "示例处 <甲>" : "An office <a>",
            register: isChinese ? "机构名录" : "Institutions",
            registerLink: RegisterLink(.register("institution"), language: language),
            conditions: [
                .init(label: isChinese ? "类型" : "Kind", match: .anyOf(["TISC", isChinese ? "高校" : "University"])),
                .init(label: isChinese ? "日期" : "Day", match: .within(from: "2024-01-01", until: nil)),
                .init(label: isChinese ? "地址" : "Address", match: .given),
                .init(label: isChinese ? "备注" : "Remark", match: .missing),
            ],
            version: 2,
            counted: "2026-11-30 21:05",
            sequence: 12_345
        )
    }

    static func share(_ language: PageLanguage, isUnfit: Bool = false) -> IndicatorHead {
        let isChinese = language == .zh
        let (all, without) = isChinese ? ("全部地级行政区", "不含副省级城市") : ("all prefectures", "without sub-provincial cities")
        return IndicatorHead(
            name: "coverage",
            title: isChinese ? "覆盖率" : "Coverage",
            value: isUnfit
                ? .init(count: 0, shares: [.init(label: all), .init(label: without)])
                : .init(
                    count: 186,
                    shares: [
                        .init(label: all, count: 186, all: 333, tenths: 559),
                        .init(label: without, count: 171, all: 318, tenths: 538),
                    ]
                ),
            target: .init(least: 60, by: "2025-12-31", missing: isUnfit ? [] : [14, 20]),
            register: isChinese ? "机构名录" : "Institutions",
            distinct: "prefecture",
            counted: "2026-11-30 21:05",
            sequence: 12_345
        )
    }

    /// Figures of four units: most, none, not applicable, not known.
    static func places(_ link: IndicatorLink) -> [IndicatorPage.Place] {
        func place(_ code: String, _ count: Int?, isKnown: Bool = true) -> IndicatorPage.Place {
            IndicatorPage.Place(
                code: code,
                name: code,
                value: .init(
                    count: count ?? 0,
                    shares: [.init(label: "", count: count, all: count.map { _ in 10 }, tenths: count.map { $0 * 100 })]
                ),
                isKnown: isKnown,
                link: link.within(code)
            )
        }
        return [
            place("110000", nil), place("320000", 10), place("610000", 5), place("620000", 0),
            place("540000", 0, isKnown: false),
        ]
    }

    static func indicator(_ link: IndicatorLink, _ head: IndicatorHead) -> IndicatorPage {
        let entry = RegisterLink(.entry("outlet", "a"), language: link.language)
        var gaps = [
            IndicatorPage.Gap(name: "610200", link: link.within("610200")),
            IndicatorPage.Gap(
                name: "610400",
                link: link.within("610400"),
                awaited: [.init(title: "示例 <网点>", state: "拟设", link: entry)]
            ),
        ]
        for number in 0..<25 { gaps.append(.init(name: "6\(number)", link: link.within("610500"))) }
        return IndicatorPage(
            link: link,
            head: head,
            path: link.region == nil ? [] : [("610000", link)],
            places: places(link),
            gaps: gaps,
            rows: .init(
                total: 120,
                size: 50,
                heads: ["机构", "类型"],
                rows: [
                    .init(
                        link: entry,
                        title: "示例 <网点>",
                        isSample: false,
                        state: StateChip(.live, "运行"),
                        cells: ["TISC"]
                    )
                ],
                hasStates: true
            ),
            months: [
                .init(month: "2026-09", value: head.value),
                .init(month: "2026-10", value: head.value, then: .init(count: 3)),
                .init(month: "2026-11", value: head.value, then: head.value),
            ],
            changes: [
                .init(version: 1, day: "2026-10-02", countsOtherwise: false),
                .init(version: 2, day: "2026-11-03", countsOtherwise: true),
            ]
        )
    }

    static func pages(_ pages: PageRenderer, _ language: PageLanguage) -> [(
        String, IndicatorLink, (PageFrame) -> String
    )] {
        let all = IndicatorLink(language: language)
        let one = IndicatorLink(.indicator("coverage"), page: 2, language: language)
        let narrow = IndicatorLink(.indicator("coverage"), in: "610000", language: language)
        let planner = IndicatorLink(.planner("coverage"), byEnterprises: true, language: language)
        let ranking = IndicatorLink(.ranking("coverage"), language: language)
        let place = PlannerPage.Place(
            name: "陕西省铜川市",
            link: narrow,
            people: 690_000,
            facts: RegisterLink(.entry("region-facts", "a"), language: language),
            nearest: .init(
                title: "示例 <网点>",
                link: RegisterLink(.entry("outlet", "a"), language: language),
                kilometres: 68
            ),
            within: 2,
            awaited: [
                .init(title: "示例", state: "拟设", link: RegisterLink(.entry("outlet", "b"), language: language))
            ]
        )
        let past = IndicatorLink(.indicator("coverage"), at: "2026-10", language: language)
        var then = share(language)
        then.month = "2026-10"
        then.date = language == .zh ? "授牌日期 <示例>" : "Designated on <sample>"
        return [
            ("month", past, { pages.indicator(indicator(past, then), $0) }),
            ("none", all, { pages.indicators(IndicatorsPage(link: all, indicators: []), $0) }),
            (
                "all", all,
                {
                    pages.indicators(IndicatorsPage(link: all, indicators: [count(language), share(language)]), $0)
                }
            ),
            ("share", one, { pages.indicator(indicator(one, share(language)), $0) }),
            ("count", one, { pages.indicator(indicator(one, count(language)), $0) }),
            ("narrow", narrow, { pages.indicator(indicator(narrow, share(language, isUnfit: true)), $0) }),
            (
                "closed", narrow,
                { pages.indicator(IndicatorPage(link: narrow, head: share(language, isUnfit: true)), $0) }
            ),
            (
                "planner", planner,
                {
                    pages.planner(
                        PlannerPage(
                            link: planner,
                            title: "覆盖率",
                            order: .people,
                            places: [place, PlannerPage.Place(name: "咸阳市", link: narrow)],
                            people: 690_000
                        ),
                        $0
                    )
                }
            ),
            (
                "planner without numbers", planner,
                {
                    pages.planner(
                        PlannerPage(
                            link: planner,
                            title: "覆盖率",
                            order: .code,
                            places: [],
                            register: RegisterLink(.register("region-facts"), language: language)
                        ),
                        $0
                    )
                }
            ),
            (
                "ranking", ranking,
                {
                    pages.ranking(
                        RankingPage(
                            link: ranking,
                            head: share(language),
                            units: [.init(place: 1, name: "江苏省", value: share(language).value, link: narrow)],
                            unfit: ["北京市"],
                            unknown: ["西藏自治区"]
                        ),
                        $0
                    )
                }
            ),
            (
                "empty ranking", ranking,
                {
                    pages.ranking(
                        RankingPage(link: ranking, head: count(language), units: [], unfit: [], unknown: []),
                        $0
                    )
                }
            ),
        ]
    }
}
