internal import Domain

extension Caller {
    /// Refuses a grant that must not be made: to oneself, wider than one's own scope, or of a second administrator's role.
    ///
    /// - Parameters:
    ///   - role: the role to be given.
    ///   - scope: where it is to hold.
    ///   - account: who is to have it.
    ///   - holding: the roles that this account was granted before.
    ///   - reason: why.
    ///   - time: now, in microseconds since 1970.
    /// - Throws: `Failure.notAllowed`, `.invalid`, or `.conflict` where the account is an administrator already.
    package func checkGrant(
        of role: Role,
        in scope: Scope,
        to account: String,
        holding: [HeldRole],
        reason: String,
        at time: Int64
    ) throws {
        guard role.isGranted else {
            throw Failure.invalid(
                field: "role",
                reason: "it comes from signing in or from an authorisation; choose another"
            )
        }
        guard let target = scope.target(account: account) else {
            throw Failure.invalid(
                field: "scope",
                reason: "name an organisation, an institution, a region by its code of six digits, or all"
            )
        }
        try check(.grantRole, on: target, reason: reason, at: time)
        guard role.isAdministrator else { return }
        // One that is still to begin counts too.
        if let other = holding.first(where: { $0.role.isAdministrator && !$0.isOver(at: time) }) {
            throw Failure.conflict(
                reason:
                    "the account has the role \(other.role.rawValue), and nobody has two of the three; revoke that first"
            )
        }
    }
}
