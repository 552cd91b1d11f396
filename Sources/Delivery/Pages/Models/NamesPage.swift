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
        /// The published table in force; nil where there is none.
        package var edition: Edition?
        /// The name that proposals put others beside; nil where none is taken.
        package var reference: String?

        package init(
            proposed: [Spelling],
            others: [Spelling],
            unread: Int,
            edition: Edition? = nil,
            reference: String? = nil
        ) {
            self.proposed = proposed
            self.others = others
            self.unread = unread
            self.edition = edition
            self.reference = reference
        }
    }

    /// An edition of the published table.
    package struct Edition: Sendable {
        package var version: Int
        package var name: String?
        /// The day on which it was published.
        package var published: String

        package init(version: Int, name: String?, published: String) {
            self.version = version
            self.name = name
            self.published = published
        }
    }

    /// What the published table says of a name.
    package enum Standing: Sendable {
        /// The others stand under it.
        case holder
        case spelling(Line)
        case different(Line)
    }

    /// A line of the published table.
    package struct Line: Sendable {
        package var spelling: String
        package var holder: String
        package var source: String
        package var from: String?

        package init(spelling: String, holder: String, source: String, from: String?) {
            self.spelling = spelling
            self.holder = holder
            self.source = source
            self.from = from
        }
    }

    /// What readers proposed of a name and the reference, and what became of it.
    package struct Proposals: Sendable {
        /// Open proposals that they are one holder's, or two, each once however often it was sent.
        package var same = 0
        package var different = 0
        /// What was decided, the last first.
        package var decisions: [Decision] = []

        package init(same: Int = 0, different: Int = 0, decisions: [Decision] = []) {
            self.same = same
            self.different = different
            self.decisions = decisions
        }
    }

    /// What became of a proposal.
    package struct Decision: Sendable {
        package var isAccepted: Bool
        /// `same` or `different`, as it was proposed.
        package var verdict: String
        package var day: String
        package var answer: String?

        package init(isAccepted: Bool, verdict: String, day: String, answer: String?) {
            self.isAccepted = isAccepted
            self.verdict = verdict
            self.day = day
            self.answer = answer
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
        package var standing: Standing?
        package var proposals: Proposals
        /// Whether a proposal of it and the reference can be taken.
        package var isCorrectable: Bool

        package init(
            name: String,
            count: Tally,
            likeness: String?,
            firstYear: Int?,
            lastYear: Int?,
            places: [String],
            search: SearchState,
            standing: Standing? = nil,
            proposals: Proposals = Proposals(),
            isCorrectable: Bool = true
        ) {
            self.name = name
            self.count = count
            self.likeness = likeness
            self.firstYear = firstYear
            self.lastYear = lastYear
            self.places = places
            self.search = search
            self.standing = standing
            self.proposals = proposals
            self.isCorrectable = isCorrectable
        }
    }
}
