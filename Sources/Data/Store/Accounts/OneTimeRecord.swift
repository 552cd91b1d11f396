/// Something that a token shown once is good for, once and for a while.
package struct OneTimeRecord: Sendable, Hashable, CustomStringConvertible {
    /// The SHA-256 of the token.
    package var id: [UInt8]
    /// What it is good for; a token of one purpose is none of another.
    package var purpose: String
    package var account: String
    package var payload: [UInt8]
    /// How often something was tried with it.
    package var tries: Int64 = 0
    /// When it is over, in microseconds UTC.
    package var endsAt: Int64

    /// Never the digest or what it is good for in detail.
    package var description: String { "\(purpose) of \(account)" }

    package init(id: [UInt8], purpose: String, account: String, payload: [UInt8] = [], endsAt: Int64) {
        self.id = id
        self.purpose = purpose
        self.account = account
        self.payload = payload
        self.endsAt = endsAt
    }
}
