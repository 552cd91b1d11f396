import Domain
import Store

/// Keys with which programs act for an account.
extension Accounts {
    /// How many keys a list shows: those in force, and of the others the newest.
    ///
    /// What does not fit is erased.
    private static let shownKeys = 50
    /// Addresses and blocks that a key may be used from, at most.
    private static let longestList = 20

    // MARK: The owner

    /// The keys of an account.
    package func keys(_ caller: Caller) async throws -> KeyList {
        try permit(.listOwnKeys, caller)
        try await noteKeyUses()
        let now = store.now
        let uses = Dictionary(try await store.keyUses(of: caller.account).map { ($0.key, $0) }) { first, _ in first }
        let lines = try await heldKeys(of: caller.account).map { key in
            let use = uses[key.id]
            return KeyLine(
                id: key.id,
                name: key.content.name,
                scopes: key.content.known,
                addresses: key.content.addresses,
                created: key.content.created,
                ends: key.content.ends,
                revoked: key.content.revoked,
                isInForce: key.content.isInForce(at: now),
                used: use?.usedAt,
                address: use?.address ?? "",
                today: use.map { $0.day == KeyUses.day(of: now) ? $0.cost : 0 } ?? 0
            )
        }
        return KeyList(
            lines: Array((lines.filter(\.isInForce) + lines.filter { !$0.isInForce }).prefix(Self.shownKeys)),
            most: options.keys,
            days: options.keyDays,
            dayQuota: options.keyDayQuota
        )
    }

    /// Makes a key.
    ///
    /// - Returns: The key, which nobody can show again.
    /// - Throws: `AccountRefusal.needsConfirmation`, `.name`, `.keyScopes`, `.keyEnd`, `.keyAddress`, `.keyNeedsTwoSteps`,
    ///   `.keys`, `.wait`;
    ///   `Failure.conflict` where another one was made at the same time.
    package func makeKey(_ caller: Caller, _ wish: KeyWish, from origin: Origin) async throws -> APIKey {
        try permit(.manageOwnKeys, caller)
        try needConfirmation(caller)
        guard caller.isStrong || !wish.scopes.contains(KeyScope.entries.rawValue) else {
            throw AccountRefusal.keyNeedsTwoSteps
        }
        let now = store.now
        var content = try content(of: wish, at: now, account: caller.account)
        let held = try await heldKeys(of: caller.account)
        let inForce = held.filter { $0.content.isInForce(at: now) }
        let taken = Set(inForce.map(\.content.place))
        guard let place = (0..<options.keys).first(where: { !taken.contains($0) }) else {
            throw AccountRefusal.keys(most: options.keys)
        }
        content.place = place
        let wait = try await store.beginTry(needKey().lookup("try-key", caller.account), options.keyMakes)
        guard wait == 0 else { throw Self.refusal(wait: wait) }
        let over = held.filter { !$0.content.isInForce(at: now) }
        // A key whose last day is over still holds its place.
        for key in over where key.content.revoked == nil && key.content.place == place {
            var ended = key.content
            ended.revoked = ended.ends
            try await saveKey(ended, key.id, key.version)
        }
        let key = APIKey()
        content.digest = Base64URL.text(of: key.digest)
        let id = EntryName.new(in: KeyContent.register)
        try await saveKey(content, id, 0)
        try await store.note(event(.keyMade, caller.account, origin, why: content.name))
        let forgotten = over.dropFirst(max(0, Self.shownKeys - inForce.count - 1)).map(\.id)
        if !forgotten.isEmpty { try await store.withdraw(forgotten, as: .erased, author: caller.account) }
        return key
    }

    /// Revokes a key at once; what is none of one's own, or is no longer in force, is passed over.
    package func revokeKey(_ id: String, _ caller: Caller, from origin: Origin) async throws {
        try permit(.manageOwnKeys, caller)
        let now = store.now
        guard let key = try await heldKeys(of: caller.account).first(where: { $0.id == id }),
            key.content.isInForce(at: now)
        else { return }
        var content = key.content
        content.revoked = now
        try await saveKey(content, id, key.version)
        try await store.note(event(.keyRevoked, caller.account, origin, why: content.name))
    }

    /// Revokes all keys of an account that are in force.
    ///
    /// - Parameters:
    ///   - account: The id of the account.
    ///   - reason: Why, for its owner.
    /// - Returns: How many there were.
    /// - Throws: `Failure.conflict` where its owner changed keys at the same time.
    func revokeKeys(of account: String, reason: String) async throws -> Int {
        let now = store.now
        let keys = try await heldKeys(of: account).filter { $0.content.isInForce(at: now) }
        for key in keys {
            var content = key.content
            content.revoked = now
            try await saveKey(content, key.id, key.version)
            try await store.note(event(.keyRevoked, account, nil, why: "\(content.name): \(reason)"))
        }
        return keys.count
    }

    // MARK: The program

