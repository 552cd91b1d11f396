/// The way to what somebody may administer.
package struct AdminPage: Sendable, Hashable {
    /// What can be administered, by the names of the texts.
    package enum Part: String, Sendable, Hashable, CaseIterable {
        case accounts, grants, clients, definitions, audit
    }

    package var parts: [Part]
    /// The names of the roles that somebody has, in the language of the page.
    package var roles: [String]
    /// Whether the session was begun without a second step, so that roles do not count in it.
    package var isWeak: Bool

    package init(parts: [Part], roles: [String], isWeak: Bool) {
        self.parts = parts
        self.roles = roles
        self.isWeak = isWeak
    }
}
