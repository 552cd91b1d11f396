/// A key that signs what clients are told; all nodes over one store share it.
package struct SigningKeyRecord: Sendable, Hashable, CustomStringConvertible {
    /// Counts keys from 1; of two nodes that make the next key at once one succeeds.
    package let number: Int64
    /// The name under which the public half is published (`kid`).
    package let id: String
    /// The private half, sealed.
    package let secret: [UInt8]
    /// When it was made, and from when on it signs, in microseconds UTC.
    package let madeAt, activeAt: Int64

    /// Never the secret.
    package var description: String { "the signing key \(id)" }

    package init(number: Int64, id: String, secret: [UInt8], madeAt: Int64, activeAt: Int64) {
        self.number = number
        self.id = id
        self.secret = secret
        self.madeAt = madeAt
        self.activeAt = activeAt
    }
}
