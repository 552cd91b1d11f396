import Testing

@testable import Domain

struct ClassSymbolTests {
    @Test(
        arguments: [
            ("G06F 1516", "G06F 15/16"), ("G06F015/00", "G06F 15/00"), ("B03C3/09", "B03C 3/09"),
            ("H04N   1/40        20060101AFI20060607BHEP        ", "H04N 1/40"), ("H02K17/02", "H02K 17/02"),
            ("H04M 1100", "H04M 11/00"), ("B60R  900", "B60R 9/00"), ("E01B3/32(2006.01)I", "E01B 3/32"),
            ("A47K10/18（2006.01）I", "A47K 10/18"), ("H01M 10/05 (2010.01)", "H01M 10/05"), ("h02k 17/02", "H02K 17/02"),
            ("Ｈ０２Ｋ１７／０２", "H02K 17/02"), ("A61K36/9066", "A61K 36/9066"), ("A61K  31/522", "A61K 31/522"),
            ("G06F017/60", "G06F 17/60"), ("H", "H"), ("H02", "H02"), ("H02K", "H02K"), ("H02K17", "H02K 17/00"),
            ("H02K 17", "H02K 17/00"), ("C12R 2001/01", "C12R 2001/01"), ("A61K 9/00", "A61K 9/00"),
        ]
    )
    func `reads every spelling of an IPC symbol`(printed: String, text: String) {
        #expect(IPCSymbol.read(printed)?.text == text)
    }

    @Test(arguments: ["A61K2800/10", "A61K 2800/10", "A61K2800/10 20130101 LI20150202BCEP", "A61K2800 / 10"])
    func `reads a CPC symbol`(printed: String) {
        #expect(CPCSymbol.read(printed)?.text == "A61K 2800/10")
    }

    @Test(
        arguments: [
            "", "I02K 17/02", "Y02E 10/50", "H2K 17/02", "H02K 17/", "H02K 17/2", "H02K /02", "H02K 0/02",
            "H02K17/0201234",
            "H02KK", "14-02", "G06F1516", "H02K17/02extra", "石墨烯", "H02K 17,02", "H02K 17/02/03",
        ]
    )
    func `refuses what is no IPC symbol`(printed: String) {
        #expect(IPCSymbol.read(printed) == nil)
        #expect(throws: Misread.self) { try IPCSymbol(reading: printed) }
    }

