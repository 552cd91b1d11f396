/// One account with what may be done to it.
package struct AdminAccountPage: Sendable, Hashable {
    package var line: AdminAccountsPage.Line
    /// Whether name and address are masked.
    package var isMasked: Bool
    /// Why the state was changed last.
    package var stateReason: String?
    package var hasTimeCode: Bool
    package var canUnmask, canChangeState, canSeeGrants: Bool

    package init(
        line: AdminAccountsPage.Line,
        isMasked: Bool,
        stateReason: String?,
        hasTimeCode: Bool,
        canUnmask: Bool,
        canChangeState: Bool,
        canSeeGrants: Bool
    ) {
        self.line = line
        self.isMasked = isMasked
        self.stateReason = stateReason
        self.hasTimeCode = hasTimeCode
        self.canUnmask = canUnmask
        self.canChangeState = canChangeState
        self.canSeeGrants = canSeeGrants
    }
}
