import Domain
import Store

/// Two accounts of one person become one: authorisations move to the account that is signed in, the other is closed and leaves a
/// tombstone.
extension Accounts {
    private static let mergePurpose = "merge"

    /// Proves that the other account is the caller's too, and says what would move.
    ///
    /// - Parameters:
    ///   - email: The address of the other account.
    ///   - password: Its password.
    ///   - code: A code of it, where it asks for one at sign-in.
    ///   - caller: The account that stays.
    ///   - origin: From where.
    /// - Returns: What would move, and the token that goes with the confirmation.
    /// - Throws: `AccountRefusal.needsConfirmation`, `.wrong`, `.code`, `.wait`; `.office` where one of the two holds a role
    ///   that was granted.
    package func beginMerge(
        email: String,
        password: String,
        code: String,
        _ caller: Caller,
        from origin: Origin
    ) async throws -> Merge {
        let own = try await own(caller, .mergeOwnAccount)
        try needConfirmation(caller)
        let address = EmailAddress.folded(EmailAddress.read(email) ?? email)
        let tries = try await beginTries("password", address, origin)
        return try await tries.around {
            let found = try await account(ofEmail: address)
            let credentials = try await store.credentials(of: found?.id ?? Self.nobodysAccount)
            let hash = Self.hash(credentials)
            guard try await isRight(password, hash), let found, let hash, found.id != own.id,
                found.content.state == .active
            else {
                try await store.note(event(.signInFailed, found?.id ?? Self.nobodysAccount, origin))
                throw AccountRefusal.wrong
            }
            if credentials.contains(where: { $0.kind == .timeCode }) {
                guard try await useCode(code, of: found.id) != nil else {
                    try await store.note(event(.codeFailed, found.id, origin))
                    throw AccountRefusal.code
                }
            }
            try await tries.succeeded()
            try await refuseOffice(found.id, caller)
            let token = SecretToken()
            let record = OneTimeRecord(
                id: token.digest,
                purpose: Self.mergePurpose,
                account: own.id,
                payload: Array(found.id.utf8) + [0] + Array(hash.text.utf8),
                endsAt: store.now + options.pending.microseconds
            )
            try await store.put(record, replacing: true)
            let now = store.now
            let held = try await organisations.open("account", found.id)
                .filter { $0.content.state(at: now) == .inEffect }
            let given = try await organisations.open("principal", found.id)
                .filter { $0.content.state(at: now) == .inEffect }
            return Merge(
                pending: token.text,
                other: found.id,
                name: found.content.name,
                address: Masked.email(found.content.email),
                held: try await organisations.lines(held),
                given: try await organisations.lines(given)
            )
        }
    }

    /// Merges what ``beginMerge(email:password:code:_:from:)`` showed.
    ///
    /// - Throws: `AccountRefusal.stale` where that was too long ago or the other account changed meanwhile; `.office`;
    ///   `Failure.conflict`.
    package func merge(pending: String, _ caller: Caller, from origin: Origin) async throws {
        let own = try await own(caller, .mergeOwnAccount)
        try needConfirmation(caller)
        guard let token = SecretToken(pending),
            let record = try await store.takeOneTime(token.digest, for: Self.mergePurpose), record.account == own.id,
            let end = record.payload.firstIndex(of: 0),
            let other = try await account(String(decoding: record.payload[..<end], as: UTF8.self)),
            other.content.state == .active,
            Self.hash(try await store.credentials(of: other.id))?.text
                == String(decoding: record.payload[(end + 1)...], as: UTF8.self)
        else { throw AccountRefusal.stale }
        try await refuseOffice(other.id, caller)
        let changes = try await organisations.moving(from: other.id, to: own.id)
        if !changes.isEmpty { try await organisations.save(changes, author: own.id) }
        let grants = try await store.entries(of: GrantContent.register, where: "account", is: other.id, limit: 1_000)
        let closing = event(.closed, other.id, nil)
        try await store.eraseAccount(other.id, and: grants.map(\.entry), author: own.id, closing)
        try await store.note(event(.merged, own.id, origin, why: other.id))
    }

    /// Roles of office are given to one account for a reason, so they never move by themselves.
    private func refuseOffice(_ other: String, _ caller: Caller) async throws {
        let isAdministrator = caller.roles.contains { $0.role.isAdministrator }
        guard !isAdministrator, try await roles(of: other).isEmpty else { throw AccountRefusal.office }
    }
}
