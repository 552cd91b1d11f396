import Foundation
import Links
import Testing

@testable import Pages

struct TextsTests {
    private let pages: PageRenderer

    init() throws { pages = try PageRenderer() }

    private static let module = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources/Delivery/Pages")

    @Test func `every text is there in both languages with the same places`() {
        for key in pages.site.texts.keys {
            let chinese = pages.text(key, .zh) ?? ""
            let english = pages.text(key, .en) ?? ""
            #expect(!chinese.isEmpty && !english.isEmpty, "\(key)")
            #expect(Self.places(chinese) == Self.places(english), "\(key)")
        }
    }

    @Test func `every key that the code names is in the table, and every text is used`() throws {
        let keys = Set(pages.site.texts.keys)
        var named: Set<String> = []
        var prefixes: Set<String> = []
        for (file, source) in try Self.sources() {
            for match in source.matches(of: /(?:words\[|words\(|counted\(|optional\()\s*"([A-Za-z0-9.\-]+)"/) {
                let key = String(match.output.1)
                if key.hasSuffix(".") { prefixes.insert(key) } else { named.insert(key) }
                #expect(key.hasSuffix(".") || keys.contains(key), "\(file) names \(key)")
            }
            for match in source.matches(of: /"([a-z]+(?:\.[a-zA-Z0-9\-]+)*\.?)"/) {
                let text = String(match.output.1)
                if keys.contains(text) { named.insert(text) }
                if text.hasSuffix(".") { prefixes.insert(text) }
            }
            for match in source.matches(of: /"([a-z]+\.)\\\(/) { prefixes.insert(String(match.output.1)) }
            for match in source.matches(of: /say\.([A-Za-z0-9.\-]+)\}\}/) { named.insert(String(match.output.1)) }
        }
        prefixes.formUnion(["problem.", "about.", "accessibility.", "help.", "privacy."])
        let unused = keys.filter { key in
            let stem = key.hasSuffix(".one") ? String(key.dropLast(4)) : key
            return !named.contains(stem) && !prefixes.contains { key.hasPrefix($0) }
        }
        #expect(unused.isEmpty, "\(unused.sorted())")
    }

    @Test func `every name of a list of choices has its text`() {
        var keys = FactName.allCases.map { "fact." + $0.rawValue }
        keys += RightName.allCases.map { "right." + $0.rawValue }
        keys += RegisterName.allCases.map { "register." + $0.rawValue }
        keys += SearchSort.allCases.map { "sort." + $0.rawValue }
        keys += ResultView.allCases.map { "view." + $0.rawValue }
        keys += TableColumn.allCases.map { "column." + $0.rawValue }
        keys += Door.allCases.flatMap { ["door." + $0.rawValue, "door.\($0.rawValue).about"] }
        keys += StateChip.Shape.allCases.map { "status." + $0.rawValue }
        keys += UnderstoodTerm.Joint.allCases.map { "joint." + $0.rawValue }
        keys += FixedPage.allCases.flatMap { ["foot.link." + $0.rawValue, $0.rawValue + ".page"] }
        keys += Every.problems.flatMap { ["problem.\($0.key).title", "problem.\($0.key).text"] }
        keys += Theme.allCases.flatMap { ["display." + $0.rawValue, "design.theme." + $0.rawValue] }
        keys += RecordPage.Step.Kind.allCases.flatMap { ["outlook." + $0.rawValue, "outlook.\($0.rawValue).text"] }
        keys += AccountLink.Done.allCases.map { "account.done." + $0.rawValue }
        keys += AccountForm.Refusal.Kind.allCases.map { "account.refused." + $0.rawValue }
        keys += AdminLink.Done.allCases.map { "admin.done." + $0.rawValue }
        keys += AdminForm.Refusal.allCases.map { "admin.refused." + $0.rawValue }
        keys += AdminPage.Part.allCases.map { "admin.parts." + $0.rawValue }
        keys += VisitPart.Question.allCases.map { "visit." + $0.rawValue }
        keys += NetworkPage.Refusal.allCases.map { "network.refused." + $0.rawValue }
        keys += ["registers", "codes", "calendars", "indicators", "plans"].map { "admin.definitions.kind." + $0 }
        keys += ["new", "same", "compatible", "reindex", "decision"].map { "admin.definition.fine." + $0 }
        keys += LivePage.allCases.map { "plan.page." + $0.rawValue }
        keys += PlannerPage.Order.allCases.map { "planner.order." + $0.rawValue }
        for kind in AccountDataPage.Item.Kind.allCases {
            keys += ["", ".purpose", ".until"].map { "account.held.\(kind.rawValue)" + $0 }
        }
        keys += RegisterLink.Done.allCases.map { "registers.done." + $0.rawValue }
        keys += EntryFormField.Hint.allCases.map { "registers.form." + $0.rawValue }
        keys += RecordFormat.allCases.map { "record.file." + $0.rawValue }
        for key in keys { #expect(pages.text(key, .zh) != nil, "\(key)") }
    }

    @Test func `Chinese texts are Chinese and English texts are not`() {
        // A name, a query, a code or a place alone is the same in both.
        let same = pages.site.texts.keys.filter { pages.text($0, .zh) == pages.text($0, .en) }
        #expect(
            same.allSatisfy {
                $0.hasPrefix("help.") || $0.hasPrefix("fields.example.")
                    || $0 == "translate.system.lens"
            },
            "\(same)"
        )
        for key in pages.site.texts.keys where !key.hasPrefix("help.field.") && key != "tools.other" {
            #expect(
                pages.text(key, .en)?.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } == false,
                "\(key)"
            )
        }
    }

    @Test func `writes numbers and dates in the form of the language`() {
        let (zh, en) = (pages.words(.zh), pages.words(.en))
        #expect(zh.number(0) == "0" && zh.number(999) == "999" && zh.number(1_204_883) == "1,204,883")
        #expect(zh.number(-1_000) == "-1,000" && zh.number(100_000) == "100,000")
        #expect(zh.date("2021-03-16") == "2021-03-16")
        #expect(en.date("2021-03-16") == "16 Mar 2021" && en.date("2021-03") == "Mar 2021" && en.date("2021") == "2021")
        #expect(en.date("2021-13-01") == "2021-13-01" && en.date("soon") == "soon" && en.date("") == "")
        #expect(zh.milliseconds(8.24) == "8.2" && zh.milliseconds(0) == "0.0" && zh.milliseconds(18.6) == "19")
        #expect(zh.decimal(1_234.5) == "1,234.5" && zh.decimal(0.0004) == "0" && zh.decimal(2.0005) == "2.001")
        #expect(zh.decimal(-0.25) == "-0.25" && zh.decimal(12.34, places: 1) == "12.3" && zh.decimal(.infinity) == "∞")
        #expect(zh.milliseconds(.nan) == "0" && zh.milliseconds(12_345) == "12,345")
        #expect(en.counted("results.total", 1) == "1 record" && en.counted("results.total", 2) == "2 records")
        #expect(zh.counted("results.total", 1_284) == "1,284 件")
        #expect(en.counted("names.unread", 1) == "1 more name was not looked at; a longer name reaches it.")
        #expect(en.counted("record.amendment", 1) == "What changed from publication to grant: 1 claim")
        #expect(en.counted("record.amendment.texts", 1) == "What changed from publication to grant: 1 paragraph")
        #expect(en.counted("record.description.more", 2) == "2 more paragraphs")
        #expect(Words.percent(0, of: 10) == "0%" && Words.percent(1, of: 10_000) == "1.0%")
        #expect(
            Words.percent(375, of: 1_000) == "37.5%" && Words.percent(3, of: 3) == "100.0%"
                && Words.percent(1, of: 0) == "0%"
        )
    }

