/// Why a client does not get what it asked for, as the client is told it.
package struct SignOnError: Error, Sendable, Hashable {
    /// The codes of RFC 6749 sections 4.1.2.1 and 5.2, RFC 6750 section 3.1 and OpenID Connect Core 1.0 section 3.1.2.6.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        case invalidRequest = "invalid_request"
        case invalidClient = "invalid_client"
        case invalidGrant = "invalid_grant"
        case invalidScope = "invalid_scope"
        case invalidToken = "invalid_token"
        case accessDenied = "access_denied"
        case unsupportedResponseType = "unsupported_response_type"
        case unsupportedGrantType = "unsupported_grant_type"
        case loginRequired = "login_required"
        case consentRequired = "consent_required"
        case requestNotSupported = "request_not_supported"
        case requestURINotSupported = "request_uri_not_supported"
        case registrationNotSupported = "registration_not_supported"
    }

    package let code: Code
    /// What is wrong and what to do, for who writes the client: ASCII without quotes and backslashes (RFC 6749 section 4.1.2.1).
    package let description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }

    /// Who signed in does not agree.
    package static let denied = SignOnError(.accessDenied, "the person did not agree")
    /// The request does not fit into the address that leads back after signing in.
    package static let tooLong = SignOnError(
        .invalidRequest,
        "the request is too long; shorten state and id_token_hint"
    )
    /// A token came twice, in the header and in the form (RFC 6750 section 2).
    package static let twice = SignOnError(.invalidRequest, "send the token once, in the header or in the form")
    /// The endpoint takes forms only.
    package static let noForm = SignOnError(.invalidRequest, "send a form by POST")
}

/// Why a client cannot even be answered at its address: whoever is in front of the browser is told it.
package enum SignOnRefusal: Error, Sendable, Hashable {
    /// No client is registered under this id.
    case client
    /// The address to go back to is none of those registered, letter by letter.
    case redirect
    /// A parameter that says who asks stands there more than once.
    case repeated
}
