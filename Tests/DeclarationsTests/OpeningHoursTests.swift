import Declarations
import Testing

/// Hours of a week as people write them.
struct OpeningHoursTests {
    @Test func `the times of a day are found, those of holidays apart`() throws {
        let hours = try #require(OpeningHours("Mo-Fr 09:00-12:00,13:30-17:30; Sa 09:00-12:00; PH 10:00-11:00"))
        #expect(hours.spans(on: 0).map(\.from) == [540, 810])
        #expect(hours.spans(on: 4).map(\.until) == [720, 1050])
        #expect(hours.spans(on: 5).map(\.from) == [540])
        #expect(hours.spans(on: 6).isEmpty)
        #expect(hours.holidays?.map(\.until) == [660])
        #expect(hours.spans(on: 9).isEmpty)
    }

    @Test(arguments: [
        ("Mo 09:00-24:00", "Mo 09:00-24:00"),
        ("Mo,We,Fr 9:00-10:00", "Mo 09:00-10:00; We 09:00-10:00; Fr 09:00-10:00"),
        ("星期一到星期日 08:00—18:00", "Mo-Su 08:00-18:00"), ("周六、周日 10:00～16:00；节假日 休息", "Sa-Su 10:00-16:00; PH off"),
        ("Mo-Fr 09:00-17:00; Sa off;", "Mo-Fr 09:00-17:00"), ("Mo-Su 00:00-24:00", "Mo-Su 00:00-24:00"),
        (
            "周一至周五\u{3000}9：00~12:00，13:30-17:30\n；周天\t10:00–11:00；法定节假日 10:00－11:00",
            "Mo-Fr 09:00-12:00,13:30-17:30; Su 10:00-11:00; PH 10:00-11:00"
        ),
    ])
    func `hours are written in one form, and read again from it`(written: String, stored: String) throws {
        let hours = try #require(OpeningHours(written))
        #expect(hours.description == stored)
        #expect(OpeningHours(stored) == hours)
    }

    @Test(
        arguments: [
            // 30 November 2026 is a Monday; 16:00 UTC is midnight in China.
            (1_796_004_000_000_000, 0, 600), (1_796_054_399_000_000, 0, 1_439), (1_796_054_400_000_000, 1, 0),
            (0, 3, 480), (-1, 3, 479), (-28_800_000_001, 2, 1_439),
        ] as [(Int64, Int, Int)]
    )
    func `the clock is that of China`(moment: Int64, weekday: Int, minute: Int) {
        let clock = OpeningHours.clock(inChinaAt: moment)
        #expect(clock.weekday == weekday && clock.minute == minute)
    }

    @Test(arguments: [
        "", ";", "Mo", "09:00-17:00", "Xx 09:00-17:00", "Fr-Mo 09:00-17:00", "Mo 17:00-09:00",
        "Mo 09:00-12:00,11:00-13:00", "Mo 9-17",
        "Mo 09:60-10:00", "Mo 24:01-24:02", "Mo 09:00-17:00; Mo 10:00-11:00", "Mo off", "Mo-PH 09:00-17:00", "Mo 09:00",
        "Mo +9:00-10:00",
        "Mo-Tu-We 09:00-10:00",
    ])
    func `what cannot be hours is none`(text: String) {
        #expect(OpeningHours(text) == nil)
    }
}
