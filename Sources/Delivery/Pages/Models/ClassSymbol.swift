package import Links

/// A symbol of a classification, with the search for its class.
package struct ClassSymbol: Sendable, Hashable {
    package var symbol: String
    /// What the class is about, in the language of the page, where known.
    package var title: String?
    package var search: SearchState?
    /// The page of the class, where there is one.
    package var page: ClassLink?

    package init(_ symbol: String, title: String? = nil, search: SearchState? = nil, page: ClassLink? = nil) {
        self.symbol = symbol
        self.title = title
        self.search = search
        self.page = page
    }
}
