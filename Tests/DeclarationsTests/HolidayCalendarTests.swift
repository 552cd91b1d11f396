import Declarations
import Domain
import Testing

/// Holidays, and what is open on them.
struct HolidayCalendarTests {
    static let text = """
        label: {zh: 节假日, en: Holidays}
        from: 2026-09-01
        until: 2026-12-31
        holidays:
          2026-10-01/2026-10-07: {zh: 国庆节, en: National Day}
        working: [2026-09-20, 2026-10-10]
        """

    private func calendar() throws -> HolidayCalendar {
        let (calendar, problems) = HolidayCalendar.read(Self.text, name: "cn", file: "cn.yaml")
        try #require(problems == [])
        return try #require(calendar)
    }

    private func day(_ text: String) throws -> PartialDate { try #require(PartialDate(iso: text)) }

    @Test func `days are free, worked, ordinary or unknown`() throws {
        let calendar = try calendar()
        #expect(calendar.day(try day("2026-10-01")) == .holiday(Bilingual("国庆节", "National Day")))
        #expect(calendar.day(try day("2026-10-07")) == .holiday(Bilingual("国庆节", "National Day")))
        #expect(calendar.day(try day("2026-10-08")) == .ordinary)
        #expect(calendar.day(try day("2026-10-10")) == .working)
        #expect(calendar.day(try day("2026-08-31")) == nil)
        #expect(calendar.day(try day("2027-01-01")) == nil)
    }

    @Test(arguments: [
        ("2026-11-30", 0), ("2026-10-10", 5), ("1970-01-01", 3), ("1969-12-31", 2), ("2000-02-29", 1),
        ("2024-12-29", 6), ("1900-01-01", 0),
    ])
    func `the day of the week is known`(date: String, weekday: Int) throws {
        #expect(CivilDay.weekday(of: try day(date)) == weekday)
        #expect(CivilDay.day(try day(date), plus: 7).flatMap(CivilDay.weekday) == weekday)
    }

    @Test(arguments: [
        // Monday, before, within, between and after its hours.
        ("2026-11-30", 8 * 60, "opens 2026-11-30 540"), ("2026-11-30", 540, "open until 720"),
        ("2026-11-30", 720, "opens 2026-11-30 810"),
        ("2026-11-30", 18 * 60, "opens 2026-12-01 540"), ("2026-12-04", 17 * 60 + 30, "opens 2026-12-05 540"),
        ("2026-12-05", 12 * 60, "opens 2026-12-07 540"),
        // The eve of the holidays, a day in them, and the worked Saturday after them.
        ("2026-09-30", 18 * 60, "opens 2026-10-08 540"), ("2026-10-03", 600, "opens 2026-10-08 540"),
        ("2026-10-10", 14 * 60, "open until 1050"),
        ("2026-09-20", 600, "open until 720"),
    ])
    func `a place is open or tells when it opens`(date: String, minute: Int, wanted: String) throws {
        let hours = try #require(OpeningHours("Mo-Fr 09:00-12:00,13:30-17:30; Sa 09:00-12:00; PH off"))
        let (state, isSure) = hours.state(on: try day(date), at: minute, calendar: try calendar())
        let text =
            switch state {
            case .open(let until): "open until \(until)"
            case .closed(let day, let minute): "opens \(day) \(minute)"
            case .closedForLong: "closed"
            case .unsaid: "unsaid"
            }
        #expect(text == wanted && isSure)
    }

    @Test func `hours that say nothing of holidays claim nothing on them`() throws {
        let hours = try #require(OpeningHours("Mo-Su 00:00-24:00"))
        let calendar = try calendar()
        #expect(hours.state(on: try day("2026-10-03"), at: 600, calendar: calendar) == (.unsaid, true))
        #expect(hours.state(on: try day("2026-10-08"), at: 600, calendar: calendar) == (.open(until: 1440), true))
        let office = try #require(OpeningHours("Mo-Fr 09:00-17:00"))
        let (eve, after) = (try day("2026-09-30"), try day("2026-10-08"))
        #expect(office.state(on: eve, at: 1080, calendar: calendar) == (.closed(opens: after, at: 540), false))
    }

    @Test func `what no calendar knows is said`() throws {
        let hours = try #require(OpeningHours("Mo-Fr 09:00-17:00"))
        #expect(hours.state(on: try day("2026-10-01"), at: 600, calendar: nil).isSure == false)
        #expect(hours.state(on: try day("2026-12-31"), at: 1080, calendar: try calendar()).isSure == false)
        let holidays = try #require(OpeningHours("PH 10:00-12:00"))
        let (calendar, first, eve) = (try calendar(), try day("2026-10-01"), try day("2026-09-30"))
        #expect(holidays.state(on: try day("2026-11-30"), at: 600, calendar: calendar).state == .closedForLong)
        #expect(holidays.state(on: eve, at: 600, calendar: calendar) == (.closed(opens: first, at: 600), true))
    }

    @Test func `mistakes are told with their lines`() {
        let text = """
            label: {zh: 节假日, en: Holidays}
            from: 2026-09-01
            until: 2026-12-31
            holidays:
              2026-10-1: {zh: 国庆节, en: National Day}
              2026-08-31: {zh: 节, en: Day}
              2026-10-02: {zh: 国庆节}
            working: [2026-10-09, 2026-10-32, 2027-01-02, 2026-08-31]
            """
        #expect(
            HolidayCalendar.read(text, name: "cn", file: "cn.yaml").1.map(\.description) == [
                "cn.yaml:5: holiday '2026-10-1' is no day; write 2026-10-01, or 2026-10-01/2026-10-07",
                "cn.yaml:6: 2026-08-31 lies outside 'from' and 'until'",
                "cn.yaml:7: holiday '2026-10-02' needs both languages; write {zh: …, en: …}",
                "cn.yaml:8: calendar 'cn': 'working' names 2026-10-09, which is no Saturday or Sunday",
                "cn.yaml:8: calendar 'cn': 'working' names '2026-10-32'; write days as 2026-02-14",
                "cn.yaml:8: calendar 'cn': 'working' names 2027-01-02, which lies outside 'from' and 'until'",
                "cn.yaml:8: calendar 'cn': 'working' names 2026-08-31, which lies outside 'from' and 'until'",
                "cn.yaml:8: calendar 'cn': 'working' names 2026-08-31, which is no Saturday or Sunday",
                "cn.yaml:8: calendar 'cn': 'working' names 2026-08-31, which is a holiday",
            ]
        )
    }
}
