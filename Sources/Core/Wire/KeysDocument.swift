/// The keys with which programs act for who is signed in.
///
/// Times are ISO 8601 in UTC.
package struct KeysDocument: Codable, Hashable, Sendable {
    /// Those in force first, then the newest.
    package var keys: [Key]
    /// How many may be in force at a time.
    package var most: Int
    /// What the calls with one key may cost in a day of China.
    package var dayQuota: Int

    package init(keys: [Key], most: Int, dayQuota: Int) {
        self.keys = keys
        self.most = most
        self.dayQuota = dayQuota
    }

    /// A key, without the secret, which is not kept.
    package struct Key: Codable, Hashable, Sendable {
        package var id: String
        package var name: String
        package var scopes: [String]
        /// Addresses and blocks that it may be used from; empty where from everywhere.
        package var addresses: [String]
        package var created: String
        package var ends: String
        /// Left out where it was not revoked.
        package var revoked: String?
        package var inForce: Bool
        /// When it was used last; left out where it never was.
        package var used: String?
        /// From where it was used last, cut; left out where that is not known.
        package var address: String?
        /// What its calls cost today in China.
        package var usedToday: Int

        package init(
            id: String,
            name: String,
            scopes: [String],
            addresses: [String],
            created: String,
            ends: String,
            revoked: String?,
            inForce: Bool,
            used: String?,
            address: String?,
            usedToday: Int
        ) {
            self.id = id
            self.name = name
            self.scopes = scopes
            self.addresses = addresses
            self.created = created
            self.ends = ends
            self.revoked = revoked
            self.inForce = inForce
            self.used = used
            self.address = address
            self.usedToday = usedToday
        }
    }
}
