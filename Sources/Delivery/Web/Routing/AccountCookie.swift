import Identity

/// The cookies of who signs in.
///
/// Scripts never see them, and other sites send them only along a link.
///
/// **Source** RFC 6265bis (draft 20), section 4.1.3.2 for the prefix `__Host-`: such a cookie was set by this very host
/// over HTTPS, so no neighbour can put its own in the place.
enum AccountCookie: String, CaseIterable {
    /// The session: kept until its owner signs out or closes the browser; the node ends it earlier where it is not used.
    case session
    /// Ties a form to the browser that got it, before anybody is signed in.
    case form

    /// The name under which it is set where the node is reached over HTTPS, or not.
    func name(isSecure: Bool) -> String { (isSecure ? "__Host-" : "") + rawValue }

    /// The `Set-Cookie` value that keeps a token.
    func kept(_ token: String, isSecure: Bool) -> String {
        name(isSecure: isSecure) + "=" + token + Self.attributes(isSecure)
    }

    /// The `Set-Cookie` value that makes the browser forget it.
    func forgotten(isSecure: Bool) -> String {
        name(isSecure: isSecure) + "=; Max-Age=0" + Self.attributes(isSecure)
    }

    private static func attributes(_ isSecure: Bool) -> String {
        "; Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    }
}
