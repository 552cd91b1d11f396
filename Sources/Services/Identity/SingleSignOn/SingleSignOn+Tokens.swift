import Bytes
import Domain
import Foundation
import Store

/// The second half: the client brings the code, and gets tokens for it and for each other.
extension SingleSignOn {
    /// Answers at the token endpoint.
    ///
    /// - Parameters:
    ///   - fields: What the client sends.
    ///   - repeated: The names that stand there more than once.
    ///   - authorization: The header with the name and the secret of the client.
    /// - Returns: The tokens.
    /// - Throws: `SignOnError`.
    package func tokens(
        _ fields: [String: String],
        repeated: Set<String>,
        authorization: String?
    ) async throws -> SignOnTokens {
        let client = try await known(fields, repeated: repeated, authorization)
        switch fields["grant_type"] {
        case "authorization_code": return try await redeem(fields, client)
        case "refresh_token": return try await refresh(fields, client)
        case nil: throw SignOnError(.invalidRequest, "grant_type is missing")
        default:
            throw SignOnError(.unsupportedGrantType, "grant_type is authorization_code or refresh_token")
        }
    }

    /// Takes a token away with all others of its sign-on; one that is none, or another client's, is passed over.
    ///
    /// **Source** RFC 7009, section 2.2.
    /// - Throws: `SignOnError`.
    package func revoke(
        _ fields: [String: String],
        repeated: Set<String>,
        authorization: String?
    ) async throws {
        let client = try await known(fields, repeated: repeated, authorization)
        guard let text = fields["token"] else { throw SignOnError(.invalidRequest, "token is missing") }
        guard let token = SecretToken(text) else { return }
        try await store.revoke(token.digest, of: client.entry)
    }

    /// What the client of a token for access may know.
    ///
    /// - Throws: `SignOnError`.
    package func userInfo(_ token: String?) async throws -> UserInfo {
        guard let token = token.flatMap(SecretToken.init),
            let signOn = try await store.signOn(ofAccess: token.digest, idle: accounts.options.idle.microseconds),
            let client = try await client(ofEntry: signOn.client),
            let account = try await active(signOn.account), account.agrees(to: client, signOn.scope)
        else { throw SignOnError(.invalidToken, "the token is none, or over; get another one") }
        let scopes = Self.scopes(of: signOn, client)
        var info = UserInfo(sub: try subject(signOn.account, client))
        if scopes.contains(.profile) {
            info.name = account.name
            info.locale = account.language == "en" ? "en" : "zh-CN"
        }
        if scopes.contains(.email) {
            info.email = account.email
            info.email_verified = account.emailConfirmed
        }
        return info
    }

    // MARK: The client

    func client(ofEntry entry: String) async throws -> RegisteredClient? {
        try await clients.client(String(entry.dropFirst(ClientContent.register.utf8.count + 1)))
    }

    /// The client that sends something, once it has proved who it is: by its secret, unless it is public.
    private func known(
        _ fields: [String: String],
        repeated: Set<String>,
        _ authorization: String?
    ) async throws -> RegisteredClient {
        guard repeated.isEmpty else { throw SignOnError(.invalidRequest, "a parameter stands there more than once") }
        let (name, secret) = try Self.credentials(fields, authorization)
        guard let client = try await clients.client(name) else {
            throw SignOnError(.invalidClient, "no client has this client_id")
        }
        guard let digest = client.content.secret else {
            guard secret == nil else { throw SignOnError(.invalidClient, "a public client has no secret") }
            return client
        }
        guard let token = secret.flatMap(SecretToken.init), Base64URL.text(of: token.digest) == digest else {
            throw SignOnError(.invalidClient, "the secret of the client is missing or wrong")
        }
        return client
    }

    /// Name and secret: from the header or from the form, never both (RFC 6749 section 2.3).
    private static func credentials(
        _ fields: [String: String],
        _ authorization: String?
    ) throws -> (String, String?) {
        guard let authorization else {
            guard let name = fields["client_id"] else {
                throw SignOnError(
                    .invalidClient,
                    "send name and secret by HTTP Basic, or as client_id and client_secret"
                )
            }
            return (name, fields["client_secret"])
        }
        let words = authorization.split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "basic", fields["client_secret"] == nil,
            let data = Data(base64Encoded: String(words[1])), let text = String(validating: data, as: UTF8.self)
        else { throw SignOnError(.invalidClient, "the header is to be HTTP Basic, and the form without client_secret") }
        let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard halves.count == 2, let name = halves[0].removingPercentEncoding,
            let secret = halves[1].removingPercentEncoding, [name, nil].contains(fields["client_id"])
        else { throw SignOnError(.invalidClient, "the header holds no name and secret, or another name than the form") }
        return (name, secret)
    }

    // MARK: Code and refresh

