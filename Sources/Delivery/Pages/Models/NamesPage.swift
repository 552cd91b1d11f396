package import Links

/// The spellings of a holder's name.
package struct NamesPage: Sendable {
    package var link: NamesLink
    /// What was found; nil for the form alone.
    package var result: Result?

    package init(link: NamesLink, result: Result? = nil) {
        self.link = link
        self.result = result
    }

    /// The spellings, and the other names that hold the same words.
    package struct Result: Sendable {
        package var proposed: [Spelling]
        package var others: [Spelling]
        package var unread: Int

        package init(proposed: [Spelling], others: [Spelling], unread: Int) {
            self.proposed = proposed
            self.others = others
            self.unread = unread
        }
    }

    /// A name as some records print it.
    package struct Spelling: Sendable {
        package var name: String
        package var count: Tally
        /// `spelling`, `form` or `place`; nil for one that only holds the words.
        package var likeness: String?
        package var firstYear: Int?
        package var lastYear: Int?
        /// Codes of provinces.
        package var places: [String]
        /// Its records.
        package var search: SearchState

        package init(
            name: String,
            count: Tally,
            likeness: String?,
            firstYear: Int?,
            lastYear: Int?,
            places: [String],
            search: SearchState
        ) {
            self.name = name
            self.count = count
            self.likeness = likeness
            self.firstYear = firstYear
            self.lastYear = lastYear
            self.places = places
            self.search = search
        }
    }
}
