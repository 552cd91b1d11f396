package import Links

/// A person or organisation as gazetted, with the search for what else it has.
package struct PartyName: Sendable, Hashable {
    package var name: String
    /// Country and place as they may be published, in the language of the page.
    package var place: String?
    package var search: SearchState?

    package init(_ name: String, place: String? = nil, search: SearchState? = nil) {
        self.name = name
        self.place = place
        self.search = search
    }
}
