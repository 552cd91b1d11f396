package import Domain
package import EntryIndex
package import Query
package import Wire

/// What a search found.
package struct SearchAnswer: Sendable {
    /// The query as it was understood.
    package var parsed: ParsedQuery
    /// Remarks on the query and on bounded work, in both languages.
    package var notes: [Bilingual]
    /// Records that match and are no samples.
    package var records: Int
    /// Sample records that match; never part of ``records``.
    package var samples: Int
    /// Where families are grouped: what is shown of the records and of the samples, one of each family; else nil.
    package var families: RecordCount?
    /// Everything the pages of hits go through: all that matches, or what is shown of it.
    package var listed: Int
    /// False when a deadline cut the search short: the totals are then at least those given.
    package var isExact: Bool
    package var hits: [SearchHit]
    /// The words that are marked in the hits, in the order of the query; their places are the numbers of their marks.
    package var words: [String]
    /// Words near those that no record has; offered, never searched by themselves.
    package var corrections: [SearchCorrection] = []
    /// Where the next page begins; nil when there is none.
    package var next: Cursor?
    package var facets: [FacetCount]
    /// Matches of the same words in each register, whatever register and facet values were asked for.
    package var registers: [Register: RecordCount]
    /// The log sequence that the answer is of.
    package var sequence: UInt64
    /// Log lines that the index had not yet taken in.
    package var behind: Int64
    package var elapsed: Duration

    /// Everything that matches.
    package var total: Int { records + samples }
}

/// Records and samples, counted apart.
package struct RecordCount: Sendable, Hashable {
    /// Records that are no samples.
    package var records: Int
    package var samples: Int

    package init(records: Int = 0, samples: Int = 0) {
        self.records = records
        self.samples = samples
    }
}

/// One record of an answer.
package struct SearchHit: Sendable {
    package var id: EntryID
    package var version: Int64
    /// When the version was saved; microseconds since 1970, UTC.
    package var time: Int64
    /// The newest version without its long texts, as it may be published: addresses of private persons end at the city.
    package var right: Right
    package var score: Double?
    /// Every factor of the score, where it was asked for.
    package var explanation: ExplanationDocument?
    /// Where families are grouped: the hits of its family, itself among them; else 1.
    package var familyHits: Int
    /// The words found in the title and in the text.
    package var title: MarkedText
    package var snippet: MarkedText?
}

/// A text with the places of found words.
package struct MarkedText: Sendable, Hashable {
    /// A stretch of the text.
    package struct Part: Sendable, Hashable {
        package var text: String
        /// The number of the query's word that stands here; nil for text between words.
        package var colour: Int?

        package init(_ text: String, colour: Int? = nil) {
            self.text = text
            self.colour = colour
        }
    }

    package var parts: [Part]
    package var isCutBefore: Bool
    package var isCutAfter: Bool
    /// Two letters of ISO 639-1 where the source names the language.
    package var language: String?

    package init(parts: [Part], isCutBefore: Bool = false, isCutAfter: Bool = false, language: String? = nil) {
        self.parts = parts
        self.isCutBefore = isCutBefore
        self.isCutAfter = isCutAfter
        self.language = language
    }

    /// The text without marks.
    package var plain: String { parts.map(\.text).joined() }
}

/// The values of one facet among all hits.
package struct FacetCount: Sendable {
    /// A value with its counts.
    package struct Value: Sendable, Hashable {
        package var label: String
        /// Records that are no samples.
        package var records = 0
        package var samples = 0
        package var isPicked = false
        /// Whether its records are left out.
        package var isExcluded = false

        init(_ label: String) { self.label = label }
    }

    package var facet: Facet
    package var values: [Value]
    /// Different values among all hits; at least the number listed.
    package var distinct: Int
}
