/// What a client may know of who signs in to it.
///
/// **Source** OpenID Connect Core 1.0, section 5.4.
package enum SignOnScope: String, Sendable, Hashable, CaseIterable {
    /// That it is the same account as last time, under a name for this client alone.
    case openid
    /// Name and language.
    case profile
    /// E-mail address, and whether it was confirmed.
    case email

    /// The scopes of a text, those that are not known left out (RFC 6749 section 3.3), in the order of this list.
    static func list(_ text: String) -> [SignOnScope] {
        let names = Set(text.split(separator: " ").map(String.init))
        return allCases.filter { names.contains($0.rawValue) }
    }

    /// The names with blanks between.
    static func text(_ scopes: [SignOnScope]) -> String { scopes.map(\.rawValue).joined(separator: " ") }
}
