import Domain
package import Store

/// What is to be seen of accounts and roles; names and addresses masked, unless somebody says why.
extension AdministerAccounts {
    /// The personal fields of an account that are masked.
    private static let personal = ["name", "email"]

    /// An account with all grants, those that ended too, as the operator sees it.
    ///
    /// - Parameters:
    ///   - name: Its e-mail address, or its id.
    ///   - reason: Why, for the owner of the account; empty where nobody asked.
    /// - Returns: The account.
    /// - Throws: `Failure.notFound`, `.notAllowed`.
    package func show(_ name: String, reason: String = "") async throws -> OperatorAccount {
        guard case .operator = administrator else { throw Failure.notAllowed(action: "show") }
        let found = try await known(name)
        try await disclose(.readAccount, of: found.id, fields: Self.personal, reason: reason)
        return OperatorAccount(
            account: found.id,
            content: found.content,
            grants: try await grants(of: found.id).map(\.content),
            hasTimeCode: try await hasTimeCode(found.id)
        )
    }

    /// A page of the accounts, the newest first.
    ///
    /// - Parameter place: Where the page before ended.
    /// - Returns: The accounts, masked.
    /// - Throws: `Failure.notAllowed`.
    package func list(before place: OrderPlace? = nil) async throws -> AccountList {
        try permit(.findAccounts, on: .everything, isGrave: false)
        let rows = try await store.newest(
            of: AccountContent.register,
            by: "created",
            before: place,
            limit: Self.pageSize + 1
        )
        var lines: [AccountLine] = []
        for row in rows.prefix(Int(Self.pageSize)) {
            lines.append(try await line(row.entry.entry, try AccountContent(row.entry)))
        }
        let last = rows.count > Int(Self.pageSize) ? rows[Int(Self.pageSize) - 1].place : nil
        return AccountList(lines: lines, next: last)
    }

    /// The id of the account with an e-mail address or id; nil where there is none.
    ///
    /// - Throws: `Failure.notAllowed`.
    package func find(_ name: String) async throws -> String? {
        try permit(.findAccounts, on: .everything, isGrave: false)
        return try await account(name)?.id
    }

    /// One account, masked.
    ///
    /// - Throws: `Failure.notFound`, `.notAllowed`.
    package func look(at id: String) async throws -> AccountView {
        try permit(.findAccounts, on: Target(account: id), isGrave: false)
        return try await view(try await known(id), isMasked: true)
    }

    /// One account with name and address; that it was seen, by whom and why, is kept before and shown to its owner.
    ///
    /// - Throws: `Failure.notFound`, `.notAllowed`; `AdministrationRefusal.reason`; `AccountRefusal.needsConfirmation`.
    package func unmask(_ id: String, reason: String) async throws -> AccountView {
        try permit(.readAccount, on: Target(account: id), reason: reason)
        let found = try await known(id)
        try Self.check(reason)
        try await disclose(.readAccount, of: id, fields: Self.personal, reason: reason)
        return try await view(found, isMasked: false)
    }

    /// A page of the grants of roles that the caller may see, the newest first; names are masked.
    ///
    /// **Cost** a caller whose role holds at one place reads all grants until the page is full.
    ///
    /// - Parameters:
    ///   - role: Of which role; nil for all.
    ///   - account: Of which account; nil for all, and then the role counts.
    ///   - place: Where the page before ended.
    /// - Returns: The grants.
    /// - Throws: `Failure.notAllowed`.
    package func grants(
        of role: Role? = nil,
        to account: String? = nil,
        before place: OrderPlace? = nil
    ) async throws -> GrantList {
        try permitSomewhere(.readGrants)
        var found: [(id: String, content: GrantContent, place: OrderPlace)] = []
        var place = place
        repeat {
            let rows = try await store.newest(
                of: GrantContent.register,
                by: account != nil ? "account" : role != nil ? "role" : "from",
                is: account ?? role?.rawValue,
                before: place,
                limit: Self.pageSize + 1
            )
            for row in rows {
                let content = try GrantContent.read(row.entry)
                guard covers(.readGrants, content.target), role == nil || role?.rawValue == content.role else {
                    continue
                }
                found.append((row.entry.entry, content, row.place))
            }
            place = rows.count > Self.pageSize ? rows.last?.place : nil
        } while place != nil && found.count <= Self.pageSize
        let shown = found.prefix(Int(Self.pageSize))
        let lines = try await lines(shown.map { ($0.id, $0.content) })
        return GrantList(lines: lines, next: found.count > shown.count ? shown.last?.place : nil)
    }

    /// One grant.
    ///
    /// - Throws: `Failure.notFound`, `.notAllowed`.
    package func grant(_ id: String) async throws -> GrantLine {
        try permitSomewhere(.readGrants)
        let grant = try await grantEntry(id, for: .readGrants)
        guard let line = try await lines([(grant.id, grant.content)]).first else {
            throw Failure.notFound(what: id)
        }
        return line
    }

    // MARK: Parts

    private func hasTimeCode(_ account: String) async throws -> Bool {
        try await store.credentials(of: account).contains { $0.kind == .timeCode }
    }

    private func line(_ id: String, _ content: AccountContent) async throws -> AccountLine {
        AccountLine(
            account: id,
            name: Masked.name(content.name),
            email: Masked.email(content.email),
            isConfirmed: content.emailConfirmed,
            level: content.shownLevel,
            state: content.state,
            created: content.created,
            roles: try await accounts.roles(of: id).map(\.role)
        )
    }

    private func view(_ found: Account, isMasked: Bool) async throws -> AccountView {
        var line = try await line(found.id, found.content)
        if !isMasked {
            line.name = found.content.name
            line.email = found.content.email
        }
        let own = administrator.author == found.id
        return AccountView(
            line: line,
            isMasked: isMasked,
            stateReason: found.content.stateReason,
            hasTimeCode: try await hasTimeCode(found.id),
            canUnmask: isMasked && !own && covers(.readAccount, Target(account: found.id)),
            canChangeState: !own && covers(.suspendAccount, Target(account: found.id)),
            canSeeGrants: covers(.readGrants, Target(account: found.id))
        )
    }

    private func lines(_ grants: [(id: String, content: GrantContent)]) async throws -> [GrantLine] {
        let names = try await store.entries(grants.map(\.content.account)).map { entry in
            guard let entry, entry.state == .live else { return "" }
            return Masked.name(try AccountContent(entry).name)
        }
        let now = store.now
        return zip(grants, names).map { grant, name in
            let content = grant.content
            let isOver = content.held?.isOver(at: now) ?? true
            return GrantLine(
                grant: grant.id,
                account: content.account,
                name: name,
                role: content.role,
                scope: content.scope,
                reason: content.reason,
                by: content.by,
                from: content.from,
                until: content.until,
                revoked: content.revoked,
                isOver: isOver,
                canRevoke: !isOver && content.account != administrator.author
                    && covers(.revokeRole, content.target)
            )
        }
    }
}
