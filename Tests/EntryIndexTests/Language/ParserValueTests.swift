import Domain
import Testing

@testable import EntryIndex

/// Dates, classes, numbers and codes (language.md, Values).
struct ParserValueTests {
    // MARK: Dates

    @Test(arguments: [
        "2019-03-05", "2019-3-5", "2019.03.05", "2019/03/05", "20190305", "2019年3月5日", "2019年03月05", "２０１９－０３－０５",
        "\"2019-03-05\"",
    ])
    func `a day in every form`(text: String) throws {
        let day = Reading.day(2019, 3, 5)
        #expect(try Reading.tree("申请日=\(text)") == Reading.period(day, day, .applicationDate))
        #expect(try Reading.tree("APD:(\(text))") == Reading.period(day, day, .applicationDate))
    }

    @Test(arguments: ["2019-03", "201903", "2019-3", "2019年3月", "2019/03", "2019.03"])
    func `a month is all its days`(text: String) throws {
        #expect(
            try Reading.tree("PD=\(text)")
                == Reading.period(Reading.day(2019, 3, 1), Reading.day(2019, 3, 31), .publicationDate)
        )
    }

    @Test(arguments: ["2020", "2020年", "2020:2020", "[2020 TO 2020]", "2020-01-01:2020-12-31", "202001:202012"])
    func `a year is all its days`(text: String) throws {
        #expect(
            try Reading.tree("PD=\(text)")
                == Reading.period(Reading.day(2020, 1, 1), Reading.day(2020, 12, 31), .publicationDate)
        )
    }

    static let ends: [(String, PartialDate?, PartialDate?)] = [
        (">2018", Reading.day(2019, 1, 1), nil), (">=2018", Reading.day(2018, 1, 1), nil),
        ("<=2006", nil, Reading.day(2006, 12, 31)), ("<2006", nil, Reading.day(2005, 12, 31)),
        ("≥2018-02", Reading.day(2018, 2, 1), nil), ("≤2020-02", nil, Reading.day(2020, 2, 29)),
        (">2019-02", Reading.day(2019, 3, 1), nil), (">2019-12-31", Reading.day(2020, 1, 1), nil),
        ("<2019-03", nil, Reading.day(2019, 2, 28)), ("＞＝2018", Reading.day(2018, 1, 1), nil),
        ("=2018:2020-06", Reading.day(2018, 1, 1), Reading.day(2020, 6, 30)), ("=2018:", Reading.day(2018, 1, 1), nil),
        ("=:2018", nil, Reading.day(2018, 12, 31)),
        ("=[2018 TO 2020]", Reading.day(2018, 1, 1), Reading.day(2020, 12, 31)),
        ("=[2018 to *]", Reading.day(2018, 1, 1), nil), ("=［* TO 2020］", nil, Reading.day(2020, 12, 31)),
        ("：2018：2019", Reading.day(2018, 1, 1), Reading.day(2019, 12, 31)), ("=>2018", Reading.day(2019, 1, 1), nil),
        ("=(>2018)", Reading.day(2019, 1, 1), nil),
    ]

    @Test(arguments: ends)
    func `comparisons and ranges`(text: String, first: PartialDate?, last: PartialDate?) throws {
        #expect(try Reading.tree("APD\(text)") == Reading.period(first, last, .applicationDate))
    }

    @Test func `comparisons and lists in brackets`() throws {
        #expect(try Reading.tree("APD=(>=2018 AND <2020)") == Reading.tree("APD>=2018 AND APD<2020"))
        #expect(try Reading.tree("APD=(2018, 2020)") == Reading.tree("APD=2018 OR APD=2020"))
    }

    @Test func `a comparison holds for one date only`() throws {
        #expect(try Reading.tree("APD>=2019 石墨烯") == Reading.tree("APD>=2019 AND 石墨烯"))
    }

    @Test func `a period as stored numbers takes in dates of unknown day`() throws {
        #expect(
            Expression.DateRange(from: PartialDate(year: 2019), through: PartialDate(year: 2019))?.numbers
                == 20_190_000...20_191_231
        )
        #expect(
            Expression.DateRange(from: Reading.day(2019, 3, 1), through: Reading.day(2019, 3, 1))?.numbers
                == 20_190_300...20_190_301
        )
        #expect(Expression.DateRange(from: Reading.day(2019, 3, 5), through: nil)?.numbers == 20_190_305...99_991_231)
        #expect(Expression.DateRange(from: nil, through: PartialDate(year: 2019, month: 2))?.numbers == 0...20_190_228)
    }

    // MARK: Classes

    @Test(
        arguments: [
            ("IPC=H01M10/05", "H01M10/05", .subtree), ("IPC=h01m 10/05", "H01M10/05", .subtree),
            ("IPC=H01M10/05(2010.01)I", "H01M10/05", .subtree), ("IPC=H01M 10/05 （2010.01）", "H01M10/05", .subtree),
            ("IPC=H02K1", "H02K1/00", .subtree), ("IPC=H02K1/00", "H02K1/00", .subtree), ("IPC=H02K", "H02K", .subtree),
            ("IPC=H02", "H02", .subtree), ("IPC=H", "H", .subtree), ("IPC=H02K1+", "H02K1", .beginning),
            ("IPC=H02K 1*", "H02K1", .beginning), ("IPC=H02K1/2+", "H02K1/2", .beginning),
            ("IPC=H0+", "H0", .beginning),
            ("IPCX=H01M10/05", "H01M10/05", .exact), ("ipcx=(H01M 10/05)", "H01M10/05", .exact),
            ("IPC=H01M10/0525", "H01M10/0525", .subtree), ("IPC=\"H01M 10/05\"", "H01M10/05", .subtree),
        ] as [(String, String, Expression.Symbol.Reach)]
    )
    func `classes of IPC`(query: String, text: String, reach: Expression.Symbol.Reach) throws {
        #expect(try Reading.tree(query) == .symbol(text, .ipc, reach))
    }

    @Test(
        arguments: [
            ("CPC=Y02E60/10", .symbol("Y02E60/10", .cpc)), ("CPCX=A61K9/1652", .symbol("A61K9/1652", .cpc, .exact)),
            ("LOC=14-02", .symbol("14-02", .locarno)), ("LOC=1402", .symbol("14-02", .locarno)),
            ("LOC=14", .symbol("14", .locarno)), ("外观设计洛迦诺分类号=21-01-C0293", .symbol("21-01", .locarno)),
            ("国际分类=09", .symbol("9", .nice)), ("NICE=第9类", .symbol("9", .nice)),
            ("VIENNA=7.1.1", .symbol("7.1.1", .vienna)),
            ("FT=5h029aj03", .symbol("5H029AJ03", .fterm)), ("UC=429/231.95", .symbol("429/231.95", .usClass)),
            ("FI=\"H01M10/05,101\"", .symbol("H01M10/05,101", .fi)),
        ] as [(String, Expression)]
    )
    func `classes of other schemes`(query: String, expected: Expression) throws {
        #expect(try Reading.tree(query) == expected)
    }

    @Test func `classes side by side have to be together, in a list any will do`() throws {
        #expect(try Reading.tree("IPC=H01M10/05 H01G") == .and(.symbol("H01M10/05", .ipc), .symbol("H01G", .ipc)))
        #expect(try Reading.tree("IPC=(H01M 10/05，H01G)") == .or(.symbol("H01M10/05", .ipc), .symbol("H01G", .ipc)))
    }

    // MARK: Numbers

    @Test(arguments: [
        "201710601862.3", "CN201710601862.3", "ZL201710601862.3", "2017106018623", "201710601862", "cn201710601862.3",
        "95115608.X", "CN106844774A", "CN1492355", "US8930553B2", "PCT/CN2019/070001", "12345678", "G1234567",
    ])
    func `a number as it stands`(text: String) throws {
        #expect(try Reading.tree("申请号=\(text)") == .number(text.uppercased(), .applicationNumber))
        #expect(try Reading.tree("PN=(\(text))") == .number(text.uppercased(), .publicationNumber))
    }

    @Test(arguments: [
        ("AN=ZL 2017 1 0601862.3", "ZL201710601862.3", Field.applicationNumber),
        ("AN=CN 201710601862.3", "CN201710601862.3", .applicationNumber),
        ("PN=US 8930553 B2", "US8930553B2", .publicationNumber),
        ("PN=CN 106844774 A", "CN106844774A", .publicationNumber),
        ("AN=\"2017 1 0601862.3\"", "201710601862.3", .applicationNumber),
    ])
    func `blanks inside a number`(query: String, text: String, field: Field) throws {
        #expect(try Reading.tree(query) == .number(text, field))
    }

    @Test func `whole numbers side by side are a list`() throws {
        let expected = Expression.or(
            .number("201710601862.3", .applicationNumber),
            .number("CN202010769071.3", .applicationNumber)
        )
        #expect(try Reading.tree("AN=(201710601862.3 CN202010769071.3)") == expected)
        #expect(try Reading.tree("AN=(201710601862.3, CN202010769071.3)") == expected)
        #expect(try Reading.tree("AN=(201710601862.3\nCN202010769071.3\n)") == expected)
        #expect(
            try Reading.tree("AN=(201710601862.3 AND CN202010769071.3)")
                == .and(.number("201710601862.3", .applicationNumber), .number("CN202010769071.3", .applicationNumber))
        )
    }

    @Test(
        arguments: [
            ("AN=(CN2019+)", "CN2019", .beginning), ("申请号=(2014+)", "2014", .beginning),
            ("AN=2014*", "2014", .beginning),
            ("AN=CN 2019+", "CN2019", .beginning), ("AN=+1862", "1862", .ending), ("AN=(+0601+)", "0601", .containing),
        ] as [(String, String, Expression.Number.Reach)]
    )
    func `truncated numbers`(query: String, text: String, reach: Expression.Number.Reach) throws {
        #expect(try Reading.tree(query) == .number(text, .applicationNumber, reach))
    }

    @Test(arguments: ["AN=CN201710601862.4", "CN201710601862.4", "ZL 2017 1 0601862.4"])
    func `a wrong check digit is searched for and noted`(query: String) throws {
        let parsed = try QueryLanguage().parse(query)
        guard case .wrongCheckDigit(_, let expected)? = parsed.notes.first?.matter else {
            Issue.record("no note for \(query)")
            return
        }
        #expect(expected == "3")
        #expect(parsed.notes.count == 1)
        #expect(parsed.notes.first?.range.end == query.unicodeScalars.count)
    }

    @Test(arguments: ["AN=CN201710601862.3", "201910302430.1", "123456789", "PN=123456789"])
    func `a right check digit, or none at all, is not noted`(query: String) throws {
        #expect(try QueryLanguage().parse(query).notes.isEmpty)
    }

    // MARK: Codes

    @Test func `codes are words of their field`() throws {
        #expect(
            try Reading.tree("发明类型=(\"I\" OR \"U\")") == .or(.phrase("I", .inventionType), .phrase("U", .inventionType))
        )
        #expect(try Reading.tree("公开国=(CN)") == .word("CN", .publicationCountry))
        #expect(try Reading.tree("LS=有效 RE=江苏") == .and(.word("有效", .legalStatus), .word("江苏", .region)))
        #expect(try Reading.tree("NC=C38+") == .pattern([.text("C38"), .any], .industry))
    }

    // MARK: The box

    @Test(arguments: [
        "2019", "2019-03-05", "20190305", "201903", "2019年3月5日", "2018:2019", ">2018", "[2018 TO *]", "2019：", ":2019",
    ])
    func `a bare date is any date`(text: String) throws {
        guard case .date(_, nil) = try Reading.tree(text).kind else {
            Issue.record("\(text) is no date")
            return
        }
    }

    @Test(arguments: ["1080", "2500", "20190230", "201913", "0.5", "2019A", "1920:1080", "2019-3-"])
    func `what is no date of our time is none`(text: String) throws {
        if case .date = try Reading.tree(text).kind { Issue.record("\(text) is a date") }
    }

    @Test(arguments: [
        ("H01M10/05", "H01M10/05"), ("H01M 10/05", "H01M10/05"), ("h01m10/05", "H01M10/05"), ("H01M", "H01M"),
        ("H01", "H01"), ("Y02E60/10", "Y02E60/10"), ("14-02", "14-02"), ("H01M 10/05 (2010.01)I", "H01M10/05"),
    ])
    func `a bare class is the class or the text`(text: String, symbol: String) throws {
        #expect(try Reading.tree(text) == .symbol(symbol))
    }

    @Test(arguments: ["H", "A4", "H264", "MP3", "5G", "40-50", "1-2", "I01M"])
    func `what is no class is a word`(text: String) throws {
        #expect(try Reading.tree(text) == .word(text))
    }

    @Test func `beginnings in the box`() throws {
        #expect(try Reading.tree("H02K1+") == .symbol("H02K1", nil, .beginning))
        #expect(Expression.Symbol("H02K1", reach: .beginning).asTerm == .pattern([.text("H02K1"), .any]))
        #expect(try Reading.tree("CN2019+") == .number("CN2019", nil, .beginning))
        #expect(try Reading.tree("2014+") == .pattern([.text("2014"), .any]))
        #expect(try Reading.tree("batter+") == .pattern([.text("batter"), .any]))
    }

    @Test(arguments: [
        "CN201710601862.3", "201710601862.3", "2017106018623", "ZL201710601862.3", "CN106844774A", "US8930553B2",
        "PCT/CN2019/070001", "WO2002014184A1", "95115608.X",
    ])
    func `a bare number is nothing else`(text: String) throws {
        #expect(try Reading.tree(text) == .number(text))
        #expect(!Expression.Number(text).isAlsoText)
    }

    @Test(arguments: ["12345678", "85102475", "1234567", "50000", "1234567890"])
    func `bare digits are a number or a word`(text: String) throws {
        #expect(try Reading.tree(text) == .number(text))
        #expect(Expression.Number(text).isAlsoText)
    }

    @Test(arguments: ["1080", "12", "5000mAh", "AB12345", "LED5000", "COVID19"])
    func `short digits and words with digits are words`(text: String) throws {
        #expect(try Reading.tree(text) == .word(text))
    }

    @Test func `numbers with blanks and several numbers in the box`() throws {
        #expect(try Reading.tree("ZL 2017 1 0601862.3") == .number("ZL201710601862.3"))
        #expect(try Reading.tree("石墨烯 US 8930553 B2") == .and(.word("石墨烯"), .number("US8930553B2")))
        #expect(
            try Reading.tree("CN106844774A CN111882462B") == .or(.number("CN106844774A"), .number("CN111882462B"))
        )
        #expect(try Reading.tree("CN 5 axis") == .and(.word("CN"), .word("5"), .word("axis")))
    }
}
