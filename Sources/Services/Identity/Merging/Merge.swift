/// What happens when two accounts of one person become one.
package struct Merge: Sendable, CustomStringConvertible {
    /// Goes with the confirmation; it is good once and for a few minutes.
    package let pending: String
    /// The other account, and its name and address, masked.
    package let other, name, address: String
    /// What moves: whom the other account may act for, and who may act for it.
    package let held, given: [AuthorisationLine]

    /// Never the token.
    package var description: String { "a merge of \(other)" }
}
