import Crypto
import CryptoExtras
import Foundation
import Store
import Testing

@testable import Identity

/// What an ID token of an outside provider has to be: each check against a token that only fails there.
struct OutsideTokenTests: AccountsTesting {
    static let now: Int64 = 1_800_000_000

    static let wrongClaims: [([String: String?], String)] = [
        (["iss": "\"https://id.example/\""], "(iss)"), (["iss": "\"https://evil.example\""], "(iss)"),
        (["aud": "\"other\""], "(aud)"), (["aud": "[]"], "(aud)"),
        (["aud": "[\"a\",\"b\"]", "azp": "\"node\""], "(aud)"),
        (["aud": "[\"node\",\"other\"]"], "(azp)"), (["aud": "[\"node\",\"other\"]", "azp": "\"other\""], "(azp)"),
        (["azp": "\"other\""], "(azp)"), (["nonce": "\"other\""], "(nonce)"), (["nonce": nil], "(nonce)"),
        (["exp": "\(now - 60)"], "(exp)"), (["iat": "\(now + 60)"], "(iat)"), (["iat": "\(now - 660)"], "(iat)"),
        (["sub": "\"\""], "(sub)"), (["sub": "\"\(String(repeating: "a", count: 256))\""], "(sub)"),
        (["sub": nil], "another shape"), (["exp": nil], "another shape"), (["aud": "7"], "another shape"),
    ]

    @Test(arguments: wrongClaims)
    func `claims of another issuer, client, sign-in or time are not taken`(
        change: [String: String?],
        reason: String
    ) async throws {
        let world = try await OutsideWorld()
        world.provider.change { $0.claims = change }
        let outcome = try await world.finish(try await world.begin())
        #expect(world.refusal(outcome) == .outside(.untrusted))
        #expect(try await world.reasons().contains { $0.hasPrefix("sample: ") && $0.contains(reason) })
    }

