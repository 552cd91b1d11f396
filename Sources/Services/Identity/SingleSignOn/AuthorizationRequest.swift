import Domain

/// What a client asks a browser to bring here, so that somebody signs in to it.
///
/// **Source** OpenID Connect Core 1.0, section 3.1.2.1; RFC 7636 for the code challenge.
package struct AuthorizationRequest: Sendable {
    /// What is to happen to who signs in; others of the standard are not known here.
    package enum Prompt: String, Sendable, Hashable, CaseIterable {
        /// Nothing may be shown.
        case none
        /// Who it is has to be proved again.
        case login
        /// Consent has to be asked again.
        case consent
    }

    /// The longest `nonce`; bytes.
    static let longestNonce = 512

    package let client: RegisteredClient
    /// Where the answer goes: one of the client's addresses.
    package let redirect: String
    /// Goes back as it came.
    package let state: String?
    let scopes: [SignOnScope]
    let nonce: String?
    /// base64url of the SHA-256 of what the client will show with the code.
    let challenge: String
    var prompt: Set<Prompt>
    /// How long ago it may have been proved who it is; seconds.
    let maxAge: Int64?
    let hint: String?

    /// Reads the parameters of a client that is known, with an address that is its own.
    ///
    /// - Throws: `SignOnError`.
    init(_ fields: [String: String], _ client: RegisteredClient, _ redirect: String) throws(SignOnError) {
        self.client = client
        self.redirect = redirect
        state = fields["state"]
        if fields["request"] != nil { throw SignOnError(.requestNotSupported, "send parameters, no request object") }
        if fields["request_uri"] != nil {
            throw SignOnError(.requestURINotSupported, "send parameters, no address of a request object")
        }
        if fields["registration"] != nil {
            throw SignOnError(.registrationNotSupported, "an administrator registers clients at /admin/clients")
        }
        guard let type = fields["response_type"] else {
            throw SignOnError(.invalidRequest, "response_type is missing; write code")
        }
        guard type == "code" else { throw SignOnError(.unsupportedResponseType, "the only response_type is code") }
        guard ["query", nil].contains(fields["response_mode"]) else {
            throw SignOnError(.invalidRequest, "the only response_mode is query")
        }
        scopes = SignOnScope.list(fields["scope"] ?? "").filter(client.content.known.contains)
        guard scopes.contains(.openid) else {
            throw SignOnError(.invalidScope, "scope has to name openid, besides it profile and email")
        }
        nonce = fields["nonce"]
        guard nonce.map({ $0.utf8.count <= Self.longestNonce }) ?? true else {
            throw SignOnError(.invalidRequest, "nonce is longer than \(Self.longestNonce) bytes")
        }
        guard let challenge = fields["code_challenge"] else {
            throw SignOnError(.invalidRequest, "code_challenge is missing: PKCE is required of every client (RFC 7636)")
        }
        guard fields["code_challenge_method"] == "S256", Base64URL.bytes(of: challenge)?.count == 32 else {
            throw SignOnError(.invalidRequest, "code_challenge_method has to be S256, with 43 characters of base64url")
        }
        self.challenge = challenge
        let words = (fields["prompt"] ?? "").split(separator: " ").map(String.init)
        prompt = Set(words.compactMap(Prompt.init))
        guard prompt.count == Set(words).count, !(prompt.contains(.none) && prompt.count > 1) else {
            throw SignOnError(.invalidRequest, "prompt is none alone, or login, consent or both")
        }
        guard let age = fields["max_age"] else {
            maxAge = nil
            hint = fields["id_token_hint"]
            return
        }
        guard let seconds = Int64(age), (0...Self.longestAge).contains(seconds) else {
            throw SignOnError(.invalidRequest, "max_age is a number of seconds from 0 on")
        }
        maxAge = seconds
        hint = fields["id_token_hint"]
    }

    /// Whether it is sure that the client itself gets the answer: by its secret, or by the host that it goes to.
    ///
    /// Of a public client on somebody's machine another program may have taken its place (RFC 8252 section 8.6), so consent
    /// is asked each time.
    var isAssured: Bool { !client.content.isPublic || redirect.hasPrefix("https://") }

    /// Ten years, which no session lasts.
    private static let longestAge: Int64 = 315_360_000
}

/// What follows on a request to sign in to a client.
package enum AuthorizationStep: Sendable, CustomStringConvertible {
    /// Somebody has to sign in first.
    case signIn
    /// Who is signed in has to prove it again.
    case confirm
    /// Who is signed in has to agree that the client gets to know this.
    case consent(RegisteredClient, [SignOnScope])
    /// The browser goes back with this code.
    case done(code: String)

    /// Never the code.
    package var description: String {
        switch self {
        case .signIn: "sign in"
        case .confirm: "confirm"
        case .consent(let client, _): "ask for consent to \(client.id)"
        case .done: "done"
        }
    }
}
