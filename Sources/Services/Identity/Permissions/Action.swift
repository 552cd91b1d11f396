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
    /// See the keys with which programs act for the own account.
    case listOwnKeys
    /// Make another account of one's own part of this one.
    case mergeOwnAccount
    /// Have one's own name verified.
    case verifyOwnIdentity
    /// Have the name and code of an organisation verified.
    case verifyOrganisation
    /// Make an organisation, and be its manager.
    case makeOrganisation
    /// Read an organisation.
    case readOrganisation
    /// Correct the name, code and region of an organisation.
    case changeOrganisation
    /// Close an organisation for good.
    case closeOrganisation
    /// See who acts for an organisation or for oneself.
    case readAuthorisations
    /// Let somebody act for an organisation or for oneself.
    case authorise
    /// Accept or decline to act for somebody.
    case answerInvitation
    /// End that somebody acts for an organisation or for oneself, or that one acts oneself.
    case revokeAuthorisation
    /// Give everything that somebody holds of an organisation to another.
    case handOver
    /// Prepare business for somebody.
    case prepareBusiness
    /// Sign business in the name of somebody.
    case signBusiness
    /// Put records, searches and queries into the own account, and remove them.
    case manageOwnKept
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
    /// Read which programs of others let people sign in through this system.
    case readClients
    /// Register, change and remove programs of others that let people sign in through this system.
    case registerClients
    /// Sign in to programs of others with the own account.
    case signOnElsewhere
    /// See and withdraw what oneself agreed to.
    case manageOwnConsents
    /// Read entries and fields of declared registers that not everybody reads.
    case readEntries
    /// Add and change entries of declared registers.
    case writeEntries
    /// Approve or refuse what somebody else wrote in a declared register.
    case approveEntries
    /// See provincial units in the order of a figure.
    case readRankings
    /// Publish declarations of registers and code lists.
    case publishDefinitions
}
