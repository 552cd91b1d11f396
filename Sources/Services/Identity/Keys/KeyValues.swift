/// What somebody says who wants a key for a program.
package struct KeyWish: Sendable, Hashable {
    package var name: String
    /// Names of ``KeyScope``; others are passed over.
    package var scopes: [String]
    /// The last day in China, such as `2027-11-30`; empty for the latest that may be.
    package var lastDay: String
    /// Addresses and blocks, with commas, blanks or line ends between; empty where from everywhere.
    package var addresses: String

    package init(name: String, scopes: [String], lastDay: String = "", addresses: String = "") {
        self.name = name
        self.scopes = scopes
        self.lastDay = lastDay
        self.addresses = addresses
    }
}

/// A key as its owner sees it.
package struct KeyLine: Sendable, Hashable {
    /// The id of its entry; it is no secret and opens nothing.
    package let id: String
    package let name: String
    package let scopes: [KeyScope]
    package let addresses: [String]
    /// Microseconds UTC.
    package let created, ends: Int64
    package let revoked: Int64?
    package let isInForce: Bool
    /// When it was used last, in microseconds UTC; nil where it never was.
    package let used: Int64?
    /// From where it was used last: the address without its last part.
    package let address: String
    /// What its calls cost today.
    package let today: Int64
}

/// The keys of an account.
package struct KeyList: Sendable, Hashable {
    /// The newest first, those in force before the others.
    package let lines: [KeyLine]
    /// How many may be in force at a time, and how far ahead the last day of one may be.
    package let most, days: Int
    /// What the calls with a key may cost in a day.
    package let dayQuota: Int64
}

/// What a key was used for on a day of China.
package struct KeyDay: Sendable, Hashable {
    package let used, most: Int64
    /// Seconds until the next day begins.
    package let rest: Int64
    /// Whether the call is over the quota; then it was not counted.
    package let isOver: Bool
}
