package import Links

/// What waits in a register for a second person.
package struct EntryProposalsPage: Sendable {
    package var link: RegisterLink
    package var register: RegisterHead
    package var rows: [Row]

    package init(link: RegisterLink, register: RegisterHead, rows: [Row]) {
        self.link = link
        self.register = register
        self.rows = rows
    }

    /// A proposal.
    package struct Row: Sendable, Hashable {
        /// What stands behind the slash of its identifier.
        package var id: String
        /// What the entry is called.
        package var title: String
        package var isNew: Bool
        /// The fields that it changes.
        package var fields: [String]
        /// The account that made it, and the moment in Beijing.
        package var by: String
        package var time: String
        package var isOwn: Bool

        package init(
            id: String,
            title: String,
            isNew: Bool,
            fields: [String],
            by: String,
            time: String,
            isOwn: Bool
        ) {
            self.id = id
            self.title = title
            self.isNew = isNew
            self.fields = fields
            self.by = by
            self.time = time
            self.isOwn = isOwn
        }
    }
}
