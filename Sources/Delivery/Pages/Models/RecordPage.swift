package import Links

/// The whole of one record.
package struct RecordPage: Sendable {
    /// This page; with the search it was opened from, if it was.
    package var link: RecordLink
    package var right: RightName
    package var title: MarkedText
    /// The title in other languages.
    package var otherTitles: [TextPart] = []
    package var isSample: Bool
    package var status: Status
    /// Numbers of the heading, most telling first.
    package var numbers: [Fact] = []
    /// Bibliographic data in the order to show.
    package var facts: [Fact] = []
    package var abstracts: [TextPart] = []
    package var claims: [ClaimSet] = []
    package var description: [TextPart] = []
    package var classes: [ClassGroup] = []
    package var goods: [Goods] = []
    package var priorities: [Document] = []
    package var citations: [Document] = []
    /// Cited literature as printed.
    package var literature: [String] = []
    package var family: [Document] = []
    /// Newest first, or in any order; the page sorts them.
    package var events: [Event] = []
    package var drawings: [Drawing] = []
    package var sources: [Source] = []
    package var versions: [Version] = []
    /// How many hits the search has, when this record was opened from one.
    package var searchTotal: Int?
    package var previous: RecordLink?
    package var next: RecordLink?

    package init(link: RecordLink, right: RightName, title: MarkedText, isSample: Bool = false, status: Status) {
        self.link = link
        self.right = right
        self.title = title
        self.isSample = isSample
        self.status = status
    }

    /// The status in one sentence, with where it is said.
    package struct Status: Sendable, Hashable {
        package var chip: StateChip
        /// One sentence in plain words, in the language of the page; nil where nothing more is known than the chip.
        package var sentence: String?
        /// Who says so: a gazette, an export, a file.
        package var source: String?
        /// The day the source says it for.
        package var date: String?

        package init(_ chip: StateChip, sentence: String? = nil, source: String? = nil, date: String? = nil) {
            self.chip = chip
            self.sentence = sentence
            self.source = source
            self.date = date
        }
    }
}
