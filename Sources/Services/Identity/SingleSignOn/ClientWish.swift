import Domain

/// What somebody says who registers a client.
package struct ClientWish: Sendable {
    package var nameZh, nameEn: String
    package var redirects, postLogoutRedirects: [String]
    /// Empty for none.
    package var backChannelLogout: String
    package var scopes: [SignOnScope]
    package var isPublic: Bool

    package init(
        nameZh: String,
        nameEn: String,
        redirects: [String],
        postLogoutRedirects: [String] = [],
        backChannelLogout: String = "",
        scopes: [SignOnScope] = SignOnScope.allCases,
        isPublic: Bool = false
    ) {
        self.nameZh = nameZh
        self.nameEn = nameEn
        self.redirects = redirects
        self.postLogoutRedirects = postLogoutRedirects
        self.backChannelLogout = backChannelLogout
        self.scopes = scopes
        self.isPublic = isPublic
    }

    /// The most addresses of a kind.
    package static let mostAddresses = 10

    /// The client that is to be, as it is kept.
    ///
    /// - Throws: `Failure.invalid` with the field.
    func content(id: String, secret: SecretToken?, by author: String, reason: String, time: Int64) throws
        -> ClientContent
    {
        let back = backChannelLogout
        guard (1...Self.mostAddresses).contains(redirects.count) else {
            throw Failure.invalid(
                field: "redirect",
                reason: "name 1 to \(Self.mostAddresses) addresses to which browsers are sent back, each on a line"
            )
        }
        guard postLogoutRedirects.count <= Self.mostAddresses else {
            throw Failure.invalid(field: "post-logout", reason: "name \(Self.mostAddresses) addresses at most")
        }
        let sector = try ClientAddress.sector(redirects, field: "redirect")
        return ClientContent(
            name: Bilingual(try Self.name(nameZh, "name-zh"), try Self.name(nameEn, "name-en")),
            redirects: try redirects.map {
                try ClientAddress.redirect($0, isPublic: isPublic, field: "redirect")
            },
            postLogoutRedirects: try postLogoutRedirects.map {
                try ClientAddress.redirect($0, isPublic: isPublic, field: "post-logout")
            },
            backChannelLogout: back.isEmpty ? nil : try ClientAddress.message(back, field: "back-channel"),
            scopes: SignOnScope.allCases.filter { $0 == .openid || scopes.contains($0) }.map(\.rawValue),
            isPublic: isPublic,
            secret: secret.map { Base64URL.text(of: $0.digest) },
            sector: sector ?? id,
            reason: reason,
            by: author,
            created: time
        )
    }

    private static func name(_ text: String, _ field: String) throws -> String {
        do {
            return try Accounts.name(text)
        } catch AccountRefusal.name {
            throw Failure.invalid(field: field, reason: "give 1 to \(Accounts.longestName) characters on one line")
        }
    }
}
