import Domain
import Testing
import Text

@testable import EntryIndex

/// Words, truncation, proximity and frequency, from the query's text to the records found.
struct WordTests {
    @Test(arguments: [
        ("光纤", "AC"), ("光缆", "B"), ("TI=光纤", "AC"), ("TI=光 纤", "AC"), ("光 缆", "B"), ("LED灯", "D"), ("\"LED 灯\"", "D"),
        ("led", "D"), ("B超", "E"), ("WiFi", "G"), ("Wi-Fi", "G"), ("\"wi fi\"", "G"), ("5mm", "H"), ("0.5", "I"),
        ("\"battery\"", "-"), ("battery", "J"), ("光纖", "AC"), ("ＬＥＤ", "D"), ("AB=光纤", "-"),
    ])
    func `words`(query: String, expected: String) throws {
        let index = try SmallIndex.titles([
            "一种光纤", "光缆", "光、光纤", "LED灯具", "B超仪", "AB超仪", "Wi-Fi模块", "板厚5 mm", "0.5mm", "Batteries",
        ])
        #expect(try index.found(query) == expected)
    }

    @Test(arguments: [
        ("5mm", "AB"), ("5 mm", "AB"), ("\"5 mm\"", "AB"), ("TI=5 mm", "AB"), ("0.5 mm", "C"), ("0.5mm", "C"),
        ("5 AND mm", "ABD"), ("100 ℃", "EF"), ("100°C", "EF"), ("℃", "EF"),
    ])
    func `a number and its unit are one word, whatever stands between`(query: String, expected: String) throws {
        let index = try SmallIndex.titles(["板厚5 mm", "板厚5mm", "板厚0.5mm", "5块，以mm计", "加热到100 °C", "加热到100℃"])
        #expect(try index.found(query) == expected)
    }

    @Test(arguments: [
        ("光+纤", "ABC"), ("光#纤", "BC"), ("光?纤", "ABC"), ("光##纤", "C"), ("光纤+", "A"), ("光纤#", "-"), ("光#", "ABC"),
        ("#纤", "ABC"),
        ("comput+", "DE"), ("+ing", "E"), ("comput##", "D"), ("comp?ter", "D"), ("c+r", "D"), ("光+纤 NOT 光#纤", "A"),
        ("光##################纤", "-"),
    ])
    func `truncation stays in its run`(query: String, expected: String) throws {
        let index = try SmallIndex.titles(["单模光纤", "光导纤维", "光学玻纤、光和纤", "Computer", "computing", "光，纤", "光"])
        #expect(try index.found(query) == expected)
    }

    @Test func `a gap inside a Han word never crosses a sign`() throws {
        let index = try SmallIndex.titles(["光和纤", "光，纤", "光a纤", "光 纤"])
        #expect(try index.found("光#纤") == "A")
        #expect(try index.found("光+纤") == "A")
        #expect(try index.found("光?纤") == "A")
    }

    @Test(arguments: [
        ("电池 ADJ1 装置", "A"), ("电池 ADJ2 装置", "AB"), ("装置 ADJ2 电池", "C"), ("电池 NEAR2 装置", "ABC"), ("电池 NEAR 装置", "ABCD"),
        ("电池 WITH 装置", "ABC"), ("电池 SAME 装置", "ABCD"), ("电池 NOT NEAR2 装置", "DE"), ("电池 NOT SAME 装置", "E"),
        ("电池 NEAR2 电池", "-"), ("(电池 OR 电机) ADJ1 装置", "A"), ("TI=(电池 ADJ2 装置)", "AB"), ("PA=(电池 ADJ2 装置)", "-"),
    ])
    func `proximity`(query: String, expected: String) throws {
        let index = try SmallIndex.titles(["电池装置", "电池的装置", "装置、电池", "电池。这里是装置", "锂电池\n装置"])
        #expect(try index.found(query) == expected)
    }

