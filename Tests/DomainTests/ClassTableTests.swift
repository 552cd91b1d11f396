import Domain
import Testing

/// Schemes of classes, their symbols and tables.
struct ClassTableTests {
    @Test(arguments: [
        (ClassScheme.ipc, "h01m 10/0525", String?("H01M10/0525")), (.ipc, "H01M10/00", "H01M10"),
        (.ipc, "H01M10", "H01M10"),
        (.ipc, "H01", "H01"), (.ipc, "Y02E", nil), (.cpc, "Y02E 60/10", "Y02E60/10"), (.ipc, "石墨", nil),
        (.field, "8", "8"), (.field, "36", nil), (.field, "iv", "IV"), (.industry, "C3841", "C3841"),
        (.industry, "3841", "C3841"), (.industry, "65", "I65"), (.industry, "A3841", nil), (.industry, "c", "C"),
        (.industry, "98", nil), (.locarno, "6-1", "06-01"), (.nice, "009", "9"), (.nice, "0901", "0901"),
        (.nice, "4601", nil), (.vienna, "07.01.01", "7.1.1"), (.region, "44", "440000"), (.region, "4403", "440300"),
        (.region, "449999", nil),
    ])
    func `a symbol has one form, however it is typed`(scheme: ClassScheme, typed: String, symbol: String?) {
        #expect(scheme.symbol(reading: typed) == symbol)
    }

    @Test(arguments: [
        (ClassScheme.ipc, "H01M10/0525", ["H", "H01", "H01M", "H01M10"]), (.industry, "C3841", ["C", "C38", "C384"]),
        (.locarno, "06-01", ["06"]), (.vienna, "7.1.1", ["7", "7.1"]), (.region, "440300", ["440000"]),
        (.field, "8", ["I"]), (.nice, "0901", ["9"]), (.cpc, "Y", []),
    ])
    func `the classes above a class follow from its symbol`(scheme: ClassScheme, symbol: String, above: [String]) {
        #expect(ClassTable(scheme).ancestors(of: symbol) == above)
    }

    @Test func `what is built in: sections, numbers, 34 provincial units and 35 fields`() {
        let catalogue = ClassCatalogue.builtIn
        #expect(catalogue[.ipc].children(of: nil).map(\.symbol) == ["A", "B", "C", "D", "E", "F", "G", "H"])
        #expect(catalogue[.cpc].children(of: nil).count == 9)
        #expect(catalogue[.industry].children(of: nil).count == 20)
        #expect(catalogue[.region].children(of: nil).count == 34)
        #expect(catalogue[.nice].children(of: nil).map(\.symbol) == (1...45).map(String.init))
        #expect(catalogue[.field].children(of: nil).map(\.symbol) == ["I", "II", "III", "IV", "V"])
        let fields = catalogue[.field].entries.filter { !$0.ipc.isEmpty }
        #expect(fields.count == 35 && fields.reduce(0) { $0 + $1.ipc.count } == 764)
        #expect(catalogue[.field]["8"]?.zh == "半导体" && catalogue[.field]["8"]?.ipc == ["H01L"])
        #expect(catalogue[.region]["810000"]?.en == "Hong Kong, China")
    }

    @Test(arguments: [
        ("H04N 1/32", "3"), ("H04N 3/00", "2"), ("H04N 21/20", "4"), ("A61K 8/02", "14"), ("A61K 31/00", "16"),
        ("H01M 10/0525", "1"), ("G01N33/48", "11"),
    ])
    func `an IPC symbol lies in one field of technology`(symbol: String, field: String) {
        #expect(ClassCatalogue.builtIn.field(of: symbol)?.symbol == field)
    }

    @Test func `a symbol of no field has none`() {
        #expect(ClassCatalogue.builtIn.field(of: "H04N 31/00") == nil)
        #expect(ClassCatalogue.builtIn.field(of: "H") == nil)
    }

    @Test func `an edition is written and read back, with the classes between its own`() throws {
        let entries = [
            ClassEntry("H01M10/0525", zh: "锂\t离子", en: "Rocking-chair batteries {(x)}"), ClassEntry("H01M", zh: "电池"),
            ClassEntry("H01M4", ipc: ["H01M", "H01G"]),
        ]
        let text = ClassTable.text(entries, edition: "2025.05")
        let table = try ClassTable(.cpc, text: text)
        #expect(table.edition == "2025.05" && table.isLoaded)
        #expect(table["H01M10/0525"]?.zh == "锂 离子" && table["H01M4"]?.ipc == ["H01M", "H01G"])
        #expect(table.children(of: "H01M").map(\.symbol) == ["H01M4", "H01M10"])
        #expect(table.children(of: "H").map(\.symbol) == ["H01"])
        #expect(table["H"]?.zh == "电学", "what is built in stays")
        #expect(table["H01M10/0525"]?.shortTitle(in: "en")?.text == "Rocking-chair batteries")
        #expect(table["H01M"]?.title(in: "en") == LocalizedText(lang: "zh", text: "电池"))
    }

