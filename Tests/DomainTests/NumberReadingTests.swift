import Testing

@testable import Domain

struct NumberReadingTests {
    @Test(
        arguments: [
            (
                "zl 201910302430.1",
                ["CN201910302430.1", "ZL201910302430.1", "201910302430.1", "CN2019103024301", "CN201910302430"]
            ),
            ("CN85102475", ["CN85102475", "ZL85102475", "85102475"]),
            ("CN 110083831 A", ["CN110083831A", "CN 110083831 A", "CN.110083831.A"]),
            ("US 8,930,553 B2", ["US8930553B2", "US 8930553 B2", "US.8930553.B2", "US 8,930,553 B2"]),
            (
                "US2005004437A1",
                ["US20050004437A1", "US 20050004437 A1", "US.20050004437.A1", "US 2005/0004437 A1"]
            ),
            ("EP0123456B1", ["EP0123456B1", "EP123456B1", "EP 123456 B1", "EP.123456.B1"]),
            (
                "WO0214184A1",
                [
                    "WO2002/014184A1", "WO2002014184A1", "WO 2002014184 A1", "WO.2002014184.A1", "WO 02/14184 A1",
                    "WO 02/014184 A1",
                ]
            ),
            (
                "WO 03/077932",
                [
                    "WO2003/077932", "WO2003077932", "WO 2003077932", "WO.2003077932", "WO 03/77932", "WO 03/077932",
                ]
            ),
            ("WO 03/107932", ["WO2003/107932", "WO2003107932", "WO 2003107932", "WO.2003107932", "WO 03/107932"]),
            ("WO 01/12345", ["WO2001/012345", "WO2001012345", "WO 2001012345", "WO.2001012345", "WO 01/12345"]),
            (
                "WO 2022/259205",
                ["WO2022/259205", "WO2022259205", "WO 2022259205", "WO.2022259205"]
            ),
            ("PCT/NO98/00107", ["PCT/NO1998/000107", "PCTNO1998000107", "PCT/NO98/00107"]),
            (
                "PCT/US03/12345",
                ["PCT/US2003/012345", "PCTUS2003012345", "PCT/US03/12345", "PCT/US03/012345"]
            ),
            ("PCTCN2022085393", ["PCT/CN2022/085393", "PCTCN2022085393"]),
            ("国际注册第1234567号", ["G1234567", "CNG1234567"]),
        ]
    )
    func `says every way of writing a number`(typed: String, forms: [String]) {
        #expect(NumberReading.readings(of: typed).first?.forms == forms)
    }

    @Test func `says what a number may be, the likeliest first`() {
        let plain = NumberReading.readings(of: "12345678")
        #expect(plain.map(\.kind) == [.publication, .trademark])
        #expect(NumberReading.readings(of: "石墨烯").isEmpty)
        let application = NumberReading.readings(of: "CN201910302430.2").first
        #expect(application?.checkDigit == .wrong(expected: "1"))
        #expect(application?.words == Bilingual("中国申请号：发明，2019年", "Chinese application: invention, 2019"))
        #expect(NumberReading.readings(of: "EP0123456B1").first?.words.en == "Publication: European patent granted")
        #expect(NumberReading.readings(of: "FR2999999").first?.words.zh == "公开（公告）号：法国")
    }
}
