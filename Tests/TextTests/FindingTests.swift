import Testing
import Text

/// The sentences of the query language about words, each as a query against a text.
struct FindingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var query: String
        var text: String
        var isFound: Bool
        var isQuoted = false

        var testDescription: String { "\(query) \(isFound ? "is" : "is not") in \(text)" }
    }

    static let plain: [Case] = [
        Case(query: "光纤", text: "一种光纤连接器", isFound: true), Case(query: "光纤", text: "光，纤", isFound: false),
        Case(query: "光纤", text: "光 纤", isFound: false), Case(query: "光纤", text: "光\n纤", isFound: true),
        Case(query: "纤", text: "一种光纤", isFound: true), Case(query: "连接器", text: "光纤连接器。", isFound: true),
        Case(query: "電池", text: "电池", isFound: true), Case(query: "电池", text: "燃料電池", isFound: true),
        Case(query: "𠮷野", text: "在𠮷野家", isFound: true),
        Case(query: "B超", text: "用B超检查", isFound: true), Case(query: "B超", text: "AB超检查", isFound: false),
        Case(query: "Ｂ超", text: "b超", isFound: true), Case(query: "LED灯", text: "LED 灯具", isFound: true),
        Case(query: "LED灯", text: "OLED灯", isFound: false), Case(query: "5mm", text: "长5 mm", isFound: true),
        Case(query: "5mm", text: "长0.5mm", isFound: false), Case(query: "5 mm", text: "长5mm", isFound: true),
        Case(query: "0.5", text: "0．5", isFound: true), Case(query: "5", text: "0.5", isFound: false),
        Case(query: "100℃", text: "heated to 100 ° C. and", isFound: true), Case(query: "℃", text: "°C", isFound: true),
        Case(query: "ecole", text: "École", isFound: true), Case(query: "école", text: "ecole", isFound: true),
        Case(query: "battery", text: "two batteries", isFound: true),
        Case(query: "batteries", text: "a battery", isFound: true),
        Case(query: "tests", text: "testing a test", isFound: true),
        Case(query: "bat", text: "battery", isFound: false),
        Case(query: "the", text: "The end", isFound: true), Case(query: "patent", text: "patent’s", isFound: true),
    ]

    static let joined: [Case] = ["Wi-Fi", "WiFi", "wi fi"].flatMap { query in
        ["Wi-Fi", "WiFi", "wi fi", "Wi‑Fi", "a WIFI net", "WI-FI"].map {
            Case(query: query, text: $0, isFound: true, isQuoted: true)
        }
    }

    static let quoted: [Case] = [
        Case(query: "LED 灯", text: "LED灯", isFound: true, isQuoted: true),
        Case(query: "battery", text: "batteries", isFound: false, isQuoted: true),
        Case(query: "US patent", text: "U.S. patent", isFound: true, isQuoted: true),
        Case(query: "email address", text: "an e-mail address", isFound: true, isQuoted: true),
        Case(query: "the wifi net", text: "the Wi-Fi net", isFound: true, isQuoted: true),
        Case(query: "wifi net", text: "Wi-Fi or net", isFound: false, isQuoted: true),
        Case(query: "solid state battery", text: "solid-state battery", isFound: true, isQuoted: true),
        Case(query: "石墨烯 散热膜", text: "石墨烯，散热膜", isFound: true, isQuoted: true),
        Case(query: "end start", text: "The end. Start", isFound: true, isQuoted: true),
        Case(query: "end start", text: "The end.\nStart", isFound: false, isQuoted: true),
        Case(query: "O’Brien", text: "OBRIEN", isFound: true, isQuoted: true),
        Case(query: "Co., Ltd.", text: "CO LTD", isFound: true, isQuoted: true),
        Case(query: "CO LTD", text: "Foo Co.,Ltd.", isFound: true, isQuoted: true),
    ]

    static let truncated: [Case] = [
        Case(query: "elect+", text: "electricity", isFound: true), Case(query: "elect*", text: "elect", isFound: true),
        Case(query: "+phone", text: "smartphone", isFound: true), Case(query: "+phones", text: "phone", isFound: false),
        Case(query: "wom#n", text: "women", isFound: true), Case(query: "wom#n", text: "womn", isFound: false),
        Case(query: "colo?r", text: "color", isFound: true), Case(query: "colo?r", text: "colour", isFound: true),
        Case(query: "e*c", text: "electronic", isFound: true), Case(query: "a*z", text: "abcdefghijkz", isFound: true),
        Case(query: "a*z", text: "abcdefghijklz", isFound: false), Case(query: "LED*", text: "led9", isFound: true),
        Case(query: "le*9", text: "led9", isFound: true), Case(query: "20+", text: "2019", isFound: true),
        Case(query: "光#纤", text: "光导纤维", isFound: true), Case(query: "光#纤", text: "光，纤", isFound: false),
        Case(query: "光#纤", text: "光导，纤维", isFound: false), Case(query: "光*纤", text: "光一二三四纤", isFound: true),
        Case(query: "光*纤", text: "光一二，三四纤", isFound: false), Case(query: "光纤#", text: "光纤", isFound: false),
        Case(query: "光纤#", text: "光纤器", isFound: true), Case(query: "#光纤", text: "光纤", isFound: false),
        Case(query: "#光纤", text: "用光纤", isFound: true), Case(query: "wi-f+", text: "WiFi", isFound: true),
        Case(query: "+teri", text: "batteries", isFound: false), Case(query: "LED*灯", text: "LEDS灯", isFound: true),
    ]

    @Test(arguments: plain + joined + quoted + truncated)
    func `a query finds what the language says`(_ example: Case) throws {
        #expect(try finds(example.query, in: example.text, quoted: example.isQuoted) == example.isFound)
    }

    @Test(arguments: 0..<30)
    func `every substring of a run is found exactly`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let characters = Array("光纤电池一𠮷，。 A1")
        let text = String((0..<120).compactMap { _ in characters.randomElement(using: &random) })
        let runs = text.split { "，。 A1".contains($0) }
        let highlighter = Highlighter()
        let queries = QueryAnalyzer()
        for _ in 0..<30 {
            let length = Int.random(in: 1...4, using: &random)
            let word = String((0..<length).compactMap { _ in characters.prefix(6).randomElement(using: &random) })
            let expected = runs.contains { $0.contains(word) }
            for needsPositions in [false, true] {
                let analysis = try queries.analyse(word, .init(needsPositions: needsPositions))
                #expect(try highlighter.matches(text, analysis) == expected, "seed \(seed): \(word) in \(text)")
            }
        }
    }
}
