package import Links

/// Programs that sign people in through this system, for their administrator: all, or one.
package struct ClientsPage: Sendable, Hashable {
    /// A program.
    package struct Client: Sendable, Hashable {
        package var id: String
        /// In the language of the page, and in both.
        package var name, nameZh, nameEn: String
        package var isPublic: Bool
        package var redirects, postLogoutRedirects, scopes: [String]
        package var backChannelLogout: String?
        package var by, reason, created: String
        /// Which version it is, from 1.
        package var version: Int

        package init(
            id: String,
            name: String,
            nameZh: String,
            nameEn: String,
            isPublic: Bool,
            redirects: [String],
            postLogoutRedirects: [String],
            scopes: [String],
            backChannelLogout: String?,
            by: String,
            reason: String,
            created: String,
            version: Int
        ) {
            self.id = id
            self.name = name
            self.nameZh = nameZh
            self.nameEn = nameEn
            self.isPublic = isPublic
            self.redirects = redirects
            self.postLogoutRedirects = postLogoutRedirects
            self.scopes = scopes
            self.backChannelLogout = backChannelLogout
            self.by = by
            self.reason = reason
            self.created = created
            self.version = version
        }
    }

    /// One version of a program.
    package struct Version: Sendable, Hashable {
        package var number: Int
        /// Beijing time, as `YYYY-MM-DD HH:MM`.
        package var time: String
        package var by, reason: String
        /// In what it differs from the one before, by the names of the texts; empty for the first.
        package var parts: [String]

        package init(number: Int, time: String, by: String, reason: String, parts: [String]) {
            self.number = number
            self.time = time
            self.by = by
            self.reason = reason
            self.parts = parts
        }
    }

    /// Something that a change would take away.
    package struct Loss: Sendable, Hashable {
        /// By the name of its text.
        package var part: String
        package var values: [String]

        package init(_ part: String, _ values: [String]) {
            self.part = part
            self.values = values
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
    /// Of one program, the newest first.
    package var versions: [Version]
    /// What the change that was sent would take away, and is asked about; empty where nothing is asked.
    package var losses: [Loss]
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
        versions: [Version] = [],
        losses: [Loss] = [],
        refusal: String? = nil,
        typed: [String: String] = [:]
    ) {
        self.link = link
        self.clients = clients
        self.total = total
        self.token = token
        self.isConfirmed = isConfirmed
        self.secret = secret
        self.versions = versions
        self.losses = losses
        self.refusal = refusal
        self.typed = typed
    }
}
