/// A token that a client got: what it is for, and until when.
package struct SignOnToken: Sendable, Hashable, CustomStringConvertible {
    /// What a token is for.
    package enum Kind: String, Sendable, Hashable {
        /// Reads what the client may know.
        case access
        /// Gets the next tokens, once.
        case refresh
    }

    /// The SHA-256 of the token.
    package let id: [UInt8]
    package let kind: Kind
    /// When it is over, in microseconds UTC.
    package let endsAt: Int64

    /// Never the digest.
    package var description: String { "a token for \(kind.rawValue)" }

    package init(_ kind: Kind, id: [UInt8], endsAt: Int64) {
        self.id = id
        self.kind = kind
        self.endsAt = endsAt
    }
}
