import Testing
import Text

struct ParagraphTests {
    @Test(
        arguments: [
            ("甲乙。丙！丁？戊", [1, 2, 3, 4]), ("甲；乙：丙", [2]), ("One two. Three", [1, 2]), ("One two.Three", [2]),
            ("Is it? Yes! No", [1, 2, 3]), ("v1.5 is 0.5", [3]), ("wait... what", [0, 1]), ("甲。。。乙", [0, 1]),
            ("。甲", [0]), ("What?!", [0]), ("甲！\u{200B}乙", [0, 1]), ("甲. 乙", [0, 1]), ("甲.乙", [1]), ("Ends here.", [1]),
            ("甲｡乙", [0, 1]), ("One.\u{3000}Two", [0, 1]),
        ])
    func `sentences end at their marks`(text: String, expected: [UInt32]) throws {
        #expect(try Analyzer().tokens(text).sentenceEnds == expected)
    }

    @Test(
        arguments: [
            ("甲\n\n乙", [0, 2]), ("甲\r\n\r\n乙", [0, 2]), ("甲\n \t\n乙", [0, 2]), ("甲。\n乙", [0, 2]), ("甲：\r\n乙", [0, 2]),
            ("甲；\n乙", [0, 2]), ("a:\nb", [0, 2]), ("a;\nb", [0, 2]), ("a?\nb", [0, 2]), ("a. \nb", [0, 2]),
            ("甲\n乙", [1]), ("甲\r\n乙", [1]), ("a\nb", [1]), ("甲，\n乙", [1]), ("\n\n甲\n\n\n\n", [0]), ("", []),
            ("。\n\n", []),
            ("甲\u{2029}乙", [0, 2]), ("甲。\n\n乙。\n", [0, 2]),
        ])
    func `paragraphs of plain text end at blank lines and after end marks`(text: String, expected: [UInt32]) throws {
        #expect(try Analyzer().tokens(text).paragraphEnds == expected)
    }

    @Test func `a line end is dropped between Han characters and a blank elsewhere`() throws {
        #expect(try shown("光\n纤").contains("0 光纤"))
        #expect(try shown("光\r\n纤").contains("0 光纤"))
        #expect(try words("wire\nless") == ["0 wire", "1 less"])
        #expect(try shown("光\n \n纤").contains("0 光纤") == false)
        #expect(try shown("光\na").contains("1 a"))
    }

    @Test func `given paragraphs do not end inside`() throws {
        let list = try Analyzer().tokens("甲。\n\n乙", as: .paragraph)
        #expect(list.paragraphEnds == [1])
        #expect(list.sentenceEnds == [0, 1])
    }

    @Test func `paragraphs follow each other with one empty position`() throws {
        var list = TokenList()
        try Analyzer().analyse(paragraphs: ["一种电池。", "", "wire. less"], into: &list)
        #expect(list.paragraphEnds == [3, 6])
        #expect(list.sentenceEnds == [3, 5, 6])
        #expect(list.length == 6)
        #expect(list.bytes(4) == nil)
        #expect(list.bytes(5) == 0..<4)
    }

    @Test func `a list can begin at a later position`() throws {
        var list = TokenList(firstPosition: 256)
        try Analyzer().analyse("光纤", into: &list)
        #expect(list.tokens.filter { $0.kind == .hanPair }.map(\.position) == [256])
        #expect(list.bytes(256, width: 2) == 0..<6)
        #expect(list.bytes(0) == nil)
    }
}
