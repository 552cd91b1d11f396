/// What waits for the answer of who is signed in, for whom they may act, and who may act for them.
package struct AuthorisationsPage: Sendable {
    package var invitations, held, given: [AuthorisationRow]
    /// The form that lets somebody act for oneself, as it was typed.
    package var typed: InvitationForm

    package init(
        invitations: [AuthorisationRow],
        held: [AuthorisationRow],
        given: [AuthorisationRow],
        typed: InvitationForm
    ) {
        self.invitations = invitations
        self.held = held
        self.given = given
        self.typed = typed
    }
}
