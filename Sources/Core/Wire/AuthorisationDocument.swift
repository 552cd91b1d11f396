/// That somebody may act for an organisation or a person, for programs.
///
/// Times are ISO 8601 in UTC.
package struct AuthorisationDocument: Codable, Hashable, Sendable {
    package var id: String
    /// The id of the organisation or account, and its name.
    package var principal, principalName: String
    /// The account that may act; left out before it was accepted.
    package var holder: String?
    /// The name of who may act; before it was accepted the masked address or the account that was invited.
    package var holderName: String
    /// `manager`, `agent`, `assistant` or `representative`.
    package var power: String
    /// Codes of the kinds of business; empty for all kinds.
    package var business: [String]
    /// The organisation of a representative.
    package var agency: String?
    /// `invited`, `lapsed`, `declined`, `inEffect`, `ended` or `revoked`.
    package var state: String
    package var reason: String
    /// The account that made it.
    package var by: String
    /// The account that had it before it was handed over.
    package var predecessor: String?
    package var made, lapses: String
    package var from, until: String?
    /// When it was declined or revoked, by which account and why.
    package var ended, endedBy, endReason: String?

    package init(
        id: String,
        principal: String,
        principalName: String,
        holder: String?,
        holderName: String,
        power: String,
        business: [String],
        agency: String?,
        state: String,
        reason: String,
        by: String,
        predecessor: String?,
        made: String,
        lapses: String,
        from: String?,
        until: String?,
        ended: String?,
        endedBy: String?,
        endReason: String?
    ) {
        self.id = id
        self.principal = principal
        self.principalName = principalName
        self.holder = holder
        self.holderName = holderName
        self.power = power
        self.business = business
        self.agency = agency
        self.state = state
        self.reason = reason
        self.by = by
        self.predecessor = predecessor
        self.made = made
        self.lapses = lapses
        self.from = from
        self.until = until
        self.ended = ended
        self.endedBy = endedBy
        self.endReason = endReason
    }
}
