/// One authorisation, and what whoever looks at it may do with it.
package struct AuthorisationPage: Sendable {
    package var row: AuthorisationRow
    /// Whether it waits for the answer of whoever looks.
    package var isInvited: Bool
    /// Whether whoever looks has it.
    package var isOwn: Bool
    /// Whether whoever looks may end it.
    package var isGivers: Bool
    /// For a representative's invitation: the agencies for which it can be accepted.
    package var agencies: [InvitationForm.Choice]
    /// For a manager: who could take over everything that the holder has of the organisation.
    package var successors: [InvitationForm.Choice]
    /// The end of the organisation's id, for a manager of it; nil where a person is acted for.
    package var organisation: String?
    /// The reason, as it was typed.
    package var reason: String

    package init(
        row: AuthorisationRow,
        isInvited: Bool,
        isOwn: Bool,
        isGivers: Bool,
        agencies: [InvitationForm.Choice] = [],
        successors: [InvitationForm.Choice] = [],
        organisation: String? = nil,
        reason: String = ""
    ) {
        self.row = row
        self.isInvited = isInvited
        self.isOwn = isOwn
        self.isGivers = isGivers
        self.agencies = agencies
        self.successors = successors
        self.organisation = organisation
        self.reason = reason
    }
}
