/// An account as who administers accounts sees it: name and address are masked.
///
/// Times are ISO 8601 in UTC.
package struct AdminAccountDocument: Codable, Hashable, Sendable {
    /// The id of the account.
    package var account: String
    package var name: String
    package var email: String
    package var emailConfirmed: Bool
    /// `unverified` or `verified`.
    package var level: String
    /// `active` or `suspended`.
    package var state: String
    package var created: String
    /// Those in effect.
    package var roles: [String]

    package init(
        account: String,
        name: String,
        email: String,
        emailConfirmed: Bool,
        level: String,
        state: String,
        created: String,
        roles: [String]
    ) {
        self.account = account
        self.name = name
        self.email = email
        self.emailConfirmed = emailConfirmed
        self.level = level
        self.state = state
        self.created = created
        self.roles = roles
    }
}

/// A page of accounts, the newest first.
package struct AdminAccountsDocument: Codable, Hashable, Sendable {
    package var accounts: [AdminAccountDocument]
    /// The address of the next page; left out on the last one.
    package var next: String?

    package init(accounts: [AdminAccountDocument], next: String?) {
        self.accounts = accounts
        self.next = next
    }
}

/// That somebody has or had a role.
///
/// Times are ISO 8601 in UTC.
package struct GrantDocument: Codable, Hashable, Sendable {
    /// The id of the grant.
    package var grant: String
    package var account: String
    /// Masked; empty where the account is closed.
    package var name: String
    package var role: String
    /// `nation`, `region`, `institution` or `organisation`.
    package var scope: String
    /// The region, institution or organisation; left out for everywhere.
    package var place: String?
    package var reason: String
    /// The account that granted it, or `operator`.
    package var by: String
    package var from: String
    /// When it ends; left out where it does not by itself.
    package var until: String?
    /// Left out where it was not revoked.
    package var revoked: String?

    package init(
        grant: String,
        account: String,
        name: String,
        role: String,
        scope: String,
        place: String?,
        reason: String,
        by: String,
        from: String,
        until: String?,
        revoked: String?
    ) {
        self.grant = grant
        self.account = account
        self.name = name
        self.role = role
        self.scope = scope
        self.place = place
        self.reason = reason
        self.by = by
        self.from = from
        self.until = until
        self.revoked = revoked
    }
}

/// A page of grants, the newest first.
package struct GrantsDocument: Codable, Hashable, Sendable {
    package var grants: [GrantDocument]
    /// The address of the next page; left out on the last one.
    package var next: String?

    package init(grants: [GrantDocument], next: String?) {
        self.grants = grants
        self.next = next
    }
}
