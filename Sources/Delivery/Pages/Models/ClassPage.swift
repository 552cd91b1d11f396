package import Links

/// The page of a scheme or class with the classes right below it.
package struct ClassPage: Sendable {
    package var link: ClassLink
    /// The scheme in words.
    package var scheme: String
    /// The class; nil at the top of the scheme.
    package var own: ClassRow?
    /// The title of the class with its remarks, where that is longer than the one in lists.
    package var fullTitle: String?
    /// Records of the class, or of all classes of the scheme.
    package var count: Tally
    /// The classes above, the topmost first.
    package var above: [ClassRow]
    /// The classes right below.
    package var below: [ClassRow]
    /// The search for records that have the class itself and none below it, where there is one.
    package var ownSearch: SearchState?
    /// The search that also takes in subgroups whose digits begin like those of the class, where there is one.
    package var wideSearch: SearchState?
    /// IPC symbols that make the class.
    package var ipc: [ClassRow]
    /// What the other schemes have for it, where that can be asked.
    package var concordance: ConcordanceLink?
    /// Whether titles of the scheme were loaded or are built in as a whole.
    package var hasTitles: Bool
    package var edition: String?
    /// What was found for the words; nil without words.
    package var finds: ClassesPage.Finds?

    package init(
        link: ClassLink,
        scheme: String,
        own: ClassRow? = nil,
        fullTitle: String? = nil,
        count: Tally,
        above: [ClassRow] = [],
        below: [ClassRow] = [],
        ownSearch: SearchState? = nil,
        wideSearch: SearchState? = nil,
        ipc: [ClassRow] = [],
        concordance: ConcordanceLink? = nil,
        hasTitles: Bool = true,
        edition: String? = nil,
        finds: ClassesPage.Finds? = nil
    ) {
        self.link = link
        self.scheme = scheme
        self.own = own
        self.fullTitle = fullTitle
        self.count = count
        self.above = above
        self.below = below
        self.ownSearch = ownSearch
        self.wideSearch = wideSearch
        self.ipc = ipc
        self.concordance = concordance
        self.hasTitles = hasTitles
        self.edition = edition
        self.finds = finds
    }
}
