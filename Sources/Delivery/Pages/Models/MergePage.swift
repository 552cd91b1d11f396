/// What happens when another account of the same person becomes part of this one.
package struct MergePage: Sendable {
    /// Goes with the confirmation.
    package var pending: String
    /// Name and address of the other account; the address is masked.
    package var name, address: String
    /// What moves: whom the other account may act for, and who may act for it.
    package var held, given: [AuthorisationRow]

    package init(
        pending: String,
        name: String,
        address: String,
        held: [AuthorisationRow],
        given: [AuthorisationRow]
    ) {
        self.pending = pending
        self.name = name
        self.address = address
        self.held = held
        self.given = given
    }
}
