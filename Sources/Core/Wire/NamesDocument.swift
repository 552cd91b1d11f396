/// The names under which one holder may stand in the records: `/names.json`.
package struct NamesDocument: Codable, Hashable, Sendable {
    /// The name as it was asked for.
    package var name: String
    /// Names that may be one holder's, the surest first.
    package var proposed: [NameDocument]
    /// Other names that hold its words; without years and places.
    package var others: [NameDocument]
    /// How many more names hold its words than were looked at.
    package var unread: Int
    /// The query for those proposed that do not differ in a place; left out where none is.
    package var query: String?
    /// The log sequence that the answer is of.
    package var snapshot: UInt64

    package init(
        name: String,
        proposed: [NameDocument],
        others: [NameDocument],
        unread: Int,
        query: String?,
        snapshot: UInt64
    ) {
        self.name = name
        self.proposed = proposed
        self.others = others
        self.unread = unread
        self.query = query
        self.snapshot = snapshot
    }

    /// A name as some records print it.
    package struct NameDocument: Codable, Hashable, Sendable {
        package var name: String
        package var count: CountDocument
        /// Why it may be the same holder: `spelling`, `form` or `place`.
        package var likeness: String?
        /// First and last year of an application.
        package var firstYear: Int?
        package var lastYear: Int?
        /// Codes of provinces (GB/T 2260) of its records, those of most first.
        package var places: [String]

        package init(
            name: String,
            count: CountDocument,
            likeness: String?,
            firstYear: Int?,
            lastYear: Int?,
            places: [String]
        ) {
            self.name = name
            self.count = count
            self.likeness = likeness
            self.firstYear = firstYear
            self.lastYear = lastYear
            self.places = places
        }
    }
}
