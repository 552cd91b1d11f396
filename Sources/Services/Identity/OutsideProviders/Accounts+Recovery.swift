import Domain
import Store

/// Getting an account back from who should not have it: accounts of outside providers that they may have linked go too.
extension Accounts {
    /// How often it is begun again where somebody changes the account at the same time.
    private static let mostRounds = 5

    /// Changes the proofs of who lost them, and unlinks all accounts of outside providers.
    ///
    /// - Parameters:
    ///   - change: What is changed; all sessions end with it.
    ///   - account: Of whom.
    ///   - author: Who does it.
    /// - Returns: How many links there were.
    /// - Throws: `AccountRefusal.stale` where the account was closed; `Failure.conflict`.
    @discardableResult
    func recover(_ change: Store.CredentialChange, of account: String, author: String) async throws -> Int {
        try await withoutLinks(account) { try await store.change(change, of: account, saving: [$0], author: author) }
    }

    /// Unlinks all accounts of outside providers and ends all sessions, for they may have been had by one.
    ///
    /// - Parameters:
    ///   - account: Of whom.
    ///   - author: Who does it.
    ///   - event: What happened.
    /// - Returns: How many links there were.
    /// - Throws: As ``recover(_:of:author:)``.
    func unlinkAll(of account: String, author: String, _ event: AccountEvent) async throws -> Int {
        try await withoutLinks(account) {
            try await store.save([$0], author: author, endingSessionsOf: account, event)
        }
    }

    private func withoutLinks(_ id: String, _ save: (EntryChange) async throws -> Void) async throws -> Int {
        for _ in 0..<Self.mostRounds {
            guard var found = try await account(id) else { throw AccountRefusal.stale }
            let count = found.content.links?.count ?? 0
            found.content.links = nil
            do {
                try await save(try change(found))
                return count
            } catch StoreError.changedMeanwhile {
                continue
            }
        }
        throw Store.conflict(about: "the account")
    }

    /// An account as it is to be; where nothing of it differs, it has to be there still and unchanged.
    func change(_ account: Organisations.Found<AccountContent>) throws -> EntryChange {
        EntryChange(
            register: AccountContent.register,
            entry: account.id,
            expectedVersion: account.version,
            draft: try account.content.draft
        )
    }
}
