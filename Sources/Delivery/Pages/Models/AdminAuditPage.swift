package import Links

/// A list of the audit.
package struct AdminAuditPage: Sendable, Hashable {
    /// Which list, by the name of its text: `events`, `disclosures` or `log`.
    package var kind: String
    package var lines: [Line]
    /// The next page; nil on the last one.
    package var next: AdminLink?
    /// Whether the form that has the audit verified is offered.
    package var canVerify: Bool

    package init(kind: String, lines: [Line], next: AdminLink?, canVerify: Bool) {
        self.kind = kind
        self.lines = lines
        self.next = next
        self.canVerify = canVerify
    }

    /// The lists, by the names of their texts.
    package static let kinds = ["events", "disclosures", "log"]

    /// A row.
    package struct Line: Sendable, Hashable {
        /// Beijing time, as `YYYY-MM-DD HH:MM`.
        package var time: String
        package var what: String
        package var account: String
        /// Masked; empty where there is none.
        package var name: String
        package var author: String
        package var detail: String
        package var address: String

        package init(
            time: String,
            what: String,
            account: String,
            name: String,
            author: String,
            detail: String,
            address: String
        ) {
            self.time = time
            self.what = what
            self.account = account
            self.name = name
            self.author = author
            self.detail = detail
            self.address = address
        }
    }
}
