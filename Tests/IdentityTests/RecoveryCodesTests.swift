import Identity
import Testing

struct RecoveryCodesTests {
    private let account = "account/abcdefghijklmnopqrstuvwxyz"

    @Test func `there are ten codes of two groups, no two alike`() {
        let codes = RecoveryCodes()
        #expect(Set(codes.texts).count == 10)
        for text in codes.texts {
            #expect(text.wholeMatch(of: /[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}/) != nil, "\(text)")
        }
        #expect(Set(RecoveryCodes().texts).isDisjoint(with: codes.texts))
    }

    @Test func `a code is found by its digest, for its account and key alone`() throws {
        let key = try IdentityKey(secret: Array(0..<32))
        let codes = RecoveryCodes()
        let digests = codes.digests(of: account, with: key)
        #expect(digests.count == 10)
        #expect(Set(digests).count == 10)
        for (text, digest) in zip(codes.texts, digests) {
            #expect(digest.count == 32)
            #expect(RecoveryCodes.digest(of: text, of: account, with: key) == digest)
            #expect(RecoveryCodes.digest(of: text, of: "account/other", with: key) != digest)
            let other = try IdentityKey(secret: Array(1..<33))
            #expect(RecoveryCodes.digest(of: text, of: account, with: other) != digest)
        }
    }

    @Test(arguments: [
        "7K2MQ-X9D0H", "7k2mqx9d0h", " 7k2mq x9d0h ", "7k2mq-x9doh", "7K2MQ-X9DOH", "7-k-2-m-q-x-9-d-0-h",
    ])
    func `a code is read however it is typed`(typed: String) throws {
        let key = try IdentityKey(secret: Array(0..<32))
        let digest = try #require(RecoveryCodes.digest(of: "7k2mq-x9d0h", of: account, with: key))
        #expect(RecoveryCodes.digest(of: typed, of: account, with: key) == digest)
    }

    @Test func `i and l are read as one`() throws {
        let key = try IdentityKey(secret: Array(0..<32))
        let digest = try #require(RecoveryCodes.digest(of: "11111-11111", of: account, with: key))
        #expect(RecoveryCodes.digest(of: "iIlL1-iIlL1", of: account, with: key) == digest)
    }

    @Test(arguments: ["", "7k2mq", "7k2mq-x9d0", "7k2mq-x9d0h1", "7k2mq-x9d0u", "7k2mq-x9d0石", "7k2mq_x9d0h"])
    func `what cannot be a code has no digest`(typed: String) throws {
        let key = try IdentityKey(secret: Array(0..<32))
        #expect(RecoveryCodes.digest(of: typed, of: account, with: key) == nil)
    }
}
