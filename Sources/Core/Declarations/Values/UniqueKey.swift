/// A value that no other entry of its scope may have.
package struct UniqueKey: Sendable, Hashable {
    /// Where it is unique: the register, or the name that rules of several registers share.
    package let scope: String
    /// The fields, joined by `+`.
    package let field: String
    /// Their values, folded, without control characters.
    package let value: String
    /// What people read whose entry has a value that another has.
    package let message: ValueProblem
}
