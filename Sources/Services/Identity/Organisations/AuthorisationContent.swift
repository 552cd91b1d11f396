import Domain
import Store

/// What an entry of the register `authorisation` says: that somebody may act for an organisation or a person.
///
/// It begins as an invitation, to an account or to whoever shows that an e-mail address is theirs, and holds from the moment
/// at which that person accepts: nobody is bound without knowing.
package struct AuthorisationContent: Codable, Sendable, Hashable {
    /// Where it stands at a moment.
    package enum State: String, Sendable, Hashable, CaseIterable {
        /// Not answered yet.
        case invited
        /// Nobody answered in time.
        case lapsed
        case declined
        case inEffect
        /// Its time is over.
        case ended
        case revoked
    }

    /// For whom: the id of an organisation or of an account.
    package var principal: String
    package var power: Power
    /// Codes of ``BusinessKind``; all kinds where there is none.
    package var business: [String]
    /// The agency of a representative, by which it was accepted.
    package var agency: String?
    /// Who may act; nil until the invitation is accepted.
    package var account: String?
    /// Who had it before, where it was handed over or two accounts became one.
    package var predecessor: String?
    /// Whom the invitation is for: the id of an account, or the keyed digest of an e-mail address; nil once it is answered,
    /// withdrawn, or lapsed and swept.
    package var invited: String?
    /// The address that was invited, masked; nil for an account, and with ``invited``.
    package var address: String?
    package var reason: String
    /// The account that invited, or `operator`.
    package var by: String
    /// When it was made, and until when the invitation can be accepted, in microseconds UTC.
    package var made, lapses: Int64
    /// From when to when it holds, in microseconds UTC; without `until` until it is revoked.
    package var from, until: Int64?
    /// When it was declined, or revoked by whom and why, in microseconds UTC.
    package var declined, revoked: Int64?
    package var revokedBy, revokedReason: String?

    /// The register of authorisations.
    package static let register = "authorisation"

    /// Where it stands.
    package func state(at time: Int64) -> State {
        if revoked != nil { return .revoked }
        if declined != nil { return .declined }
        if let until, until <= time { return from == nil ? .lapsed : .ended }
        if from != nil { return .inEffect }
        return lapses <= time ? .lapsed : .invited
    }

    /// When it can be accepted no longer, in microseconds UTC.
    var invitationEnds: Int64 { min(lapses, until ?? lapses) }

    /// When it came to stand among what is past, in microseconds UTC; nil for what is in effect, may become so or was.
    var past: Int64? { revoked ?? declined ?? (invited == nil && account == nil ? invitationEnds : nil) }

    /// What the store keeps of it: what is in effect or may become so is found by principal and by account, what is past by
    /// principal, the newest first, and all of it by whoever had it; invitations also by when they lapse.
    var draft: Draft {
        get throws {
            var orders: [OrderValue] = []
            if let past {
                orders.append(OrderValue(field: "past", text: principal, number: -past))
            } else {
                orders.append(OrderValue(field: "principal", text: principal, number: made))
                if let invited {
                    orders.append(OrderValue(field: "invited", text: invited, number: made))
                    orders.append(OrderValue(field: "lapses", text: "", number: invitationEnds))
                }
                if let account { orders.append(OrderValue(field: "account", text: account, number: made)) }
                if let agency { orders.append(OrderValue(field: "agency", text: agency, number: made)) }
            }
            if let account { orders.append(OrderValue(field: "holder", text: account, number: made)) }
            return Draft(content: try CanonicalJSON.encode(self), orders: orders)
        }
    }

    /// Whether it is for an organisation, not for a person.
    var isOfOrganisation: Bool { principal.hasPrefix(OrganisationContent.register + "/") }

    /// Whether it makes a manager without an end and for all kinds of business, of whom an organisation keeps one.
    var isLastingManager: Bool { power == .manager && until == nil && business.isEmpty }

    /// The role as permissions are checked with it; nil before it was accepted.
    var held: HeldRole? {
        from.map {
            HeldRole(
                power.role,
                .organisation(principal),
                from: $0,
                until: until,
                revoked: revoked,
                business: business.isEmpty ? nil : Set(business)
            )
        }
    }
}
