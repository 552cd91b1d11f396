/// Where programs of others send a browser, so that somebody signs in to them or out.
///
/// **Shape** `/oauth/authorize` and `/oauth/end-session`, then the parameters of OpenID Connect that are known here, in the
/// order of ``names``, and `lang`. One without value is as good as left out (RFC 6749 section 3.1).
package struct SignOnLink: Sendable, Hashable {
    /// The places, by the ends of their paths.
    package enum Place: String, Sendable, Hashable, CaseIterable {
        case authorize
        case endSession = "end-session"
    }

    package var place: Place
    /// The parameters by their names.
    package private(set) var fields: [String: String]
    package var language: PageLanguage

    /// The parameters that count; OpenID Connect Core 1.0 section 3.1.2.1, RFC 7636 section 4.3, OpenID Connect RP-Initiated
    /// Logout 1.0 section 2.
    package static let names = [
        "client_id", "redirect_uri", "response_type", "response_mode", "scope", "state", "nonce", "code_challenge",
        "code_challenge_method", "prompt", "max_age", "login_hint", "ui_locales", "id_token_hint", "request",
        "request_uri", "registration", "post_logout_redirect_uri",
    ]

    /// Makes a link; names that do not count and empty values are left out.
    ///
    /// - Parameters:
    ///   - place: The place.
    ///   - fields: The parameters.
    ///   - language: The language of the page; nil for the first of `ui_locales` that there is.
    package init(_ place: Place, _ fields: [String: String], language: PageLanguage? = nil) {
        self.place = place
        self.fields = fields.filter { !$0.value.isEmpty && Self.names.contains($0.key) }
        self.language = language ?? Self.language(fields["ui_locales"])
    }

    init?(path: String, _ parameters: Parameters) {
        guard let place = Place.allCases.first(where: { Link.signOnPath + $0.rawValue == path }) else { return nil }
        self.init(
            place,
            Dictionary(parameters.pairs.map { ($0.name, $0.value) }) { first, _ in first },
            language: parameters["lang"].flatMap(PageLanguage.init)
        )
    }

    /// The same for who has just proved who it is: not asked again within two minutes.
    package var confirmed: SignOnLink {
        var fields = fields
        let words = (fields["prompt"] ?? "").split(separator: " ").filter { $0 != "login" }
        fields["prompt"] = words.joined(separator: " ")
        fields["max_age"] = String(max(fields["max_age"].flatMap(Int.init) ?? 0, Self.confirmedSeconds))
        return SignOnLink(place, fields, language: language)
    }

    private static let confirmedSeconds = 120

    var path: String { Link.signOnPath + place.rawValue }

    var parameters: Parameters {
        var result = Parameters()
        for name in Self.names { if let value = fields[name] { result.append(name, value) } }
        if language != Self.language(fields["ui_locales"]) { result.append("lang", language.rawValue) }
        return result
    }

    private static func language(_ locales: String?) -> PageLanguage {
        (locales ?? "").split(separator: " ").lazy
            .compactMap { PageLanguage(rawValue: $0.prefix { $0 != "-" }.lowercased()) }.first ?? .zh
    }
}
