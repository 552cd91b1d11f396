/// A value that no other entry of its scope may have.
package struct UniqueKey: Sendable, Hashable {
    /// On which side of the first day of a rule an entry lies.
    package enum Age: String, Sendable, Hashable, Codable {
        /// It may agree with others from before, and nothing later may agree with it.
        case earlier
        /// It may agree with none, whether from before or after.
        case later
    }

    /// Where it is unique: the register, or the name that rules of several registers share.
    package let scope: String
    /// The fields, joined by `+`.
    package let field: String
    /// Their values, folded, without control characters.
    package let value: String
    /// Whether an entry is known by it: the row of a table that has this value is the entry that has it.
    package let isIdentity: Bool
    /// On which side of the first day of its rule the entry lies; nil where the rule always held.
    package let age: Age?
    /// What people read whose entry has a value that another has.
    package let message: ValueProblem
}
