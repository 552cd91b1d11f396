import Domain
import Testing

@testable import EntryIndex

/// Refusals: reason, place and cure (language.md, Refusals).
struct QueryFailureTests {
    /// A query with its refusal.
    struct Case: Sendable, CustomTestStringConvertible {
        let query: String
        let problem: QueryFailure.Problem
        let position: Int
        let length: Int
        let cure: String?

        init(_ query: String, _ problem: QueryFailure.Problem, _ position: Int, _ length: Int, _ cure: String?) {
            self.query = query
            self.problem = problem
            self.position = position
            self.length = length
            self.cure = cure
        }

        var testDescription: String { query }
    }

    static let brackets: [Case] = [
        Case("(a OR b", .unclosedBracket, 0, 1, "(a OR b)"), Case("TI=（石墨烯", .unclosedBracket, 3, 1, "TI=（石墨烯)"),
        Case("[a OR b", .unclosedBracket, 0, 1, "[a OR b]"), Case("a (", .unclosedBracket, 2, 1, "a"),
        Case("((a)", .unclosedBracket, 0, 1, "((a))"), Case("a)", .unopenedBracket, 1, 1, "a"),
        Case(")", .unopenedBracket, 0, 1, nil), Case("(a]", .unopenedBracket, 2, 1, "(a)"),
        Case("()", .emptyBrackets, 0, 2, nil), Case("a AND ()", .emptyBrackets, 6, 2, "a"),
        Case("TI=（）", .emptyBrackets, 3, 2, "TI=*"), Case("a (,)", .emptyBrackets, 4, 1, "a"),
        Case("{a}", .curlyBracket, 0, 1, "(a)"), Case("\"石墨烯", .unclosedQuote, 0, 1, "\"石墨烯\""),
        Case("TI=「石墨烯", .unclosedQuote, 3, 1, "TI=「石墨烯」"), Case("\"\"", .emptyQuote, 0, 2, nil),
        Case("a “ ” b", .emptyQuote, 2, 3, "a b"), Case("a 」", .straySign("」"), 2, 1, "a"),
        Case("-", .nothingToSearch, 0, 1, nil), Case("——", .nothingToSearch, 0, 2, nil),
    ]

    static let operators: [Case] = [
        Case("AND", .loneOperator("AND"), 0, 3, "\"AND\""), Case("not", .loneOperator("not"), 0, 3, "\"not\""),
        Case("NEAR5", .loneOperator("NEAR5"), 0, 5, "\"NEAR5\""),
        Case("a (or) b", .loneOperator("or"), 3, 2, "a (\"or\") b"),
        Case("AND a", .missingLeft("AND"), 0, 3, "a"), Case("a OR AND b", .missingLeft("AND"), 5, 3, "a OR b"),
        Case("with a", .missingLeft("with"), 0, 4, "a"), Case("NOT NEAR a", .missingLeft("NOT"), 0, 3, "a"),
        Case("a AND", .missingRight("AND"), 2, 3, "a"), Case("a NOT", .missingRight("NOT"), 2, 3, "a"),
        Case("a NEAR3", .missingRight("NEAR3"), 2, 5, "a"), Case("TI=(a OR) b", .missingRight("OR"), 6, 2, "TI=(a) b"),
        Case("a NEAR OR b", .missingRight("NEAR"), 2, 4, "a OR b"),
        Case("(a, AND b)", .missingLeft("AND"), 4, 3, "(a, b)"),
        Case("a || b", .bar, 2, 2, "a OR b"), Case("a NEAR0 b", .distance(limit: 10_000), 2, 5, "a NEAR1 b"),
        Case("a ADJ/0 b", .distance(limit: 10_000), 2, 5, "a ADJ1 b"),
        Case("a NEAR99999999999999999999 b", .distance(limit: 10_000), 2, 24, "a NEAR10000 b"),
        Case("#1 AND #2", .historySet("#1"), 0, 2, nil),
    ]

