package import Store

/// What somebody says who makes an organisation or corrects it.
package struct OrganisationWish: Sendable, Hashable {
    package var kind: OrganisationContent.Kind
    package var name, code, region: String

    package init(kind: OrganisationContent.Kind, name: String, code: String, region: String) {
        self.kind = kind
        self.name = name
        self.code = code
        self.region = region
    }
}

/// What somebody says who lets another act for an organisation or for themselves.
package struct Invitation: Sendable, Hashable {
    /// The id of an account, or an e-mail address.
    package var who: String
    package var power: Power
    /// Codes of `BusinessKind`; all kinds where there is none.
    package var business: [String]
    /// When it is to end, in microseconds UTC; nil where it is to hold until it is revoked.
    package var until: Int64?
    package var reason: String

    package init(who: String, power: Power, business: [String], until: Int64?, reason: String) {
        self.who = who
        self.power = power
        self.business = business
        self.until = until
        self.reason = reason
    }
}

/// An invitation that was made.
package struct Invited: Sendable, Hashable {
    /// The id of the authorisation.
    package let id: String
    /// Whether a message that tells of it waits in the queue of mail; nil where an account was invited by its id, for that would
    /// say whether the account has confirmed its address.
    package let isTold: Bool?
}

/// An organisation, and what whoever asks may do for it.
package struct OrganisationLine: Sendable, Hashable {
    package let id: String
    package let content: OrganisationContent
    package let powers: [Power]

    package init(id: String, content: OrganisationContent, powers: [Power]) {
        self.id = id
        self.content = content
        self.powers = powers
    }
}

/// An authorisation with the names that its readers may see.
package struct AuthorisationLine: Sendable, Hashable {
    package let id: String
    package let content: AuthorisationContent
    package let state: AuthorisationContent.State
    /// The organisation or person for whom it is.
    package let principal: String
    /// Who has it; before it is accepted, the masked address or the account that was invited; empty where
    /// that was declined or withdrawn.
    package let holder: String
    /// Who made it; nil where that account was closed.
    package let by: String?
    /// Who had it before; nil where nobody had or that account was closed.
    package let predecessor: String?
    /// Who ended it; nil where nobody did or that account was closed.
    package let endedBy: String?
}

/// The page of an organisation.
package struct OrganisationView: Sendable {
    package let id: String
    package let content: OrganisationContent
    /// The own authorisations for it.
    package let own: [AuthorisationLine]
    /// Whether whoever asks manages it, and so sees who else acts for it.
    package let isManaged: Bool
    /// Whether whoever asks may correct, verify and close it.
    package let mayChange: Bool
    /// Who acts for it or is invited, or once did.
    package let people: [AuthorisationLine]
    /// Where the list goes on; nil at its end.
    package let next: OrderPlace?
    /// What it was before and is, the oldest first.
    package let versions: [Version]

    /// A version of the organisation.
    package struct Version: Sendable, Hashable {
        /// Microseconds UTC.
        package let time: Int64
        package let content: OrganisationContent
    }
}

/// For whom somebody may act, who may act for them, and what waits for their answer.
package struct AuthorisationsView: Sendable {
    package let invitations, held, given: [AuthorisationLine]
}

/// One authorisation, for whoever it concerns.
package struct AuthorisationView: Sendable {
    package let line: AuthorisationLine
    /// Whether whoever asks can accept or decline it.
    package let isInvited: Bool
    /// Whether whoever asks has it.
    package let isOwn: Bool
    /// Whether whoever asks may revoke it: the principal, or a manager of it.
    package let isGivers: Bool
    /// For a representative's invitation: the verified agencies for which it can be accepted.
    package let agencies: [OrganisationLine]
    /// For a manager of all kinds of business: who could take over what the holder has.
    package let successors: [Successor]

    /// Somebody who belongs to the same organisation.
    package struct Successor: Sendable, Hashable {
        package let account, name: String
    }
}
