import Links
import Pages

/// Pages of declared registers as a reader could meet them; everything in them is invented.
enum RegisterSamples {
    static let head = RegisterHead(
        name: "outlet",
        label: "网点 <示例>",
        entry: "网点",
        help: "去哪里 & 怎么去",
        source: "示例文件 \"一\"",
        door: .network,
        isSample: true
    )
    static let id = "abcdefghijklmnopqrstuvwxyz"
    static let hours = EntryHours(
        week: Array(repeating: [.init(from: "09:00", until: "12:00"), .init(from: "13:30", until: "17:30")], count: 5)
            + [[.init(from: "09:00", until: "12:00")], []],
        holidays: [],
        standing: .closed(days: 2, weekday: 0, date: "2026-11-30", at: "09:00"),
        isSure: true
    )

    /// A fact of every type.
    static let facts: [EntryFact] = [
        EntryFact(label: "名称", values: [.text("示例 <网点>")]),
        EntryFact(label: "怎样前往", values: [.lines("一路\n二路")]),
        EntryFact(label: "介绍", values: [.rich("第一段 **重要** <b>\n\n- 甲\n- 乙\n\n[官网](https://a.example/b)")]),
        EntryFact(label: "人数", values: [.number("-12345.50", unit: "人")], isPublic: false),
        EntryFact(label: "预算", values: [.money("1234567.00")]),
        EntryFact(label: "成立", values: [.date("2024-03")]),
        EntryFact(
            label: "有效",
            values: [.period(from: "2024-01-01", until: nil), .period(from: nil, until: "2025-01-01")]
        ),
        EntryFact(label: "网址", values: [.web("https://a.example/\"x")]),
        EntryFact(label: "坐标", values: [.location(latitude: "34.265500", longitude: "108.954100")]),
        EntryFact(label: "单位", values: [.named("示例单位", aside: "91990000MA0000010E"), .named("二", aside: nil)]),
        EntryFact(label: "开放", values: [.hours(hours)]),
    ]

    static func entry(_ link: RegisterLink, isStaff: Bool) -> EntryPage {
        let above = Link.registers(RegisterLink(.entry("outlet", "b"), language: link.language))
        let file = Link.registers(RegisterLink(.file("outlet", "b", digest), language: link.language))
        return EntryPage(
            link: link,
            register: head,
            title: "示例 <网点>",
            state: StateChip(.live, "运行"),
            isSample: true,
            version: 3,
            changed: "2026-11-30 09:05",
            facts: facts + [
                EntryFact(label: "上级", values: [.place("上级 <节点>", above)]),
                EntryFact(label: "折页", values: [.file("折页 <b>.pdf", size: "PDF, 12 KB", file)]),
            ],
            progress: !isStaff
                ? nil
                : EntryProgress(
                    events: [
                        .init(time: "2026-11-30 09:05", field: "证据", what: .file("折页 <b>.pdf", isAdded: true)),
                        .init(time: "2026-11-29 09:05", field: "证据", what: .file("旧 <b>.pdf", isAdded: false)),
                        .init(time: "2026-11-28 09:05", field: "状态", what: .state(from: "拟设 <a>", into: "运行")),
                        .init(time: "2026-11-27 09:05", field: "状态", what: .state(from: nil, into: "拟设 <a>")),
                    ],
                    figures: [
                        .init(
                            title: "重要网点 <示例>",
                            unit: "家",
                            value: .init(count: 531),
                            link: IndicatorLink(.indicator("outlets"), language: link.language)
                        )
                    ]
                ),
            referrers: [
                EntryPage.Group(
                    title: "下级 <节点>",
                    id: "by-outlet-above",
                    records: 11,
                    samples: 1,
                    entries: [
                        (link: link.going(to: .entry("outlet", "c")), title: "示例 <下级>", isSample: true)
                    ],
                    list: link.going(to: .register("outlet"))
                )
            ],
            personal: isStaff ? [note] : [],
            unmask: isStaff ? EntryPage.Unmask(token: "t", refusal: "reason") : nil,
            mayWrite: isStaff,
            mayApprove: isStaff
        )
    }

    static let note = PersonalNote(label: "负责人", purpose: "联系 <一>", basis: "职责", years: 3)

