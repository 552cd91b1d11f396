import Domain
package import Store

/// What the audit administrator reads: lines of the log, what happened to accounts, and who saw what.
///
/// Names are masked. Where from, why and what exactly is shown of one account at a time, and then its owner is told.
package struct Audit: Sendable {
    /// The lists.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case events, disclosures, log
    }

    private let accounts: Accounts
    private let caller: Caller
    private let origin: Origin
    private var store: Store { accounts.store }

    /// Takes who asks, and from where.
    package init(_ accounts: Accounts, _ caller: Caller, from origin: Origin) {
        self.accounts = accounts
        self.caller = caller
        self.origin = origin
    }

    /// A page of a list, the newest first.
    ///
    /// - Parameters:
    ///   - kind: Which list.
    ///   - filter: Which rows.
    ///   - place: Where the page before ended.
    ///   - isExport: Whether it is to be taken along, which is noted among what happened to the caller's account.
    /// - Returns: The rows.
    /// - Throws: `Failure.notAllowed`.
    package func list(
        _ kind: Kind,
        _ filter: AuditFilter = AuditFilter(),
        before place: AuditPlace? = nil,
        isExport: Bool = false
    ) async throws -> AuditList {
        try caller.check(.readAuditLog, on: .everything, at: store.now)
        if isExport { try await store.note(accounts.event(.auditExported, caller.account, origin, why: kind.rawValue)) }
        let size = AdministerAccounts.pageSize
        var lines: [AuditLine]
        var next: AuditPlace?
        switch kind {
        case .log:
            let found = try await store.lines(filter, before: place, limit: Int(size))
            lines = found.lines.map(AuditLine.init)
            next = found.next
        case .events:
            let found = try await store.events(filter, before: place, limit: size + 1)
            lines = found.prefix(Int(size)).map { AuditLine(filter.shown($0.event)) }
            next = found.count > size ? found[Int(size) - 1].place : nil
        case .disclosures:
            let found = try await store.disclosures(filter, before: place, limit: size + 1)
            lines = found.prefix(Int(size)).map { AuditLine(filter.shown($0.disclosure)) }
            next = found.count > size ? found[Int(size) - 1].place : nil
        }
        if let account = filter.account, kind != .log, !lines.isEmpty {
            let administer = AdministerAccounts(accounts, as: .caller(caller, origin))
            try await administer.disclose(.readAuditLog, of: account, fields: [kind.rawValue], reason: "")
        }
        try await name(&lines)
        return AuditList(lines: lines, next: next)
    }

    private func name(_ lines: inout [AuditLine]) async throws {
        let names = try await accounts.maskedNames(of: Set(lines.map(\.account)))
        for place in lines.indices { lines[place].name = names[lines[place].account] ?? "" }
    }
}
