import Testing

@testable import EntryIndex

/// Fields, operators and brackets (language.md, Fields and Operators).
struct ParserOperatorTests {
    // MARK: Fields

    @Test func `a field holds for all bare words`() throws {
        let expected = Expression.and(.word("石墨烯", .title), .word("散热膜", .title))
        #expect(try Reading.tree("TI=石墨烯 散热膜") == expected)
        #expect(try Reading.tree("TI=(石墨烯 AND 散热膜)") == expected)
    }

    @Test(arguments: [
        ("TI=石墨烯 散热 AND 电池", "TI=石墨烯 AND TI=散热 AND 电池"), ("TI=石墨烯 OR 电池", "TI=石墨烯 OR 电池"),
        ("TI=石墨烯 NOT 电池", "TI=石墨烯 AND NOT 电池"), ("TI=石墨烯 (电池)", "TI=石墨烯 AND 电池"),
        ("TI=(石墨烯) 电池", "TI=石墨烯 AND 电池"), ("TI=石墨烯 AB=电池 锂", "TI=石墨烯 AND AB=(电池 AND 锂)"),
        ("TI=(石墨烯 AB=电池)", "TI=石墨烯 AND AB=电池"),
    ])
    func `a field ends at an operator, a bracket or a field`(query: String, same: String) throws {
        #expect(try Reading.tree(query) == Reading.tree(same))
    }

    @Test func `a word without a field stands in the box`() throws {
        #expect(try Reading.tree("石墨烯") == .word("石墨烯"))
        #expect(Field.boxTexts == [.title, .abstract, .claims, .description, .keywords])
        #expect(Field.boxNames == [.applicant, .inventor, .agent])
    }

    // MARK: Precedence

    @Test(arguments: [
        ("a OR b XOR c", "a OR (b XOR c)"), ("a XOR b OR c", "(a XOR b) OR c"), ("a XOR b AND c", "a XOR (b AND c)"),
        ("a AND b XOR c", "(a AND b) XOR c"), ("a AND NOT b", "a AND (NOT b)"), ("NOT a AND b", "(NOT a) AND b"),
        ("NOT a b", "(NOT a) AND b"), ("NOT a OR b", "(NOT a) OR b"), ("NOT a NEAR5 b", "NOT (a NEAR5 b)"),
        ("a AND b NEAR5 c", "a AND (b NEAR5 c)"), ("a b NEAR5 c d", "a AND (b NEAR5 c) AND d"),
        ("a b OR c d", "(a AND b) OR (c AND d)"), ("a NOT b c", "a AND (NOT b) AND c"),
        ("NOT TI=a b", "NOT TI=(a AND b)"), ("a OR b AND c OR d", "a OR (b AND c) OR d"),
        ("a ADJ b NEAR c", "(a ADJ b) NEAR c"),
    ])
    func `proximity binds closest, then NOT, AND, XOR, OR`(query: String, bracketed: String) throws {
        #expect(try Reading.tree(query) == Reading.tree(bracketed))
    }

    @Test func `trees of the operators`() throws {
        #expect(try Reading.tree("a b") == .and(.word("a"), .word("b")))
        #expect(try Reading.tree("a OR b OR c") == .or(.word("a"), .word("b"), .word("c")))
        #expect(try Reading.tree("a XOR b XOR c") == .xor(.word("a"), .word("b"), .word("c")))
        #expect(try Reading.tree("a NOT b") == .and(.word("a"), .not(.word("b"))))
        #expect(try Reading.tree("NOT a") == .not(.word("a")))
        #expect(try Reading.tree("NOT NOT a") == .not(.not(.word("a"))))
        #expect(try Reading.tree("a OR NOT b") == .or(.word("a"), .not(.word("b"))))
        #expect(try Reading.tree("((a AND (b AND c)))") == .and(.word("a"), .word("b"), .word("c")))
    }

    @Test(arguments: ["a and b", "a And b", "a ＡＮＤ b", "(a)AND(b)", "a\tAND\nb"])
    func `operators are of any case and width`(query: String) throws {
        #expect(try Reading.tree(query) == .and(.word("a"), .word("b")))
    }

