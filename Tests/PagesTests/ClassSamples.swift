import Links
import Pages

/// Pages of classes, concordance and codes in every state.
extension Samples {
    private static func row(
        _ symbol: String,
        _ language: PageLanguage,
        title: String? = "T <b>",
        count: Tally? = Tally(3)
    ) -> ClassRow {
        ClassRow(
            symbol,
            title: title,
            titleLanguage: language == .zh ? "en" : nil,
            count: count,
            link: ClassLink(.ipc, symbol, language: language),
            search: SearchState(query: "IPC=" + symbol, language: language)
        )
    }

    /// Without words, with finds, and with words that find nothing.
    static func classes(_ language: PageLanguage) -> [(String, ClassesPage)] {
        let schemes = SchemeName.allCases.map {
            ClassesPage.Scheme(
                $0,
                title: "S<b>",
                edition: $0 == .ipc ? "2026.01" : nil,
                isLoaded: $0 == .ipc,
                symbols: 12
            )
        }
        let finds = ClassesPage.Finds(
            title: "S<b>",
            leading: [row("H01M10", language, count: Tally(1, samples: 2))],
            titled: [row("H01M", language, count: nil)],
            isLoose: true
        )
        return [
            ("alone", ClassesPage(link: ClassLink(language: language), schemes: schemes)),
            (
                "found",
                ClassesPage(link: ClassLink(words: "a\"<b>", language: language), schemes: schemes, finds: [finds])
            ),
            ("nothing", ClassesPage(link: ClassLink(words: "zzz", language: language), schemes: schemes, finds: [])),
        ]
    }

    /// The top of a scheme, a class with those below it, one without anything, and one made of IPC symbols.
    static func classLevels(_ language: PageLanguage) -> [ClassPage] {
        let own = row("H01M10/05", language)
        return [
            ClassPage(
                link: ClassLink(.ipc, words: "x", language: language),
                scheme: "IPC <b>",
                count: Tally(5, samples: 1),
                below: [row("A", language), row("B", language, title: nil, count: Tally(0))],
                hasTitles: false,
                finds: ClassesPage.Finds(title: "S", leading: [], titled: [])
            ),
            ClassPage(
                link: ClassLink(.ipc, "H01M10/05", language: language),
                scheme: "IPC",
                own: own,
                fullTitle: "T <b> (x)",
                count: Tally(1),
                above: [row("H", language), row("H01M", language)],
                ownSearch: SearchState(query: "IPCX=H01M10/05", language: language),
                wideSearch: SearchState(query: "IPC=H01M10/05", language: language),
                concordance: ConcordanceLink("H01M10/05", from: .ipc, language: language),
                edition: "2026 <b>"
            ),
            ClassPage(
                link: ClassLink(.field, "8", language: language),
                scheme: "F",
                own: row("8", language, title: nil),
                count: Tally(0),
                ipc: [row("H01L", language, count: nil)]
            ),
        ]
    }

    /// The form alone, and symbols with and without counterparts.
    static func concordances(_ language: PageLanguage) -> [ConcordancePage] {
        let schemes = SchemeName.allCases.map { ConcordancePage.Scheme($0, title: "S<b>") }
        let rows = ConcordancePage.Basis.allCases.map { basis in
            ConcordancePage.Row(
                own: row("H01M", language),
                scheme: "S",
                other: row("C3841", language, count: basis == .records ? Tally(2, samples: 1) : nil),
                basis: basis,
                share: basis == .records ? 0.25 : nil
            )
        }
        return [
            ConcordancePage(link: ConcordanceLink(language: language), schemes: schemes, hasIndustryTable: true),
            ConcordancePage(
                link: ConcordanceLink("H01M\n<b>", from: .ipc, language: language),
                schemes: schemes,
                rows: rows,
                unknown: ["<b>"],
                alone: ["H"],
                unread: 1
            ),
        ]
    }

    /// All lists, and none.
    static func codes(_ language: PageLanguage) -> [CodesPage] {
        let lists = CodesPage.Name.allCases.map { name in
            CodesPage.List(
                name,
                [
                    .init(
                        "CN A",
                        "M <b>",
                        aside: name == .state ? nil : "Aside",
                        asideLanguage: language == .zh ? "en" : nil
                    ),
                    .init("B", "M"),
                ]
            )
        }
        return [
            CodesPage(link: CodesLink(language: language), lists: lists),
            CodesPage(link: CodesLink("<b>", language: language), lists: []),
        ]
    }
}
