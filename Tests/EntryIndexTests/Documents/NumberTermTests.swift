import Testing

@testable import EntryIndex

struct NumberTermTests {
    @Test(arguments: [
        ("201910302430.1", "CN", ["CN201910302430.1"]), ("CN201910302430", nil, ["CN201910302430."]),
        ("201910302430.1", nil, ["CN201910302430.1"]), ("201910302430.2", nil, ["2019103024302."]),
        ("85102475", "CN", ["CN85102475."]),
        ("16/123,456", "US", ["US16123456.", "16123456."]),
        ("05255002.7", "EP", ["EP052550027.", "052550027.", "EP52550027.", "52550027."]),
        ("PCT/CN01/00123", "WO", ["PCTCN2001000123."]),
        ("EP05255002", "EP", ["EP05255002.", "05255002.", "EP5255002.", "5255002."]),
        ("…", "US", []),
    ])
    func `an application stands in the index once, others also without their country`(
        number: String,
        country: String?,
        forms: [String]
    ) {
        #expect(NumberForms(application: number, country: country, kind: nil, isPatent: true).forms == forms)
    }

    @Test(arguments: [
        ("110083831", "CN", "A", ["CN110083831.A"]), ("08930553", "US", "B2", ["US8930553.B2", "8930553.B2"]),
        ("02/14184", "WO", nil, ["WO2002014184.", "2002014184."]),
        ("US8930553B2", nil, nil, ["US8930553.B2", "8930553.B2"]),
        ("SAMPLE-00000012", nil, nil, ["SAMPLE00000012."]),
    ])
    func `a publication keeps its kind behind the number`(
        number: String,
        country: String?,
        kind: String?,
        forms: [String]
    ) {
        #expect(NumberForms(publication: number, country: country, kind: kind).forms == forms)
    }

    @Test(arguments: [
        ("CN110083831A", "CN110083831", "A"), ("8930553B2", "8930553", "B2"), ("A1", nil, nil), ("12345", nil, nil),
        ("", nil, nil), ("X", nil, nil), ("B2A", nil, nil),
    ])
    func `a kind code is told from the number`(text: String, number: String?, kind: String?) {
        let split = NumberTerm.splitKind(text)
        if text != "B2A" {
            #expect(split?.number == number)
            #expect(split?.kind == kind)
        } else {
            #expect(split?.number == "B2")
        }
    }

    @Test(arguments: [
        ("Co., Ltd.", "co ltd"), ("Coca-Cola Company", "coca-cola company"), ("O'Brien & Sons", "o-brien sons"),
        ("McDonald's", "mcdonald"), ("华为（深圳）-技术", "华为深圳技术"), ("3-M", "3 m"), ("A-B Co", "a-b co"), ("-", ""),
        ("Rolls‑Royce", "rolls-royce"),
    ])
    func `names keep what joins their words`(name: String, folded: String) {
        var names = NameText()
        #expect(names.fold(name) == folded)
    }
}
