import Bytes
import Domain
package import Store

/// Accounts: who somebody is, and that it is them.
///
/// Each call is one use case and checks for itself that its caller may do it. Nothing public needs an account.
package struct Accounts: Sendable {
    let store: Store
    let key: IdentityKey?
    let threads: PasswordThreads
    /// Which passwords are refused.
    package let rules: PasswordRules
    package let options: Options
    /// Who can be asked whether a name is the real one.
    let providers: [any IdentityProvider]
    /// What is checked where there is no account, so that an unknown address takes as long as a wrong password.
    let nobody: PasswordHash
    /// What keys for programs were used for since it was noted last.
    let keyUses = KeyUses()

    /// Takes the store and the key; without a key nobody can sign in.
    ///
    /// - Throws: `Failure.invalid` for a cost of passwords that is out of bounds.
    package init(
        store: Store,
        key: IdentityKey?,
        rules: PasswordRules = PasswordRules(breached: BreachedList()),
        options: Options = Options(),
        providers: [any IdentityProvider] = []
    ) throws {
        self.store = store
        self.key = key
        self.rules = rules
        self.options = options
        self.providers = providers + [NetworkIdentity()]
        threads = PasswordThreads()
        nobody = try PasswordHash(ofNobody: options.cost)
    }

    /// Whether somebody can sign in at this node.
    package var isPossible: Bool { key != nil }

    /// The key of this node.
    ///
    /// - Throws: `AccountRefusal.noKey`.
    func needKey() throws -> IdentityKey {
        guard let key else { throw AccountRefusal.noKey }
        return key
    }

    // MARK: Forms

    /// The token that a form of a signed-in person carries.
    package func formToken(_ caller: Caller) throws -> String { try needKey().formToken(for: caller.session) }

    /// Whether a form carries the token of its session.
    package func isFormToken(_ text: String, _ caller: Caller) throws -> Bool {
        try needKey().isFormToken(text, for: caller.session)
    }

    /// The token that says that somebody sent something in this session, by its name.
    package func sentToken(_ name: String, _ caller: Caller) throws -> String {
        try needKey().formToken(for: caller.session + Array(name.utf8))
    }

    /// Whether something was sent in this session.
    package func isSentToken(_ text: String, _ name: String, _ caller: Caller) throws -> Bool {
        try needKey().isFormToken(text, for: caller.session + Array(name.utf8))
    }

    /// The token that a form carries before anybody signed in, for a value that only this browser has.
    package func formToken(visitor: SecretToken) throws -> String { try needKey().formToken(for: visitor.digest) }

    /// Whether a form carries the token of its browser.
    package func isFormToken(_ text: String, visitor: SecretToken) throws -> Bool {
        try needKey().isFormToken(text, for: visitor.digest)
    }

    // MARK: Looking up

    /// The account of an address; nil where there is none.
    func account(ofEmail email: String) async throws -> (id: String, content: AccountContent, version: Int64)? {
        guard let entry = try await store.entry(with: AccountContent.key(try emailKey(email))) else { return nil }
        return try await account(entry)
    }

    /// An account by its identifier; nil where there is none, or it was closed.
    func account(_ id: String) async throws -> (id: String, content: AccountContent, version: Int64)? {
        guard let entry = try await store.entry(id, withTexts: false), entry.state == .live,
            entry.register == AccountContent.register
        else { return nil }
        return (id, try AccountContent(entry), entry.version)
    }

    /// The account of somebody who signed in, for something that they may do with it.
    ///
    /// - Throws: `Failure.notAllowed`; `AccountRefusal.stale` where it was closed meanwhile.
    func own(
        _ caller: Caller,
        _ action: Action
    ) async throws -> (id: String, content: AccountContent, version: Int64) {
        try permit(action, caller)
        guard let account = try await account(caller.account) else { throw AccountRefusal.stale }
        return account
    }

    /// Lets a caller do something with the own account, or refuses it.
    func permit(_ action: Action, _ caller: Caller) throws {
        try caller.check(action, on: Target(account: caller.account), at: store.now)
    }

    func emailKey(_ email: String) throws -> String {
        Base64URL.text(of: try needKey().lookup("email", EmailAddress.folded(email)))
    }

    /// The roles that an account holds now.
    func roles(of account: String) async throws -> [HeldRole] {
        let now = store.now
        return try await store.entries(of: GrantContent.register, where: "account", is: account, limit: 1_000)
            .compactMap { try GrantContent.read($0).held }
            .filter { $0.isInEffect(at: now) }
    }

    /// Deletes what is over, and what is kept for a time only.
    package func sweep() async throws {
        let memory =
            [
                options.accountTries, options.allTries, options.addressTries, options.signUps, options.renames,
                options.mailTries, options.keyMakes, options.invitations, options.unanswered,
                options.outsideNotes,
            ].map(\.memory).max() ?? 0
        try await store.sweepAccounts(
            idle: options.idle.microseconds,
            attempts: memory,
            events: options.events.microseconds,
            disclosures: max(options.disclosures, options.events).microseconds
        )
        try await organisations.sweepInvitations()
    }

    // MARK: Noting

    func event(_ kind: EventKind, _ account: String, _ origin: Origin?, why detail: String? = nil) -> AccountEvent {
        AccountEvent(kind.rawValue, of: account, time: store.now, address: origin?.place ?? "", detail: detail)
    }

    /// Names of accounts by their ids, masked, for who may know who did something; without what is no account or was closed.
    ///
    /// - Throws: What the store throws.
    package func maskedNames(of ids: Set<String>) async throws -> [String: String] {
        let known = ids.filter { $0.hasPrefix(AccountContent.register + "/") }.sorted()
        var names: [String: String] = [:]
        for (id, entry) in zip(known, try await store.entries(known)) {
            guard let entry, entry.state == .live, entry.register == AccountContent.register else { continue }
            names[id] = Masked.name(try AccountContent(entry).name)
        }
        return names
    }

    /// Waits are told in whole seconds, never less than is left.
    static func refusal(wait microseconds: Int64) -> AccountRefusal {
        .wait(seconds: Int((microseconds + 999_999) / 1_000_000))
    }
}
