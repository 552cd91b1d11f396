package import Store

/// An account as the operator sees it.
package struct OperatorAccount: Sendable, Hashable {
    package let account: String
    package let content: AccountContent
    package let grants: [GrantContent]
    /// Whether a code is asked for at sign-in.
    package let hasTimeCode: Bool
}

/// An account as others see it.
package struct AccountLine: Sendable, Hashable {
    package let account: String
    /// Masked, unless a use case says otherwise.
    package internal(set) var name, email: String
    package let isConfirmed: Bool
    /// As ``AccountContent/shownLevel``.
    package let level: String
    package let state: AccountContent.State
    /// Microseconds UTC.
    package let created: Int64
    /// Those in effect.
    package let roles: [Role]
}

/// A page of accounts.
package struct AccountList: Sendable {
    package let lines: [AccountLine]
    /// Where the next page goes on; nil on the last one.
    package let next: OrderPlace?
}

/// One account with what who administers may do to it.
package struct AccountView: Sendable, Hashable {
    package let line: AccountLine
    package let isMasked: Bool
    /// Why its state was changed last.
    package let stateReason: String?
    package let hasTimeCode: Bool
    package let canUnmask, canChangeState, canSeeGrants: Bool
}

/// That somebody has or had a role.
package struct GrantLine: Sendable, Hashable {
    package let grant: String
    package let account: String
    /// The name of the account as others see it; empty where the account is closed.
    package let name: String
    package let role: String
    package let scope: Scope
    package let reason: String
    /// The account that granted it, or `operator`.
    package let by: String
    /// Microseconds UTC.
    package let from: Int64
    package let until, revoked: Int64?
    package let isOver: Bool
    /// Whether who administers may take it back.
    package let canRevoke: Bool
}

/// A page of grants.
package struct GrantList: Sendable {
    package let lines: [GrantLine]
    /// Where the next page goes on; nil on the last one.
    package let next: OrderPlace?
}
