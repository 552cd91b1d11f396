package import Links

/// Who has which role.
///
/// Times are those of Beijing, as `YYYY-MM-DD HH:MM`.
package struct AdminGrantsPage: Sendable, Hashable {
    package var lines: [Line]
    /// The next page; nil on the last one.
    package var next: AdminLink?
    /// The roles that can be granted: their names in addresses, and in the language of the page.
    package var roles: [Role]
    /// Whether who asks may grant a role.
    package var canGrant: Bool

    package init(lines: [Line], next: AdminLink?, roles: [Role], canGrant: Bool) {
        self.lines = lines
        self.next = next
        self.roles = roles
        self.canGrant = canGrant
    }

    /// A role.
    package struct Role: Sendable, Hashable {
        package var id: String
        package var name: String

        package init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// A grant.
    package struct Line: Sendable, Hashable {
        package var grant: String
        package var account: String
        /// Masked; empty where the account is closed.
        package var name: String
        /// The role, in the language of the page.
        package var role: String
        /// `nation`, `region`, `institution` or `organisation`.
        package var scope: String
        /// Which one; nil for the nation.
        package var place: String?
        package var reason: String
        /// The account that granted it; nil for the operator.
        package var by: String?
        package var from: String
        package var until: String?
        package var revoked: String?
        package var isOver: Bool
        /// Whether who asks may take it back.
        package var canRevoke: Bool

        package init(
            grant: String,
            account: String,
            name: String,
            role: String,
            scope: String,
            place: String?,
            reason: String,
            by: String?,
            from: String,
            until: String?,
            revoked: String?,
            isOver: Bool,
            canRevoke: Bool
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
            self.isOver = isOver
            self.canRevoke = canRevoke
        }
    }
}
