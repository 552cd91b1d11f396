internal import JWTKit

/// The claims of an ID token.
///
/// **Source** OpenID Connect Core 1.0, sections 2 and 3.1.3.6; `sid`: OpenID Connect Back-Channel Logout 1.0, section 2.1.
struct IDTokenClaims: JWTPayload {
    static let type = "JWT"

    /// Seconds since 1970.
    var iss, sub, aud: String
    var exp, iat, auth_time: Int64
    var nonce: String?
    var at_hash: String
    var acr: String
    var amr: [String]?
    var sid: String

    /// Whether it is of this time is for who reads it.
    func verify(using algorithm: some JWTAlgorithm) {}
}

/// The claims of a logout token.
///
/// **Source** OpenID Connect Back-Channel Logout 1.0, section 2.4.
struct LogoutTokenClaims: JWTPayload {
    static let type = "logout+jwt"
    /// What happened.
    static let event = "http://schemas.openid.net/event/backchannel-logout"

    var iss, sub, aud: String
    /// Seconds since 1970.
    var iat, exp: Int64
    var jti: String
    var events: [String: [String: String]] = [event: [:]]
    /// The session; nil where all of them are over.
    var sid: String?

    func verify(using algorithm: some JWTAlgorithm) {}
}
