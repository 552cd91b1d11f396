import Links
import Pages

/// Invented records of the five rights.
enum RecordSamples {
    static func patent(_ language: PageLanguage) -> RecordPage {
        let isChinese = language == .zh
        let state = Samples.state(language)
        let link = RecordLink(.patent, "CN2021190000121", language: language).found(by: state, at: 2)
        var page = RecordPage(
            link: link,
            right: .patent,
            title: MarkedText("一种石墨烯复合散热膜及其制备方法", language: "zh"),
            isSample: true,
            status: .init(
                StateChip(.live, isChinese ? "有效" : "In force"),
                sentence: isChinese
                    ? "专利权有效，保护到 2041-03-15；有 1 项许可。" : "In force until 15 Mar 2041; one licence is recorded.",
                source: isChinese ? "专利公报 第 39 卷 31 期" : "Patent gazette 39-31",
                date: "2023-08-04"
            )
        )
        page.otherTitles = [.init(["Graphene composite heat-spreading film & method"], language: "en")]
        page.numbers = [
            .init(.publicationNumber, [.number("CN199000012B")]),
            .init(.applicationNumber, [.number("202119000012.1")]),
        ]
        var proven = RecordPage.Fact(.grantDate, [.date("2023-08-04")])
        proven.source = 1
        proven.others = [.init([.date("2023-08-05")], source: 2)]
        page.facts = [
            .init(
                .applicant,
                [.party(PartyName("澄川示例材料有限公司", place: "示例省示例市", search: state.asking("PA=澄川示例材料有限公司")))]
            ),
            .init(.inventor, [.party(PartyName("林示一")), .party(PartyName("周示二"))]),
            .init(.applicationDate, [.date("2021-03-16")]), .init(.publicationDate, [.date("2021-09-28")]),
            proven,
            .init(.agency, [.text("示例知识产权代理事务所")]),
            .init(.keywords, [.text("石墨烯"), .text("散热")]),
        ]
        page.abstracts = [
            .init(["本发明公开一种石墨烯复合散热膜及其制备方法。将氧化石墨烯浆料涂布于铜箔，经还原、2,850 ℃ 石墨化与辊压，得到厚度 25～100 μm 的散热膜。"], language: "zh"),
            .init(
                ["A graphene oxide slurry is coated on copper foil, reduced, graphitised and rolled."],
                language: "en",
                isMachineTranslation: true
            ),
        ]
        page.claims = [
            .init(
                [
                    .init(1, "一种石墨烯复合散热膜，其特征在于，包括依次层叠的石墨烯层、铜箔和胶层，所述石墨烯层厚度为 25～100 μm。"),
                    .init(2, "根据权利要求 1 所述的散热膜，石墨烯层由 2～4 次涂布形成。", parents: [1]),
                    .init(3, "根据权利要求 2 所述的散热膜，每次涂布后以 60～80 ℃ 干燥。", parents: [2]),
                    .init(4, "根据权利要求 1 所述的散热膜，胶层厚度不大于 5 μm。", parents: [1]),
                    .init(5, "一种如权利要求 1 所述散热膜的制备方法。"),
                ],
                language: "zh"
            )
        ]
        page.description = [
            .init((1...20).map { "［00\($0 + 10)］本实施例的石墨烯层由氧化石墨烯浆料涂布、还原和石墨化得到，第 \($0) 步的温度按表 1 控制。" }, language: "zh")
        ]
        page.classes = [
            .init(
                "IPC",
                [
                    ClassSymbol("H05K 7/20", title: isChinese ? "冷却" : "cooling", search: state.asking("IPC=H05K7/20")),
                    ClassSymbol("C01B 32/184"),
                ]
            ),
            .init("CPC", [ClassSymbol("H05K 7/2039")]),
        ]
        page.priorities = [.init("202019000001.5", country: isChinese ? "中国" : "China", date: "2020-03-18")]
        page.family = [
            .init(
                "CN199000012B",
                country: isChinese ? "中国" : "China",
                date: "2021-03-16",
                state: StateChip(.live, "有效"),
                link: RecordLink(.patent, "CN2021190000121", language: language)
            ),
            .init("JP 2099-900012 A", country: isChinese ? "日本" : "Japan", date: "2023-09-12"),
        ]
        page.citations = [
            .init("US 2099/0900012 A1", country: isChinese ? "美国" : "United States", date: "2019-05", note: "X")
        ]
        page.citing = .init(
            [
                .init(
                    "CN 199000031 A",
                    country: isChinese ? "中国" : "China",
                    date: "2024-05-07",
                    title: "示例散热器",
                    state: StateChip(.open, isChinese ? "审中" : "Pending"),
                    link: RecordLink(.patent, "CN2023190000311", language: language)
                )
            ],
            total: Tally(37),
            search: SearchState(query: "CT=CN199000012", sort: .newest, language: language)
        )
        page.amendments[.description] = .init(
            language: "zh",
            changes: [
                .init(published: 1, granted: 1, pieces: [.same("本发明涉及散热材料。")]),
                .init(published: 2, granted: 3, pieces: [.same("膜厚"), .removed("10"), .added("25"), .same(" μm。")]),
            ]
        )
        page.amendments[.claims] = .init(
            language: "zh",
            changes: [
                .init(
                    published: 1,
                    granted: 1,
                    pieces: [.same("一种散热膜，厚度为"), .removed("10～200"), .added("25～100"), .same(" μm。")]
                ),
                .init(published: 2, granted: 2, pieces: [.same("根据权利要求 1 所述的散热膜。")]),
                .init(published: nil, granted: 3, pieces: [.added("胶层 <b>。")]),
                .init(published: 3, granted: nil, pieces: [.removed("铜箔。")]),
            ]
        )
        page.origins = [.title: 1, .abstracts: 1, .claims: 2]
        page.references = [
            .init(
                "GB/T 7714—2015",
                "澄川示例材料有限公司. 一种石墨烯复合散热膜及其制备方法: CN199000012B[P/OL]. 2023-08-04[2026-11-18]. https://ip.example/patent/CN2021190000121."
            )
        ]
        page.literature = ["示例作者：示例热界面材料综述，示例学报，2018。"]
        page.standing = .init(
            legal: StateChip(.live, isChinese ? "有效" : "In force"),
            since: "2023-08-04",
            business: "等年费滞纳金",
            businessDate: "2026-04-01",
            encumbrances: [isChinese ? "许可" : "licensed"]
        )
        page.outlook = .init(
            asOf: "2026-11-18",
            steps: [
                .init(.payFeeLate, day: "2026-09-16", year: 6, fee: 1_200, basis: "§ 43"),
                .init(.payFee, day: "2027-03-16", year: 7, fee: 2_000, basis: "§ 43"),
                .init(.restore, day: nil, earliestEnd: "2026-11-16", latestEnd: "2028-09-16", basis: "§ 6"),
                .init(.requestExamination, day: "2027-01-01", basis: "§ 35"),
                .init(.renew, day: "2028-01-01", firstDay: "2027-01-01", basis: "§ 40"),
                .init(.renewLate, day: "2028-07-01", basis: "§ 40"), .init(.expire, day: "2041-03-15", basis: "§ 42"),
            ],
            fees: FeesLink(filed: "2021-03-16", granted: "2023-08-04", language: language)
        )
        page.encumbrances = [
            .init(date: "2025-06-20", title: isChinese ? "许可合同备案" : "Licence recorded", source: "EE01")
        ]
        page.asOf = "2026-11-18"
        page.events = [
            .init(date: "2021-03-16", title: isChinese ? "申请" : "Filed"),
            .init(date: "2021-09-28", title: isChinese ? "公布" : "Published", source: "专利公报 第 37 卷 39 期 · CN199000012A"),
            .init(
                date: "2023-08-04",
                title: isChinese ? "授权" : "Granted",
                details: isChinese ? "专利权从这一天起生效。" : "In force from this day.",
                source: "专利公报 第 39 卷 31 期"
            ),
            .init(date: "2041-03-15", title: isChinese ? "保护期届满" : "Expires"),
        ]
        page.drawings = [
            .init("CN199000012B-A.tif", kind: .abstract, picture: picture(1, of: page.link)),
            .init("CN199000012B-1.tif", number: 1, picture: picture(2, of: page.link)),
            .init("CN199000012B-2.tif", number: 2),
            .init("CN199000012B-F.tif", kind: .formula, picture: picture(3, of: page.link)),
        ]
        page.sources = [
            .init(
                file: "sample/patents-0001.jsonl",
                format: "JSONL",
                date: "2026-11-18",
                says: isChinese ? "著录项目、权利要求" : "bibliographic data, claims"
            ),
            .init(file: "sample/list.xlsx", format: "XLSX"),
        ]
        page.versions = [
            .init(number: 1, sequence: 12, date: "2026-11-01", digest: "3f9a0c11d2"),
            .init(number: 2, sequence: 1_204_001, date: "2026-11-18", digest: "77be10ab90"),
        ]
        page.searchTotal = 1_284
        page.previous = RecordLink(.patent, "CN1", language: language).found(by: state, at: 1)
        page.next = RecordLink(.patent, "CN3", language: language).found(by: state, at: 3)
        return page
    }

