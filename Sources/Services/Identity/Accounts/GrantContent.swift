import Domain
import Store

/// What an entry of the register `grant` says: that somebody holds a role, where, why, by whom, from when to when.
package struct GrantContent: Codable, Sendable, Hashable {
    package var account: String
    package var role: String
    /// For which organisation, institution or region it holds, one at most; everywhere where there is none.
    package var organisation, institution, region: String?
    package var reason: String
    /// The account that granted it, or `operator` for the command line.
    package var by: String
    /// Microseconds UTC; without `until` it holds until it is revoked.
    package var from: Int64
    package var until, revoked: Int64?

    /// Puts the values together.
    package init(
        _ role: Role,
        _ scope: Scope,
        to account: String,
        reason: String,
        by author: String,
        from: Int64,
        until: Int64?
    ) {
        self.account = account
        self.role = role.rawValue
        switch scope {
        case .organisation(let id): organisation = id
        case .institution(let id): institution = id
        case .region(let code): region = code
        case .own, .nation: break
        }
        self.reason = reason
        by = author
        self.from = from
        self.until = until
    }

    /// The register of grants.
    package static let register = "grant"

    var draft: Draft {
        get throws {
            Draft(
                content: try CanonicalJSON.encode(self),
                keys: keys,
                orders: [
                    OrderValue(field: "account", text: account, number: from),
                    OrderValue(field: "role", text: role, number: from), OrderValue(field: "from", number: from),
                ]
            )
        }
    }

    /// Nobody is two of the three administrators, nor one of them twice: while it is not revoked, such a grant takes the
    /// one place for it.
    private var keys: [LookupKey] {
        guard revoked == nil, Role(rawValue: role)?.isAdministrator == true else { return [] }
        return [LookupKey(scope: Self.register, field: "administrator", value: account)]
    }

    /// Where it may be used.
    package var scope: Scope {
        if let organisation { return .organisation(organisation) }
        if let institution { return .institution(institution) }
        return region.map { .region($0) } ?? .nation
    }

    /// The role as permissions are checked with it; nil for one that this program does not know, and gives nobody.
    package var held: HeldRole? {
        Role(rawValue: role).map { HeldRole($0, scope, from: from, until: until, revoked: revoked) }
    }
}