    /// Who a key belongs to; nil where it is none, is over or revoked, may not be used from there, or where its account is
    /// not in use.
    ///
    /// **Cost** Three reads by key, and three more for one that writes; none for a text that is no key.
    ///
    /// - Parameters:
    ///   - text: What the program says that its key is.
    ///   - address: The address that it comes from; nil where there is no network.
    /// - Returns: The account, with its roles only where the key writes entries and the account still has a second factor; without
    ///   the scope `entries` where it has none any more.
    /// - Throws: `DatabaseError`, `StoreError.damaged`.
    package func caller(ofKey text: String, from address: String?) async throws -> Caller? {
        guard key != nil, let given = APIKey(text) else { return nil }
        let digest = Base64URL.text(of: given.digest)
        guard let id = try await store.entry(with: KeyContent.key(digest)),
            let entry = try await store.entry(id, withTexts: false), entry.state == .live
        else { return nil }
        let content = try KeyContent.read(entry)
        guard content.digest == digest, content.isInForce(at: store.now), content.isOpen(to: address),
            let account = try await account(content.account), account.content.state == .active
        else { return nil }
        if !keyUses.knows(id) { keyUses.begin(id, of: account.id, with: try await store.keyUse(of: id)) }
        var scopes = Set(content.known)
        var roles: [HeldRole] = []
        if scopes.contains(.entries) {
            // Whoever turns the second step off takes back what was made with it, for good.
            let codes = try await store.credentials(of: account.id).filter { $0.kind == .timeCode }
            if codes.contains(where: { $0.madeAt <= content.created }) {
                let grants = try await self.roles(of: account.id)
                roles = grants + (try await organisations.powers(of: account.id, besides: grants))
            } else {
                scopes.remove(.entries)
            }
        }
        return Caller(
            account: account.id,
            name: account.content.name,
            session: [],
            roles: roles,
            isStrong: false,
            confirmedAt: 0,
            key: HeldKey(id: id, scopes: scopes)
        )
    }

    /// Counts a call with a key towards its day, in memory.
    package func count(_ cost: Int, with key: HeldKey, from address: String?) -> KeyDay {
        let (now, most) = (store.now, options.keyDayQuota)
        let (used, isOver) = keyUses.take(Int64(cost), of: key.id, atMost: most, at: now, from: address)
        let end = (KeyUses.day(of: now) + 1) * KeyUses.day - 8 * 3_600_000_000
        return KeyDay(used: used, most: most, rest: (end - now + 999_999) / 1_000_000, isOver: isOver)
    }

    /// Adds to the store what keys were used for since the last call.
    ///
    /// - Throws: `DatabaseError`; nothing is lost by it.
    package func noteKeyUses() async throws { try await keyUses.note(in: store) }

    // MARK: Parts

    /// The newest first.
    private func heldKeys(of account: String) async throws -> [(id: String, version: Int64, content: KeyContent)] {
        try await store.entries(of: KeyContent.register, where: "account", is: account, limit: 1_000)
            .map { ($0.entry, $0.version, try KeyContent.read($0)) }
            .sorted { ($0.content.created, $0.id) > ($1.content.created, $1.id) }
    }

    private func saveKey(_ content: KeyContent, _ id: String, _ version: Int64) async throws {
        let change = EntryChange(
            register: KeyContent.register,
            entry: id,
            expectedVersion: version,
            draft: try content.draft
        )
        do {
            _ = try await store.save([change], author: content.account)
        } catch StoreError.changedMeanwhile, StoreError.keyTaken {
            throw Failure.conflict(reason: "the keys were changed at the same time; look at them and try again")
        }
    }

    /// What a key is to be, but for its digest and place.
    private func content(of wish: KeyWish, at now: Int64, account: String) throws -> KeyContent {
        let scopes = KeyScope.allCases.map(\.rawValue).filter(wish.scopes.contains)
        guard !scopes.isEmpty else { throw AccountRefusal.keyScopes }
        let name = try Self.name(wish.name)
        let latest = PartialDate(inChinaAt: now + Int64(options.keyDays) * KeyUses.day)?.endInChina ?? now
        let text = wish.lastDay.filter { !$0.isWhitespace }
        let ends = text.isEmpty ? latest : FieldDate.read(text)?.endInChina ?? 0
        guard ends > now, ends <= latest else { throw AccountRefusal.keyEnd(days: options.keyDays) }
        let addresses = wish.addresses.split { $0.isWhitespace || ",，;；".contains($0) }.map(String.init)
        if let wrong = addresses.dropFirst(Self.longestList).first
            ?? addresses.first(where: { AddressBlock($0) == nil })
        {
            throw AccountRefusal.keyAddress(String(wrong.prefix(50)))
        }
        return KeyContent(
            account: account,
            name: name,
            scopes: scopes,
            digest: "",
            addresses: addresses,
            place: 0,
            created: now,
            ends: ends
        )
    }
}
