import Testing
import Text

struct OffsetTests {
    /// Pieces of many scripts, with marks, planes, widths, line ends and controls.
    static let pieces = [
        "光", "纤", "電", "池", "𠮷", "𪚥", "葛\u{E0100}", "LED", "wi-fi", "U.S.", "O’Brien", "batteries", "e\u{301}", "ﬁ",
        "ß", "½",
        "℃", "5", "0.5", "１２", "か\u{3099}", "ﾊﾞ", "カー", "한", "\u{1112}\u{1161}", "й", "Ω", "👩‍👩‍👧‍👦", "❤️", "，", "。",
        "！\u{200B}",
        ". ", "? ", " ", "\n", "\r\n", "\n\n", "\u{0}", "\u{200B}", "\u{FEFF}", "\u{301}", "\u{3000}", "का", "ไทย",
        "a\u{300}\u{301}",
    ]

    @Test(arguments: 0..<40)
    func `places are in order, between characters, and fold to their terms`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let text = (0..<200).compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()
        let bytes = Array(text.utf8)
        let list = try Analyzer().tokens(text)
        var folder = TextFolder()
        var last = TokenList.Place(start: 0, end: 0)
        for place in list.places where place.start < place.end {
            // Words that share one original character (`5½` is 51 and 2) share its bytes.
            #expect(place.start >= last.start && place.end >= last.end, "seed \(seed)")
            #expect(bytes[Int(place.start)] & 0xC0 != 0x80, "seed \(seed)")
            #expect(Int(place.end) == bytes.count || bytes[Int(place.end)] & 0xC0 != 0x80, "seed \(seed)")
            last = place
        }
        for token in list.tokens where token.kind == .word || token.kind == .hanPair {
            let range = try #require(list.bytes(token.position, width: Int(token.width)))
            let folded = folder.fold(part(text, range)).filter { !$0.isNewline }
            #expect(folded.contains(shown(list.term(token))), "seed \(seed): \(folded)")
        }
    }

    @Test(arguments: 0..<20)
    func `a text cut into pieces gives the same tokens`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let words = ["battery", "wi-fi", "光纤，连接", "0.5mm", "end.", "电池。", "U.S.", "，石墨烯，", "\n", "\n\n", "LED灯"]
        let text = (0..<400).compactMap { _ in words.randomElement(using: &random) }.joined(separator: " ")
        var options = Analyzer.Options()
        options.pieceBytes = 128
        let (whole, cut) = (try Analyzer().tokens(text), try Analyzer(options).tokens(text))
        #expect(whole.places == cut.places, "seed \(seed)")
        #expect(whole.sentenceEnds == cut.sentenceEnds && whole.paragraphEnds == cut.paragraphEnds, "seed \(seed)")
        #expect(whole.tokens.map { shown(whole.term($0)) } == cut.tokens.map { shown(cut.term($0)) }, "seed \(seed)")
    }

    @Test func `a long line without any good place is cut and nothing is lost`() throws {
        var options = Analyzer.Options()
        options.pieceBytes = 64
        let text = String(repeating: "光", count: 1000)
        let list = try Analyzer(options).tokens(text)
        #expect(list.length == 1000)
        #expect(list.bytes(0, width: 1000) == 0..<3000)
    }

    @Test func `several characters that become one are covered whole`() throws {
        let list = try Analyzer().tokens("xe\u{301} か\u{3099}")
        #expect(list.places.prefix(2) == [.init(start: 0, end: 4), .init(start: 5, end: 11)])
    }

    @Test func `one character that becomes several is covered by each`() throws {
        let list = try Analyzer().tokens("a½")
        #expect(list.places.prefix(3) == [.init(start: 0, end: 1), .init(start: 1, end: 3), .init(start: 1, end: 3)])
    }

    @Test func `a place covers the zero-width characters inside its word`() throws {
        let list = try Analyzer().tokens("光\u{200B}纤")
        #expect(list.bytes(0, width: 2) == 0..<9)
    }
}