    private func redeem(_ fields: [String: String], _ client: RegisteredClient) async throws -> SignOnTokens {
        guard let code = SecretToken(fields["code"] ?? "") else {
            throw SignOnError(.invalidGrant, "the code is missing or none")
        }
        guard let record = try await store.tryOneTime(code.digest, for: Self.codePurpose, atMost: 1) else {
            // Used a second time, somebody else has it too (RFC 6749 section 4.1.2).
            if let used = try await store.oneTime(code.digest, for: Self.codePurpose) {
                let content = try JSONDecoder().decode(CodeContent.self, from: Data(used.payload))
                try await store.revoke(code: code.digest, signOn: Base64URL.bytes(of: content.signOn) ?? [])
            }
            throw SignOnError(.invalidGrant, "the code is over or was used")
        }
        let content = try JSONDecoder().decode(CodeContent.self, from: Data(record.payload))
        guard content.client == client.entry, content.redirect.isSame(as: fields["redirect_uri"]) else {
            throw SignOnError(.invalidGrant, "the code was given to another client or for another redirect_uri")
        }
        guard let verifier = fields["code_verifier"], (43...128).contains(verifier.utf8.count),
            Base64URL.text(of: sha256(Array(verifier.utf8)).bytes) == content.challenge
        else { throw SignOnError(.invalidGrant, "code_verifier does not belong to the code_challenge") }
        guard let account = try await active(record.account), account.agrees(to: client, content.scope) else {
            throw SignOnError(.invalidGrant, "the account is closed, or its owner no longer agrees")
        }
        let signOn = SignOnRecord(
            id: Base64URL.bytes(of: content.signOn) ?? [],
            account: record.account,
            client: content.client,
            session: Base64URL.bytes(of: content.session) ?? [],
            issuer: content.issuer,
            scope: content.scope,
            madeAt: store.now,
            confirmedAt: content.confirmedAt,
            isStrong: content.isStrong,
            isByProvider: content.isByProvider ?? false
        )
        let (access, refresh) = (SecretToken(), SecretToken())
        guard try await store.begin(signOn, records(access, refresh), for: code.digest) else {
            throw SignOnError(.invalidGrant, "the session is over")
        }
        return try await answer(signOn, client, access, refresh, nonce: content.nonce)
    }

    private func refresh(_ fields: [String: String], _ client: RegisteredClient) async throws -> SignOnTokens {
        guard let token = SecretToken(fields["refresh_token"] ?? "") else {
            throw SignOnError(.invalidGrant, "the refresh_token is missing or none")
        }
        let (access, refresh) = (SecretToken(), SecretToken())
        let rotation = try await store.rotate(
            token.digest,
            of: client.entry,
            idle: accounts.options.idle.microseconds,
            to: records(access, refresh)
        )
        guard case .next(let signOn) = rotation, let account = try await active(signOn.account),
            account.agrees(to: client, signOn.scope)
        else {
            throw SignOnError(
                .invalidGrant,
                "the refresh_token is over, was used before, or its session or consent is over"
            )
        }
        if let asked = fields["scope"], !Set(SignOnScope.list(asked)).isSubset(of: SignOnScope.list(signOn.scope)) {
            throw SignOnError(.invalidScope, "scope asks for more than was given")
        }
        return try await answer(signOn, client, access, refresh, nonce: nil)
    }

    /// How sure it is who signed in: `two-step`, `password`, or `provider` where another provider said so.
    private static func assurance(_ signOn: SignOnRecord) -> String {
        signOn.isStrong ? "two-step" : signOn.isByProvider ? "provider" : "password"
    }

    /// What was asked here (RFC 8176); nil where nothing was, because another provider said who it is.
    private static func methods(_ signOn: SignOnRecord) -> [String]? {
        if signOn.isByProvider { return signOn.isStrong ? ["otp"] : nil }
        return signOn.isStrong ? ["pwd", "otp", "mfa"] : ["pwd"]
    }

    private func records(_ access: SecretToken, _ refresh: SecretToken) -> [SignOnToken] {
        let now = store.now
        return [
            SignOnToken(.access, id: access.digest, endsAt: now + options.access.microseconds),
            SignOnToken(.refresh, id: refresh.digest, endsAt: now + options.refresh.microseconds),
        ]
    }

    private func answer(
        _ signOn: SignOnRecord,
        _ client: RegisteredClient,
        _ access: SecretToken,
        _ refresh: SecretToken,
        nonce: String?
    ) async throws -> SignOnTokens {
        let now = store.now / 1_000_000
        let seconds = options.access.components.seconds
        let claims = IDTokenClaims(
            iss: signOn.issuer,
            sub: try subject(signOn.account, client),
            aud: client.id,
            exp: now + seconds,
            iat: now,
            auth_time: signOn.confirmedAt / 1_000_000,
            nonce: nonce,
            at_hash: Self.half(of: access.text),
            acr: Self.assurance(signOn),
            amr: Self.methods(signOn),
            sid: try sessionName(signOn.session, client)
        )
        return SignOnTokens(
            access: access.text,
            refresh: refresh.text,
            idToken: try await keys().current().sign(claims, type: IDTokenClaims.type),
            scope: SignOnScope.text(Self.scopes(of: signOn, client)),
            seconds: Int(seconds)
        )
    }

    /// What a sign-on is good for now: the client may have less than when it began.
    private static func scopes(of signOn: SignOnRecord, _ client: RegisteredClient) -> [SignOnScope] {
        SignOnScope.list(signOn.scope).filter(client.content.known.contains)
    }
}
