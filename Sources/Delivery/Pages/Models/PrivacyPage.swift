/// What the program keeps, as far as it knows itself.
package struct PrivacyPage: Sendable {
    /// The names of what the log says of a request.
    package var logFields: [String]
    /// The names of the cookies.
    package var cookies: [String]
    /// How long a cookie is kept.
    package var cookieDays: Int
    /// The names of the cookies of who signs in.
    package var accountCookies: [String]
    /// How long events of signing in are kept; days.
    package var eventDays: Int
    /// The names of what is kept of a proposal.
    package var proposalFields: [String]
    /// What the operator adds; nil where they have not.
    package var note: String?

    package init(
        logFields: [String],
        cookies: [String],
        cookieDays: Int,
        accountCookies: [String],
        eventDays: Int,
        proposalFields: [String],
        note: String? = nil
    ) {
        self.logFields = logFields
        self.cookies = cookies
        self.cookieDays = cookieDays
        self.accountCookies = accountCookies
        self.eventDays = eventDays
        self.proposalFields = proposalFields
        self.note = note
    }
}
