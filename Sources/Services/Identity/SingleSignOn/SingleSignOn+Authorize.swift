import Domain
import Foundation
import Store

/// The first half: somebody signs in and agrees, and the browser takes a code back.
extension SingleSignOn {
    static let codePurpose = "sign-on-code"

    /// What waits for whoever brings the code.
    struct CodeContent: Codable {
        var client, redirect, challenge, scope, issuer: String
        var nonce: String?
        /// The number of the session, and the id of the sign-on that is to be; base64url.
        var session, signOn: String
        var confirmedAt: Int64
        var isStrong: Bool
        /// Nil in codes of programs that knew no outside providers.
        var isByProvider: Bool?
    }

    /// The client that asks, and its own address to which the answer may go.
    ///
    /// - Parameters:
    ///   - fields: The parameters of the request.
    ///   - repeated: The names that stand there more than once.
    /// - Returns: The client, and the address.
    /// - Throws: `SignOnRefusal`, where nobody can be answered but the person in front of the browser.
    package func asker(_ fields: [String: String], repeated: Set<String>) async throws -> (
        client: RegisteredClient, redirect: String
    ) {
        guard repeated.isDisjoint(with: ["client_id", "redirect_uri"]) else { throw SignOnRefusal.repeated }
        guard let id = fields["client_id"], let client = try await clients.client(id) else {
            throw SignOnRefusal.client
        }
        guard let redirect = client.content.redirects.first(where: { $0.isSame(as: fields["redirect_uri"]) }) else {
            throw SignOnRefusal.redirect
        }
        return (client, redirect)
    }

    /// The address that takes a browser back to its client.
    ///
    /// - Parameters:
    ///   - redirect: The address of the client.
    ///   - pairs: What it is told; the issuer too, so that no other one is taken for it (RFC 9207).
    /// - Returns: The address.
    package static func address(_ redirect: String, _ pairs: [(name: String, value: String)]) -> String {
        PercentCode.address(redirect, adding: pairs)
    }

    /// Reads the rest of a request.
    ///
    /// - Throws: `SignOnError`, for the client.
    package func request(
        _ fields: [String: String],
        repeated: Set<String>,
        of client: RegisteredClient,
        _ redirect: String
    ) throws(SignOnError) -> AuthorizationRequest {
        // RFC 6749 section 3.1
        guard repeated.isEmpty else { throw SignOnError(.invalidRequest, "a parameter stands there more than once") }
        return try AuthorizationRequest(fields, client, redirect)
    }

    /// What is to happen next.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - issuer: Scheme and host of this node.
    ///   - caller: Who is signed in; nil for nobody.
    ///   - agrees: Whether they have just agreed to what the request asks.
    ///   - origin: From where they come.
    /// - Returns: The step; the last one gives the code.
    /// - Throws: `SignOnError`, for the client.
    package func authorize(
        _ request: AuthorizationRequest,
        issuer: String,
        _ caller: Caller?,
        agrees: Bool = false,
        from origin: Origin
    ) async throws -> AuthorizationStep {
        let isSilent = request.prompt.contains(.none)
        guard let caller else {
            guard !isSilent else { throw SignOnError(.loginRequired, "nobody is signed in") }
            return .signIn
        }
        let own = try await accounts.own(caller, .signOnElsewhere)
        if let hint = request.hint {
            guard let claims = try await keys().claims(of: hint), claims.iss == issuer else {
                throw SignOnError(.invalidRequest, "id_token_hint is no ID token of this issuer")
            }
            guard claims.sub == (try subject(own.id, request.client)) else {
                throw SignOnError(.loginRequired, "somebody else is signed in")
            }
        }
        let age = store.now - caller.confirmedAt
        if request.prompt.contains(.login) || request.maxAge.map({ age > $0 * 1_000_000 }) ?? false {
            guard !isSilent else { throw SignOnError(.loginRequired, "who is signed in has to prove it again") }
            return .confirm
        }
        if !agrees {
            let isKnown =
                own.content.consent(to: request.client).map { Set($0).isSuperset(of: request.scopes) } ?? false
            if !isKnown || !request.isAssured || request.prompt.contains(.consent) {
                guard !isSilent else { throw SignOnError(.consentRequired, "consent has to be asked for") }
                return .consent(request.client, request.scopes)
            }
        } else {
            try await agree(to: request.client, request.scopes, own, from: origin)
        }
        return .done(code: try await code(for: request, issuer: issuer, caller))
    }

    private func code(for request: AuthorizationRequest, issuer: String, _ caller: Caller) async throws -> String {
        guard let session = try await store.session(caller.session) else { throw AccountRefusal.stale }
        let code = SecretToken()
        let content = CodeContent(
            client: request.client.entry,
            redirect: request.redirect,
            challenge: request.challenge,
            scope: SignOnScope.text(request.scopes),
            issuer: issuer,
            nonce: request.nonce,
            session: Base64URL.text(of: session.number),
            signOn: Base64URL.text(of: randomBytes(16)),
            confirmedAt: session.confirmedAt,
            isStrong: session.isStrong,
            isByProvider: session.isByProvider
        )
        let record = OneTimeRecord(
            id: code.digest,
            purpose: Self.codePurpose,
            account: caller.account,
            payload: Array(try JSONEncoder().encode(content)),
            endsAt: store.now + options.code.microseconds
        )
        try await store.put(record)
        return code.text
    }
}
