internal import Domain

/// Somebody who is signed in, as a request finds them.
package struct Caller: Sendable, Hashable {
    /// The id of the account.
    package let account: String
    /// The name for people.
    package let name: String
    /// The digest of the session.
    package let session: [UInt8]
    /// The roles that were granted; everybody is a ``Role/person`` besides.
    package let roles: [HeldRole]
    /// Whether a second factor was given in this session.
    package let isStrong: Bool
    /// Whether an outside provider said who it is, and the password was not asked since.
    package let isByProvider: Bool
    /// When it was proved last who it is in this session, in microseconds since 1970.
    package let confirmedAt: Int64
    /// The key that a program acts with; nil where somebody is signed in.
    package let key: HeldKey?

    /// Describes who is signed in.
    package init(
        account: String,
        name: String,
        session: [UInt8],
        roles: [HeldRole],
        isStrong: Bool,
        isByProvider: Bool = false,
        confirmedAt: Int64,
        key: HeldKey? = nil
    ) {
        self.account = account
        self.name = name
        self.session = session
        self.roles = roles
        self.isStrong = isStrong
        self.isByProvider = isByProvider
        self.confirmedAt = confirmedAt
        self.key = key
    }

    /// Refuses what ``PermissionTable`` does not allow; every use case begins with this.
    ///
    /// - Parameters:
    ///   - action: what is to be done.
    ///   - target: what it touches.
    ///   - reason: why, for actions that need a reason.
    ///   - time: now, in microseconds since 1970.
    /// - Throws: `Failure.notAllowed`, and `Failure.invalid` where a reason is missing.
    package func check(_ action: Action, on target: Target, reason: String = "", at time: Int64) throws {
        if let key, !key.scopes.contains(where: { $0.actions.contains(action) }) {
            throw Failure.notAllowed(action: "\(action.rawValue) with a key")
        }
        guard let row = PermissionTable.row(of: action), role(for: action, on: target, at: time) != nil else {
            throw Failure.notAllowed(action: action.rawValue)
        }
        if row.needs.contains(.another), target.account == nil || target.account == account {
            throw Failure.notAllowed(action: "\(action.rawValue) on one's own account")
        }
        guard isSure(of: row) else {
            throw Failure.notAllowed(action: "\(action.rawValue) without a second factor")
        }
        if row.needs.contains(.reason), reason.allSatisfy(\.isWhitespace) {
            throw Failure.invalid(field: "reason", reason: "say why; it is kept and can be read by those concerned")
        }
    }

    /// The role by which an action is allowed on a target, as far as roles go; nil where none allows it.
    package func role(for action: Action, on target: Target, at time: Int64) -> HeldRole? {
        guard let row = PermissionTable.row(of: action) else { return nil }
        return held(at: time).first { $0.allows(row) && $0.covers(target, of: account) }
    }

    /// The roles by which an action is allowed on a target, as far as roles and the second factor go.
    package func roles(for action: Action, on target: Target, at time: Int64) -> [Role] {
        guard let row = PermissionTable.row(of: action), isSure(of: row) else { return [] }
        return held(at: time).filter { $0.allows(row) && $0.covers(target, of: account) }.map(\.role)
    }

    /// Whether a role and the second factor allow an action somewhere: which places a use case asks with ``check(_:on:reason:at:)``.
    package func mayDo(_ action: Action, at time: Int64) -> Bool {
        guard let row = PermissionTable.row(of: action) else { return false }
        return isSure(of: row) && held(at: time).contains { $0.allows(row) }
    }

    /// Whether one role and the second factor allow an action somewhere.
    package func mayDo(_ action: Action, as role: Role, at time: Int64) -> Bool {
        guard let row = PermissionTable.row(of: action), isSure(of: row) else { return false }
        return held(at: time).contains { $0.role == role && $0.allows(row) }
    }

    /// Whether it is sure enough who acts: with a second factor where the action needs one, or with a key whose scopes name the action,
    /// which for such actions is made with a second factor alone.
    private func isSure(of row: PermissionRow) -> Bool {
        if let key { return key.scopes.contains { $0.actions.contains(row.action) } }
        return isStrong || !row.needs.contains(.secondFactor)
    }

    private func held(at time: Int64) -> [HeldRole] {
        // A granted `person` would open the accounts of others, so only the one that everybody has counts.
        roles.filter { $0.role != .person && $0.isInEffect(at: time) } + [HeldRole(.person, .own, from: time)]
    }
}
