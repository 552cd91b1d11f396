import Domain
import Store

/// What the operator at the command line and the three administrators on their pages do with accounts and roles.
///
/// The operator may do everything. Whoever is signed in may do what ``PermissionTable`` gives, and proves who they are again
/// before anything grave; what they may not see is told them like what does not exist.
package struct AdministerAccounts: Sendable {
    let accounts: Accounts
    let administrator: Administrator
    var store: Store { accounts.store }

    /// The longest reason, in characters.
    package static let longestReason = 300
    /// How many rows a page of a list has.
    package static let pageSize: Int64 = 50
    /// The most grants of one account that are read.
    static let mostGrants: Int64 = 1_000

    package init(_ accounts: Accounts, as administrator: Administrator = .operator) {
        self.accounts = accounts
        self.administrator = administrator
    }

    typealias Grant = (id: String, version: Int64, content: GrantContent)
    typealias Account = (id: String, content: AccountContent, version: Int64)

    // MARK: Roles

    /// Grants a role.
    ///
    /// - Parameters:
    ///   - role: The role.
    ///   - name: Who gets it: the id of the account, which its owner sees on its page, or an address that was confirmed.
    ///     Anybody can make an account with the address of somebody else.
    ///   - scope: Where it holds.
    ///   - reason: Why, for the log.
    ///   - until: When it ends, in microseconds UTC; nil where it holds until it is revoked.
    /// - Throws: `AdministrationRefusal`; `Failure.notAllowed`; `AccountRefusal.needsConfirmation`.
    package func grant(
        _ role: Role,
        to name: String,
        in scope: Scope,
        reason: String,
        until: Int64? = nil
    ) async throws {
        try permitSomewhere(.grantRole)
        guard role.isGranted else { throw AdministrationRefusal.role }
        guard scope.target(account: "") != nil else { throw AdministrationRefusal.scope }
        try Self.check(reason)
        let now = store.now
        if let until, until <= now { throw AdministrationRefusal.until }
        guard let found = try await account(name), found.content.emailConfirmed || found.id == name else {
            throw AdministrationRefusal.nobody
        }
        let held = try await grants(of: found.id).compactMap(\.content.held)
        try permitGrant(of: role, in: scope, to: found.id, holding: held, reason: reason)
        if held.contains(where: { $0.role == role && $0.scope == scope && $0.isInEffect(at: now) }) {
            throw AdministrationRefusal.held
        }
        let author = administrator.author
        let grant = GrantContent(role, scope, to: found.id, reason: reason, by: author, from: now, until: until)
        let change = EntryChange(
            register: GrantContent.register,
            entry: EntryName.new(in: GrantContent.register),
            expectedVersion: 0,
            draft: try grant.draft
        )
        do {
            _ = try await store.save([change], author: author)
        } catch StoreError.keyTaken {
            throw AdministrationRefusal.administrator
        }
    }

    /// Takes a role away, wherever it holds.
    ///
    /// - Returns: How many grants ended.
    /// - Throws: `Failure.notFound` where nobody has the address or the role is not held; `AdministrationRefusal.reason`.
    @discardableResult
    package func revoke(_ role: Role, of name: String, reason: String) async throws -> Int {
        try permitSomewhere(.revokeRole)
        let found = try await known(name)
        let now = store.now
        let ended = try await grants(of: found.id).filter {
            $0.content.held.map { $0.role == role && $0.isInEffect(at: now) } ?? false
        }
        guard !ended.isEmpty else { throw Failure.notFound(what: "a role \(role.rawValue) of \(found.id)") }
        try await revoke(ended, reason: reason)
        return ended.count
    }

    /// Takes one grant back.
    ///
    /// - Throws: `Failure.notFound` where there is none that the caller may see; `AdministrationRefusal`; `Failure.notAllowed`;
    ///   `AccountRefusal.needsConfirmation`.
    package func revoke(grant id: String, reason: String) async throws {
        try permitSomewhere(.revokeRole)
        let grant = try await grantEntry(id, for: .revokeRole)
        guard !(grant.content.held?.isOver(at: store.now) ?? false) else { throw AdministrationRefusal.already }
        try await revoke([grant], reason: reason)
    }

    private func revoke(_ grants: [Grant], reason: String) async throws {
        try Self.check(reason)
        for grant in grants { try permit(.revokeRole, on: grant.content.target, reason: reason) }
        let changes = try grants.map { grant in
            var content = grant.content
            content.revoked = store.now
            content.reason += " / " + reason
            return EntryChange(
                register: GrantContent.register,
                entry: grant.id,
                expectedVersion: grant.version,
                draft: try content.draft
            )
        }
        do {
            _ = try await store.save(changes, author: administrator.author)
        } catch StoreError.changedMeanwhile {
            throw AdministrationRefusal.already
        }
    }

    /// Gives everything that an account holds of an organisation to another account of it, as a manager does.
    ///
    /// - Parameters:
    ///   - organisation: The id of the organisation.
    ///   - name: Who leaves: an address or id.
    ///   - successor: Who takes over, likewise; a manager or agent of the organisation.
    ///   - reason: Why; it is kept with both.
    /// - Returns: What went over, and what ended.
    /// - Throws: `Failure.notFound`, `.conflict`; `Failure.invalid` for no reason.
    @discardableResult
    package func handOver(
        _ organisation: String,
        of name: String,
        to successor: String,
        reason: String
    ) async throws -> HandOver {
        guard case .operator = administrator else { throw Failure.notAllowed(action: "hand over for others") }
        let (from, to) = (try await known(name), try await known(successor))
        try Self.check(reason)
        do {
            return try await accounts.organisations.handOver(
                of: from.id,
                in: organisation,
                to: to.id,
                reason: reason
            )
        } catch AccountRefusal.organisation(.successor) {
            throw Failure.conflict(
                reason: "\(to.content.name) is no manager or agent of \(organisation); a manager invites them first"
            )
        }
    }

    // MARK: Accounts

    /// Closes an account for a time, or opens it again; its sessions end either way.
    ///
    /// - Throws: `Failure.notFound`; `AdministrationRefusal`; `Failure.notAllowed`; `AccountRefusal.needsConfirmation`.
    package func set(_ state: AccountContent.State, of name: String, reason: String) async throws {
        let action: Action = state == .active ? .restoreAccount : .suspendAccount
        try permit(action, on: Target(account: name), reason: reason)
        let found = try await known(name)
        try Self.check(reason)
        guard found.content.state != state else { throw AdministrationRefusal.already }
        // One of the three could otherwise put the others out and go on unwatched.
        if case .caller = administrator, state == .suspended,
            try await accounts.roles(of: found.id).contains(where: \.role.isAdministrator)
        {
            throw AdministrationRefusal.office
        }
        var content = found.content
        content.state = state
        content.stateReason = reason
        try await accounts.save(content, found.id, found.version, author: administrator.author)
        let event = accounts.event(state == .active ? .restored : .suspended, found.id, nil, why: reason)
        _ = try await store.endSessions(of: found.id, event)
    }

    /// Gives an account another password, for somebody who lost theirs, and ends its sessions.
    ///
    /// Accounts of outside providers are unlinked; where asked, there is no second step from now on. Only the operator does that.
    ///
    /// - Returns: How many accounts of outside providers were linked.
    /// - Throws: `Failure.notFound`, `.notAllowed`; `AdministrationRefusal.reason`; `AccountRefusal.password`.
    @discardableResult
    package func resetPassword(
        _ password: String,
        of name: String,
        reason: String,
        withoutTimeCode: Bool = false
    ) async throws -> Int {
        guard case .operator = administrator else { throw Failure.notAllowed(action: "set a password") }
        let found = try await known(name)
        try Self.check(reason)
        try await accounts.check(password, name: found.content.name, email: found.content.email)
        let credential = try await accounts.password(password, of: found.id)
        let kinds: [Credential.Kind] = withoutTimeCode ? [.password, .timeCode, .recovery] : [.password]
        let event = accounts.event(.passwordReset, found.id, nil, why: reason)
        return try await accounts.recover(
            .init(kinds, [credential], event: event),
            of: found.id,
            author: administrator.author
        )
    }

    // MARK: Looking up

    static func check(_ reason: String) throws {
        // It stands in lists and on terminals of others: a control character could make a row of its own there.
        guard reason.contains(where: { !$0.isWhitespace }), reason.count <= longestReason,
            !reason.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else {
            throw AdministrationRefusal.reason
        }
    }

    /// The account of an id or an address; nil where there is none.
    func account(_ name: String) async throws -> Account? {
        guard accounts.isPossible else {
            throw Failure.unavailable(
                reason:
                    "there are no accounts yet: somebody makes the first one on the pages of a running node; with PostgreSQL "
                    + "HUIZHI_IDENTITY_KEY has to name the key"
            )
        }
        if name.hasPrefix(AccountContent.register + "/") { return try await accounts.account(name) }
        return try await accounts.account(ofEmail: EmailAddress.read(name) ?? name)
    }

    /// The same, where it has to be there.
    func known(_ name: String) async throws -> Account {
        guard let found = try await account(name) else { throw Failure.notFound(what: "an account of \(name)") }
        return found
    }

    func grants(of account: String) async throws -> [Grant] {
        try await store.entries(
            of: GrantContent.register,
            where: "account",
            is: account,
            limit: Self.mostGrants
        ).map { ($0.entry, $0.version, try GrantContent.read($0)) }
    }
}
