package import Domain
import Store

/// That a program of others was let in with an account, as its owner sees it.
package struct SignOnLine: Sendable, Hashable {
    /// The entry of the client.
    package let client: String
    /// Its name, also where it was removed.
    package let name: Bilingual?
    /// What it may know.
    package let scopes: [SignOnScope]
    /// When it began, in microseconds UTC.
    package let began: Int64
    /// When it got tokens last, at the beginning or by refreshing, and until when it may refresh, in microseconds UTC; nil
    /// where its tokens are gone.
    package let refreshed, ends: Int64?
}

extension SingleSignOn {
    /// The sign-ons of who asks that are there, the newest first; one goes within a minute of its session.
    func signOns(_ caller: Caller) async throws -> [SignOnLine] {
        try accounts.permit(.readHeldData, caller)
        var names: [String: Bilingual] = [:]
        var lines: [SignOnLine] = []
        for (signOn, ends) in try await store.signOns(of: caller.account) {
            if names[signOn.client] == nil { names[signOn.client] = try await clients.name(signOn.client) }
            lines.append(
                SignOnLine(
                    client: signOn.client,
                    name: names[signOn.client],
                    scopes: SignOnScope.list(signOn.scope),
                    began: signOn.madeAt,
                    // A token for refreshing lives so long from the moment at which it was given.
                    refreshed: ends.map { $0 - options.refresh.microseconds },
                    ends: ends
                )
            )
        }
        return lines
    }
}
