/// A page of the audit, the newest first.
///
/// Times are ISO 8601 in UTC.
package struct AuditDocument: Codable, Hashable, Sendable {
    /// `events`, `disclosures` or `log`.
    package var kind: String
    package var rows: [RowDocument]
    /// The address of the next page; left out on the last one.
    package var next: String?

    package init(kind: String, rows: [RowDocument], next: String?) {
        self.kind = kind
        self.rows = rows
        self.next = next
    }

    /// A row.
    package struct RowDocument: Codable, Hashable, Sendable {
        package var time: String
        /// The kind of an event, the action of a disclosure, the register of a line.
        package var what: String
        /// The account, or the entry of a line.
        package var account: String
        /// Masked; empty where there is none.
        package var name: String
        /// Who did it; empty for an event.
        package var author: String
        /// Why or what exactly; of a line its number and the version of the entry.
        package var detail: String
        /// The network address, cut.
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
