import Links
import Pages

/// Invented models for the tests; every person, firm and number is fictitious.
enum Samples {
    static func frame(_ link: Link, hasSamples: Bool = true, theme: Theme? = nil, size: TextSize? = nil) -> PageFrame {
        PageFrame(
            link: link,
            theme: theme,
            size: size,
            hasSamples: hasSamples,
            snapshot: SnapshotStamp(sequence: 1_204_883, date: "2026-11-18"),
            requestID: "7f3a9c"
        )
    }

    static let counts: [RegisterName: Tally] = [
        .patent: Tally(7_384, samples: 12_000), .trademark: Tally(1_204, samples: 4_000),
        .design: Tally(318, samples: 2_000), .gi: Tally(46, samples: 1_000), .layout: Tally(0, samples: 1_000),
    ]

    static func home(_ language: PageLanguage) -> HomePage {
        let examples =
            language == .zh
            ? ["石墨烯 散热", "申请日>=2020 电池", "IPC=H01M10", "CN199000012B"]
            : ["graphene film", "AD>=2020 battery", "IPC=H01M10", "CN199000012B"]
        return HomePage(counts: counts, examples: examples)
    }

    static func state(_ language: PageLanguage) -> SearchState {
        SearchState(
            query: language == .zh ? "石墨烯 散热膜 申请日>=2020-01-01" : "graphene film AD>=2020-01-01",
            facets: [FacetSelection("status", "live")],
            language: language
        )
    }

    static func results(_ language: PageLanguage, hits: Int = 6, view: ResultView = .list) -> ResultsPage {
        let state = state(language).viewed(as: view)
        let isChinese = language == .zh
        var page = ResultsPage(state: state)
        page.counts = [
            .patent: Tally(1_247, samples: 37), .trademark: Tally(37), .design: Tally(6, samples: 2),
            .gi: Tally(0), .layout: Tally(0, samples: 2),
        ]
        page.total = Tally(1_247, samples: 37)
        page.milliseconds = 8.24
        page.expression = "(TI,AB,CL,DE,KW,PA,IN=石墨烯 AND 散热膜) AND AD>=2020-01-01"
        page.terms = [
            UnderstoodTerm(
                isChinese ? "石墨烯" : "graphene",
                alternatives: [isChinese ? "graphene" : "graphenes"],
                queryWithout: isChinese ? "散热膜 申请日>=2020-01-01" : "film AD>=2020-01-01"
            ),
            UnderstoodTerm(
                isChinese ? "散热膜" : "film",
                joint: .and,
                queryWithout: isChinese ? "石墨烯 申请日>=2020-01-01" : "graphene AD>=2020-01-01"
            ),
            UnderstoodTerm(
                "≥ 2020-01-01",
                field: isChinese ? "申请日" : "filed",
                joint: .and,
                queryWithout: isChinese ? "石墨烯 散热膜" : "graphene film"
            ),
        ]
        page.hits = (0..<hits).map { hit($0, state) }
        page.words = isChinese ? ["石墨烯", "散热膜", "铜箔"] : ["graphene", "film", "copper"]
        page.facets = facets(isChinese)
        page.notes = [.checkDigit(number: "2019103024302", expected: "1")]
        return page
    }

    private static func hit(_ index: Int, _ state: SearchState) -> Hit {
        let isChinese = state.language == .zh
        let number = "CN19900\(1_000 + index)"
        var hit = Hit(
            link: RecordLink(.patent, number, language: state.language).found(by: state, at: index + 1),
            right: index % 2 == 0 ? .patent : .utilityModel,
            title: MarkedText(
                [
                    .init("一种"), .init("石墨烯", word: 0), .init("复合"), .init("散热膜", word: 1),
                    .init("及其制备方法 <\(index)>"),
                ],
                language: "zh"
            )
        )
        hit.isSample = index == 1
        hit.state = StateChip(
            StateChip.Shape.allCases[index % 4],
            isChinese
                ? ["有效", "审中", "失效", "有效，有质押"][index % 4]
                : ["In force", "Pending", "Ended", "In force, pledged"][index % 4]
        )
        hit.numbers = [number + "B"]
        hit.dates = [DateFact(.applicationDate, "2021-03-16"), DateFact(.publicationDate, "2023-08")]
        hit.snippet = MarkedText(
            [
                .init("……将氧化"), .init("石墨烯", word: 0),
                .init("浆料涂布于铜箔，经 2,850 ℃ 石墨化与辊压得到厚度 25～100 μm 的"), .init("散热膜", word: 1),
                .init("，面内热导率不低于 1,450 W/(m·K)，弯折一万次后热阻变化小于 3%……"),
            ],
            language: "zh"
        )
        hit.parties = [
            PartyName("澄川示例材料有限公司", search: state.asking("PA=澄川示例材料有限公司")), PartyName("林示一"),
        ]
        hit.classes = [
            ClassSymbol("H05K 7/20", title: "冷却", search: state.asking("IPC=H05K7/20")), ClassSymbol("C01B 32/184"),
        ]
        hit.familySize = index == 0 ? 5 : nil
        hit.cells = [number + "B", "", "澄川示例材料有限公司; 林示一", "2023-08", "H05K 7/20", ""]
        hit.sign = index == 3 ? nil : "H05K 7/20"
        hit.drawings = index == 1 ? 1 : index == 2 ? 5 : nil
        return hit
    }

