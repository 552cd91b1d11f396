import Testing
import Text

struct QueryAnalyzerTests {
    /// The readings of a query as lines: `offset:term|term/width`, patterns with `#` and `*most`.
    private func readings(_ text: String, _ reading: QueryAnalyzer.Reading = .init()) throws -> [String] {
        try QueryAnalyzer().analyse(text, reading).phrases.map { phrase in
            let slots = phrase.slots.map { "\($0.offset):\(shown($0.match))/\($0.width)" }
            return (slots + phrase.unbroken.map { "!\($0)" }).joined(separator: " ")
        }
    }

    private func shown(_ match: QuerySlot.Match) -> String {
        switch match {
        case .terms(let terms): terms.map { TextTests.shown($0) }.joined(separator: "|")
        case .pattern(let pattern):
            pattern.elements.map { element in
                switch element {
                case .bytes(let bytes): TextTests.shown(bytes)
                case .one: "#"
                case .any(let maximum): maximum.map { "*\($0)" } ?? "*"
                }
            }.joined()
        }
    }

    @Test(
        arguments: [
            ("光纤", ["0:光纤/2"]), ("石墨烯", ["0:石墨/2 1:墨烯/2"]), ("灯", ["0:灯/1"]), ("電池", ["0:电池/2"]),
            ("光纤+", ["0:光纤/2"]), ("?光纤*", ["0:光纤/2"]), ("光纤#", ["0:光纤/2 1:纤#/2"]), ("#光", ["0:#光/2 1:光#*/1"]),
            ("光#纤", ["0:光#/2 2:纤#*/1 !1"]), ("光?纤", ["0:光纤/2", "0:光#/2 2:纤#*/1 !1"]),
            ("光#纤维", ["0:光#/2 2:纤维/2 !1"]),
        ])
    func `Han words are phrases of pairs`(query: String, expected: [String]) throws {
        #expect(try readings(query) == expected)
    }

    @Test func `a gap of any length inside a Han word reaches ten characters`() throws {
        let phrases = try QueryAnalyzer().analyse("光*纤").phrases
        #expect(phrases.count == 11)
        #expect(phrases.last?.unbroken == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
        #expect(phrases.last?.slots.last?.offset == 11)
    }

    @Test func `a single Han character is read over its pairs where positions count`() throws {
        #expect(try readings("灯", .init(needsPositions: true)) == ["0:灯#*/1"])
        #expect(try readings("B超", .init(isQuoted: true)).first == "0:b/1 1:超#*/1")
    }

    @Test(
        arguments: [
            ("batteries", ["0:batteri|<0><1>batteri/1"]), ("generously", ["0:generous|<0><1>generous/1"]),
            ("0.5", ["0:0.5/1"]),
            ("elect+", ["0:elect*/1"]), ("elect*ic", ["0:elect*10ic/1"]), ("+phone", ["0:*phone/1"]),
            ("wom#n", ["0:wom#n/1"]),
            ("colo?r", ["0:colo*1r/1"]), ("ab##?", ["0:ab##*1/1"]), ("ＥＬＥＣＴ＋", ["0:elect*/1"]), ("20+", ["0:20*/1"]),
            ("#", []), ("привет", ["0:привет/1"]), ("ランプ", ["0:ランプ/1"]),
        ])
    func `words ask for stems, truncated ones for patterns`(query: String, expected: [String]) throws {
        guard !expected.isEmpty else {
            #expect(throws: QueryAnalysisFailure.loneWildcard(0..<1)) { try readings(query) }
            return
        }
        #expect(try readings(query) == expected)
    }

    @Test(
        arguments: [
            ("WiFi", ["0:wifi/1", "0:wi/1 1:fi/1"]), ("Wi-Fi", ["0:wi/1 1:fi/1", "0:wifi/1"]),
            ("wi fi", ["0:wi/1 1:fi/1", "0:wifi/1"]),
            ("wifi", ["0:wifi/1"]), ("wi-f+", ["0:wi/1 1:f*/1", "0:wif*/1"]),
        ])
    func `joined and parted spellings read as each other`(query: String, expected: [String]) throws {
        let found = try readings(query, .init(isQuoted: true))
        for reading in expected { #expect(found.contains(reading)) }
        #expect(found.first == expected.first)
    }

    @Test func `a word before others also reads as a joined term`() throws {
        #expect(
            try readings("email address", .init(isQuoted: true)) == [
                "0:email/1 1:address/1", "0:emailaddress/1", "0:<0><2><2>email/2 2:address/1",
                "0:<0><2><3>email/3 3:address/1",
            ]
        )
    }

    @Test func `truncation signs are punctuation where they do not count`() throws {
        #expect(try readings("C++", .init(isQuoted: true, truncates: false)) == ["0:c/1"])
    }

    @Test(arguments: ["", "  ", "，。", "-", "\u{200B}", "👍"])
    func `nothing to search for is refused`(query: String) {
        #expect(throws: QueryAnalysisFailure.empty) { try QueryAnalyzer().analyse(query) }
    }

    @Test func `signs that cannot be followed are refused with their place`() {
        #expect(throws: QueryAnalysisFailure.loneWildcard(3..<4)) { try QueryAnalyzer().analyse("ab + cd") }
        #expect(throws: QueryAnalysisFailure.wildcardsBeforeHan(0..<2)) { try QueryAnalyzer().analyse("##光") }
    }

    @Test func `too many readings are cut and said so`() throws {
        let analysis = try QueryAnalyzer().analyse("光*纤*维*光")
        #expect(analysis.isCut)
        #expect(analysis.phrases.count == 64)
    }

    @Test func `a long phrase stays bounded`() throws {
        let text = (0..<500).map { "word\(Character(Unicode.Scalar(97 + UInt8($0 % 26))))x" }.joined(separator: " ")
        let analysis = try QueryAnalyzer().analyse(text, .init(isQuoted: true))
        #expect(analysis.phrases.count <= 64)
        #expect(analysis.isCut)
    }
}
