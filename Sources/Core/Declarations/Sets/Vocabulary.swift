/// What declarations may refer to beside each other.
package struct Vocabulary: Sendable, Hashable {
    /// The roles that an account may be given.
    package let roles: [String]
    /// Registers that are not declared: those of rights, to which entries may refer.
    package let rights: [String]
    /// Names that registers cannot have, because the system keeps something else under them.
    package let reserved: [String]
    /// Pages of the product that carry out clauses of plans.
    package let pages: [String]

    /// Names them.
    package init(roles: [String], rights: [String], reserved: [String], pages: [String] = []) {
        self.roles = roles
        self.rights = rights
        self.reserved = reserved
        self.pages = pages
    }
}
