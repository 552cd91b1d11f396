/// What somebody may be allowed to do; ``PermissionTable`` says who is.
package enum Action: String, Sendable, Hashable, CaseIterable {
    /// See the own account with its roles and events.
    case readOwnAccount
    /// Change name, language, password and second factor of the own account.
    case changeOwnAccount
    /// Close the own account, which erases it.
    case closeOwnAccount
    /// See where the own account is signed in.
    case listOwnSessions
    /// Sign the own account out elsewhere.
    case endOwnSessions
    /// Read and take along everything that is held about oneself.
    case readHeldData
    /// Make and remove keys with which programs act for the own account.
    case manageOwnKeys
    /// Find accounts, with names and addresses masked.
    case findAccounts
    /// Read the account of somebody else unmasked.
    case readAccount
    /// Stop an account from signing in.
    case suspendAccount
    /// Let a suspended account sign in again.
    case restoreAccount
    /// Read who has which role.
    case readGrants
    /// Give a role to an account.
    case grantRole
    /// Take a role from an account.
    case revokeRole
    /// Read what was done and by whom.
    case readAuditLog
    /// Verify that nothing of the audit log was changed or is missing.
    case verifyAuditLog
    /// Register programs of others that let people sign in through this system.
    case registerClients
    /// Sign in to programs of others with the own account.
    case signOnElsewhere
    /// See and withdraw what oneself agreed to.
    case manageOwnConsents
}
