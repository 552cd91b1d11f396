/// What goes from somebody who leaves an organisation to somebody who stays, before it is done.
package struct HandOverPage: Sendable {
    /// The names of the organisation and of both.
    package var organisation, from, to: String
    /// The account of who takes over.
    package var successor: String
    package var reason: String
    package var going: [AuthorisationRow]
    /// What ends without going over.
    package var ending: [AuthorisationRow]

    package init(
        organisation: String,
        from: String,
        to: String,
        successor: String,
        reason: String,
        going: [AuthorisationRow],
        ending: [AuthorisationRow]
    ) {
        self.organisation = organisation
        self.from = from
        self.to = to
        self.successor = successor
        self.reason = reason
        self.going = going
        self.ending = ending
    }
}