    @Test(arguments: [
        ("电池/FREC>1", "BC"), ("电池/FREC=2", "B"), ("电池/FREC>=1", "ABC"), ("电池/FREC<=2", "AB"), ("电池/FREC<3", "AB"),
        ("电池/FREC>3", "-"), ("光/FREC>0", "D"), ("光/FREC<2", "-"), ("光/FREC=2", "D"), ("(电池 OR 光)/FREC=2", "BD"),
        ("WiFi/FREC=1", "E"), ("Wi-Fi/FREC=1", "E"), ("wi+/FREC=1", "E"), ("哈哈/FREC=2", "F"),
    ])
    func `frequency counts every place once`(query: String, expected: String) throws {
        let index = try SmallIndex.titles(["电池", "电池和锂电池", "电池电池电池", "光与光", "Wi-Fi", "哈哈哈"])
        #expect(try index.found(query) == expected)
    }

    @Test func `claims are paragraphs whatever their line ends`() throws {
        var details = Patent.Details()
        details.claims = [ClaimSet(lang: "zh", items: ["1. 电池\n装置", "2. 电机"])]
        let index = try SmallIndex(["A": .patent(Patent(bibliography: Bibliography(right: .patent), details: details))])
        #expect(try index.found("CL=电池装置") == "A")
        #expect(try index.found("电池 SAME 装置") == "A")
        #expect(try index.found("电池 SAME 电机") == "-")
    }

    @Test(arguments: [
        ("a XOR b", "ABEF"), ("a XOR b XOR c", "ABCG"), ("a AND b", "DG"), ("a OR b", "ABDEFG"), ("NOT a", "BCE"),
        ("a NOT b", "AF"),
        ("NOT (a OR b)", "C"), ("NOT NOT a", "ADFG"), ("*", "ABCDEFG"), ("", "ABCDEFG"), ("a AND (b OR c)", "DFG"),
    ])
    func `operators`(query: String, expected: String) throws {
        let index = try SmallIndex.titles(["a", "b", "c", "a b", "b c", "a c", "a b c"])
        #expect(try index.found(query) == expected)
    }

    @Test func `weights order and do not select`() throws {
        let index = try SmallIndex.titles(["电池", "装置"])
        #expect(try index.hits("电池 OR 装置^5").first == "B")
        #expect(try index.hits("电池^5 OR 装置").first == "A")
        #expect(try index.found("电池^0.01 OR 装置") == "AB")
    }

    @Test func `the box searches texts and names, not goods, addresses or agencies`() throws {
        var record = Bibliography(right: .trademark)
        record.owners = [Party(name: "甲乙公司", address: "北京市丙丁路")]
        record.agencies = [Party(name: "戊己事务所")]
        record.agents = [Party(name: "庚辛")]
        record.keywords = ["壬癸"]
        var details = Trademark.Details()
        var mark = Trademark.Mark()
        mark.text = "子丑"
        details.mark = mark
        details.goods = [Trademark.Goods(class: "9", text: "寅卯")]
        let index = try SmallIndex(["A": .trademark(Trademark(bibliography: record, details: details))])
        for query in ["甲乙", "庚辛", "壬癸", "子丑", "TI=子丑", "GS=寅卯", "ADDR=丙丁", "AGC=戊己", "NICE=9"] {
            #expect(try index.found(query) == "A", "\(query)")
        }
        for query in ["寅卯", "丙丁", "戊己"] { #expect(try index.found(query) == "-", "\(query)") }
    }

    @Test func `words are marked once each, in their order, and not behind NOT`() throws {
        let compiled = try SmallIndex.titles([]).compiled("电池 AND TI=装置 NOT 电机 AND LS=质押 AND 光 NEAR5 纤")
        #expect(compiled.words.map(\.colour) == [0, 1, 2, 3])
        #expect(compiled.words.map(\.text) == ["电池", "装置", "光", "纤"])
    }

    @Test func `a word that stands in a query twice keeps its colour`() throws {
        let compiled = try SmallIndex.titles([]).compiled("TI=电池 OR AB=装置 OR AB=电池 OR TI=电+")
        #expect(compiled.words.map(\.colour) == [0, 1, 0, 2])
        #expect(compiled.words.map(\.text) == ["电池", "装置", "电池", "电+"])
        #expect(compiled.words.nextColour == 3)
    }
}
