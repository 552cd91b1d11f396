/// What a change takes from a client: people who rely on it cannot go on as before.
package struct ClientLosses: Sendable, Hashable {
    /// Addresses that browsers are no longer sent back to, after signing in and after signing out.
    package let redirects, postLogoutRedirects: [String]
    /// Where it is no longer told of sign-outs.
    package let backChannelLogout: String?
    /// What it no longer gets to know.
    package let scopes: [String]

    package var isEmpty: Bool {
        redirects.isEmpty && postLogoutRedirects.isEmpty && backChannelLogout == nil && scopes.isEmpty
    }

    init(from old: ClientContent, to new: ClientContent) {
        redirects = old.redirects.filter { !new.redirects.contains($0) }
        postLogoutRedirects = old.postLogoutRedirects.filter { !new.postLogoutRedirects.contains($0) }
        backChannelLogout = old.backChannelLogout == new.backChannelLogout ? nil : old.backChannelLogout
        scopes = old.scopes.filter { !new.scopes.contains($0) }
    }
}
