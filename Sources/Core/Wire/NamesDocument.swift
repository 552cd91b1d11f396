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
    /// The query for those proposed that the table has or that do not differ in a place; left out where none is.
    package var query: String?
    /// The published table of aliases in force; left out where there is none.
    package var edition: EditionDocument?
    /// The name that proposals put others beside; left out where no name is proposed.
    package var reference: String?
    /// The log sequence that the answer is of.
    package var snapshot: UInt64

    package init(
        name: String,
        proposed: [NameDocument],
        others: [NameDocument],
        unread: Int,
        query: String?,
        edition: EditionDocument?,
        reference: String?,
        snapshot: UInt64
    ) {
        self.name = name
        self.proposed = proposed
        self.others = others
        self.unread = unread
        self.query = query
        self.edition = edition
        self.reference = reference
        self.snapshot = snapshot
    }

    /// A name as some records print it.
    package struct NameDocument: Codable, Hashable, Sendable {
        package var name: String
        package var count: CountDocument
        /// Why it may be the same holder: `published`, `spelling`, `form` or `place`.
        package var likeness: String?
        /// First and last year of an application.
        package var firstYear: Int?
        package var lastYear: Int?
        /// Codes of provinces (GB/T 2260) of its records, those of most first.
        package var places: [String]
        /// The line of the published table about it.
        package var table: LineDocument?
        /// What readers proposed of it and the reference; left out where nothing was.
        package var proposals: ProposalsDocument?

        package init(
            name: String,
            count: CountDocument,
            likeness: String?,
            firstYear: Int?,
            lastYear: Int?,
            places: [String],
            table: LineDocument? = nil,
            proposals: ProposalsDocument? = nil
        ) {
            self.name = name
            self.count = count
            self.likeness = likeness
            self.firstYear = firstYear
            self.lastYear = lastYear
            self.places = places
            self.table = table
            self.proposals = proposals
        }
    }

    /// An edition of the published table.
    package struct EditionDocument: Codable, Hashable, Sendable {
        package var version: Int
        package var name: String?
        /// The day on which it was published, in China.
        package var published: String?

        package init(version: Int, name: String?, published: String?) {
            self.version = version
            self.name = name
            self.published = published
        }
    }

    /// A line of the published table.
    package struct LineDocument: Codable, Hashable, Sendable {
        package var spelling: String
        package var holder: String
        /// `same` or `different`.
        package var verdict: String
        package var source: String
        /// The day from which it holds.
        package var from: String?

        package init(spelling: String, holder: String, verdict: String, source: String, from: String?) {
            self.spelling = spelling
            self.holder = holder
            self.verdict = verdict
            self.source = source
            self.from = from
        }
    }

    /// What readers proposed of two names.
    package struct ProposalsDocument: Codable, Hashable, Sendable {
        /// Open proposals that they are one holder's, each once however often it was sent.
        package var openSame: Int
        /// Open proposals that they are two holders, each once however often it was sent.
        package var openDifferent: Int
        /// The last decisions, the newest first.
        package var decided: [DecisionDocument]

        package init(openSame: Int, openDifferent: Int, decided: [DecisionDocument]) {
            self.openSame = openSame
            self.openDifferent = openDifferent
            self.decided = decided
        }
    }

    /// What became of a proposal.
    package struct DecisionDocument: Codable, Hashable, Sendable {
        /// `accepted` or `rejected`.
        package var state: String
        /// `same` or `different`, as it was proposed.
        package var verdict: String
        package var day: String
        /// Why it was rejected.
        package var answer: String?

        package init(state: String, verdict: String, day: String, answer: String?) {
            self.state = state
            self.verdict = verdict
            self.day = day
            self.answer = answer
        }
    }
}