    private static func facets(_ isChinese: Bool) -> [Facet] {
        let status = [("live", "有效", "In force", 812), ("open", "审中", "Pending", 286), ("gone", "失效", "Ended", 149)]
        let years = [96, 214, 286, 251, 243, 194]
        let names = [
            "澄川示例材料有限公司", "示例理工大学", "海汇示例电子有限公司", "北岸示例装备股份有限公司", "云麓示例热控有限公司", "Sample Thermal Films & Co. KG",
            "示例第七公司", "示例第八公司",
        ]
        return [
            Facet(
                "status",
                values: status.map { .init($0.0, label: isChinese ? $0.1 : $0.2, count: Tally($0.3, samples: 12)) }
            ),
            Facet("kind", values: [.init("发明授权", count: Tally(604)), .init("实用新型", count: Tally(283, samples: 37))]),
            Facet(
                "applicationYear",
                kind: .years,
                values: years.enumerated().map {
                    .init(String(2025 - $0.offset), count: Tally($0.element, samples: $0.offset))
                }
            ),
            Facet(
                "applicant",
                kind: .parties,
                values: names.enumerated().map {
                    .init($0.element, count: Tally(118 - $0.offset * 14, samples: $0.offset % 2))
                },
                distinct: 388
            ),
            Facet(
                "ipcSubclass",
                values: [.init("H05K", label: "H05K 印刷电路；电设备外壳", count: Tally(420)), .init("C01B", count: Tally(316))]
            ),
            Facet(
                "region",
                kind: .regions,
                values: [.init("320000", count: Tally(210)), .init("440000", count: Tally(190, samples: 3))]
            ),
        ]
    }

    static func nothing(_ language: PageLanguage) -> ResultsPage {
        let state = SearchState(
            query: language == .zh ? "石墨烯 独角兽" : "graphene unicorn",
            register: .gi,
            language: language
        )
        var page = ResultsPage(state: state)
        page.milliseconds = 0.61
        page.counts = [.patent: Tally(3)]
        page.terms = [
            UnderstoodTerm("石墨烯", queryWithout: "独角兽"), UnderstoodTerm("独角兽", joint: .and, queryWithout: "石墨烯"),
        ]
        page.corrections = [
            .init(word: "unicron", replacement: "unicorn", search: .init(state.replacing("unicorn"), total: Tally(2)))
        ]
        page.suggestions = [.init(state.replacing("石墨烯"), total: Tally(1_284, samples: 3))]
        return page
    }

    /// The form alone, a term of two years, and a day that cannot be used.
    static func fees(_ language: PageLanguage) -> [FeesPage] {
        func link(_ filed: String) -> FeesLink { FeesLink(right: "design", filed: filed, language: language) }
        let years: [FeesPage.Year] = [
            .init(
                number: 1,
                firstDay: "2019-03-05",
                lastDay: "2020-03-04",
                fullFee: 600,
                fee: nil,
                dueDay: nil,
                lastGraceDay: nil
            ),
            .init(
                number: 2,
                firstDay: "2020-03-05",
                lastDay: "2021-03-04",
                fullFee: 1_200,
                fee: 180,
                dueDay: "2020-03-05",
                lastGraceDay: "2020-09-05"
            ),
        ]
        let fees = FeesPage.Fees(lastDay: "2021-03-04", length: 2, total: 180, validOn: "2024-01-20", years: years)
        return [
            FeesPage(link: link("")), FeesPage(link: link("2019-03-05"), outcome: .found(fees)),
            FeesPage(link: link("<b>"), outcome: .refused(field: "filed")),
            FeesPage(link: link("2019"), outcome: .refused(field: "granted")),
            FeesPage(link: link("2018"), outcome: .refused(field: "right")),
            FeesPage(link: link("2017"), outcome: .refused(field: "payer")),
        ]
    }