    static func trademark(_ language: PageLanguage) -> RecordPage {
        var page = RecordPage(
            link: RecordLink(.trademark, "CN990012345", language: language),
            right: .trademark,
            title: MarkedText("示例-三波"),
            status: .init(StateChip(.live, language == .zh ? "已注册" : "Registered"))
        )
        page.numbers = [.init(.registrationNumber, [.number("990012345")])]
        page.facts = [
            .init(.markText, [.text("示例-三波")]), .init(.owner, [.party(PartyName("澄川示例材料有限公司"))]),
            .init(.applicationDate, [.date("2019-04-02")]), .init(.registrationDate, [.date("2020-07-14")]),
        ]
        page.classes = [.init("Nice", [ClassSymbol("9")])]
        page.goods = [
            .init(ClassSymbol("9", search: SearchState(query: "NICE=9", language: language)), "散热器（计算机用）；导热膜")
        ]
        return page
    }

    static func design(_ language: PageLanguage) -> RecordPage {
        var page = RecordPage(
            link: RecordLink(.design, "CN2021390000011", language: language),
            right: .design,
            title: MarkedText("散热器"),
            status: .init(StateChip(.none, language == .zh ? "暂无数据" : "No data"))
        )
        page.facts = [.init(.designer, [.party(PartyName("林示一"))]), .init(.applicationDate, [.date("2021-05")])]
        page.classes = [.init("Locarno", [ClassSymbol("14-02")])]
        page.drawings = [.init("view-1.jpg")]
        return page
    }

