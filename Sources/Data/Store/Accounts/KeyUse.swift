/// How a key for programs was used: when last, from where, and how much on that day.
package struct KeyUse: Sendable, Hashable {
    /// The entry of the key.
    package var key: String
    package var account: String
    /// When it was used last, in microseconds UTC.
    package var usedAt: Int64
    /// From where: the address without its last part.
    package var address: String
    /// The day in China of what is counted, in days since 1970.
    package var day: Int64
    /// What the calls of that day cost.
    package var cost: Int64

    package init(_ key: String, of account: String, usedAt: Int64, address: String, day: Int64, cost: Int64) {
        self.key = key
        self.account = account
        self.usedAt = usedAt
        self.address = address
        self.day = day
        self.cost = cost
    }
}
