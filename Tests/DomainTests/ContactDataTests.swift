import Domain
import Testing

/// What a text for everybody must not hold; no number belongs to anybody.
struct ContactDataTests {
    @Test(
        arguments: [
            ("写信给 zhang@example.com", .email), ("ZHANG＠EXAMPLE．COM", .email), ("a.b+c@mail.example.cn，谢谢", .email),
            ("电话19900000000", .phone), ("+86 199-0000-0000", .phone), ("１９９００００００００", .phone), ("010-99999999", .phone),
            ("（0755）99999999", .phone), ("请打 400-999-9999", .phone), ("+44 20 7946 0000", .phone),
            ("身份证 11010519491231002X", .identity), ("身份证 110105194912310021", nil),
        ] as [(String, ContactData?)]
    )
    func `ways to reach a person are found, however they are printed`(text: String, kind: ContactData?) {
        #expect(ContactData.kind(in: text) == kind)
    }

    @Test(
        arguments: [
            "", "2019-08-02 更名，见示例公告第 12345678 号", "申请号 201930024301.1", "CN199900001A", "ZL 2021 9 9000001.8",
            "统一社会信用代码 91990000MA00000000", "注册号 99000001，第 9 类", "H01M 10/0525", "两家公司都在示例路 1 号", "1999 年至 2003 年",
            "a @ b",
        ]
    )
    func `numbers of records, days and codes are none`(text: String) {
        #expect(ContactData.kind(in: text) == nil)
    }

    @Test(
        arguments: [
            (0, "1970-01-01"), (57_599_999_999, "1970-01-01"), (57_600_000_000, "1970-01-02"),
            (-28_800_000_001, "1969-12-31"),
            (951_753_600_000_000, "2000-02-29"), (951_840_000_000_000, "2000-03-01"),
            (1_700_000_000_000_000, "2023-11-15"),
            (4_102_444_800_000_000, "2100-01-01"), (4_107_513_599_999_999, "2100-02-28"),
            (4_107_513_600_000_000, "2100-03-01"),
        ] as [(Int64, String)]
    )
    func `a moment has its day in China`(moment: Int64, day: String) {
        #expect(PartialDate(inChinaAt: moment)?.description == day)
    }

    @Test func `a moment beyond the calendar has no day`() {
        #expect(PartialDate(inChinaAt: .max) == nil && PartialDate(inChinaAt: .min) == nil)
    }
}
