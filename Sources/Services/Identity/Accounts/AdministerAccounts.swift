import Domain
import Store

/// What the operator does with accounts at the command line: whoever can read the data folder may do it.
package struct AdministerAccounts: Sendable {
    private let accounts: Accounts
    private var store: Store { accounts.store }

    /// Who is named in the log.
    package static let author = "operator"
    /// The longest reason, in characters.
    package static let longestReason = 300

    package init(_ accounts: Accounts) {
        self.accounts = accounts
    }

    /// An account and the roles it holds.
    package struct Line: Sendable, Hashable {
        package let account: String
        package let content: AccountContent
        package let grants: [GrantContent]
        /// Whether a code is asked for at sign-in.
        package let hasTimeCode: Bool
    }

    /// An account with all grants, those that ended too.
    ///
    /// - Parameter name: Its e-mail address, or its id.
    /// - Returns: The account.
    /// - Throws: `Failure.notFound`.
    package func show(_ name: String) async throws -> Line {
        let found = try await account(name)
        return Line(
            account: found.id,
            content: found.content,
            grants: try await grants(of: found.id).map(\.content),
            hasTimeCode: try await store.credentials(of: found.id).contains { $0.kind == .timeCode }
        )
    }

    /// Grants a role.
    ///
    /// - Parameters:
    ///   - role: The role.
    ///   - name: Who gets it: the id of the account, which its owner sees on its page, or an address that was confirmed.
    ///     Anybody can make an account with the address of somebody else.
    ///   - scope: Where it holds.
    ///   - reason: Why, for the log.
    ///   - until: When it ends, in microseconds UTC; nil where it holds until it is revoked.
    /// - Throws: `Failure.notFound`; `Failure.conflict` where the role is held already or does not go with another one;
    ///   `Failure.invalid` for a reason, region or end that cannot be.
    package func grant(
        _ role: Role,
        to name: String,
        in scope: Scope,
        reason: String,
        until: Int64? = nil
    ) async throws {
        let found = try await account(name)
        guard found.content.emailConfirmed || found.id == name else {
            throw Failure.conflict(
                reason: "nobody has shown that \(name) is theirs; ask for the id that the page of their account shows, "
                    + "and name that"
            )
        }
        let now = store.now
        try Self.check(reason)
        if let until, until <= now {
            throw Failure.invalid(field: "until", reason: "that day is over; name a later one")
        }
        guard scope.target(account: found.id) != nil else {
            throw Failure.invalid(field: "region", reason: "a region has 2, 4 or 6 digits of GB/T 2260, such as 110105")
        }
        let held = try await accounts.roles(of: found.id)
        if held.contains(where: { $0.role == role && $0.scope == scope }) {
            throw Failure.conflict(reason: "\(found.content.name) has this role already; nothing was changed")
        }
        let grant = GrantContent(role, scope, to: found.id, reason: reason, by: Self.author, from: now, until: until)
        let change = EntryChange(
            register: GrantContent.register,
            entry: GrantContent.register + "/" + Base32.text(of: randomBytes(16)).lowercased(),
            expectedVersion: 0,
            draft: try grant.draft
        )
        do {
            _ = try await store.save([change], author: Self.author)
        } catch StoreError.keyTaken {
            throw Failure.conflict(
                reason:
                    "\(found.content.name) is one of the three administrators, and nobody is two of them; revoke that "
                    + "first"
            )
        }
    }

    /// Takes a role away, wherever it holds.
    ///
    /// - Returns: How many grants ended.
    /// - Throws: `Failure.notFound` where nobody has the address or the role is not held; `Failure.invalid` for no reason.
    @discardableResult
    package func revoke(_ role: Role, of name: String, reason: String) async throws -> Int {
        let found = try await account(name)
        try Self.check(reason)
        let now = store.now
        let ended = try await grants(of: found.id).filter {
            $0.content.held.map { $0.role == role && $0.isInEffect(at: now) } ?? false
        }
        guard !ended.isEmpty else { throw Failure.notFound(what: "a role \(role.rawValue) of \(found.content.name)") }
        let changes = try ended.map { grant in
            var content = grant.content
            content.revoked = now
            content.reason += " / " + reason
            return EntryChange(
                register: GrantContent.register,
                entry: grant.id,
                expectedVersion: grant.version,
                draft: try content.draft
            )
        }
        _ = try await store.save(changes, author: Self.author)
        return ended.count
    }

    /// Closes an account for a time, or opens it again; its sessions end either way.
    ///
    /// - Throws: `Failure.notFound`; `Failure.conflict` where it is so already; `Failure.invalid` for no reason.
    package func set(_ state: AccountContent.State, of name: String, reason: String) async throws {
        let found = try await account(name)
        try Self.check(reason)
        guard found.content.state != state else {
            throw Failure.conflict(reason: "the account is \(state.rawValue) already; nothing was changed")
        }
        var content = found.content
        content.state = state
        content.stateReason = reason
        try await accounts.save(content, found.id, found.version, author: Self.author)
        let event = accounts.event(state == .active ? .restored : .suspended, found.id, nil, why: reason)
        _ = try await store.endSessions(of: found.id, event)
    }

    /// Gives an account another password, for somebody who lost theirs, and ends its sessions; where asked, without a
    /// second step from now on.
    ///
    /// - Throws: `Failure.notFound`; `Failure.invalid` for no reason; `AccountRefusal.password`.
    package func resetPassword(
        _ password: String,
        of name: String,
        reason: String,
        withoutTimeCode: Bool = false
    ) async throws {
        let found = try await account(name)
        try Self.check(reason)
        try await accounts.check(password, name: found.content.name, email: found.content.email)
        let credential = try await accounts.password(password, of: found.id)
        let kinds: [Credential.Kind] = withoutTimeCode ? [.password, .timeCode, .recovery] : [.password]
        let event = accounts.event(.passwordReset, found.id, nil, why: reason)
        try await store.change(.init(kinds, [credential], event: event), of: found.id)
    }

    static func check(_ reason: String) throws {
        guard reason.contains(where: { !$0.isWhitespace }), reason.count <= longestReason else {
            throw Failure.invalid(field: "reason", reason: "say in 1 to \(longestReason) characters why; it is kept")
        }
    }

    private func account(_ name: String) async throws -> (id: String, content: AccountContent, version: Int64) {
        guard accounts.isPossible else {
            throw Failure.unavailable(
                reason:
                    "there are no accounts yet: somebody makes the first one on the pages of a running node; with PostgreSQL "
                    + "HUIZHI_IDENTITY_KEY has to name the key"
            )
        }
        let isID = name.hasPrefix(AccountContent.register + "/")
        let email = EmailAddress.read(name) ?? name
        guard let found = try await isID ? accounts.account(name) : accounts.account(ofEmail: email) else {
            throw Failure.notFound(what: "an account of \(name)")
        }
        return found
    }

    private func grants(of account: String) async throws -> [(id: String, version: Int64, content: GrantContent)] {
        try await store.entries(of: GrantContent.register, where: "account", is: account, limit: 1_000).map {
            ($0.entry, $0.version, try GrantContent.read($0))
        }
    }
}
