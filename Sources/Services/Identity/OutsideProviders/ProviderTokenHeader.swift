import Foundation

/// What an ID token says of its signature, before it is known to be right.
struct ProviderTokenHeader: Decodable, Sendable {
    /// The longest token; bytes.
    private static let longest = 16_384

    let alg: String
    let kid, typ: String?
    /// What a reader has to understand (RFC 7515 section 4.1.11): nothing of that kind is known here.
    let crit: [String]?

    /// Reads the head of a token.
    ///
    /// - Throws: `OutsideFailure` for one that is not signed with an algorithm of ``ProviderKey/algorithms``.
    init(_ token: String) throws(OutsideFailure) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard token.utf8.count <= Self.longest, parts.count == 3, let bytes = Base64URL.bytes(of: String(parts[0])),
            let header = try? JSONDecoder().decode(Self.self, from: Data(bytes))
        else { throw OutsideFailure(.untrusted, "its ID token is none") }
        guard ProviderKey.algorithms.contains(header.alg), header.crit == nil,
            header.typ.map({ $0.uppercased() == "JWT" }) ?? true
        else { throw OutsideFailure(.untrusted, "its ID token has a type or algorithm that is not taken") }
        self = header
    }
}