    /// The form alone, and numbers found, found twice, mistyped and not found.
    static func numbers(_ language: PageLanguage) -> [NumbersPage] {
        func record(_ number: String) -> NumbersPage.Record {
            .init(
                link: RecordLink(.patent, number, language: language),
                title: "a <b>",
                kind: "k",
                state: "s",
                numbers: ["CN1", "CN1A <i>"],
                family: 2,
                isSample: true
            )
        }
        let rows: [NumbersPage.Row] = [
            .init(
                typed: "CN1 <i>",
                records: [record("CN1")],
                total: 1,
                expectedCheckDigit: "3",
                readings: [.init("w <b>", forms: ["CN1", "CN 1 <i>"])]
            ),
            .init(typed: "2", records: [record("CN2"), record("CN3")], total: 7),
            .init(typed: "none </textarea>", records: [], total: 0),
        ]
        return [
            NumbersPage(link: PastedText(language: language)),
            NumbersPage(link: PastedText("CN1 <i>, 2, none </textarea>", language: language), rows: rows, unread: 4),
        ]
    }

    /// The form alone, and a history with a line that is refused and one too long to be linked.
    static func histories(_ language: PageLanguage) -> [(name: String, model: HistoryPage)] {
        let link = PastedText("电池 <b>\n#1 AND (\n#1", language: language)
        let lines: [HistoryPage.Line] = [
            .init(number: 1, text: "电池 <b>", outcome: .counted(Tally(1_234, samples: 5), query: "电池", isExact: true)),
            .init(number: 2, text: "#1 AND (", outcome: .refused("x<y", place: 7..<8)),
            .init(
                number: 3,
                text: "#1",
                outcome: .counted(Tally(7), query: String(repeating: "a", count: 9_000), isExact: false)
            ),
        ]
        return [
            ("form", HistoryPage(link: PastedText(language: language))),
            ("lines", HistoryPage(link: link, lines: lines, uncounted: 3)),
        ]
    }

    /// The form alone, a query that lost something, one that did not, and one that is refused.
    static func translations(_ language: PageLanguage) -> [(name: String, model: TranslationPage)] {
        let examples: [TranslationPage.Example] = [.init(.espacenet, #"ti any "a b""#), .init(.ppubs, "a.ti.")]
        func page(_ text: String, _ outcome: TranslationPage.Outcome?) -> TranslationPage {
            TranslationPage(
                link: TranslationLink(text, from: text.isEmpty ? nil : .ppubs, language: language),
                examples: examples,
                outcome: outcome
            )
        }
        let remarks: [TranslationPage.Remark] = [
            .init(text: "L1 <b>", isLoss: true, place: 0..<2), .init(text: "ADJ", isLoss: false, place: 7..<10),
        ]
        return [
            ("form", page("", nil)),
            (
                "lossy",
                page("L1 AND ADJ </textarea>", .translated(.init(system: .ppubs, query: "TI=a & b", remarks: remarks)))
            ),
            ("same", page("a.ti.", .translated(.init(system: .ppubs, query: "TI=a")))),
            ("refused", page("((", .refused(message: "x<y", place: 0..<2))),
        ]
    }

    static func queryError(_ language: PageLanguage) -> QueryErrorPage {
        let query = "发明名称=(石墨烯 AND 散热膜( OR 申请人=示例大学"
        return QueryErrorPage(
            state: SearchState(query: query, language: language),
            message: language == .zh ? "括号没有合上" : "this bracket is never closed",
            position: 17,
            length: 1,
            suggestion: "发明名称=(石墨烯 AND 散热膜) OR 申请人=示例大学",
            translation: TranslationLink(query, from: .pss, language: language)
        )
    }
}

extension SearchState {
    fileprivate func replacing(_ query: String) -> SearchState {
        var next = self
        next.query = query
        return next
    }
}
