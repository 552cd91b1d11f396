import Testing
import Text

struct HighlighterTests {
    private func words(_ queries: [String], quoted: Bool = false) throws -> [HighlightWord] {
        try queries.enumerated().map { colour, query in
            HighlightWord(try QueryAnalyzer().analyse(query, .init(isQuoted: quoted)), colour: colour)
        }
    }

    private func marked(_ text: String, _ queries: [String], quoted: Bool = false) throws -> [String] {
        try Highlighter().highlights(in: text, of: words(queries, quoted: quoted)).map {
            "\($0.colour):\(part(text, $0.range))"
        }
    }

    @Test func `words are marked in the original spelling`() throws {
        #expect(try marked("燃料電池的Batteries", ["电池", "battery"]) == ["0:電池", "1:Batteries"])
        #expect(try marked("Ｗｉ‐Ｆｉ or wifi", ["WiFi"]) == ["0:Ｗｉ‐Ｆｉ", "0:wifi"])
        #expect(try marked("e\u{301}cole", ["ecole"]) == ["0:e\u{301}cole"])
    }

    @Test func `a phrase is one mark and a single character marks itself`() throws {
        #expect(try marked("石墨烯，散热膜", ["石墨烯 散热膜"], quoted: true) == ["0:石墨烯，散热膜"])
        #expect(try marked("电灯和灯", ["灯"]) == ["0:灯", "0:灯"])
        #expect(try marked("LED灯泡", ["LED灯"]) == ["0:LED灯"])
    }

    @Test func `overlapping marks are joined or cut`() throws {
        #expect(try marked("光光光", ["光光"]) == ["0:光光光"])
        #expect(try marked("石墨烯膜", ["石墨烯", "烯膜"]) == ["0:石墨烯", "1:膜"])
        #expect(try marked("石墨烯", ["墨", "石墨烯"]) == ["1:石墨烯"])
    }

    @Test func `truncated words are marked`() throws {
        #expect(try marked("electricity and electronics", ["elect+"]) == ["0:electricity", "0:electronics"])
        #expect(try marked("光导纤维", ["光*维"]) == ["0:光导纤维"])
    }

    @Test func `nothing asked marks nothing`() throws {
        #expect(try Highlighter().highlights(in: "光纤", of: []).isEmpty)
        #expect(try marked("", ["光纤"]).isEmpty)
    }

    // MARK: Snippets

    @Test func `a short text is its own snippet`() throws {
        let snippet = try Highlighter().snippet(of: "一种光纤。", for: words(["光纤"]), characters: 20)
        #expect(snippet.range == 0..<15)
        #expect(!snippet.isCutBefore && !snippet.isCutAfter)
        #expect(snippet.highlights == [Highlight(range: 6..<12, colour: 0)])
    }

    @Test func `a snippet without hits is the beginning`() throws {
        let text = "第一句话在这里。第二句话在这里。第三句话在这里。"
        let snippet = try Highlighter().snippet(of: text, for: [], characters: 18)
        #expect(part(text, snippet.range) == "第一句话在这里。第二句话在这里。")
        #expect(!snippet.isCutBefore && snippet.isCutAfter)
    }

    @Test func `a snippet shows the most different words and begins at a sentence`() throws {
        let text = "光纤光纤光纤很多。" + String(repeating: "无关内容。", count: 20) + "这里的光纤连着电池。" + "后面还有很多很多内容。"
        let snippet = try Highlighter().snippet(of: text, for: words(["光纤", "电池"]), characters: 16)
        #expect(part(text, snippet.range).hasPrefix("这里的光纤连着电池。"))
        #expect(snippet.isCutBefore && snippet.isCutAfter)
        #expect(Set(snippet.highlights.map(\.colour)) == [0, 1])
    }

    @Test(arguments: 0..<30)
    func `a snippet holds a hit, keeps its length and cuts no word`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let pieces = ["battery ", "光纤", "连接器，", "wireless ", "e\u{301}tude ", "👩‍👩‍👧‍👦", "一种", "。", "0.5 ", "solid-state "]
        let text = (0..<300).compactMap { _ in pieces.randomElement(using: &random) }.joined()
        let snippet = try Highlighter().snippet(of: text, for: words(["光纤", "battery"]), characters: 40)
        let shown = part(text, snippet.range)
        #expect(shown.count <= 40, "seed \(seed)")
        #expect(shown.count > 10, "seed \(seed)")
        #expect(!snippet.highlights.isEmpty, "seed \(seed)")
        #expect(text.contains(shown), "seed \(seed)")
        let letters = shown.unicodeScalars.prefix { $0.isASCII && $0.properties.isAlphabetic }
        let whole = ["", "battery", "wireless", "e", "solid", "state"]
        #expect(whole.contains(String(String.UnicodeScalarView(letters))), "seed \(seed): \(shown)")
    }

    @Test func `a word longer than the window is cut at its end`() throws {
        let text = String(repeating: "x", count: 100)
        let snippet = try Highlighter().snippet(of: text, for: words([text]), characters: 10)
        #expect(snippet.range == 0..<10)
        #expect(snippet.highlights == [Highlight(range: 0..<10, colour: 0)])
    }
}
