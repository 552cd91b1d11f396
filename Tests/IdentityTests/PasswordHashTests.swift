import Domain
import Testing

@testable import Identity

struct PasswordHashTests {
    /// Cheap, for tests.
    private static let cheap = PasswordHash.Cost(logN: 10, r: 8, p: 1)

    // RFC 7914 section 12. Its fourth example takes a gibibyte and is left out.
    @Test(arguments: [
        (
            "", "", 4, 1, 1,
            "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
        ),
        (
            "password", "NaCl", 10, 8, 16,
            "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
        ),
        (
            "pleaseletmein", "SodiumChloride", 14, 8, 1,
            "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
        ),
    ])
    func `scrypt computes the examples of its standard`(
        password: String,
        salt: String,
        logN: Int,
        r: Int,
        p: Int,
        expected: String
    ) throws {
        let cost = PasswordHash.Cost(logN: logN, r: r, p: p)
        let key = try PasswordHash.derive(Array(password.utf8), Array(salt.utf8), cost, length: 64)
        let hex = PasswordHash.bytes(of: key).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(hex == expected)
    }

    @Test func `a password matches its hash and no other does`() throws {
        let hash = try PasswordHash("correct horse 石墨烯", cost: Self.cheap)
        #expect(try hash.matches("correct horse 石墨烯"))
        #expect(try !hash.matches("correct horse 石墨"))
        #expect(try !hash.matches("Correct horse 石墨烯"))
        #expect(try !hash.matches("correct horse 石墨烯 "))
        #expect(try !hash.matches(""))
        #expect(hash.cost == Self.cheap)
        let other = try PasswordHash("correct horse 石墨烯", cost: Self.cheap)
        #expect(other != hash, "a salt that comes twice")
    }

    @Test func `the same letters match from every keyboard`() throws {
        // U+00E9, and e with U+0301.
        let hash = try PasswordHash("caf\u{E9} au lait", cost: Self.cheap)
        #expect(try hash.matches("cafe\u{301} au lait"))
    }

