/// A role that was granted to an account, with where and when it may be used.
package struct HeldRole: Sendable, Hashable {
    /// The role.
    package let role: Role
    /// Where it may be used.
    package let scope: Scope
    /// Codes of the kinds of business for which it holds; nil for all.
    package let business: Set<String>?
    /// The moment from which it holds, in microseconds since 1970.
    package let from: Int64
    /// The moment at which it ends by itself; nil where it has no end.
    package let until: Int64?
    /// The moment at which it was revoked; nil where it was not.
    package let revoked: Int64?

    /// Describes a grant.
    package init(
        _ role: Role,
        _ scope: Scope,
        from: Int64,
        until: Int64? = nil,
        revoked: Int64? = nil,
        business: Set<String>? = nil
    ) {
        self.role = role
        self.scope = scope
        self.business = business
        self.from = from
        self.until = until
        self.revoked = revoked
    }

    /// Whether it is one of those that may do an action, as far as kinds of business go.
    func allows(_ row: PermissionRow) -> Bool {
        row.roles.contains(role) && (business == nil || !row.needs.contains(.allBusiness))
    }

    /// Whether it reaches a target: its place, and its kind of business where it is limited to some.
    func covers(_ target: Target, of account: String) -> Bool {
        guard scope.covers(target, of: account) else { return false }
        guard let business, let wanted = target.business else { return true }
        return business.contains(wanted)
    }

    /// Whether it holds at a moment.
    package func isInEffect(at time: Int64) -> Bool {
        from <= time && !isOver(at: time)
    }

    /// Whether it ended or was revoked; one that is still to begin is not over.
    package func isOver(at time: Int64) -> Bool {
        [until, revoked].compactMap(\.self).contains { $0 <= time }
    }
}