    static let proximity: [Case] = [
        Case("(a AND b) NEAR c", .proximityOperand(.andGroup), 0, 9, "(a AND b) AND c"),
        Case("c WITH (a b)", .proximityOperand(.andGroup), 7, 5, "c AND (a b)"),
        Case("TI=a b NEAR c", .proximityOperand(.andGroup), 0, 6, "TI=a b AND c"),
        Case("TI=石墨烯 NEAR5 散热", .proximityOperand(.mixedFields), 7, 5, "TI=(石墨烯 NEAR5 散热)"),
        Case("TI=a NOT SAME AB=b", .proximityOperand(.mixedFields), 5, 8, "TI=(a NOT SAME b)"),
        Case("(TI=a OR AB=b) NEAR c", .proximityOperand(.mixedFields), 0, 14, "(TI=a OR AB=b) AND c"),
        Case("a NEAR NOT b", .proximityOperand(.negation), 2, 8, "a NOT NEAR5 b"),
        Case("a NEAR (NOT b)", .proximityOperand(.negation), 7, 7, "a AND (NOT b)"),
        Case("IPC=H01M NEAR IPC=H01G", .proximityOperand(.noPlaces), 0, 8, "IPC=H01M AND IPC=H01G"),
        Case("* NEAR b", .proximityOperand(.noPlaces), 0, 1, "* AND b"),
        Case("a^2 NEAR b", .proximityOperand(.modifier), 0, 3, "a^2 AND b"),
        Case("(a NOT NEAR b) ADJ c", .proximityOperand(.negation), 0, 14, "(a NOT NEAR b) AND c"),
    ]

    static let fields: [Case] = [
        Case("TI=", .missingValue("TI"), 0, 3, "TI=*"), Case("发明名称：", .missingValue("发明名称"), 0, 5, "发明名称=*"),
        Case("TI= AND a", .missingValue("TI"), 0, 3, "TI=* AND a"),
        Case("TI=AB=b", .missingValue("TI"), 0, 3, "TI=* AB=b"),
        Case("TI=and", .missingValue("TI"), 0, 3, "TI=\"and\""),
        Case("TI=NOT a", .missingValue("TI"), 0, 3, "NOT TI=a"),
        Case("=a", .straySign("="), 0, 1, "a"), Case("石墨烯 > 5", .unknownField("石墨烯"), 0, 3, "\"石墨烯 > 5\""),
        Case("TI=a=b", .unknownField("a"), 3, 1, "TI=\"a=b\""), Case("TI=:b", .straySign(":"), 3, 1, "TI=b"),
        Case("TI>5", .onlyForDates, 2, 1, "TI=5"), Case("TI=[a TO b]", .onlyForDates, 3, 8, "TI=(a, b)"),
        Case("IPC=H01M:H01P", .onlyForDates, 4, 9, "IPC=(H01M, H01P)"),
        Case("PN=CN1:CN9", .onlyForDates, 3, 7, "PN=(CN1, CN9)"),
    ]

    static let values: [Case] = [
        Case("+", .truncationAlone("+"), 0, 1, "*"), Case("TI=#", .truncationAlone("#"), 3, 1, "TI=*"),
        Case("a ?? b", .truncationAlone("??"), 2, 2, "a * b"),
        Case("APD=石墨烯", .malformedDate("石墨烯"), 4, 3, "石墨烯"),
        Case("APD=2019 石墨烯", .malformedDate("石墨烯"), 9, 3, "APD=2019 AND 石墨烯"),
        Case("APD=2018-2020", .malformedDate("2018-2020"), 4, 9, "APD=2018:2020"),
        Case("APD=2019-02-30", .noSuchDate("2019-02-30"), 4, 10, "APD=2019-02-28"),
        Case("APD>=20191301", .noSuchDate("20191301"), 5, 8, "APD>=2019"),
        Case("APD=2020:2019", .backwardsRange, 4, 9, "APD=2019:2020"),
        Case("[2020 TO 2019-06]", .backwardsRange, 0, 17, "[2019-06 TO 2020]"),
        Case("2020:2019", .backwardsRange, 0, 9, "2019:2020"), Case("APD=[* TO *]", .openRange, 4, 8, "APD=*"),
        Case("APD>9999", .noSuchDate("9999"), 4, 4, nil), Case("APD>", .missingRight(">"), 3, 1, "APD=*"),
        Case("APD=2019+", .truncationPlace, 4, 5, "APD=2019"),
        Case("IPC=石墨烯", .malformedSymbol("石墨烯", .ipc), 4, 3, "石墨烯"),
        Case("IPC=H01M10/5", .malformedSymbol("H01M10/5", .ipc), 4, 8, "IPC=H01M10/5+"),
        Case("IPC=H01M 石墨烯", .malformedSymbol("石墨烯", .ipc), 9, 3, "IPC=H01M AND 石墨烯"),
        Case("IPC=Y02E", .malformedSymbol("Y02E", .ipc), 4, 4, "Y02E"), Case("IPC=+05", .truncationPlace, 4, 3, nil),
        Case("LOC=33-01", .malformedSymbol("33-01", .locarno), 4, 5, "LOC=33-01+"),
        Case("TF=36", .noTechnology("36"), 3, 2, nil), Case("TF=0", .noTechnology("0"), 3, 1, nil),
        Case("TF=1+", .truncationPlace, 3, 2, nil), Case("TF=1:3", .onlyForDates, 3, 3, "TF=(1, 3)"),
        Case("NICE=46", .malformedSymbol("46", .nice), 5, 2, "NICE=46+"),
        Case("AN=石墨烯", .malformedNumber("石墨烯"), 3, 3, "石墨烯"),
        Case("AN=201710601862.3 石墨烯", .malformedNumber("石墨烯"), 18, 3, "AN=201710601862.3 AND 石墨烯"),
        Case("AN=CN#2019", .truncationPlace, 3, 7, nil),
        Case("a/FREC", .frequencyForm, 1, 5, "a/FREC>=1"), Case("a/FREC<1", .frequencyForm, 1, 7, "a/FREC>=1"),
        Case("(a AND b)/FREC>2", .frequencyOperand, 9, 7, "(a AND b)"),
        Case("IPC=H01M/FREC>2", .frequencyOperand, 8, 7, "IPC=H01M"), Case("a^", .weightForm, 1, 1, "a"),
        Case("a^0", .weightForm, 1, 2, "a"), Case("a^5000", .weightForm, 1, 5, "a"),
    ]

