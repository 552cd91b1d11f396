/// What waits for the answer of who is signed in, for whom they may act, and who may act for them.
package struct AuthorisationsDocument: Codable, Hashable, Sendable {
    package var invitations, held, given: [AuthorisationDocument]

    package init(
        invitations: [AuthorisationDocument],
        held: [AuthorisationDocument],
        given: [AuthorisationDocument]
    ) {
        self.invitations = invitations
        self.held = held
        self.given = given
    }
}