    private static func picture(_ place: Int, of record: RecordLink) -> Picture {
        Picture(DrawingLink(record, place: place, digest: "0123456789abcdef0123"), width: 600 * place, height: 400)
    }

    static func gi(_ language: PageLanguage) -> RecordPage {
        var page = RecordPage(
            link: RecordLink(.gi, "PDO-XX-9900001", language: language),
            right: .gi,
            title: MarkedText("示例山茶"),
            status: .init(StateChip(.live, language == .zh ? "已登记" : "Registered"))
        )
        page.facts = [
            .init(.protection, [.text("PDO")]), .init(.productType, [.text("茶")]), .init(.region, [.text("示例省示例县")]),
        ]
        return page
    }

    static func layout(_ language: PageLanguage) -> RecordPage {
        var page = RecordPage(
            link: RecordLink(.layout, "CN990000001", language: language),
            right: .layout,
            title: MarkedText("示例电源管理芯片"),
            status: .init(StateChip(.gone, language == .zh ? "期满" : "Expired"))
        )
        page.facts = [
            .init(.structure, [.text("MOS")]), .init(.technology, [.text("CMOS 0.18 μm")]),
            .init(.completionDate, [.date("2009-01-05")]),
        ]
        return page
    }

    static func all(_ language: PageLanguage) -> [RecordPage] {
        [patent(language), trademark(language), design(language), gi(language), layout(language)]
    }
}