    @Test(arguments: [
        ["exp": "\(now - 59)"], ["iat": "\(now + 59).5"], ["iat": "\(now - 659)"], ["aud": "[\"node\"]"],
        ["aud": "[\"other\",\"node\"]", "azp": "\"node\""], ["sub": "\"\(String(repeating: "a", count: 255))\""],
    ])
    func `clocks may differ by a minute, and several audiences are fine where it says for whom`(
        change: [String: String?]
    ) async throws {
        let world = try await OutsideWorld()
        world.provider.change { $0.claims = change }
        let outcome = try await world.finish(try await world.begin())
        guard case .unknown = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    static let wrongHeaders: [[String: String?]] = [
        ["alg": "\"none\""], ["alg": "\"None\""], ["alg": "\"ES384\""], ["alg": "\"PS256\""], ["alg": nil],
        ["typ": "\"logout+jwt\""], ["crit": "[\"b64\"]"], ["kid": "\"k2\""], ["alg": "\"RS256\""], ["alg": "\"EdDSA\""],
    ]

    @Test(arguments: wrongHeaders)
    func `another algorithm, type or key than the provider publishes is not taken`(
        change: [String: String?]
    ) async throws {
        let world = try await OutsideWorld()
        world.provider.change { $0.header = change }
        #expect(world.refusal(try await world.finish(try await world.begin())) == .outside(.untrusted))
        // Without a signature too, as `none` has it.
        world.provider.change { $0.sign = { _ in Data() } }
        #expect(world.refusal(try await world.finish(try await world.begin())) == .outside(.untrusted))
    }

    @Test func `a token signed with the public key as a secret, or with a foreign key, is not taken`() async throws {
        let world = try await OutsideWorld()
        let published = world.provider.key.publicKey
        for secret in [Data(published.pemRepresentation.utf8), published.x963Representation] {
            world.provider.change { says in
                says.header = ["alg": "\"HS256\""]
                says.sign = { Data(HMAC<SHA256>.authenticationCode(for: $0, using: SymmetricKey(data: secret))) }
            }
            #expect(world.refusal(try await world.finish(try await world.begin())) == .outside(.untrusted))
        }
        let foreign = P256.Signing.PrivateKey()
        world.provider.change { says in
            says.header = [:]
            says.sign = { try foreign.signature(for: $0).rawRepresentation }
        }
        #expect(world.refusal(try await world.finish(try await world.begin())) == .outside(.untrusted))
        #expect(try await world.reasons().contains { $0.contains("not signed with the key") })
    }

    @Test func `RSA and Ed25519 sign too, and RSA of 1024 bits does not`() async throws {
        let world = try await OutsideWorld()
        let edwards = Curve25519.Signing.PrivateKey()
        world.provider.change { says in
            says.keys = [
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"e\",\"x\":\"\(Base64URL.text(of: Array(edwards.publicKey.rawRepresentation)))\"}",
                "{\"kty\":\"unknown\",\"kid\":7}",
            ]
            says.header = ["alg": "\"EdDSA\"", "kid": "\"e\"", "typ": nil]
            says.sign = { try edwards.signature(for: $0) }
        }
        #expect(world.refusal(try await world.finish(try await world.begin())) == nil)
        for (bits, isTaken) in [(2_048, true), (1_024, false)] {
            let rsa = try _RSA.Signing.PrivateKey(unsafeKeySize: _RSA.Signing.KeySize(bitCount: bits))
            let numbers = try rsa.publicKey.getKeyPrimitives()
            let (n, e) = (Array(numbers.modulus), Array(numbers.publicExponent))
            world.fixture.clock.advance(seconds: 3_600)
            world.provider.change { says in
                says.keys = [
                    "{\"kty\":\"RSA\",\"n\":\"\(Base64URL.text(of: n))\",\"e\":\"\(Base64URL.text(of: e))\"}",
                    "{\"kty\":\"RSA\",\"use\":\"enc\",\"alg\":\"RSA-OAEP\",\"n\":\"AQAB\",\"e\":\"AQAB\"}",
                ]
                says.header = ["alg": "\"RS256\"", "kid": nil]
                says.sign = {
                    try rsa.signature(for: SHA256.hash(data: $0), padding: .insecurePKCS1v1_5).rawRepresentation
                }
            }
            let outcome = try await world.finish(try await world.begin())
            #expect(world.refusal(outcome) == (isTaken ? nil : .outside(.untrusted)), "\(bits)")
        }
    }

    @Test func `an unknown key is looked for again after a minute, and all are fetched anew after an hour`()
        async throws
    {
        let world = try await OutsideWorld()
        let next = P256.Signing.PrivateKey()
        #expect(world.refusal(try await world.finish(try await world.begin())) == nil)
        #expect(world.provider.count("/keys") == 1 && world.provider.count("/openid-configuration") == 1)
        world.provider.change { says in
            says.keys.append(PlayedProvider.published(next.publicKey, kid: "k2"))
            says.header = ["kid": "\"k2\""]
            says.sign = { try next.signature(for: $0).rawRepresentation }
        }
        world.fixture.clock.advance(seconds: 59)
        #expect(world.refusal(try await world.finish(try await world.begin())) == .outside(.untrusted))
        #expect(world.provider.count("/keys") == 1)
        world.fixture.clock.advance(seconds: 1)
        #expect(world.refusal(try await world.finish(try await world.begin())) == nil)
        #expect(world.provider.count("/keys") == 2)
        // Of two keys one has to be named.
        world.provider.change { $0.header = ["kid": nil] }
        #expect(world.refusal(try await world.finish(try await world.begin())) == .outside(.untrusted))
        // A key that is withdrawn counts for an hour at most.
        world.provider.change { says in
            says.header = ["kid": "\"k2\""]
            says.keys.removeLast()
        }
        #expect(world.refusal(try await world.finish(try await world.begin())) == nil)
        world.fixture.clock.advance(seconds: 3_600)
        #expect(world.refusal(try await world.finish(try await world.begin())) == .outside(.untrusted))
        #expect(world.provider.count("/openid-configuration") == 2)
    }
}
