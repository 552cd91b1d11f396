/// Why something about an organisation or an authorisation was not done: everything that a person can mend.
package enum OrganisationRefusal: Error, Sendable, Hashable {
    /// No usable name, code or region.
    case organisationName, code, region
    /// One has an organisation with this code already.
    case made
    /// No kind of business of the list, or no day to come.
    case business, until
    /// No account has the id that was invited, or the address is none.
    case invitee
    /// One invites oneself.
    case oneself
    /// The power cannot be given by who gives it.
    case power
    /// More kinds of business, or for longer, than who gives or ends it has.
    case wider
    /// Whoever is invited has this power already.
    case held
    /// So many act for it that there are to be no more.
    case full
    /// No reason, or one that is too long.
    case reason
    /// The invitation is over, was answered or withdrawn, or whoever invited may do so no longer.
    case over
    /// Only a person of a verified agency may represent.
    case agency
    /// Only the staff of an outlet may assist.
    case staff
    /// An organisation keeps a manager without an end and for all kinds of business.
    case lastManager
    /// Whoever is to take over does not belong to the organisation.
    case successor
}
