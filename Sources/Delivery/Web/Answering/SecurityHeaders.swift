import HTTPTypes

/// What every answer tells a browser about itself, so that nothing foreign ever runs in or around a page.
enum SecurityHeaders {
    /// Everything comes from this node, nothing is written into the page, nobody frames it.
    static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'"

    /// Adds them; in confidential mode a page tells nobody, this node neither, where a reader comes from, and its scripts
    /// send nothing while somebody writes.
    ///
    /// Where the node is reached over HTTPS alone, browsers remember that for a year (RFC 6797). Browsers follow what comes
    /// of a form, and stop where the policy does not name the place: `formTarget` is one besides this node.
    static func add(to fields: inout HTTPFields, isConfidential: Bool, isSecure: Bool, formTarget: String? = nil) {
        for (name, value) in all { fields[name] = value }
        let policy =
            formTarget.map { Self.policy.replacing("form-action 'self'", with: "form-action 'self' " + $0) }
            ?? Self.policy
        fields[.contentSecurityPolicy] = policy
        if isSecure { fields[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
        guard isConfidential, let referrer = name("Referrer-Policy") else { return }
        fields[referrer] = "no-referrer"
        // Of a directive that stands twice the first counts.
        fields[.contentSecurityPolicy] = "connect-src 'none'; " + policy
    }

    private static let all: [(HTTPField.Name, String)] = [
        (.contentSecurityPolicy, policy),
        (.xContentTypeOptions, "nosniff"),
        (name("Referrer-Policy"), "same-origin"),
        (name("X-Frame-Options"), "DENY"),
        (name("Cross-Origin-Opener-Policy"), "same-origin"),
        (name("Permissions-Policy"), "camera=(), geolocation=(self), microphone=(), payment=()"),
    ].compactMap { name, value in name.map { ($0, value) } }

    private static func name(_ text: String) -> HTTPField.Name? { HTTPField.Name(text) }
}

extension HTTPField.Name {
    /// The id of the request, for the operator's log.
    static let requestID = HTTPField.Name("X-Request-ID")
    /// A line of the log that an answer is to contain, as whoever saved something knows it.
    static let after = HTTPField.Name("Huizhi-After")
    /// Records that match a search of which a table holds only the first.
    static let totalCount = HTTPField.Name("X-Total-Count")
    /// The quotas that a request is counted by, and where it stands with them; see ``QuotaLimit``.
    static let quotaPolicy = HTTPField.Name("RateLimit-Policy")
    static let quotaStanding = HTTPField.Name("RateLimit")
}
