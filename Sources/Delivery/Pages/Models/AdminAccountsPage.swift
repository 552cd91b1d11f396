package import Links

/// Accounts as who administers them sees them: names and addresses masked.
///
/// Times are those of Beijing, as `YYYY-MM-DD HH:MM`.
package struct AdminAccountsPage: Sendable, Hashable {
    package var lines: [Line]
    /// The next page; nil on the last one.
    package var next: AdminLink?

    package init(lines: [Line], next: AdminLink?) {
        self.lines = lines
        self.next = next
    }

    /// An account.
    package struct Line: Sendable, Hashable {
        package var account: String
        package var name: String
        package var email: String
        package var isConfirmed: Bool
        /// `unverified` or `verified`.
        package var level: String
        /// `active` or `suspended`.
        package var state: String
        package var created: String
        /// The names of the roles in effect, in the language of the page.
        package var roles: [String]

        package init(
            account: String,
            name: String,
            email: String,
            isConfirmed: Bool,
            level: String,
            state: String,
            created: String,
            roles: [String]
        ) {
            self.account = account
            self.name = name
            self.email = email
            self.isConfirmed = isConfirmed
            self.level = level
            self.state = state
            self.created = created
            self.roles = roles
        }
    }
}
