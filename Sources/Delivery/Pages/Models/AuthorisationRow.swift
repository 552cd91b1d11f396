/// An authorisation as lists and its own page show it.
///
/// Times are those of Beijing, as `YYYY-MM-DD HH:MM`.
package struct AuthorisationRow: Sendable, Hashable {
    /// The end of its id, as its address has it.
    package var item: String
    /// For whom, and who may act; a masked address where an invitation waits.
    package var principal, holder: String
    /// The power, in the language of the page, and by its name.
    package var power, powerName: String
    /// The kinds of business, in the language of the page; all kinds where there is none.
    package var business: [String]
    /// `invited`, `lapsed`, `declined`, `inEffect`, `ended` or `revoked`.
    package var state: String
    package var reason: String
    /// Who made it, and who ended it; nil where nobody did or the account was closed.
    package var by, revokedBy: String?
    /// Who had it before it was handed over.
    package var predecessor: String?
    /// When it was made, and until when the invitation can be accepted.
    package var made, lapses: String
    package var from, until, ended: String?
    package var endReason: String?

    package init(
        item: String,
        principal: String,
        holder: String,
        power: String,
        powerName: String,
        business: [String],
        state: String,
        reason: String,
        by: String? = nil,
        revokedBy: String? = nil,
        predecessor: String? = nil,
        made: String,
        lapses: String,
        from: String? = nil,
        until: String? = nil,
        ended: String? = nil,
        endReason: String? = nil
    ) {
        self.item = item
        self.principal = principal
        self.holder = holder
        self.power = power
        self.powerName = powerName
        self.business = business
        self.state = state
        self.reason = reason
        self.by = by
        self.revokedBy = revokedBy
        self.predecessor = predecessor
        self.made = made
        self.lapses = lapses
        self.from = from
        self.until = until
        self.ended = ended
        self.endReason = endReason
    }
}
