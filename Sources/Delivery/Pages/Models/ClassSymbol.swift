package import Links

/// A symbol of a classification, with the search for its class.
package struct ClassSymbol: Sendable, Hashable {
    package var symbol: String
    /// What the class is about, in the language of the page, where known.
    package var title: String?
    package var search: SearchState?

    package init(_ symbol: String, title: String? = nil, search: SearchState? = nil) {
        self.symbol = symbol
        self.title = title
        self.search = search
    }
}
