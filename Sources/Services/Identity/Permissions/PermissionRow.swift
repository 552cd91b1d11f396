/// Who may do one action, and what it needs besides.
package struct PermissionRow: Sendable, Hashable {
    /// What an action needs besides a role.
    package enum Need: String, Sendable, Hashable, CaseIterable {
        /// A second factor was given in this session.
        case secondFactor = "second factor"
        /// It touches the account of somebody else.
        case another = "another's account"
        /// The role is not limited to some kinds of business.
        case allBusiness = "all kinds of business"
        /// A reason is said, and kept.
        case reason
    }

    /// The action.
    package let action: Action
    /// What it is, in a few words.
    package let meaning: String
    /// The roles that may do it within their scope.
    package let roles: Set<Role>
    /// What it needs besides.
    package let needs: Set<Need>

    init(_ action: Action, _ meaning: String, by roles: Set<Role>, needs: Set<Need> = []) {
        self.action = action
        self.meaning = meaning
        self.roles = roles
        self.needs = needs
    }
}
