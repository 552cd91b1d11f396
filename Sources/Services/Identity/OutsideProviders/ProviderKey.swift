internal import JWTKit

/// A key with which a provider signs, as it publishes it (RFC 7517); members that do not count here are passed over.
struct ProviderKey: Decodable, Sendable, Hashable {
    /// What ID tokens may be signed with: never `none`, and nothing with a shared secret (RFC 8725 section 3.1).
    static let algorithms = ["ES256", "RS256", "EdDSA"]

    let kty: String
    let kid, use, alg, crv, x, y, n, e: String?

    /// Whether it is one for signatures of an algorithm: the key says which, not the token.
    func fits(_ algorithm: String) -> Bool {
        guard use ?? "sig" == "sig", alg ?? algorithm == algorithm else { return false }
        return switch algorithm {
        case "ES256": kty == "EC" && crv == "P-256"
        case "RS256": kty == "RSA"
        case "EdDSA": kty == "OKP" && crv == "Ed25519"
        default: false
        }
    }

    /// The claims of a token that it signed.
    ///
    /// - Throws: `OutsideFailure` where it did not, or is no such key. RSA of less than 2048 bits is none.
    func claims(_ token: String, _ algorithm: String) async throws -> ProviderClaims {
        let keys = JWTKeyCollection()
        do {
            switch algorithm {
            case "ES256": await keys.add(ecdsa: try ES256PublicKey(parameters: (x ?? "", y ?? "")))
            case "RS256":
                let key = try Insecure.RSA.PublicKey(modulus: n ?? "", exponent: e ?? "")
                await keys.add(rsa: key, digestAlgorithm: .sha256)
            default: await keys.add(eddsa: try EdDSA.PublicKey(x: x ?? "", curve: .ed25519))
            }
            return try await keys.verify(token, as: ProviderClaims.self)
        } catch let error as JWTError where error.errorType == .malformedToken {
            throw OutsideFailure(.untrusted, "the claims of its ID token are of another shape")
        } catch {
            throw OutsideFailure(.untrusted, "its ID token is not signed with the key that it names")
        }
    }
}