    /// A list with and without anything found.
    static func list(_ link: RegisterLink, isEmpty: Bool) -> EntryList {
        let chosen = RegisterList.Choice(field: "kind", code: "a")
        let row = EntryList.Row(
            link: link.going(to: .entry("outlet", id)),
            title: "示例 <网点>",
            isSample: true,
            state: StateChip(.live, "运行"),
            cells: ["甲 & 乙", ""]
        )
        return EntryList(
            records: isEmpty ? 0 : 1_234,
            samples: isEmpty ? 0 : 1,
            sequence: 42,
            map: link.list.isMap && !isEmpty
                ? EntryMap(
                    units: [
                        .init(code: "610000", count: 1_000, list: link.list.within("610000")),
                        .init(code: "820000", count: 1, list: link.list.within("820000")),
                    ],
                    points: [
                        .init(
                            title: "示例 <网点>",
                            link: link.going(to: .entry("outlet", id)),
                            latitude: 34.26,
                            longitude: 108.94
                        ),
                        .init(
                            title: "二",
                            link: link.going(to: .entry("outlet", "b")),
                            latitude: 22.2,
                            longitude: 113.5
                        ),
                    ]
                ) : nil,
            hasMap: true,
            size: 50,
            columns: ["类型", "所在地"],
            rows: isEmpty ? [] : [row],
            facets: isEmpty
                ? []
                : [
                    EntryList.Facet(
                        title: "所在地",
                        values: [
                            .init(label: "陕西省", count: 1_000, isChosen: false, list: link.list.within("610000")),
                            .init(label: "台湾省", count: nil, isChosen: false, list: link.list),
                        ]
                    ),
                    EntryList.Facet(
                        title: "类型 <示例>",
                        values: [
                            .init(label: "甲 <一>", count: 1_000, isChosen: true, list: link.list.toggling(chosen)),
                            .init(label: "乙", count: 234, isChosen: false, list: link.list),
                        ]
                    ),
                ],
            hasStates: true,
            orders: [(sort: "name", label: "名称 ↑"), (sort: "-name", label: "名称 ↓")]
        )
    }

    static let changes = [
        ChangedField(label: "名称", before: "甲 <一>", after: "乙"), ChangedField(label: "电话", before: nil, after: "0"),
    ]

    static let fields: [EntryFormField] = [
        field("state", .select([.init("planned", "拟设", isChosen: true), .init("running", "运行", isChosen: false)])),
        field("name", .line("\"<>", mode: nil), isRequired: true, error: "请填写名称"),
        field("about", .area("</textarea>", rows: 4), hints: [.rich]),
        field(
            "services",
            .checks([.init("a", "甲", isChosen: true), .init("b", "乙", isChosen: false)]),
            isPublic: false
        ),
        field(
            "body",
            .parts([.init("name", "示例", isWrong: false), .init("code", "1", isWrong: true)]),
            error: "校验码不对"
        ),
        field("tags", .area("一\n二", rows: 4), hints: [.many]),
        field(
            "leaflet",
            .files([.init(digest, "折页 <b>.pdf", isChosen: true)], accept: ".pdf", isMany: true),
            hints: [.file],
            error: "认不出"
        ),
        field("photo", .files([], accept: ".png,.jpg", isMany: false)),
    ]
    private static let digest = String(repeating: "0a", count: 32)

    private static func field(
        _ name: String,
        _ input: EntryFormField.Input,
        hints: [EntryFormField.Hint] = [],
        isRequired: Bool = false,
        isPublic: Bool = true,
        error: String? = nil
    ) -> EntryFormField {
        EntryFormField(
            field: name,
            label: "字段 " + name,
            help: name == "name" ? "写 <全称>" : nil,
            hints: hints,
            isRequired: isRequired,
            isPublic: isPublic,
            error: error,
            input: input
        )
    }

