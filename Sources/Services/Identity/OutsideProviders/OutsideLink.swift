import Store

/// That an account of an outside provider belongs to an account of this system.
///
/// It is found by issuer and `sub` alone, never by an e-mail address: those change hands. Both are kept as one keyed digest.
package struct OutsideLink: Codable, Sendable, Hashable {
    /// The ``OutsideProvider`` by its id.
    package var provider: String
    /// The keyed digest of issuer and `sub`, in base64url.
    package var key: String
    /// When it was linked, in microseconds UTC.
    package var time: Int64

    /// The key row by which the account is found.
    var lookup: LookupKey { Self.lookup(key) }

    static func lookup(_ key: String) -> LookupKey {
        LookupKey(scope: AccountContent.register, field: "outside", value: key)
    }
}
