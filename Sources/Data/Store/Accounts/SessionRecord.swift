/// A session: that a browser has proved whose it is.
package struct SessionRecord: Sendable, Hashable {
    /// The SHA-256 of the token that only the browser has.
    package var id: [UInt8]
    /// Which session it is, however often its token changes; 16 random bytes that open nothing.
    package var number: [UInt8]
    package var account: String
    /// When it began, was used last (to the minute), ends, and when who it is was proved last; microseconds UTC.
    package var madeAt, seenAt, endsAt, confirmedAt: Int64
    /// Whether a second factor was given.
    package var isStrong: Bool
    /// Whether an outside provider said who it is, and no password was asked since.
    package var isByProvider: Bool
    /// Where from: the address without its last part, and the browser in two words.
    package var address, agent: String

    package init(
        id: [UInt8],
        number: [UInt8],
        account: String,
        madeAt: Int64,
        endsAt: Int64,
        isStrong: Bool,
        isByProvider: Bool = false,
        address: String,
        agent: String
    ) {
        self.id = id
        self.number = number
        self.account = account
        self.madeAt = madeAt
        seenAt = madeAt
        self.endsAt = endsAt
        confirmedAt = madeAt
        self.isStrong = isStrong
        self.isByProvider = isByProvider
        self.address = address
        self.agent = agent
    }
}
