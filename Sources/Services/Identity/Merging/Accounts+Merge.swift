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
    ///   that was granted; `.outside(.full)` where they have more accounts of outside providers than one may.
    package func beginMerge(
        email: String,
        password: String,
        code: String,
        _ caller: Caller,
        from origin: Origin
    ) async throws -> Merge {
        let own = try await own(caller, .mergeOwnAccount)
        try needConfirmation(caller)
        let (found, hash) = try await other(email, password, code, of: own.id, from: origin)
        try await refuseOffice(found.id, caller)
        _ = try joined(found, own)
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
        let held = try await organisations.open("account", found.id).filter { $0.content.state(at: now) == .inEffect }
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

    /// The other account of a person, proven as at sign-in: password and code have the counters that they have there, each
    /// its own, so that a right password forgives no wrong code.
    ///
    /// - Throws: `AccountRefusal.wrong`, `.code`, `.wait`.
    private func other(
        _ email: String,
        _ password: String,
        _ code: String,
        of own: String,
        from origin: Origin
    ) async throws -> (account: Organisations.Found<AccountContent>, hash: PasswordHash) {
        let address = EmailAddress.folded(EmailAddress.read(email) ?? email)
        let tries = try await beginTries("password", address, origin)
        let (found, hash, needsCode) = try await tries.around {
            let found = try await account(ofEmail: address)
            let credentials = try await store.credentials(of: found?.id ?? AccountEvent.nobodysAccount)
            let hash = Self.hash(credentials)
            guard try await isRight(password, hash), let found, let hash, found.id != own,
                found.content.state == .active
            else {
                try await store.note(event(.signInFailed, found?.id ?? AccountEvent.nobodysAccount, origin))
                throw AccountRefusal.wrong
            }
            try await tries.succeeded()
            return (found, hash, credentials.contains { $0.kind == .timeCode })
        }
        guard needsCode else { return (found, hash) }
        let codeTries = try await beginTries("code", found.id, origin)
        try await codeTries.around {
            guard try await useCode(code, of: found.id) != nil else {
                try await store.note(event(.codeFailed, found.id, origin))
                throw AccountRefusal.code
            }
            try await codeTries.succeeded()
        }
        return (found, hash)
    }

    /// Merges what ``beginMerge(email:password:code:_:from:)`` showed.
    ///
    /// - Throws: `AccountRefusal.stale` where that was too long ago or the other account changed meanwhile; `.office`;
    ///   `.outside(.full)`; `Failure.conflict`.
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
        let changes =
            try await organisations.moving(from: other.id, to: own.id)
            + linksMoving(from: other, to: own)
        try await store.eraseAccount(
            other.id,
            and: try await belongings(of: other.id),
            saving: changes,
            author: own.id,
            [event(.closed, other.id, nil), event(.merged, own.id, origin, why: other.id)],
            unlessChanged: "what is to move"
        )
    }

    /// What takes the accounts of outside providers along: from the one first, for each belongs to one account.
    ///
    /// The account that stays has to be there still.
    private func linksMoving(
        from other: Organisations.Found<AccountContent>,
        to own: Organisations.Found<AccountContent>
    ) throws -> [EntryChange] {
        let joined = try change(try joined(other, own))
        guard other.content.links?.isEmpty == false else { return [joined] }
        var left = other
        left.content.links = nil
        return [try change(left), joined]
    }

    /// An account with the accounts of outside providers of another one, too.
    private func joined(
        _ other: Organisations.Found<AccountContent>,
        _ own: Organisations.Found<AccountContent>
    ) throws -> Organisations.Found<AccountContent> {
        guard let links = other.content.links, !links.isEmpty else { return own }
        var joined = own
        joined.content.links = (own.content.links ?? []) + links
        guard (joined.content.links?.count ?? 0) <= OutsideSignIn.mostLinks else { throw AccountRefusal.outside(.full) }
        return joined
    }

    /// Roles of office are given to one account for a reason, so they never move by themselves.
    private func refuseOffice(_ other: String, _ caller: Caller) async throws {
        let isAdministrator = caller.roles.contains { $0.role.isAdministrator }
        guard !isAdministrator, try await roles(of: other).isEmpty else { throw AccountRefusal.office }
    }
}
