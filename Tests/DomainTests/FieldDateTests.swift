import Testing

@testable import Domain

struct FieldDateTests {
    @Test(
        arguments: [
            ("2019-03-05", "2019-03-05"), ("2019-3-5", "2019-03-05"), ("2019.03.05", "2019-03-05"),
            ("2019/03/05", "2019-03-05"), ("20190305", "2019-03-05"), ("2019年3月5日", "2019-03-05"),
            ("2019年03月05号", "2019-03-05"), ("2019年3月", "2019-03"), ("2019年", "2019"), ("2019-03", "2019-03"),
            ("201903", "2019-03"), ("2019", "2019"), ("05/03/2019", "2019-03-05"), ("05.03.2019", "2019-03-05"),
            ("1 Jan 2021", "2021-01-01"), ("15 August 2019", "2019-08-15"), ("Mar 5, 2019", "2019-03-05"),
            ("05-MAR-2019", "2019-03-05"), ("2018-04-17-04:00", "2018-04-17"), ("2018-04-17+08:00", "2018-04-17"),
            ("2018-04-17Z", "2018-04-17"), ("2001-10-09T23:59:59.000Z", "2001-10-09"),
            ("2019-03-05 12:30:00", "2019-03-05"),
            ("20190305123000", "2019-03-05"), ("19980800", "1998-08"), ("19980000", "1998"), ("1998-08-00", "1998-08"),
            ("1995-1-15", "1995-01-15"), ("２０１９．０３．０５", "2019-03-05"), (" 2019-03-05 ", "2019-03-05"),
            ("20200229", "2020-02-29"),
            ("2000-02-29", "2000-02-29"), ("03/25/2019", "2019-03-25"), ("10.2021", "2021-10"), ("1964", "1964"),
            ("2013-2-8 0:00:00", "2013-02-08"),
        ]
    )
    func `reads a date`(printed: String, text: String) {
        #expect(FieldDate.read(printed)?.description == text)
    }

    @Test(arguments: [
        "", " ", "00000000", "0000-00-00", "0", "-", "--", "N/A", "null", "None", "0000.00.00", "unknown",
    ])
    func `sees that there is no date`(printed: String) {
        #expect(FieldDate.reading(printed) == .none)
    }

    @Test(
        arguments: [
            "2019-02-29", "1900-02-29", "20190431", "2019-13-01", "2019-00-05", "20190005", "32/01/2019", "2019-3-5-7",
            "190305123",
            "十月", "5 Foo 2019", "2019-03-05 garbage", "12", "19-03-05", "0999-01-01", "石墨烯", "2019--03",
        ]
    )
    func `refuses what the calendar has not`(printed: String) {
        #expect(FieldDate.reading(printed) == .malformed)
    }

    @Test func `takes the order of day and month from its caller`() {
        #expect(FieldDate.read("03/04/2019")?.description == "2019-04-03")
        #expect(FieldDate.read("03/04/2019", order: .monthFirst)?.description == "2019-03-04")
        #expect(FieldDate.read("25/04/2019", order: .monthFirst)?.description == "2019-04-25")
    }

    @Test func `reads every day of four centuries in every print`() throws {
        var random = SeededRandom(seed: 11)
        for _ in 0..<2_000 {
            let year = Int.random(in: 1700...2099, using: &random)
            let month = Int.random(in: 1...12, using: &random)
            let day = Int.random(in: 1...31, using: &random)
            let date = PartialDate(year: year, month: month, day: day)
            let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
            let prints = [
                "\(year)-\(month)-\(day)", "\(year).\(two(month)).\(two(day))", "\(year)\(two(month))\(two(day))",
                "\(year)年\(month)月\(day)日", "\(year)-\(two(month))-\(two(day))T00:00:00Z",
            ]
            for print in prints {
                #expect(FieldDate.read(print) == date, "seed \(random.seed): \(print)")
            }
        }
    }

    @Test(
        arguments: [
            (1970, 1, 1), (2000, 2, 29), (2026, 11, 30), (2026, 12, 31), (2100, 2, 28), (1, 3, 1), (9999, 12, 31),
        ]
    )
    func `a day is over in China when the next one begins`(year: Int, month: Int, day: Int) throws {
        let date = try #require(PartialDate(year: year, month: month, day: day))
        let end = try #require(date.endInChina)
        #expect(PartialDate(inChinaAt: end - 1) == date && PartialDate(inChinaAt: end) != date)
    }

    @Test func `a month is no day, and the first of 1970 ended at four in the afternoon of Greenwich`() {
        #expect(PartialDate(year: 2026, month: 1)?.endInChina == nil)
        #expect(PartialDate(year: 1970, month: 1, day: 1)?.endInChina == Int64(57_600_000_000))
    }
}
