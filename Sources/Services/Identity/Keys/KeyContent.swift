import Domain
import Store

/// What an entry of the register `key` says: a key with which programs act for an account, and what it is good for.
package struct KeyContent: Codable, Sendable, Hashable {
    package var account: String
    /// What its owner calls it.
    package var name: String
    /// Sorted; those that this program does not know give nothing.
    package var scopes: [String]
    /// Base64url of the SHA-256 of the key.
    package var digest: String
    /// The addresses and blocks that it may be used from, as they were written; empty where from everywhere.
    package var addresses: [String]
    /// Which of the keys that an account may have at a time it is, from 0.
    package var place: Int
    /// When it was made, when its last day is over, and when it was revoked; microseconds UTC.
    package var created, ends: Int64
    package var revoked: Int64?

    /// The register of keys.
    package static let register = "key"

    /// The key row under which the digest of a key is found.
    static func key(_ digest: String) -> LookupKey { LookupKey(scope: register, field: "digest", value: digest) }

    var draft: Draft {
        get throws {
            Draft(
                content: try CanonicalJSON.encode(self),
                keys: keys,
                orders: [OrderValue(field: "account", text: account, number: created)]
            )
        }
    }

    /// A key that was revoked is found no more.
    ///
    /// Each of the others takes one of the places of its account, so that two made
    /// at once are never more than it may have.
    private var keys: [LookupKey] {
        guard revoked == nil else { return [] }
        return [
            Self.key(digest), LookupKey(scope: Self.register, field: "place", value: account + " " + String(place)),
        ]
    }

    /// Whether it may be used at a moment.
    func isInForce(at time: Int64) -> Bool { revoked == nil && ends > time }

    /// The scopes that this program knows.
    var known: [KeyScope] { scopes.compactMap(KeyScope.init) }

    /// Whether it may be used from an address; what has none is nowhere.
    func isOpen(to address: String?) -> Bool {
        addresses.isEmpty || addresses.contains { AddressBlock($0)?.contains(address) ?? false }
    }
}
