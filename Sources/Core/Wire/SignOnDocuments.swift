/// What clients have to know of this system as OpenID Provider.
///
/// **Source** OpenID Connect Discovery 1.0 section 3, RFC 8414 section 2, RFC 9207 section 3.
package struct OpenIDConfiguration: Encodable, Sendable {
    package var issuer, authorization_endpoint, token_endpoint, userinfo_endpoint, jwks_uri: String
    package var revocation_endpoint, end_session_endpoint: String
    package var scopes_supported: [String]
    package let response_types_supported = ["code"]
    package let response_modes_supported = ["query"]
    package let grant_types_supported = ["authorization_code", "refresh_token"]
    package let subject_types_supported = ["pairwise"]
    package let id_token_signing_alg_values_supported = ["ES256"]
    package let token_endpoint_auth_methods_supported = ["client_secret_basic", "client_secret_post", "none"]
    package let revocation_endpoint_auth_methods_supported = ["client_secret_basic", "client_secret_post", "none"]
    package let code_challenge_methods_supported = ["S256"]
    package let prompt_values_supported = ["none", "login", "consent"]
    package let acr_values_supported = ["password", "two-step", "provider"]
    package let ui_locales_supported = ["zh-CN", "en"]
    package let claims_supported = [
        "iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "at_hash", "acr", "amr", "sid", "name", "locale",
        "email", "email_verified",
    ]
    package let claims_parameter_supported = false
    package let request_parameter_supported = false
    package let request_uri_parameter_supported = false
    package let backchannel_logout_supported = true
    package let backchannel_logout_session_supported = true
    package let authorization_response_iss_parameter_supported = true

    /// Puts the addresses together.
    ///
    /// - Parameters:
    ///   - issuer: Scheme and host of the node, without a slash at the end.
    ///   - folder: The path of the endpoints, with a slash at its end.
    ///   - scopes: The scopes that there are.
    package init(issuer: String, folder: String, scopes: [String]) {
        self.issuer = issuer
        let base = issuer + folder
        authorization_endpoint = base + "authorize"
        token_endpoint = base + "token"
        userinfo_endpoint = base + "userinfo"
        jwks_uri = base + "jwks.json"
        revocation_endpoint = base + "revoke"
        end_session_endpoint = base + "end-session"
        scopes_supported = scopes
    }
}

/// The tokens that a client gets (RFC 6749 section 5.1, OpenID Connect Core 1.0 section 3.1.3.3).
package struct TokenDocument: Encodable, Sendable {
    package var access_token, refresh_token, id_token, scope: String
    package let token_type = "Bearer"
    /// Seconds.
    package var expires_in: Int

    package init(access: String, refresh: String, id: String, scope: String, seconds: Int) {
        access_token = access
        refresh_token = refresh
        id_token = id
        self.scope = scope
        expires_in = seconds
    }
}

/// Why a client gets nothing (RFC 6749 section 5.2).
package struct SignOnErrorDocument: Codable, Sendable {
    package var error, error_description: String

    package init(error: String, description: String) {
        self.error = error
        error_description = description
    }
}

/// Programs that sign people in through this system.
package struct ClientsDocument: Codable, Sendable {
    /// One of them.
    package struct Client: Codable, Sendable {
        package var id, nameZh, nameEn: String
        package var isPublic: Bool
        package var redirects, postLogoutRedirects, scopes: [String]
        package var backChannelLogout: String?
        /// The account that registered or changed it last, or `operator`.
        package var by, reason, created: String

        package init(
            id: String,
            nameZh: String,
            nameEn: String,
            isPublic: Bool,
            redirects: [String],
            postLogoutRedirects: [String],
            scopes: [String],
            backChannelLogout: String?,
            by: String,
            reason: String,
            created: String
        ) {
            self.id = id
            self.nameZh = nameZh
            self.nameEn = nameEn
            self.isPublic = isPublic
            self.redirects = redirects
            self.postLogoutRedirects = postLogoutRedirects
            self.scopes = scopes
            self.backChannelLogout = backChannelLogout
            self.by = by
            self.reason = reason
            self.created = created
        }
    }

    package var clients: [Client]

    package init(_ clients: [Client]) { self.clients = clients }
}
