package import Links

/// A class in a list.
package struct ClassRow: Sendable, Hashable {
    package var symbol: String
    /// What it is about, in the language of the page or else in another.
    package var title: String?
    /// The language of the title where it is not that of the page.
    package var titleLanguage: String?
    /// Its records; nil where they were not counted.
    package var count: Tally?
    package var link: ClassLink
    /// The search for its records, where there is one.
    package var search: SearchState?

    package init(
        _ symbol: String,
        title: String? = nil,
        titleLanguage: String? = nil,
        count: Tally? = nil,
        link: ClassLink,
        search: SearchState? = nil
    ) {
        self.symbol = symbol
        self.title = title
        self.titleLanguage = titleLanguage
        self.count = count
        self.link = link
        self.search = search
    }
}
