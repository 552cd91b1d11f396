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
}
