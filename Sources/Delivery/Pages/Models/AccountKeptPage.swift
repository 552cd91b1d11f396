/// What an account keeps: records with tags and a note, searches, and groups of queries.
package struct AccountKeptPage: Sendable {
    /// Some of them, the newest first.
    package var rows: [Row]
    /// How many there are, and how many there may be.
    package var count, most: Int
    /// The id of the row behind which the next page begins; nil on the last one.
    package var next: String?

    package init(rows: [Row], count: Int, most: Int, next: String? = nil) {
        self.rows = rows
        self.count = count
        self.most = most
        self.next = next
    }

    /// Something that is kept.
    package struct Row: Sendable, Hashable {
        package var id: String
        /// `records`, `searches` or `sets`.
        package var kind: String
        package var title: String
        /// Where it leads; nil where its address would be too long.
        package var href: String?
        /// The queries of a group, one a line; nil for other things.
        package var queries: String?
        package var tags: [String]
        package var note: String
        /// The day, in China.
        package var kept: String

        package init(
            id: String,
            kind: String,
            title: String,
            href: String?,
            queries: String? = nil,
            tags: [String] = [],
            note: String = "",
            kept: String
        ) {
            self.id = id
            self.kind = kind
            self.title = title
            self.href = href
            self.queries = queries
            self.tags = tags
            self.note = note
            self.kept = kept
        }
    }
}