    @Test(arguments: [("a\tb\n", "line 1"), ("symbol\tparent\tzh\ten\tipc\nH1\t\t\t\t\n", "line 2")])
    func `a damaged edition names the line`(text: String, line: String) {
        do throws(Failure) {
            _ = try ClassTable(.ipc, text: text)
            Issue.record("read")
        } catch {
            guard case .invalid(line, _) = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test func `a group without title is told by its main group`() throws {
        var catalogue = ClassCatalogue.builtIn
        catalogue[.ipc] = ClassTable(
            .ipc,
            loaded: [ClassEntry("H01M10", zh: "二次电池（例）"), ClassEntry("H01M", en: "Batteries")]
        )
        #expect(catalogue.title(of: "H01M 10/0525", in: .ipc, language: "zh")?.text == "二次电池")
        #expect(
            catalogue.title(of: "H01M 4/02", in: .ipc, language: "zh") == LocalizedText(lang: "en", text: "Batteries")
        )
        #expect(catalogue.title(of: "?", in: .ipc, language: "zh") == nil)
        // Down to the main group, CPC says what IPC lacks.
        catalogue[.cpc] = ClassTable(
            .cpc,
            loaded: [ClassEntry("H02K1", en: "Circuits"), ClassEntry("H02K1/02", en: "Iron")]
        )
        #expect(catalogue.entry(of: "H02K1", in: .ipc)?.en == "Circuits")
        #expect(catalogue.title(of: "H02K 1/02", in: .ipc, language: "en")?.text == "Circuits")
    }

    @Test func `titles are found by all of some words, the broadest class first`() {
        let table = ClassTable(
            .cpc,
            loaded: [
                ClassEntry("H01M10/0525", en: "Rocking-chair lithium Batteries"),
                ClassEntry("H01M", en: "Batteries, lithium"),
                ClassEntry("H01M4", en: "Electrodes"),
            ]
        )
        #expect(table.matches("LITHIUM batter", limit: 10).map(\.symbol) == ["H01M", "H01M10/0525"])
        #expect(table.matches("LITHIUM batter", limit: 1).map(\.symbol) == ["H01M"])
        #expect(table.matches("  ", limit: 10).isEmpty && table.matches("zzz", limit: 10).isEmpty)
    }

    @Test func `of many words the first sixteen count, each once, within a thousand bytes`() {
        let table = ClassTable(.cpc, loaded: [ClassEntry("H01M", en: "Abcdefghijklmnop")])
        func found(_ words: String) -> [String] { table.matches(words, limit: 10).map(\.symbol) }
        #expect(found("a b c d e f g h i j k l m n o p") == ["H01M"])
        #expect(found("a b c d e f g h i j k l m n o p zzz") == ["H01M"], "the seventeenth")
        #expect(found("a b c d e f g h i j k l m n o zzz") == [], "the sixteenth")
        #expect(found(String(repeating: "a A ", count: 20) + "zzz") == [], "the second")
        #expect(found("a" + String(repeating: " ", count: 996) + "zzz") == [], "bytes 998 to 1,000")
        #expect(found("a" + String(repeating: " ", count: 999) + "zzz").contains("H01M"), "bytes 1,001 to 1,003")
        // Of a character only half of which lies within them nothing counts.
        #expect(found("a" + String(repeating: " ", count: 997) + "电").contains("H01M"))
    }

    @Test(arguments: ["G06V 10/00", "G16Y 10/00", "H10B 10/00", "H10K 10/00", "H10N 10/00"])
    func `a class younger than the table of fields is in none`(symbol: String) {
        #expect(ClassCatalogue.builtIn.field(of: symbol) == nil)
    }

    @Test func `every kind code and effect has words`() {
        #expect(KindCode.all.first?.country == "CN" && KindCode.all.first?.code == "A")
        #expect(KindCode.all.count > 80)
        #expect(LegalEventCode.effect("CF01")?.words.zh == "失效（未缴年费）")
        #expect(LegalEventCode.effect("PE01")?.words.en == "Begins: pledged; same state")
    }
}
