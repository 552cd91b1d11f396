import Testing

@testable import Domain

struct NumberChecksTests {
    @Test(
        arguments: [
            ("12345678", "12345678"), ("第12345678号", "12345678"), ("No. 12345678A", "12345678A"),
            ("G1234567", "G1234567"),
            ("g 1234567", "G1234567"), ("国际注册第1234567号", "G1234567"), ("１２３４５６７８ａ", "12345678A"),
            ("1234567890", "1234567890"),
            ("1", "1"), ("0123456", "123456"), ("12345678AB", "12345678AB"),
        ]
    )
    func `reads a trademark number`(printed: String, text: String) throws {
        #expect(try TrademarkNumber(reading: printed).text == text)
        #expect(try TrademarkNumber(reading: text).id == "CN" + text)
    }

    @Test(arguments: [
        "", "G", "12345678901", "A12345678", "12345678ABC", "12-345678", "华为12345678", "1234 元", "12345678?",
    ])
    func `refuses what is no trademark number`(printed: String) {
        #expect(TrademarkNumber.read(printed) == nil)
    }

    @Test(
        arguments: [
            "11100000000013338W", "11220000013544541J", "12441500196720244T", "11420503087246977F",
            "11100000MB0341032Y",
            "11370800MB28559184", "113700000045046442", "11430000006122244L", "11330105002500287C",
        ]
    )
    func `accepts a credit code with its right check character`(code: String) throws {
        #expect(try UnifiedSocialCreditCode(reading: code).check == .correct)
        #expect(try UnifiedSocialCreditCode(reading: " " + code.lowercased() + " ").text == code)
        #expect(UnifiedSocialCreditCode.checkCharacter(for: String(code.dropLast())) == code.last)
        #expect(!ResidentNumber.looksLikeResidentID(code))
    }

    @Test func `reports a wrong check character`() throws {
        let code = try UnifiedSocialCreditCode(reading: "11100000000013338X")
        #expect(code.check == .wrong(expected: "W"))
        #expect(code.regionCode == "100000")
        #expect(try UnifiedSocialCreditCode(reading: "11370800MB28559184").organisationCode == "MB2855918")
    }

    @Test(
        arguments: [
            "", "11100000000013338", "11100000000013338WW", "111000000000I3338W", "11100O00000013338W",
            "1110000000001333SW", "公司",
        ]
    )
    func `refuses what is no credit code`(printed: String) {
        #expect(UnifiedSocialCreditCode.read(printed) == nil)
    }

    @Test(arguments: [
        "11010519491231002X", "11010519491231002x", "110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ", "110105491231002",
    ])
    func `recognises an identity number`(text: String) {
        #expect(ResidentNumber.looksLikeResidentID(text))
    }

    @Test(
        arguments: [
            "110105194912310021", "11010519491331002X", "99010519491231002X", "201910302430.1", "2019103024301",
            "110105491331002",
            "123456789012345678", "", "X", "11010519491231002",
        ]
    )
    func `leaves other numbers alone`(text: String) {
        #expect(!ResidentNumber.looksLikeResidentID(text))
        #expect(!ResidentNumber.isContained(in: text))
    }

    @Test func `finds an identity number inside a text`() {
        #expect(ResidentNumber.isContained(in: "联系人，身份证号11010519491231002X，电话"))
        #expect(ResidentNumber.isContained(in: "ID 11010519491231002X."))
        #expect(!ResidentNumber.isContained(in: "A11010519491231002X"))
        #expect(!ResidentNumber.isContained(in: "申请号 CN201910302430.1"))
    }
}
