import Testing
import Text

struct AnalyzerTests {
    // MARK: Han

    @Test func `a run of Han characters gives pairs, an end and single characters`() throws {
        #expect(
            try shown("石墨烯") == [
                "- 石", "0 石墨", "- 墨", "1 墨烯", "- 烯", "2 烯<1><1>",
            ]
        )
    }

    @Test func `a single character is given once`() throws {
        #expect(try shown("光光光").filter { $0.hasPrefix("-") } == ["- 光"])
    }

    @Test func `a single character is given again in the next text`() throws {
        let analyzer = Analyzer()
        var list = TokenList()
        for _ in 0..<2 {
            try analyzer.analyse("光", into: &list)
            #expect(list.tokens.map(\.kind) == [.hanSingle, .hanEnd])
        }
    }

    @Test func `punctuation ends a run and takes no position`() throws {
        let list = try Analyzer().tokens("光，纤")
        #expect(try shown("光，纤") == ["- 光", "0 光<1><1>", "- 纤", "1 纤<1><1>"])
        #expect(list.hanRunEnds == [0, 1])
    }

    @Test func `a character outside the first plane is one position`() throws {
        let list = try Analyzer().tokens("𠮷野家")
        #expect(list.length == 3)
        #expect(list.places.first == TokenList.Place(start: 0, end: 4))
        #expect(try shown("𠮷野")[1] == "0 𠮷野")
    }

    // MARK: Words and numbers

    @Test(
        arguments: [
            ("B超", ["0 b"]), ("LED灯", ["0 led"]), ("5mm", ["0 5", "1 mm"]), ("0.5mm", ["0 0.5", "1 mm"]),
            ("0．5", ["0 0.5"]), ("1.2.3", ["0 1.2.3"]), ("1,000", ["0 1", "1 000"]), ("5.", ["0 5"]),
            ("图1.一种", ["1 1"]), ("H2O", ["0 h", "1 2", "2 o"]), ("CO₂", ["0 co", "1 2"]), ("25℃", ["0 25", "1 c"]),
            ("25°C", ["0 25", "1 c"]), ("5μm", ["0 5", "1 μm"]), ("Привет мир", ["0 привет", "1 мир"]),
            ("LEDランプの光", ["0 led", "1 ランプ", "2 の"]), ("らーめん", ["0 らーめん"]), ("한글 단어", ["0 한글", "1 단어"]),
            ("Teflon™ tube", ["0 teflon", "1 tube"]), ("a_b", ["0 a", "1 b"]), ("C++", ["0 c"]),
        ])
    func `letters, digits and Han are separate runs side by side`(text: String, expected: [String]) throws {
        #expect(try words(text) == expected)
    }

    @Test func `positions go on from run to run`() throws {
        let list = try Analyzer().tokens("用LED灯5mm")
        #expect(list.length == 5)
        #expect(list.tokens.filter { $0.kind == .word }.map(\.position) == [1, 3, 4])
        #expect(list.nextPosition == 6)
    }

    @Test func `a stem stands beside the word where it differs`() throws {
        #expect(try shown("test batteries") == ["0 test", "1 batteries", "1 <0><1>batteri"])
    }

    @Test func `a hyphenated word is its parts and its joined form`() throws {
        #expect(try shown("Wi-Fi net") == ["0 wi", "1 fi", "0 wifi", "0 <0><2><2>wifi", "2 net"])
        #expect(
            try shown("light-emitting") == [
                "0 light", "1 emitting", "1 <0><1>emit", "0 lightemitting", "0 <0><2><2>lightemitting",
                "0 <0><1>lightemit",
            ]
        )
    }

    @Test(
        arguments: [
            ("U.S.", ["us"]), ("D.C. area", ["dc"]), ("e.g.", ["eg"]), ("O'Brien", ["obrien"]),
            ("l’invention", ["linvention"]),
            ("patent's", []), ("inventors' rights", []), ("Ph.D.", []), ("www.example.com", []), ("covid-19", []),
            ("10-20", []), ("Wi- Fi", []), ("a--b", []), ("光-纤", []), ("state‐of‑the-art", ["stateoftheart"]),
        ])
    func `hyphens, apostrophes and full stops join what they should`(text: String, expected: [String]) throws {
        let list = try Analyzer().tokens(text)
        #expect(list.tokens.filter { $0.kind == .joinedWord }.map { shown(list.term($0)) } == expected)
    }

    @Test func `a possessive s is dropped`() throws {
        #expect(try words("patent’s claims") == ["0 patent", "1 claims"])
    }

    @Test func `a long chain has no joined form and a long run is cut`() throws {
        let chain = Array(repeating: "ala", count: 9).joined(separator: "-")
        #expect(try Analyzer().tokens(chain).tokens.allSatisfy { $0.kind != .joinedWord })
        let run = String(repeating: "é", count: 100_000)
        let list = try Analyzer().tokens(run)
        #expect(list.tokens.count == 1)
        #expect(list.tokens.allSatisfy { list.term($0).count <= 120 })
        #expect(list.bytes(0) == 0..<200_000)
    }

    @Test func `zero bytes and other controls separate`() throws {
        #expect(try words("a\u{0}b\u{1}c") == ["0 a", "1 b", "2 c"])
    }

    @Test func `emoji take no position`() throws {
        #expect(try words("a 👩‍👩‍👧‍👦 b") == ["0 a", "1 b"])
    }

    @Test func `a text beyond the limit is refused with the cure`() throws {
        var options = Analyzer.Options()
        options.maximumTextBytes = 10
        let analyzer = Analyzer(options)
        #expect(throws: Analyzer.Failure.textTooLong(bytes: 11, limit: 10)) { _ = try analyzer.tokens("12345678901") }
        #expect("\(Analyzer.Failure.textTooLong(bytes: 11, limit: 10))".contains("raise maximumTextBytes"))
    }
}
