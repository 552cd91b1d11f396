package import Domain
import EntryIndex
package import Query

/// A search as a person or program asks it.
package struct SearchQuestion: Sendable {
    /// How hits are ordered.
    package enum Order: Sendable, Hashable {
        case relevance, newest, oldest, filedLast, filedFirst
    }

    /// Which records count: all, only those that are no samples, or only samples.
    package enum Samples: Sendable, Hashable {
        case included, excluded, only
    }

    /// The query in the query language; empty means everything.
    package var text: String
    /// One register, or all of them.
    package var register: Register?
    /// Picked facet values by facet; values of one facet are alternatives, facets are conditions.
    package var picked: [Facet: [String]]
    /// Facet values whose records are left out, by facet.
    package var excluded: [Facet: [String]] = [:]
    package var order: Order
    package var samples: Samples
    /// Whether of the records of one patent family only the first is shown.
    package var groupsFamilies: Bool
    /// A text, as a description or a claim, that hits are to be like: they share its most telling words; nil for none.
    package var like: String?
    /// Whether every factor of the scores is wanted; there are none in other orders than relevance.
    package var explainsScores = false
    /// Hits wanted, 0 to count only.
    package var limit: Int
    /// Hits to leave out before the first, for numbered pages.
    package var offset: Int
    /// The hit behind which to go on, for deep pages; wins over `offset`.
    package var after: Cursor?
    /// Facets wanted with the number of values of each.
    package var facets: [Facet: Int]
    /// A line of the log that the asker knows to be written, as after saving something; 0 for none.
    ///
    /// The answer waits a little for the index to come so far, and says what it lacks when it has not.
    package var knownSequence: UInt64 = 0
    /// The language in which titles and texts are shown where a record has several; it never changes what is found.
    package var language: String

    package init(
        text: String,
        register: Register? = nil,
        picked: [Facet: [String]] = [:],
        order: Order = .relevance,
        samples: Samples = .included,
        groupsFamilies: Bool = false,
        limit: Int = 20,
        offset: Int = 0,
        after: Cursor? = nil,
        facets: [Facet: Int] = [:],
        language: String = "zh"
    ) {
        self.text = text
        self.register = register
        self.picked = picked
        self.order = order
        self.samples = samples
        self.groupsFamilies = groupsFamilies
        self.limit = limit
        self.offset = offset
        self.after = after
        self.facets = facets
        self.language = language
    }
}

/// A property by which hits are counted and narrowed.
package enum Facet: String, CaseIterable, Sendable, Hashable {
    case state, right, year, applicant, inventor, ipcSubclass, locarno, nice, country, region, agency, family

    /// Those whose values a page of hits lists; a family is only picked, from one of its hits.
    package static let listed = allCases.filter { $0 != .family }

    /// The column of the index behind the facet; nil for the year, which is a histogram.
    var column: Column? {
        switch self {
        case .state: .state
        case .right: .right
        case .year: nil
        case .applicant: .applicant
        case .inventor: .inventor
        case .ipcSubclass: .ipcSubclass
        case .locarno: .locarno
        case .nice: .nice
        case .country: .country
        case .region: .region
        case .agency: .agency
        case .family: .family
        }
    }

    /// Whether only a part of the column's labels belongs to the facet: of regions only provinces, not prefectures.
    var listsPart: Bool { self == .region }

    /// Whether a label of the column is a value of the facet.
    func lists(_ label: String) -> Bool { self != .region || label.hasSuffix("0000") }

    /// Labels to ask the engine for so that `size` values of the facet are among them.
    func listed(_ size: Int) -> Int { listsPart ? Self.allRegions : size }

    /// More than there are provinces and prefectures.
    private static let allRegions = 1_000

    /// The records that have one of the values.
    func condition(_ values: [String]) -> QueryTree {
        guard let column else {
            return .or(
                values.compactMap(Int64.init).map { year in
                    .numbers(column: Column.applicationDate.rawValue, year * 10_000...year * 10_000 + 9_999)
                }
            )
        }
        return .ordinals(column: column.rawValue, .exact(values.map { Array($0.utf8) }))
    }
}
