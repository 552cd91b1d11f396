/// What an account proves itself with.
package struct Credential: Sendable, Hashable, CustomStringConvertible {
    /// The kinds of proof.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A password, as the text of its hash.
        case password
        /// The secret that codes of the time are made from (RFC 6238), sealed.
        case timeCode
        /// A code for whoever lost the others, as a keyed digest; used once.
        case recovery
    }

    package var account: String
    package var kind: Kind
    /// Tells apart those of one kind, from 0.
    package var number: Int64
    /// The hash, the sealed secret or the digest: never what a person types.
    package var secret: [UInt8]
    /// When it was made, in microseconds UTC.
    package var madeAt: Int64
    /// What must not be used a second time: the step of the last code; for a recovery code when it was used; else 0.
    package var used: Int64

    /// Never the secret.
    package var description: String { "\(kind.rawValue) \(number) of \(account)" }

    package init(_ kind: Kind, of account: String, number: Int64 = 0, secret: [UInt8], madeAt: Int64, used: Int64 = 0) {
        self.account = account
        self.kind = kind
        self.number = number
        self.secret = secret
        self.madeAt = madeAt
        self.used = used
    }
}