    @Test func `a hash made elsewhere matches`() throws {
        // Made with Python's hashlib.scrypt; the salt is 0 to 15.
        let hash = try #require(
            PasswordHash("$scrypt$ln=12,r=8,p=2$AAECAwQFBgcICQoLDA0ODw$fdwjlvjb3NfDv0q9YJ2NCxE55/Gq35qpP+7ewQk1PW0")
        )
        #expect(try hash.matches("pleaseletmein"))
        #expect(try !hash.matches("pleaseletmeim"))
    }

    @Test func `a hash comes back from its text`() throws {
        let hash = try PasswordHash("correct horse", cost: Self.cheap)
        #expect(hash.text.hasPrefix("$scrypt$ln=10,r=8,p=1$"))
        #expect(hash.text.utf8.count == 22 + 22 + 1 + 43)
        let again = try #require(PasswordHash(hash.text))
        #expect(again == hash)
        #expect(try again.matches("correct horse"))
        #expect("\(hash)" == "scrypt ln=10,r=8,p=1")
    }

    private static let salt = "AAECAwQFBgcICQoLDA0ODw"
    private static let sum = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"

    @Test(arguments: [
        "ln=10,r=8,p=1", "ln=17,r=8,p=1", "ln=15,r=8,p=3", "ln=15,r=1,p=16", "ln=16,r=16,p=2", "ln=18,r=8,p=1",
    ])
    func `a cost within bounds is read`(cost: String) {
        #expect(PasswordHash("$scrypt$\(cost)$\(Self.salt)$\(Self.sum)")?.cost.description == cost)
    }

    @Test(arguments: [
        "ln=9,r=8,p=1", "ln=21,r=8,p=1", "ln=15,r=0,p=1", "ln=15,r=17,p=1", "ln=15,r=8,p=0", "ln=15,r=8,p=17",
        // RFC 7914 section 6: N < 2^(16 r).
        "ln=16,r=1,p=1",
        // 512 MiB, and 16 times the default work.
        "ln=19,r=8,p=1", "ln=18,r=8,p=8",
        "ln=-15,r=8,p=1", "ln=015,r=8,p=1", "ln=+15,r=8,p=1", "ln=15,r=8", "ln=15,p=1,r=8", "r=8,ln=15,p=1", "15,8,1",
        "ln=15,r=8,p=1,", "ln=15,r=8,p=1,q=1", "ln=15, r=8,p=1", "ln==15,r=8,p=1", "ln=99999999999999999999,r=8,p=1",
        "",
    ])
    func `a cost out of bounds or written otherwise is refused`(cost: String) {
        #expect(PasswordHash("$scrypt$\(cost)$\(Self.salt)$\(Self.sum)") == nil)
    }

    @Test(arguments: [
        "", "$", "$$$$", "scrypt$ln=15,r=8,p=3$\(salt)$\(sum)", "$scrypt$ln=15,r=8,p=3$\(salt)",
        "$scrypt$ln=15,r=8,p=3$\(salt)$\(sum)$", "$argon2id$ln=15,r=8,p=3$\(salt)$\(sum)",
        " $scrypt$ln=15,r=8,p=3$\(salt)$\(sum)", "$scrypt$ln=15,r=8,p=3$\(salt)$\(sum)\n",
        // Padding, another alphabet, bits too many.
        "$scrypt$ln=15,r=8,p=3$\(salt)==$\(sum)", "$scrypt$ln=15,r=8,p=3$\(salt)$\(sum)=",
        "$scrypt$ln=15,r=8,p=3$AAECAwQFBgcICQoLDA0OD_$\(sum)", "$scrypt$ln=15,r=8,p=3$AAECAwQFBgcICQoLDA0ODx$\(sum)",
        // Salts of 7 and 65 bytes, hashes of 15 and 65.
        "$scrypt$ln=15,r=8,p=3$AAECAwQFBg$\(sum)",
        "$scrypt$ln=15,r=8,p=3$\(String(repeating: "A", count: 87))$\(sum)",
        "$scrypt$ln=15,r=8,p=3$\(salt)$AAECAwQFBgcICQoLDA0O",
        "$scrypt$ln=15,r=8,p=3$\(salt)$\(String(repeating: "A", count: 87))", "$scrypt$ln=15,r=8,p=3$$",
    ])
    func `a text of another shape is no hash`(text: String) {
        #expect(PasswordHash(text) == nil)
    }

    @Test func `an empty password and a cost out of bounds are refused`() {
        #expect(throws: Failure.invalid(field: "password", reason: "it is empty")) {
            try PasswordHash("", cost: Self.cheap)
        }
        #expect(throws: Failure.self) {
            try PasswordHash("correct horse", cost: PasswordHash.Cost(logN: 30, r: 8, p: 1))
        }
    }

    @Test func `a hash is weaker when it takes less work or memory`() throws {
        func isWeaker(_ cost: String, than other: PasswordHash.Cost) throws -> Bool {
            try #require(PasswordHash("$scrypt$\(cost)$\(Self.salt)$\(Self.sum)")).isWeaker(than: other)
        }
        let cost = PasswordHash.Cost(logN: 15, r: 8, p: 3)
        #expect(try !isWeaker("ln=15,r=8,p=3", than: cost))
        #expect(try isWeaker("ln=15,r=8,p=2", than: cost))
        #expect(try isWeaker("ln=14,r=8,p=8", than: cost))
        #expect(try !isWeaker("ln=17,r=8,p=1", than: cost))
        #expect(try isWeaker("ln=15,r=8,p=3", than: PasswordHash.Cost(logN: 17, r: 8, p: 1)))
    }

    @Test func `what stands for nobody's password costs as much, matches none, and is another each time`() throws {
        let cost = PasswordHash.Cost(logN: 10, r: 8, p: 1)
        let (first, second) = (try PasswordHash(ofNobody: cost), try PasswordHash(ofNobody: cost))
        #expect(first.cost == cost && first != second && first.hash.count == 32 && first.salt.count == 16)
        for password in ["", "password1234", first.text] { #expect(try !first.matches(password)) }
        #expect(throws: Failure.self) { try PasswordHash(ofNobody: PasswordHash.Cost(logN: 21, r: 8, p: 1)) }
    }
}
