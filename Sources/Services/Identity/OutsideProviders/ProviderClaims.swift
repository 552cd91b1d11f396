internal import JWTKit

/// The claims of an ID token of a provider, as far as they count here.
///
/// **Source** OpenID Connect Core 1.0, sections 2 and 3.1.3.7.
struct ProviderClaims: JWTPayload {
    /// How far clocks may differ, and how old a token may be that was asked for just now; seconds.
    private static let skew = 60.0
    private static let oldest = 600.0
    /// How long ago somebody may have signed in there whose account is to be linked; seconds.
    private static let freshest = 300.0
    /// What is shown of a name or address, and of a `sub`; characters.
    private static let longestLabel = 64
    private static let shownSubject = 12
    /// The longest `sub`; bytes.
    private static let longestSubject = 255

    let iss, sub: String
    let aud: Audience
    let azp, nonce: String?
    /// Seconds since 1970, with or without a fraction.
    let exp, iat: Double
    /// When who it is was proved last; nil where the provider does not say.
    let auth_time: Double?
    /// What the provider says of the person, which counts for nothing and is shown once.
    let name, email: String?

    /// By what its owner knows the account: name and address, else the beginning of its number.
    var label: String {
        let said = [name, email].compactMap { $0.flatMap { Accounts.line($0, atMost: Self.longestLabel) } }
        guard said.isEmpty else { return said.joined(separator: ", ") }
        let start = Accounts.line(String(sub.prefix(Self.shownSubject)), atMost: Self.shownSubject) ?? "?"
        return sub.count > Self.shownSubject ? start + "…" : start
    }

    /// One audience or several.
    struct Audience: Codable, Sendable {
        let names: [String]

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let name = try? value.decode(String.self) {
                names = [name]
            } else {
                names = try value.decode([String].self)
            }
        }

        func encode(to encoder: any Encoder) throws {
            var value = encoder.singleValueContainer()
            try value.encode(names)
        }
    }

    /// Everything is checked by ``check(_:nonce:at:)``, which knows of whom and when.
    func verify(using algorithm: some JWTAlgorithm) {}

    /// Refuses what is not for this node, of this provider, of this sign-in and of this time.
    ///
    /// - Parameters:
    ///   - provider: Whose token it has to be.
    ///   - expected: What this node sent along.
    ///   - isFresh: Whether it asked for a new proof of who it is.
    ///   - now: Seconds since 1970.
    /// - Throws: `OutsideFailure` with the claim.
    func check(_ provider: OutsideProvider, nonce expected: String, isFresh: Bool, at now: Double)
        throws(OutsideFailure)
    {
        func need(_ isRight: Bool, _ reason: String) throws(OutsideFailure) {
            guard isRight else { throw OutsideFailure(.untrusted, "its ID token " + reason) }
        }
        try need(iss.isSame(as: provider.issuer), "names another issuer (iss)")
        try need(aud.names.contains { $0.isSame(as: provider.client) }, "is for somebody else (aud)")
        try need(aud.names.count == 1 || azp != nil, "is for several and does not say for whom (azp)")
        try need(azp?.isSame(as: provider.client) ?? true, "was given to somebody else (azp)")
        try need(nonce?.isSame(as: expected) ?? false, "is of another sign-in (nonce)")
        try need(exp > now - Self.skew, "is over (exp)")
        try need(iat < now + Self.skew, "is of a time to come (iat)")
        try need(iat > now - Self.oldest - Self.skew, "is too old (iat)")
        if isFresh, let time = auth_time {
            let range = (now - Self.freshest - Self.skew)...(now + Self.skew)
            try need(range.contains(time), "does not say that who it is was proved just now (auth_time)")
        }
        try need((1...Self.longestSubject).contains(sub.utf8.count), "does not say who it is (sub)")
    }
}