    @Test func `the form of a proposal names the limit in force, and is not there where a name is too long`() {
        let link = ProposalLink("示例一", of: "示例二")
        let page = pages.proposal(ProposalPage(link: link, longestReason: 50), Samples.frame(.proposal(link)))
        #expect(page.contains("理由（可不填，最多 50 字）") && page.contains("maxlength=\"50\""))
        let refusal = ProposalPage.Refusal(.longName, count: 500)
        let long = pages.proposal(ProposalPage(link: link, refusal: refusal), Samples.frame(.proposal(link)))
        #expect(long.contains("名称超过 500 字节") && !long.contains("name=\"verdict\""))
    }

    @Test func `braces inside a value stay what they are`() {
        let text = pages.words(.zh)("note.checkdigit.expected", ["number": "{expected}", "expected": "{number}"])
        #expect(text.contains("{expected}") && text.contains("{number}"))
    }

    private static func places(_ text: String) -> [String] {
        text.matches(of: /\{[a-z]+\}/).map { String($0.output) }.sorted()
    }

    private static func sources() throws -> [(String, String)] {
        let files = FileManager.default.enumerator(at: module, includingPropertiesForKeys: nil)
        return try (files?.allObjects ?? []).compactMap { $0 as? URL }
            .filter { ["swift", "mustache"].contains($0.pathExtension) }
            .map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
    }
}
