import Testing

@testable import Domain

struct ApplicationNumberTests {
    @Test(
        arguments: [
            "201710601862.3", "202010769071.3", "201010199505.7", "201610158350.X", "201911130921.9", "201710117081.7",
            "201110030901.1", "95115608.X", "97101765.4", "200320108834.1", "87101357.6", "88300783.5",
        ]
    )
    func `accepts a number with its right check digit`(printed: String) throws {
        let number = try ApplicationNumber(reading: printed)
        #expect(number.checkDigit == .correct)
        #expect(number.number == printed)
        #expect(number.display == "CN" + printed)
    }

    @Test func `reports a wrong check digit and keeps it`() throws {
        let number = try ApplicationNumber(reading: "202410267189.3")
        #expect(number.checkDigit == .wrong(expected: "4"))
        #expect(number.id == "CN2024102671893")
        #expect(number.lookupKeys == ["CN2024102671893", "CN2024102671894", "CN202410267189"])
    }

    @Test(
        arguments: [
            "CN201910302430.1", "ZL201910302430.1", "ZL 2019 1 0302430.1", "CN ZL201910302430.1", "201910302430.1",
            "2019103024301", "201910302430", "CN201910302430", "cn201910302430.1", "ＣＮ２０１９１０３０２４３０．１",
            "CN201910302430A", "CN-201910302430-1", "\u{FEFF}201910302430。1", "　201910302430.1 ",
        ]
    )
    func `reads every print of one number as one identity`(printed: String) {
        #expect(ApplicationNumber.read(printed)?.id == "CN2019103024301")
    }

    @Test(arguments: ["201610158350.x", "201610158350X", "ＺＬ201610158350．ｘ", "201610158350"])
    func `reads the check letter in any case`(printed: String) {
        #expect(ApplicationNumber.read(printed)?.id == "CN201610158350X")
        #expect(ApplicationNumber.read(printed)?.number == "201610158350.X")
    }

    @Test func `leaves the numbers of the first years as printed`() throws {
        let number = try ApplicationNumber(reading: "CN85102475")
        #expect(number.id == "CN85102475")
        #expect(number.number == "85102475")
        #expect(number.checkDigit == .absent)
        #expect(try ApplicationNumber(reading: "CN88300783.5").id == "CN883007835")
        #expect(try ApplicationNumber(reading: "88300783").lookupKeys == ["CN883007835", "CN88300783"])
        #expect(try ApplicationNumber(reading: "88300783.5").lookupKeys == ["CN883007835", "CN88300783"])
        #expect(try ApplicationNumber(reading: "97101765").id == "CN971017654")
    }

    @Test func `names year and kind`() throws {
        #expect(try ApplicationNumber(reading: "95115608.X").year == 1995)
        #expect(try ApplicationNumber(reading: "02112345").year == 2002)
        #expect(try ApplicationNumber(reading: "200880114428.1").kind == .internationalInvention)
        #expect(try ApplicationNumber(reading: "201220249767.4").kind == .utilityModel)
        #expect(try ApplicationNumber(reading: "88300783.5").kind == .design)
        #expect(ApplicationNumber.Kind.internationalUtilityModel.right == .utilityModel)
    }

    @Test(
        arguments: [
            "", " ", "CN", "CN1234567", "20190305", "2019.03.05", "201940302430.1", "190010302430", "99502475",
            "201910302430.12", "2019/1/0302430.1", "CN201910302430.1Q", "发明", "20191030243012345", "84102475",
        ]
    )
    func `refuses what is no Chinese application number`(printed: String) {
        #expect(ApplicationNumber.read(printed) == nil)
    }

    @Test func `says what is wrong and how to write it`() {
        let misread = #expect(throws: Misread.self) { try ApplicationNumber(reading: "201940302430.1") }
        #expect(misread?.message.zh == "“201940302430.1”不是有效的申请号：种类号应为1、2、3、8或9")
        let shape = #expect(throws: Misread.self) { try ApplicationNumber(reading: "abc") }
        #expect(shape?.message.en == "“abc” is no application number; write it as CN201910302430.1.")
    }

    @Test func `builds a number with its check digit`() {
        #expect(ApplicationNumber(year: 2019, kind: .invention, serial: 302_430)?.display == "CN201910302430.1")
        #expect(ApplicationNumber(year: 2024, kind: .invention, serial: 9_000_000)?.digits == "202419000000")
        #expect(ApplicationNumber(year: 2002, kind: .invention, serial: 1) == nil)
        #expect(ApplicationNumber(year: 2024, kind: .invention, serial: 10_000_000) == nil)
    }

    @Test func `reads back whatever it writes`() throws {
        var random = SeededRandom(seed: 20_260_731)
        for _ in 0..<2_000 {
            let kind = try #require(ApplicationNumber.Kind.allCases.randomElement(using: &random))
            let year = Int.random(in: 2003...2099, using: &random)
            let serial = Int.random(in: 0...9_999_999, using: &random)
            let number = try #require(ApplicationNumber(year: year, kind: kind, serial: serial))
            #expect(number.checkDigit == .correct)
            for print in [number.id, number.display, number.number, number.digits, number.display.lowercased()] {
                #expect(ApplicationNumber.read(print)?.id == number.id, "seed \(random.seed): \(print)")
            }
        }
    }

    @Test func `sees every single wrong digit`() throws {
        let right = Array("201910302430")
        for position in right.indices where position != 4 {
            for digit in "0123456789" where digit != right[position] {
                var wrong = right
                wrong[position] = digit
                guard let number = ApplicationNumber.read(String(wrong) + ".1") else { continue }
                #expect(number.checkDigit != .correct, "\(String(wrong))")
            }
        }
    }
}