    /// The form that takes a table in, before a table came and with what tables may do.
    static func tables(_ link: RegisterLink) -> [EntryTablePage] {
        let columns = [
            EntryTablePage.Column(name: "id", label: "条目编号", type: nil, isRequired: false),
            EntryTablePage.Column(name: "name", label: "名称 <示例>", type: "text", isRequired: true),
        ]
        func page(
            _ trial: EntryTablePage.Trial? = nil,
            _ refusal: EntryTablePage.Refusal? = nil,
            isTwofold: Bool = false
        ) -> EntryTablePage {
            EntryTablePage(
                link: link,
                register: head,
                token: "a-token",
                isTwofold: isTwofold,
                columns: refusal == .notAllowed ? [] : columns,
                mostRows: 20_000,
                trial: trial,
                refusal: refusal
            )
        }
        let problems = [
            EntryTablePage.Problem(cell: "AX12", row: 12, column: "名称 <示例>", text: "请填写名称"),
            EntryTablePage.Problem(cell: nil, row: 13, column: "", text: "和第 12 行是同一条"),
        ]
        let wrong = EntryTablePage.Trial(
            file: "网点 <一>.xlsx",
            rows: 500,
            new: 0,
            changed: 0,
            unchanged: 2,
            problemCount: 498,
            problems: problems
        )
        let right = EntryTablePage.Trial(
            file: "网点.csv",
            rows: 1_004,
            new: 1_001,
            changed: 1,
            unchanged: 1,
            waiting: 1,
            changes: [
                EntryTablePage.Change(
                    row: 2,
                    title: "示例 <网点>",
                    link: RegisterLink(entry: "outlet/" + id, language: link.language),
                    fields: changes
                )
            ],
            additions: [EntryTablePage.Addition(row: 3, title: "新 <网点>"), EntryTablePage.Addition(row: 4, title: "")],
            confirmation: EntryTablePage.Confirmation(digest: "0a", proof: "a-proof", basis: "0b")
        )
        let same = EntryTablePage.Trial(file: "", rows: 1, new: 0, changed: 0, unchanged: 1)
        let refusals: [EntryTablePage.Refusal] = [
            .elsewhere, .notAllowed, .noFile, .gone, .unreadable("line 1 <is> none"),
        ]
        return [page(), page(wrong), page(right), page(right, isTwofold: true), page(same)]
            + refusals.map { page(nil, $0) }
            + [page(right, .outdated), page(right, .interrupted("500 entries are stored"), isTwofold: true)]
    }

    static func form(
        _ link: RegisterLink,
        refusal: EntryFormPage.Refusal? = nil,
        problems: [EntryFormPage.Problem] = []
    ) -> EntryFormPage {
        EntryFormPage(
            link: link,
            register: head,
            title: link.entry == nil ? nil : "示例 <网点>",
            token: "示例-token",
            base: 2,
            fields: refusal == .notAllowed ? [] : fields,
            note: link.entry == nil ? nil : "因为 <一>",
            hasFiles: true,
            problems: problems,
            refusal: refusal
        )
    }

    static func proposal(_ link: RegisterLink, state: String) -> EntryProposalPage {
        var model = EntryProposalPage(
            link: link,
            register: head,
            title: "示例 <网点>",
            entry: state == "waiting" ? nil : RegisterLink(.entry("outlet", id), language: link.language),
            token: "示例-token",
            changes: changes,
            by: "account/" + id,
            time: "2026-11-30 09:05",
            note: "因为 <一>",
            state: state,
            isOutdated: state == "refused",
            mayDecide: state == "waiting",
            isOwn: state != "waiting"
        )
        if state != "waiting" {
            model.decider = "account/" + id
            model.decided = "2026-11-30 10:05"
            model.answer = "请 <再改>"
            model.refusal = "decided"
        }
        return model
    }

