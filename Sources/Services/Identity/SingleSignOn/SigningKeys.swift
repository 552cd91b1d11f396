import Domain
import Foundation
import Store

/// The keys that sign what clients are told: made by the nodes, sealed with the key of the node, shared through the store.
///
/// Clients fetch the public halves and keep them for a while, so the next key is published before it signs, and the last
/// one after it signed: for ``lead`` either way.
package struct SigningKeys: Sendable {
    /// How long a key is published before and after it signs; 1 day.
    package static let lead: Duration = .seconds(86_400)
    /// How long answers with the keys may be kept by clients: a key that is asked for signs after that; 1 hour.
    package static let caching: Duration = .seconds(3_600)

    private let store: Store
    private let key: IdentityKey
    /// After how long another key signs.
    private let life: Duration

    init(store: Store, key: IdentityKey, life: Duration) {
        self.store = store
        self.key = key
        self.life = life
    }

    /// Makes the next key where its time has come, and deletes those that are over.
    func keep() async throws {
        let records = try await store.signingKeys()
        guard let last = records.last else { return }
        let now = store.now
        let nextAt = last.activeAt + life.microseconds
        if nextAt - Self.lead.microseconds <= now {
            // A system that slept long still publishes the key before it signs.
            try await make(last.number + 1, activeAt: max(nextAt, now + Self.caching.microseconds))
        }
        // The oldest that is still needed: the last that signed long enough ago that what follows it is all there is.
        let current = records.last { $0.activeAt <= now - Self.lead.microseconds }
        if let current, current.number > records[0].number { try await store.dropSigningKeys(before: current.number) }
    }

    /// Has another key sign from an hour on; for a key that leaked at once, and all others are withdrawn.
    ///
    /// - Returns: The name of the new key, and when it signs, in microseconds UTC.
    func rotate(hasLeaked: Bool) async throws -> (id: String, activeAt: Int64) {
        let now = store.now
        let last = try await store.signingKeys().last?.number ?? 0
        try await make(last + 1, activeAt: hasLeaked ? now : now + Self.caching.microseconds, withdrawing: hasLeaked)
        guard let made = try await store.signingKeys().last else {
            throw Failure.conflict(reason: "the keys were changed at the same time; try again")
        }
        return (made.id, made.activeAt)
    }

    /// The public halves of all keys.
    func published() async throws -> [PublishedKey] { try await all().map(\.published) }

    /// The key that signs now.
    func current() async throws -> SigningKey {
        let now = store.now
        let keys = try await all()
        // Until the first is active, which only a clock that was set back brings about, it signs all the same.
        guard let key = keys.last(where: { $0.activeAt <= now }) ?? keys.first else {
            throw Failure.unavailable(reason: "there is no key that signs; try again")
        }
        return key
    }

    /// The claims of an ID token of this system, whether it is over or not; nil for any other text.
    func claims(of token: String) async throws -> IDTokenClaims? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        // What the header says is checked before the key is chosen by it (RFC 8725 section 3.1).
        guard parts.count == 3, token.utf8.count <= Self.longestToken,
            let head = Base64URL.bytes(of: String(parts[0])),
            let header = try? JSONDecoder().decode(Header.self, from: Data(head)),
            header.alg == SigningKey.algorithm, header.typ == IDTokenClaims.type,
            let key = try await all().first(where: { $0.id == header.kid })
        else { return nil }
        // Whatever is wrong with it, it is none of ours.
        return try? await key.claims(token, as: IDTokenClaims.self)
    }

    private struct Header: Decodable {
        var alg, kid, typ: String
    }

    /// The longest token that is looked at; bytes.
    private static let longestToken = 4_096

    /// All keys, the oldest first; the first of all is made here.
    private func all() async throws -> [SigningKey] {
        var records = try await store.signingKeys()
        if records.isEmpty {
            try await make(1, activeAt: store.now)
            records = try await store.signingKeys()
        }
        return try records.map { record in
            try SigningKey(
                number: record.number,
                id: record.id,
                activeAt: record.activeAt,
                secret: try key.open(record.secret, for: Self.context(record.id))
            )
        }
    }

    private func make(_ number: Int64, activeAt: Int64, withdrawing: Bool = false) async throws {
        let id = Base64URL.text(of: randomBytes(12))
        let record = SigningKeyRecord(
            number: number,
            id: id,
            secret: try key.seal(SigningKey.newSecret(), for: Self.context(id)),
            madeAt: store.now,
            activeAt: activeAt
        )
        try await store.put(record, withdrawing: withdrawing)
    }

    /// What a sealed secret belongs to.
    private static func context(_ id: String) -> String { "signing-key " + id }
}
