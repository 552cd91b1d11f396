import Testing

@testable import Identity

struct TimeCodeTests {
    /// The secret of both standards.
    private let secret = Array("12345678901234567890".utf8)
    private let second: Int64 = 1_000_000

    private func timeCode() throws -> TimeCode { try #require(TimeCode(secret: secret)) }

    // RFC 4226 appendix D.
    @Test func `truncated values and codes are those of the HOTP standard`() throws {
        let values: [UInt32] = [
            0x4c93_cf18, 0x4139_7eea, 0x082f_ef30, 0x66ef_7655, 0x61c5_938a, 0x33c0_83d4, 0x7256_c032, 0x04e5_b397,
            0x2823_443f, 0x2679_dc69,
        ]
        let codes = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
        ]
        let timeCode = try timeCode()
        for counter in 0..<10 {
            #expect(TimeCode.value(secret, counter: UInt64(counter)) == values[counter])
            #expect(timeCode.code(at: Int64(counter) * 30 * second) == codes[counter])
        }
    }

    // RFC 6238 appendix B, the rows of SHA-1. They have eight digits; a code of six is the last six of them, because both
    // are remainders of the same number.
    @Test(
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)]
    )
    func `codes are those of the TOTP standard`(time: Int64, eight: String) throws {
        let code = String(eight.suffix(6))
        #expect(try timeCode().code(at: time * second) == code)
        #expect(try timeCode().step(of: code, at: time * second, after: nil) == time / 30)
    }

    @Test func `a code is good one step before and after its own`() throws {
        let timeCode = try timeCode()
        let time: Int64 = 1_234_567_890 * second
        let step: Int64 = 41_152_263
        let code = "005924"
        #expect(timeCode.step(of: code, at: time, after: nil) == step)
        #expect(timeCode.step(of: code, at: time + 30 * second, after: nil) == step)
        #expect(timeCode.step(of: code, at: time - 30 * second, after: nil) == step)
        #expect(timeCode.step(of: code, at: time + 60 * second, after: nil) == nil)
        #expect(timeCode.step(of: code, at: time - 60 * second, after: nil) == nil)
    }

    @Test func `a step is never accepted twice, nor one before it`() throws {
        let timeCode = try timeCode()
        let time: Int64 = 1_234_567_890 * second
        let step: Int64 = 41_152_263
        #expect(timeCode.step(of: "005924", at: time, after: step - 1) == step)
        #expect(timeCode.step(of: "005924", at: time, after: step) == nil)
        #expect(timeCode.step(of: "005924", at: time, after: step + 1) == nil)
        let before = timeCode.code(at: time - 30 * second)
        #expect(timeCode.step(of: before, at: time, after: step) == nil)
        let next = timeCode.code(at: time + 30 * second)
        #expect(timeCode.step(of: next, at: time, after: step) == step + 1)
    }

    @Test(arguments: ["005 924", " 005924 ", "005-924", "００５９２４", "005\u{3000}924"])
    func `blanks, hyphens and full-width digits are read`(code: String) throws {
        #expect(try timeCode().step(of: code, at: 1_234_567_890 * second, after: nil) == 41_152_263)
    }

    @Test(arguments: ["", "5924", "05924", "0005924", "005924 005924", "00592a", "005925", "-05924x", "٠٠٥٩٢٤"])
    func `what is no code of this moment is refused`(code: String) throws {
        #expect(try timeCode().step(of: code, at: 1_234_567_890 * second, after: nil) == nil)
    }

    @Test func `the first steps of time have none before them`() throws {
        #expect(try timeCode().step(of: "755224", at: 0, after: nil) == 0)
        #expect(try timeCode().step(of: "287082", at: 0, after: nil) == 1)
        #expect(try timeCode().step(of: "755224", at: -90 * second, after: nil) == 0)
    }

    @Test func `the secret is shown in groups of four`() throws {
        #expect(try timeCode().text == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
    }

    @Test func `the address has both names coded`() throws {
        let address = try timeCode().address(issuer: "惠知 Huizhi", account: "li+ip@example.cn")
        let names = "%E6%83%A0%E7%9F%A5%20Huizhi"
        #expect(
            address
                == "otpauth://totp/\(names):li%2Bip%40example.cn?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=\(names)"
        )
        let colons = try timeCode().address(issuer: "a:b", account: "c:d")
        #expect(colons.hasPrefix("otpauth://totp/a%20b:c%20d?secret="))
    }

    @Test func `new secrets have twenty random bytes`() {
        let timeCode = TimeCode()
        #expect(timeCode.secret.count == 20)
        #expect(TimeCode() != timeCode)
        #expect("\(timeCode)" == "a time code")
    }

    @Test func `secrets that are too short or long are refused`() {
        #expect(TimeCode(secret: Array(secret.prefix(15))) == nil)
        #expect(TimeCode(secret: Array(secret.prefix(16))) != nil)
        #expect(TimeCode(secret: [UInt8](repeating: 1, count: 65)) == nil)
    }
}
