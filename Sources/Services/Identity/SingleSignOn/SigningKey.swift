internal import Crypto
internal import JWTKit

/// A key with which this system signs ID tokens and logout tokens: P-256, ES256 (RFC 7518 section 3.4).
struct SigningKey: Sendable {
    /// The algorithm, the only one that tokens of this system ever have.
    static let algorithm = "ES256"

    let number: Int64
    let id: String
    let activeAt: Int64
    private let key: P256.Signing.PrivateKey

    init(number: Int64, id: String, activeAt: Int64, secret: [UInt8]) throws {
        self.number = number
        self.id = id
        self.activeAt = activeAt
        key = try P256.Signing.PrivateKey(rawRepresentation: secret)
    }

    /// 32 random bytes that make a key.
    static func newSecret() -> [UInt8] { Array(P256.Signing.PrivateKey().rawRepresentation) }

    /// The public half as clients read it.
    var published: PublishedKey {
        // 0x04, x, y
        let point = Array(key.publicKey.x963Representation)
        return PublishedKey(
            kid: id,
            x: Base64URL.text(of: Array(point[1..<33])),
            y: Base64URL.text(of: Array(point[33..<65]))
        )
    }

    /// Signs claims.
    ///
    /// - Parameters:
    ///   - claims: The claims.
    ///   - type: The `typ` of the header: a token of one type never counts as one of another (RFC 8725 section 3.11).
    /// - Returns: The token in its compact form.
    /// - Throws: What JWTKit throws; it has no reason to.
    func sign(_ claims: some JWTPayload, type: String) async throws -> String {
        let keys = try await JWTKeyCollection().add(
            ecdsa: ES256PrivateKey(backing: key),
            kid: JWKIdentifier(string: id)
        )
        return try await keys.sign(claims, kid: JWKIdentifier(string: id), header: ["typ": .string(type)])
    }

    /// The claims of a token that this key signed.
    ///
    /// - Throws: What JWTKit throws, where it did not.
    func claims<Claims: JWTPayload>(_ token: String, as type: Claims.Type) async throws -> Claims {
        let keys = try await JWTKeyCollection().add(ecdsa: ES256PublicKey(backing: key.publicKey))
        return try await keys.verify(token, as: type)
    }
}

/// The public half of a key (RFC 7517).
package struct PublishedKey: Encodable, Sendable, Hashable {
    package let kty = "EC", crv = "P-256", use = "sig", alg = "ES256"
    package let kid, x, y: String
}