    @Test func `an operator without a space is a word`() throws {
        #expect(try Reading.tree("NOT门") == .word("NOT门"))
        #expect(try Reading.tree("orange") == .word("orange"))
        #expect(try Reading.tree("near5x") == .word("near5x"))
    }

    @Test func `an operator in quotes is a word`() throws {
        #expect(try Reading.tree("a \"AND\" b") == .and(.word("a"), .phrase("AND"), .word("b")))
    }

    // MARK: Lists

    @Test(arguments: [
        "TI=(a,b)", "TI=(a，b)", "TI=(a;b)", "TI=(a；b)", "TI=(a, b)", "TI=（a、b）", "TI=(a,b,)", "TI=(,a,;b)",
    ])
    func `a comma or semicolon in brackets means OR`(query: String) throws {
        #expect(try Reading.tree(query) == .or(.word("a", .title), .word("b", .title)))
    }

    @Test func `words in a list stand side by side`() throws {
        #expect(try Reading.tree("TI=(a b, c)") == Reading.tree("TI=((a AND b) OR c)"))
        #expect(try Reading.tree("TI=(a, b AND c)") == Reading.tree("TI=(a OR (b AND c))"))
    }

    @Test func `outside brackets a comma is a blank`() throws {
        #expect(try Reading.tree("石墨烯，散热；电池") == Reading.tree("石墨烯 散热 电池"))
        #expect(try Reading.tree("TI=a, b") == Reading.tree("TI=(a AND b)"))
    }

    @Test func `a comma before a legal form separates nothing`() throws {
        let expected = try Reading.tree("PA=((Huawei AND Co. AND Ltd.) OR ZTE)")
        #expect(try Reading.tree("PA=(Huawei Co., Ltd.; ZTE)") == expected)
        #expect(try Reading.tree("PA=Huawei Co., Ltd.") == Reading.tree("PA=(Huawei AND Co. AND Ltd.)"))
        #expect(try Reading.tree("(PA=Huawei Co., Ltd. OR TI=a)") == Reading.tree("PA=(Huawei Co. Ltd.) OR TI=a"))
    }

    // MARK: Signs

    @Test(arguments: [
        "TI=(\"石墨烯\" OR 散热)", "ＴＩ＝（＂石墨烯＂　ＯＲ　散热）", "TI：（“石墨烯” or 散热）", "TI=【「石墨烯」 OR 散热】",
        "\u{FEFF}T\u{200B}I=(『石墨烯』 O\u{200D}R 散\u{AD}热)", "发明名称＝〔”石墨烯“ OR 散热〕", "TI==[\"石墨烯\" OR 散热]",
    ])
    func `Chinese signs, full width and zero width`(query: String) throws {
        #expect(try Reading.tree(query) == .or(.phrase("石墨烯", .title), .word("散热", .title)))
    }

    // MARK: Everything

    @Test(arguments: ["", " ", "　\t", "*", "＊", "**", "\u{200B}"])
    func `nothing or a star alone is everything`(query: String) throws {
        #expect(try Reading.tree(query) == .everything)
    }

    @Test func `a star in a field asks for a value`() throws {
        #expect(try Reading.tree("TI=*") == Expression(.has(.title)))
        #expect(try Reading.tree("TI=(*)") == Expression(.has(.title)))
        #expect(try Reading.tree("* NOT TI=*") == .and(.everything, .not(Expression(.has(.title)))))
    }

    // MARK: Places

    @Test func `every node keeps its place in the query`() throws {
        let tree = try Reading.tree("石墨烯 OR TI=(a b) NOT  IPC=H01M 10/05")
        #expect(tree.range == SourceRange(position: 0, length: 35))
        guard case .or(let alternatives) = tree.kind, case .and(let parts) = alternatives[1].kind else {
            Issue.record("\(tree)")
            return
        }
        #expect(alternatives[0].range == SourceRange(position: 0, length: 3))
        #expect(parts.map(\.range.position) == [11, 13, 16])
        #expect(parts[2].range == SourceRange(position: 16, length: 19))
    }
}