    @Test func `joins parts from elements`() {
        let symbol = IPCSymbol(section: "G", class: "09", subclass: "G", mainGroup: "3", subgroup: "3208")
        #expect(symbol?.text == "G09G 3/3208")
        #expect(
            CPCSymbol(section: "Y", class: "02", subclass: "E", mainGroup: "10", subgroup: "50")?.text == "Y02E 10/50"
        )
        #expect(IPCSymbol(section: "A", class: "61", subclass: "K")?.text == "A61K")
        #expect(IPCSymbol(section: "A", class: "6", subclass: "K") == nil)
    }

    @Test func `cuts a symbol off level by level`() throws {
        let symbol = try IPCSymbol(reading: "H01M10/0525")
        #expect(symbol.level == .subgroup)
        #expect(symbol.ancestors.map(\.text) == ["H", "H01", "H01M", "H01M 10/00"])
        #expect(symbol.ancestors.map(\.level) == [.section, .class, .subclass, .mainGroup])
        #expect(symbol.truncated(to: .subclass)?.text == "H01M")
        #expect(try IPCSymbol(reading: "H01M").truncated(to: .subgroup) == nil)
        #expect(try IPCSymbol(reading: "H02K 17/00").level == .mainGroup)
    }

    @Test func `keeps hierarchy and order in the key`() throws {
        let keys = try ["H02K1/00", "H02K1/02", "H02K1/021", "H02K1/03", "H02K11/00", "H02K17/02", "H02K 2203/03"]
            .map { try IPCSymbol(reading: $0).key }
        #expect(keys == keys.sorted())
        #expect(try IPCSymbol(reading: "H02K17/02").key == "H02K001702")
        let group = try IPCSymbol(reading: "H02K1")
        #expect(group.contains(try IPCSymbol(reading: "H02K 1/27")))
        #expect(!group.contains(try IPCSymbol(reading: "H02K 11/00")))
        let narrow = try IPCSymbol(reading: "H01M10/05")
        for print in ["H01M10/052", "H01M10/0525", "H01M10/056", "H01M10/05"] {
            #expect(narrow.contains(try IPCSymbol(reading: print)))
        }
        #expect(!narrow.contains(try IPCSymbol(reading: "H01M10/06")))
    }

    @Test func `reads back whatever it writes`() throws {
        var random = SeededRandom(seed: 7)
        for _ in 0..<2_000 {
            let head = "ABCDEFGH".randomElement(using: &random).map(String.init) ?? "A"
            let number = Int.random(in: 1...99, using: &random)
            let letter = "ABCDKMN".randomElement(using: &random).map(String.init) ?? "B"
            let main = Int.random(in: 1...2999, using: &random)
            let sub = String(Int.random(in: 0...999_999, using: &random))
            let text =
                "\(head)\(number < 10 ? "0" : "")\(number)\(letter) \(main)/\(sub.count < 2 ? "0" + sub : sub)"
            let symbol = try #require(IPCSymbol.read(text), "seed \(random.seed): \(text)")
            #expect(symbol.text == text)
            for ancestor in symbol.ancestors {
                #expect(symbol.key.hasPrefix(ancestor.key))
                #expect(IPCSymbol.read(ancestor.text) == ancestor)
            }
        }
    }

    @Test(
        arguments: [
            ("06-01", "06-01"), ("1402", "14-02"), ("14.02", "14-02"), ("14-2", "14-02"), ("6-1", "06-01"),
            ("21-01-C0293", "21-01"), ("LOC (10) Cl. 14-02", "14-02"), ("LOC(13)Cl.06-01", "06-01"), ("14", "14"),
            ("１４－０２", "14-02"), ("9", "09"), ("25-99", "25-99"),
        ]
    )
    func `reads a Locarno class`(printed: String, text: String) throws {
        #expect(try LocarnoSymbol(reading: printed).text == text)
    }

    @Test func `keeps a national suffix apart`() throws {
        #expect(try LocarnoSymbol(reading: "21-01-C0293").nationalSuffix == "C0293")
        #expect(try LocarnoSymbol(reading: "06-01").key == "0601")
        #expect(try LocarnoSymbol(reading: "06").key == "06")
    }

    @Test(arguments: ["", "00-01", "33-01", "140", "14-021", "A14-02", "14-02-", "14-", "14021", "家具"])
    func `refuses what is no Locarno class`(printed: String) {
        #expect(LocarnoSymbol.read(printed) == nil)
    }

    @Test(arguments: [
        ("9", 9), ("09", 9), ("009", 9), ("第9类", 9), ("第 35 类", 35), ("Class 9", 9), ("IC 009", 9), ("45", 45),
    ])
    func `reads a Nice class`(printed: String, number: Int) throws {
        #expect(try NiceClass(reading: printed).number == number)
    }

    @Test(arguments: ["", "0", "46", "A", "类", "0901", "9类别"])
    func `refuses what is no Nice class`(printed: String) {
        #expect(NiceClass.read(printed) == nil)
    }

    @Test(arguments: [
        ("7.1.1", "7.1.1"), ("07.01.01", "7.1.1"), ("A7.1.2", "7.1.2"), ("26.4", "26.4"), ("１．１．１", "1.1.1"),
    ])
    func `reads a Vienna code`(printed: String, text: String) throws {
        #expect(try ViennaCode(reading: printed).text == text)
    }

    @Test(arguments: ["", "30.1.1", "7..1", "7.0.1", "7.1.1.1", "7,1", "圆"])
    func `refuses what is no Vienna code`(printed: String) {
        #expect(ViennaCode.read(printed) == nil)
    }

    @Test func `orders Vienna and Nice by their keys`() throws {
        #expect(try ViennaCode(reading: "7.1.10").key == "070110")
        #expect(try ViennaCode(reading: "7.1").key == "0701")
        #expect(NiceClass(9)?.key == "09")
        #expect(NiceClass(35)?.isService == true)
    }

    @Test(
        arguments: [
            ("705 26", "705/26"), ("34053912", "340/539.12"), ("D14480", "D14/480"), ("600300000", "600/300"),
            ("128905000", "128/905"), ("224 4207", "224/42.07"), ("214450", "214/450"), ("379 8802", "379/88.02"),
            ("179 90K", "179/90K"), ("179  2DD", "179/2DD"), ("707  7", "707/7"), ("340/539.12", "340/539.12"),
            ("D6/373", "D6/373"), ("9174111", "917/411.1"), ("709202", "709/202"), ("D 6373", "D6/373"),
        ]
    )
    func `reads a US class`(printed: String, text: String) {
        #expect(USPCSymbol.read(printed)?.text == text)
    }

    @Test func `joins a US class from elements`() {
        #expect(USPCSymbol(class: "705", subclass: "026000")?.text == "705/26")
        #expect(USPCSymbol(class: "D14", subclass: "480")?.text == "D14/480")
        #expect(USPCSymbol.read("") == nil)
        #expect(USPCSymbol.read("705") == nil)
    }

    @Test func `names the eight sections`() {
        #expect(IPCSection.allCases.count == 8)
        #expect(IPCSection(rawValue: "H")?.title == Bilingual("电学", "Electricity"))
    }
}
