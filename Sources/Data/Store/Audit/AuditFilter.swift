/// Which rows of the audit are wanted.
package struct AuditFilter: Sendable, Hashable {
    /// The account concerned: author or entry of a line, whose event, viewer or subject of a disclosure; nil for all.
    package var account: String?
    /// The register of lines of the log; nil for all.
    package var register: String?
    /// From this moment on and before that one, in microseconds UTC; nil for no bound.
    package var since, until: Int64?

    package init(account: String? = nil, register: String? = nil, since: Int64? = nil, until: Int64? = nil) {
        self.account = account
        self.register = register
        self.since = since
        self.until = until
    }

    /// An event as a list may show it: where from and what exactly only of the account that was asked for, which is told.
    package func shown(_ event: AccountEvent) -> AccountEvent {
        guard event.account != account else { return event }
        var event = event
        (event.address, event.detail) = ("", nil)
        return event
    }

    /// A disclosure likewise: of one whose viewer was asked for, role, fields, reason and place belong to somebody else.
    package func shown(_ disclosure: Disclosure) -> Disclosure {
        guard disclosure.subject != account else { return disclosure }
        var disclosure = disclosure
        (disclosure.role, disclosure.place, disclosure.fields) = ("", "", "")
        (disclosure.reason, disclosure.address) = ("", "")
        return disclosure
    }
}
