import Identity
import Testing

struct SecretTokenTests {
    @Test func `a token comes back from its text with the same digest`() throws {
        let token = SecretToken()
        #expect(token.text.utf8.count == 43)
        #expect(token.digest.count == 32)
        let again = try #require(SecretToken(token.text))
        #expect(again == token)
        #expect(again.digest == token.digest)
        #expect(SecretToken() != token)
    }

    @Test func `the digest is SHA-256 of the bytes`() throws {
        // 32 zero bytes; the digest was made with sha256sum.
        let token = try #require(SecretToken(String(repeating: "A", count: 43)))
        let digest: [UInt8] = [
            0x66, 0x68, 0x7a, 0xad, 0xf8, 0x62, 0xbd, 0x77, 0x6c, 0x8f, 0xc1, 0x8b, 0x8e, 0x9f, 0x8e, 0x20,
            0x08, 0x97, 0x14, 0x85, 0x6e, 0xe2, 0x33, 0xb3, 0x90, 0x2a, 0x59, 0x1d, 0x0d, 0x5f, 0x29, 0x25,
        ]
        #expect(token.digest == digest)
    }

    @Test(arguments: [
        "", "A", String(repeating: "A", count: 42), String(repeating: "A", count: 44),
        // The last character holds two bits too many.
        String(repeating: "A", count: 42) + "B",
        String(repeating: "A", count: 42) + "=", String(repeating: "A", count: 42) + "+",
        String(repeating: "A", count: 42) + "/", String(repeating: "A", count: 42) + " ",
        String(repeating: "A", count: 40) + "石",
    ])
    func `what is no token is not read`(text: String) {
        #expect(SecretToken(text) == nil)
    }

    @Test func `nothing of a secret stands in its description`() throws {
        let token = SecretToken()
        #expect("\(token)" == "a secret token")
        #expect(String(reflecting: token) == "a secret token")
    }

    @Test(
        arguments: [
            ([], ""), ([0xFB, 0xFF], "-_8"), ([0x66], "Zg"), ([0x66, 0x6F, 0x6F], "Zm9v"),
        ] as [([UInt8], String)]
    )
    func `bytes are written as base64url without padding and read back`(bytes: [UInt8], text: String) {
        #expect(Base64URL.text(of: bytes) == text)
        #expect(Base64URL.bytes(of: text) == bytes)
    }

    // RFC 4648 section 10, without the padding.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func `bytes are written as base32`(bytes: String, text: String) {
        #expect(Base32.text(of: Array(bytes.utf8)) == text)
    }
}
