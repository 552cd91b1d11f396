import Links
import Pages

/// Pages of declarations as their administrator could meet them; everything in them is invented.
enum DefinitionSamples {
    private static let versions = [
        DefinitionPage.Version(number: 2, time: "2026-11-30 09:05", by: "示*<", reason: "示例 <b>"),
        DefinitionPage.Version(number: 1, time: "2026-11-29 09:05", by: "operator", reason: ""),
    ]
    private static let text = "label: {zh: 小镇 <b>, en: Towns}\nfields:\n  name: {type: txt}\n" + "# x\n"

    static let wrong = DefinitionPage.Checked(
        problems: [
            .init(file: nil, line: 0, text: "the file is named <'a'>"), .init(file: nil, line: 3, text: "'txt' & <b>"),
            .init(file: nil, line: 40, text: "behind the end"),
            .init(file: "registers/b", line: 2, text: "refers <to>"),
        ],
        lines: [
            .skipped(1), .same(2, "fields:", notes: []), .same(3, "  name: {type: <txt>}", notes: ["'txt' & <b>"]),
            .same(40, "", notes: ["behind the end"]),
        ],
        verdict: nil,
        changes: [],
        trials: [],
        difference: []
    )

    private static func checked(_ verdict: String) -> DefinitionPage.Checked {
        let effects = ["compatible", "reindex", "decision"]
        return DefinitionPage.Checked(
            problems: [],
            lines: [],
            verdict: verdict,
            changes: effects.contains(verdict) ? effects.map { .init(effect: $0, text: "field '<a>' is new") } : [],
            trials: verdict == "decision"
                ? [
                    .init(
                        register: "小镇<",
                        entries: 1_200,
                        misfits: 2,
                        isWhole: false,
                        fields: [.init(name: "", entries: 1), .init(name: "kind", entries: 2)]
                    ), .init(register: "b", entries: 0, misfits: 0, isWhole: true, fields: []),
                ] : [],
            difference: verdict == "new" || verdict == "same"
                ? [] : [.skipped(1), .same(2, "  a", notes: []), .removed(3, "<b>"), .added(3, ""), .skipped(12)]
        )
    }

    /// Every page in every state.
    static func pages(_ pages: PageRenderer, _ language: PageLanguage) -> [(String, AdminLink, AdminSamples.Render)] {
        var result: [(String, AdminLink, AdminSamples.Render)] = []
        func add(
            _ name: String,
            _ place: AdminLink.Place,
            version: String? = nil,
            done: AdminLink.Done? = nil,
            refusal: AdminForm.Refusal? = nil,
            _ render: @escaping (AdminForm, PageFrame) -> String
        ) {
            let link = AdminLink(place, version: version, done: done, language: language)
            let typed = refusal == nil ? [:] : ["reason": "<why>"]
            let form = AdminForm(link: link, token: "示例-token", typed: typed, refusal: refusal)
            result.append(("definitions " + name, link, { render(form, $0) }))
        }
        let line = DefinitionsPage.Line(
            name: "town",
            label: "小镇 <b>",
            version: 2,
            published: "2026-11-30 09:05",
            entries: 12,
            standing: "differs"
        )
        let code = DefinitionsPage.Line(
            name: "kind",
            label: "",
            version: 1,
            published: "2026-11-30 09:05",
            entries: nil,
            standing: "none"
        )
        let list = DefinitionsPage(
            kinds: [
                .init(folder: "registers", lines: [line]), .init(folder: "codes", lines: [code]),
                .init(folder: "calendars", lines: [code]), .init(folder: "indicators", lines: [code]),
                .init(folder: "plans", lines: []),
            ],
            waiting: [.init(folder: "plans", name: "2023-2025")]
        )
        add("list", .definitions) { pages.adminDefinitions(list, $0, $1) }
        add("none", .definitions) { pages.adminDefinitions(DefinitionsPage(kinds: [], waiting: []), $0, $1) }
        let place = AdminLink.Place.definition("registers", "town")
        func model(
            _ checked: DefinitionPage.Checked?,
            filled: String? = nil,
            isConfirmed: Bool = true
        ) -> DefinitionPage {
            DefinitionPage(
                kind: "registers",
                name: "town",
                label: "小镇 <b>",
                versions: versions,
                text: text,
                filled: filled,
                folderDiffers: filled != nil,
                isConfirmed: isConfirmed,
                checked: checked
            )
        }
        add("one", place, done: .published) { pages.adminDefinition(model(nil, isConfirmed: false), $0, $1) }
        add("old", place, version: "1") { pages.adminDefinition(model(nil, filled: "1"), $0, $1) }
        add("folder", place, version: "folder") { pages.adminDefinition(model(nil, filled: "folder"), $0, $1) }
        add("wrong", place, refusal: .wrong) { pages.adminDefinition(model(wrong), $0, $1) }
        for verdict in ["same", "compatible", "reindex", "decision"] {
            add(verdict, place) { pages.adminDefinition(model(checked(verdict)), $0, $1) }
        }
        add("confirm", place, refusal: .confirm) {
            pages.adminDefinition(model(checked("compatible"), isConfirmed: false), $0, $1)
        }
        for checked in [nil, checked("new")] {
            let new = DefinitionPage(
                kinds: ["registers", "codes"],
                kind: "codes",
                name: checked == nil ? "" : "town-kind",
                label: "",
                versions: [],
                text: checked == nil ? "" : text,
                isConfirmed: true,
                checked: checked
            )
            add("new \(checked != nil)", .newDefinition, refusal: checked == nil ? nil : .name) {
                pages.adminDefinition(new, $0, $1)
            }
        }
        return result
    }
}
