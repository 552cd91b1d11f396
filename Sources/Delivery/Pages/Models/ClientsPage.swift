package import Links

/// Programs that sign people in through this system, for their administrator: all, or one.
package struct ClientsPage: Sendable, Hashable {
    /// A program.
    package struct Client: Sendable, Hashable {
        package var id, name: String
        package var isPublic: Bool
        package var redirects, postLogoutRedirects, scopes: [String]
        package var backChannelLogout: String?
        package var by, reason, created: String

        package init(
            id: String,
            name: String,
            isPublic: Bool,
            redirects: [String],
            postLogoutRedirects: [String],
            scopes: [String],
            backChannelLogout: String?,
            by: String,
            reason: String,
            created: String
        ) {
            self.id = id
            self.name = name
            self.isPublic = isPublic
            self.redirects = redirects
            self.postLogoutRedirects = postLogoutRedirects
            self.scopes = scopes
            self.backChannelLogout = backChannelLogout
            self.by = by
            self.reason = reason
            self.created = created
        }
    }

    /// Id and secret of a program, shown once.
    package struct Secret: Sendable, Hashable {
        package var client: String
        /// Nil for a public program, which has none.
        package var text: String?

        package init(client: String, text: String?) {
            self.client = client
            self.text = text
        }
    }

    package var link: ClientLink
    /// The programs of the page, or the one.
    package var clients: [Client]
    /// All that there are.
    package var total: Int
    package var token: String
    /// Whether it is certain who is signed in; else the password is asked first, and there are no forms.
    package var isConfirmed: Bool
    package var secret: Secret?
    /// The field that was refused, or `elsewhere` for a form from another place.
    package var refusal: String?
    /// What was typed, by the names of the fields.
    package var typed: [String: String]

    package init(
        link: ClientLink,
        clients: [Client],
        total: Int,
        token: String,
        isConfirmed: Bool,
        secret: Secret? = nil,
        refusal: String? = nil,
        typed: [String: String] = [:]
    ) {
        self.link = link
        self.clients = clients
        self.total = total
        self.token = token
        self.isConfirmed = isConfirmed
        self.secret = secret
        self.refusal = refusal
        self.typed = typed
    }
}
