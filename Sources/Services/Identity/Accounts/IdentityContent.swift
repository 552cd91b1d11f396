import Domain
package import Store

/// The entries of accounts, for whoever has to make their rows again.
package enum IdentityContent {
    /// The registers of accounts, of what belongs to them and of their audit, which are never indexed or exported.
    package static let registers = [
        AccountContent.register, GrantContent.register, OrganisationContent.register, AuthorisationContent.register,
        KeyContent.register, ClientContent.register, SealContent.register,
    ]

    /// The lists in which nothing of an account may be left when it ends: what it may do for others, and others for it, its
    /// roles and its keys.
    static let listsOfAccounts = [
        (register: AuthorisationContent.register, field: "account"),
        (register: AuthorisationContent.register, field: "principal"),
        (register: GrantContent.register, field: "account"), (register: KeyContent.register, field: "account"),
    ]

    /// What the store keeps of an entry of these; nil for entries of other registers.
    ///
    /// - Throws: `StoreError.damaged` where it holds something else.
    package static func draft(of entry: StoredEntry) throws -> Draft? {
        switch entry.register {
        case AccountContent.register: try AccountContent(entry).draft
        case GrantContent.register: try GrantContent.read(entry).draft
        case KeyContent.register: try KeyContent.read(entry).draft
        case OrganisationContent.register: try OrganisationContent.read(entry).draft
        case AuthorisationContent.register: try AuthorisationContent.read(entry).draft
        case SealContent.register: try SealContent.read(entry).draft
        case ClientContent.register: try ClientContent.read(entry).draft
        default: nil
        }
    }
}

extension Store {
    /// Saves all of it or nothing, where nobody else changed any of it meanwhile.
    ///
    /// - Parameters:
    ///   - changes: The changes, with the versions that they were made of.
    ///   - author: Who makes them.
    ///   - jobs: What follows from them.
    ///   - what: What they are about, for who has to look at it again.
    /// - Throws: `Failure.conflict`; otherwise as `save`.
    func save(
        _ changes: [EntryChange],
        author: String,
        jobs: [NewJob] = [],
        unlessChanged what: String
    ) async throws {
        do {
            _ = try await save(changes, author: author, jobs: jobs)
        } catch StoreError.changedMeanwhile {
            throw Self.conflict(about: what)
        }
    }

    /// Ends an account, and saves what follows from it for others: all of it or nothing, where nobody else changed any of it
    /// meanwhile, and nothing came to the account since.
    ///
    /// - Parameters:
    ///   - account: The account.
    ///   - others: The entries that are about it alone.
    ///   - changes: The changes, with the versions that they were made of.
    ///   - author: Who makes them.
    ///   - events: What happened by it.
    ///   - what: What the changes are about, for who has to look at it again.
    /// - Throws: `Failure.conflict`; otherwise as `eraseAccount`.
    func eraseAccount(
        _ account: String,
        and others: [String],
        saving changes: [EntryChange],
        author: String,
        _ events: [AccountEvent],
        unlessChanged what: String
    ) async throws {
        do {
            try await eraseAccount(
                account,
                and: others,
                saving: changes,
                author: author,
                leavingNothingIn: IdentityContent.listsOfAccounts,
                events
            )
        } catch StoreError.changedMeanwhile {
            throw Self.conflict(about: what)
        }
    }

    /// The failure for who has to look again.
    static func conflict(about what: String) -> Failure {
        .conflict(reason: "\(what) was changed at the same time; look at it and try again")
    }
}
