import Domain
import Store

/// Signing out at the wish of a client.
///
/// **Source** OpenID Connect RP-Initiated Logout 1.0.
extension SingleSignOn {
    /// Where a browser goes on to, and whether who is signed in has to be asked before.
    package struct Leaving: Sendable, Hashable {
        /// The client that sent the browser, where that is known.
        package let client: RegisteredClient?
        /// The address of the client, with the state; nil for a page of this system.
        package let next: String?
        /// Whether the client shows by an ID token of this very session that it may ask; else the person is asked.
        package let isKnown: Bool
    }

    /// Reads a request to sign out.
    ///
    /// - Parameters:
    ///   - fields: The parameters of the request.
    ///   - issuer: Scheme and host of this node.
    ///   - caller: Who is signed in; nil for nobody.
    /// - Returns: What is to be done.
    /// - Throws: `SignOnRefusal` for an address that is not the client's.
    package func leaving(_ fields: [String: String], issuer: String, _ caller: Caller?) async throws -> Leaving {
        let claims = try await hint(fields["id_token_hint"], issuer)
        let named = fields["client_id"] ?? claims?.aud
        guard claims == nil || claims?.aud == named else { throw SignOnRefusal.client }
        var client: RegisteredClient?
        if let named {
            client = try await clients.client(named)
            guard client != nil else { throw SignOnRefusal.client }
        }
        var next: String?
        if let address = fields["post_logout_redirect_uri"] {
            guard let known = client?.content.postLogoutRedirects.first(where: { $0.isSame(as: address) }) else {
                throw SignOnRefusal.redirect
            }
            next = PercentCode.address(known, adding: fields["state"].map { [("state", $0)] } ?? [])
        }
        guard let caller, let client, let claims else {
            return Leaving(client: client, next: next, isKnown: caller == nil)
        }
        let session = try await store.session(caller.session)
        let isThis =
            try claims.sub == subject(caller.account, client)
            && session.map { try claims.sid == sessionName($0.number, client) } ?? false
        return Leaving(client: client, next: next, isKnown: isThis)
    }

    private func hint(_ token: String?, _ issuer: String) async throws -> IDTokenClaims? {
        guard isPossible, let token, let claims = try await keys().claims(of: token), claims.iss == issuer else {
            return nil
        }
        return claims
    }
}
