/// What a client gets for a code or a token.
package struct SignOnTokens: Sendable, CustomStringConvertible {
    package let access, refresh, idToken: String
    package let scope: String
    /// How long the token for access is good; seconds.
    package let seconds: Int

    /// Never the tokens.
    package var description: String { "tokens for \(scope)" }
}

/// What a client gets to know of who signed in to it.
package struct UserInfo: Encodable, Sendable, Hashable {
    package var sub: String
    package var name, locale, email: String?
    package var email_verified: Bool?
}