    static func pages(
        _ pages: PageRenderer,
        _ language: PageLanguage
    ) -> [(String, RegisterLink, (PageFrame) -> String)] {
        func at(_ place: RegisterLink.Place, _ done: RegisterLink.Done? = nil) -> RegisterLink {
            RegisterLink(place, done: done, language: language)
        }
        let (entry, edit) = (RegisterLink.Place.entry("outlet", id), at(.edit("outlet", id)))
        var all: [(String, RegisterLink, (PageFrame) -> String)] = [
            ("none", at(.all), { pages.registers(RegistersPage(link: at(.all), registers: []), $0) }),
            ("all", at(.all), { pages.registers(RegistersPage(link: at(.all), registers: [head]), $0) }),
            (
                "history", at(.history("outlet", id)),
                {
                    pages.entryHistory(
                        EntryHistoryPage(
                            link: at(.history("outlet", id)),
                            register: head,
                            title: "示例 <网点>",
                            isSample: true,
                            versions: [
                                .init(number: 3, changed: "2026-11-30 09:05", author: "account/a", changes: changes),
                                .init(number: 2, changed: "2026-11-30 09:05", author: nil, changes: []),
                                .init(number: 1, changed: "2026-11-30 09:05", author: nil, changes: nil),
                            ]
                        ),
                        $0
                    )
                }
            ),
        ]
        for isStaff in [false, true] {
            all.append(
                (
                    "register \(isStaff)", at(.register("outlet")),
                    {
                        pages.register(
                            RegisterPage(
                                link: at(.register("outlet")),
                                head: head,
                                fields: [
                                    .init(label: "名称", help: "全称", type: "text", isPublic: true),
                                    .init(label: "人数", help: nil, type: "number", isPublic: false),
                                ],
                                mayWrite: isStaff,
                                mayApprove: isStaff,
                                list: Self.list(at(.register("outlet")), isEmpty: isStaff)
                            ),
                            $0
                        )
                    }
                )
            )
            var narrowed = at(.register("outlet"))
            narrowed.list.text = "网点 <示例>"
            narrowed.list.choices = [.init(field: "kind", code: "a")]
            narrowed.list.region = "610000"
            narrowed.list.withoutSamples = true
            narrowed.list.sort = "-name"
            narrowed.list.page = 2
            let asked = narrowed
            all.append(
                (
                    "list \(isStaff)", asked,
                    {
                        pages.register(
                            RegisterPage(
                                link: asked,
                                head: head,
                                fields: [],
                                mayWrite: false,
                                mayApprove: false,
                                list: isStaff ? nil : Self.list(asked, isEmpty: false),
                                isPublic: !isStaff
                            ),
                            $0
                        )
                    }
                )
            )
            var mapped = at(.register("outlet"))
            mapped.list.isMap = true
            let places = mapped
            all.append(
                (
                    "places \(isStaff)", places,
                    {
                        pages.register(
                            RegisterPage(
                                link: places,
                                head: head,
                                fields: [],
                                mayWrite: isStaff,
                                mayApprove: false,
                                list: Self.list(places, isEmpty: isStaff),
                                isPublic: !isStaff
                            ),
                            $0
                        )
                    }
                )
            )
            let link = at(entry, isStaff ? .saved : nil)
            all.append(("entry \(isStaff)", link.plain, { pages.entry(Self.entry(link, isStaff: isStaff), $0) }))
        }
        let problems: [EntryFormPage.Problem] = [
            .init(field: "name", text: "请填写名称 <一>"), .init(field: "body", text: "校验码不对"), .init(field: nil, text: "已有"),
        ]
        let waiting = at(.proposal("outlet", id))
        let refusals: [EntryFormPage.Refusal?] = [
            nil, .elsewhere, .notAllowed, .place, .drafts, .waiting(waiting),
            .changed(clashes: changes, taken: changes),
            .changed(clashes: [], taken: changes), .changed(clashes: changes, taken: []),
        ]
        let place = at(entry)
        all.append(("place", place, { pages.entry(NetworkSamples.entry(place), $0) }))
        let poster = at(.poster("outlet", id))
        for isLong in [false, true] {
            all.append(
                ("poster \(isLong)", poster, { pages.poster(NetworkSamples.poster(poster, isLong: isLong), $0) })
            )
        }
        for (number, refusal) in refusals.enumerated() {
            let wrong = refusal == nil ? problems : []
            all.append(
                ("edit \(number)", edit, { pages.entryForm(form(edit, refusal: refusal, problems: wrong), $0) })
            )
        }
        let own = at(.register("outlet"))
        var drafted = RegisterPage(link: own, head: head, fields: [], mayWrite: true, mayApprove: false)
        drafted.drafts = drafts(language)
        drafted.token = "a-token"
        let page = drafted
        all.append(("register with drafts", own, { pages.register(page, $0) }))
        var begun = form(at(.new("outlet"), .drafted))
        begun.draft = "2026-11-30 09:05"
        let model = begun
        all.append(("new with a draft", begun.link.plain, { pages.entryForm(model, $0) }))
        for (number, model) in tables(at(.table("outlet"))).enumerated() {
            all.append(("table \(number)", model.link, { pages.entryTable(model, $0) }))
        }
        all.append(("new", at(.new("outlet")), { pages.entryForm(form(at(.new("outlet"))), $0) }))
        let list = at(.proposals("outlet"))
        for rows in [
            [],
            [
                EntryProposalsPage.Row(
                    id: id,
                    title: "示例 <网点>",
                    isNew: false,
                    fields: ["名称", "电话"],
                    by: "account/a",
                    time: "2026-11-30 09:05",
                    isOwn: false
                ),
                EntryProposalsPage.Row(
                    id: "b",
                    title: "二",
                    isNew: true,
                    fields: [],
                    by: "account/b",
                    time: "2026-11-30 09:05",
                    isOwn: true
                ),
            ],
        ] {
            all.append(
                (
                    "proposals \(rows.count)", list,
                    { pages.entryProposals(EntryProposalsPage(link: list, register: head, rows: rows), $0) }
                )
            )
        }
        for state in ["waiting", "approved", "refused", "withdrawn"] {
            all.append(("proposal " + state, waiting, { pages.entryProposal(proposal(waiting, state: state), $0) }))
        }
        return all
    }
}
