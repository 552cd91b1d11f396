package import Links

/// One hit of a search.
package struct Hit: Sendable {
    /// The record as the n-th hit of the search.
    package var link: RecordLink
    package var right: RightName
    package var title: MarkedText
    package var isSample: Bool
    package var state: StateChip?
    /// Numbers as the field writes them, most telling first: publication, application, registration.
    package var numbers: [String]
    /// Dates with their names.
    package var dates: [DateFact]
    /// A stretch of text with finds.
    package var snippet: MarkedText?
    /// Names of the people behind it; masked by the caller where they must be.
    package var parties: [PartyName]
    package var classes: [ClassSymbol]
    /// Publications of the family, where there is more than this one.
    package var familySize: Int?
    /// Where it stands for several hits of its family: how to see them all.
    package var family: Family?
    /// How it came to its score, where that was asked for.
    package var score: Score?
    /// What stands in the columns of the table, in their order; empty where no table is shown.
    package var cells: [String] = []
    /// What stands in the place of a picture: the words of a mark, else the main class; nil where there is neither.
    package var sign: String?
    /// Figures that the record names; nil where it names none.
    package var drawings: Int?
    /// The picture that stands for the record; nil where none is kept or asked for.
    package var picture: Picture?
    /// When the record changed last here; microseconds since 1970, UTC.
    package var changed: Int64?

    /// The hits of one family.
    package struct Family: Sendable {
        package var count: Int
        package var search: SearchState

        package init(count: Int, search: SearchState) {
            self.count = count
            self.search = search
        }
    }

    package init(
        link: RecordLink,
        right: RightName,
        title: MarkedText,
        isSample: Bool = false,
        state: StateChip? = nil,
        numbers: [String] = [],
        dates: [DateFact] = [],
        snippet: MarkedText? = nil,
        parties: [PartyName] = [],
        classes: [ClassSymbol] = [],
        familySize: Int? = nil,
        family: Family? = nil,
        score: Score? = nil,
        changed: Int64? = nil
    ) {
        self.link = link
        self.right = right
        self.title = title
        self.isSample = isSample
        self.state = state
        self.numbers = numbers
        self.dates = dates
        self.snippet = snippet
        self.parties = parties
        self.classes = classes
        self.familySize = familySize
        self.family = family
        self.score = score
        self.changed = changed
    }
}
