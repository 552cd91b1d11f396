import Domain
import Store

/// Ending sessions of others, which only the operator does.
extension AdministerAccounts {
    /// How many accounts are looked up at a time.
    private static let batch: Int64 = 200

    /// Ends all sessions of an account, and with them what platforms have of it; its keys for programs stay.
    ///
    /// - Parameters:
    ///   - name: An e-mail address or id.
    ///   - reason: Why, for the owner of the account.
    /// - Returns: How many sessions ended.
    /// - Throws: `Failure.notFound`, `.notAllowed`; `AdministrationRefusal.reason`.
    @discardableResult
    package func signOut(_ name: String, reason: String) async throws -> Int {
        try permitSignOut(reason)
        let found = try await known(name)
        let count = try await store.endSessions(of: found.id, ended(found.id, reason))
        try await accounts.tellClients(of: found.id)
        return count
    }

    /// Revokes all keys for programs of an account, where somebody else may have one.
    ///
    /// - Parameters:
    ///   - name: An e-mail address or id.
    ///   - reason: Why, for the owner of the account.
    /// - Returns: How many were in force.
    /// - Throws: `Failure.notFound`, `.notAllowed`, `.conflict`; `AdministrationRefusal.reason`.
    @discardableResult
    package func revokeKeys(_ name: String, reason: String) async throws -> Int {
        try permitSignOut(reason)
        return try await accounts.revokeKeys(of: known(name).id, reason: reason)
    }

    /// Unlinks all accounts of outside providers from an account and ends its sessions, where somebody else may have linked one.
    ///
    /// - Parameters:
    ///   - name: An e-mail address or id.
    ///   - reason: Why, for the owner of the account.
    /// - Returns: How many there were.
    /// - Throws: `Failure.notFound`, `.notAllowed`, `.conflict`; `AdministrationRefusal.reason`.
    @discardableResult
    package func unlink(_ name: String, reason: String) async throws -> Int {
        try permitSignOut(reason)
        let found = try await known(name)
        let event = accounts.event(.outsideUnlinked, found.id, nil, why: reason)
        let count = try await accounts.unlinkAll(of: found.id, author: administrator.author, event)
        try await accounts.tellClients(of: found.id)
        return count
    }

    /// Ends all sessions of everybody, account by account; who signs in again meanwhile may stay signed in.
    ///
    /// What was begun and waits for a code, a provider or a confirmation is void, too.
    ///
    /// - Parameter reason: Why, for the owners of the accounts.
    /// - Returns: How many accounts were signed in, and with how many sessions.
    /// - Throws: `Failure.notAllowed`; `AdministrationRefusal.reason`.
    @discardableResult
    package func signOutEverybody(reason: String) async throws -> (accounts: Int, sessions: Int) {
        try permitSignOut(reason)
        // First: what is finished after it has a session by now, which ends below.
        try await store.dropOneTimes()
        var (count, sessions, last) = (0, 0, "")
        while true {
            let ids = try await store.accountsWithSessions(after: last, limit: Self.batch)
            for id in ids { sessions += try await store.endSessions(of: id, ended(id, reason)) }
            count += ids.count
            guard let end = ids.last else { break }
            last = end
        }
        try await store.enqueue([NewJob(kind: SingleSignOn.endingJob)])
        return (count, sessions)
    }

    private func permitSignOut(_ reason: String) throws {
        guard case .operator = administrator else { throw Failure.notAllowed(action: "end sessions of others") }
        try Self.check(reason)
    }

    private func ended(_ account: String, _ reason: String) -> AccountEvent {
        accounts.event(.allSessionsEnded, account, nil, why: reason)
    }
}
