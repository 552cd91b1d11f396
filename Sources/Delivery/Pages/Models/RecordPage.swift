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
    /// What changed from publication to grant in claims, abstract and description, where the sources have both.
    package var amendments: [Part: Amendment] = [:]
    package var description: [TextPart] = []
    package var classes: [ClassGroup] = []
    package var goods: [Goods] = []
    package var priorities: [Document] = []
    package var citations: [Document] = []
    /// Cited literature as printed.
    package var literature: [String] = []
    /// Members of the family; the page makes a tree of them.
    package var family: [Document] = []
    /// Who cites it; nil for a right that nobody cites, and where the index cannot be asked.
    package var citing: Citing?
    /// Where the right stands, apart from what lies on it; nil where no source says anything.
    package var standing: Standing?
    /// What comes next; nil where nothing is known to.
    package var outlook: Outlook?
    /// The legal history, newest first or in any order; the page sorts it.
    package var events: [Event] = []
    /// Licences, pledges and preservations through the years, in any order.
    package var encumbrances: [Event] = []
    /// The day as of which the node has the record; nil where it is not known.
    package var asOf: String?
    package var drawings: [Drawing] = []
    /// How to cite it, the style of the reader's language first.
    package var references: [Reference] = []
    /// The most trusted first; facts name them by their place.
    package var sources: [Source] = []
    /// The source of each part, as a place among ``sources`` from 1.
    package var origins: [Part: Int] = [:]
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
