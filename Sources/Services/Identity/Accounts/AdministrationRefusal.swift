package import Domain

/// Why something was not done for who administers accounts: everything that they can mend.
package enum AdministrationRefusal: Error, Sendable, Hashable {
    /// No usable reason: none, one too long, or one with control characters such as ends of lines.
    case reason
    /// Nobody has this id, or this address and has shown that it is theirs.
    case nobody
    /// No role that can be granted.
    case role
    /// No place at which a role can hold.
    case scope
    /// The last day is over, or is no day.
    case until
    /// The account has the role there already.
    case held
    /// The account has one of the roles of the three administrators.
    case administrator
    /// The account holds a role of one of the three administrators, which the security administrator revokes first.
    case office
    /// It is so already: suspended, restored, revoked.
    case already

    /// The refusal in words, for the command line.
    package var failure: Failure {
        switch self {
        case .reason:
            .invalid(
                field: "reason",
                reason: "say in 1 to \(AdministerAccounts.longestReason) characters on one line why; it is kept"
            )
        case .nobody:
            .conflict(
                reason: "nobody has this id, or has shown that this address is theirs; ask for the id that the page of "
                    + "their account shows, and name that"
            )
        case .role: .invalid(field: "role", reason: "everybody who is signed in has it; choose another")
        case .scope:
            .invalid(field: "region", reason: "a region has 2, 4 or 6 digits of GB/T 2260, such as 110105")
        case .until: .invalid(field: "until", reason: "that day is over; name a later one")
        case .held: .conflict(reason: "the account has this role already; nothing was changed")
        case .administrator:
            .conflict(
                reason:
                    "the account has the role of one of the three administrators, and nobody is two of them; revoke "
                    + "that first"
            )
        case .office:
            .conflict(reason: "the account has the role of one of the three administrators; revoke that first")
        case .already: .conflict(reason: "it is so already; nothing was changed")
        }
    }
}