    @Test(arguments: brackets + operators + proximity + fields + values)
    func `a refusal names problem, place and cure`(given: Case) throws {
        let refusal = try #require(Reading.refusal(given.query))
        #expect(refusal.problem == given.problem)
        #expect(refusal.position == given.position)
        #expect(refusal.length == given.length)
        #expect(refusal.suggestion == given.cure)
        #expect(!refusal.message.zh.isEmpty && !refusal.message.en.isEmpty)
        if let cure = refusal.suggestion { #expect(Reading.refusal(cure) == nil, "the cure is refused") }
    }

    @Test func `positions count characters of the query as typed`() throws {
        let refusal = try #require(Reading.refusal("\u{200B}石墨烯 \u{FEFF}AND"))
        #expect(refusal.position == 6)
        #expect(refusal.length == 3)
    }

    @Test func `a caret stands beneath the place, wide characters taking two columns`() throws {
        let query = "石墨烯 AND (散热"
        let refusal = try #require(Reading.refusal(query))
        #expect(refusal.caret(under: query) == "石墨烯 AND (散热\n           ^")
        let other = try #require(Reading.refusal("a NEAR0 b"))
        #expect(other.caret(under: "a NEAR0 b") == "a NEAR0 b\n  ^~~~~")
    }

    // MARK: Limits

    @Test func `a query longer than the limit is refused`() throws {
        var options = QueryLanguage.Options()
        options.maximumLength = 5
        #expect(Reading.refusal("石墨烯AB", options: options) == nil)
        let refusal = try #require(Reading.refusal("石墨烯ABC", options: options))
        #expect(refusal.problem == .tooLong(limit: 5))
        #expect(refusal.range == SourceRange(position: 5, length: 1))
    }

    @Test(arguments: ["(", "NOT ", "TI=(", "a NEAR (", "（a OR "])
    func `nesting deeper than the limit is refused, not followed`(opening: String) throws {
        for count in [300, 6000] {
            let refusal = try #require(Reading.refusal(String(repeating: opening, count: count) + "a"))
            #expect(refusal.problem == .tooDeep(limit: 200) || refusal.problem == .unclosedBracket)
        }
    }

    @Test func `long flat queries are not deep`() throws {
        let words = (0..<8000).map { "w\($0)" }
        for sign in [" ", " AND ", " OR ", " XOR "] {
            #expect(Reading.refusal(words.prefix(6000).joined(separator: sign)) == nil)
        }
        #expect(Reading.refusal("TI=(" + words.joined(separator: ",") + ")") == nil)
        let chain = Reading.refusal(words.prefix(2000).joined(separator: " ADJ "))
        #expect(chain?.problem == .tooDeep(limit: 200))
    }
}
