package import Domain

/// The answer of a search, on the web as `/search.json` and on the command line as `search --json`.
///
/// **Shape** Names never change their meaning; new ones may come. What is not known is left out.
package struct SearchDocument: Codable, Hashable, Sendable {
    /// Everything that matches: records and samples.
    package var total: Int
    /// Matching records that are no samples.
    package var records: Int
    /// Matching sample records.
    package var samples: Int
    /// With `group=family`: what is shown, one record of each family and all without one; else left out.
    package var families: CountDocument?
    /// False when a deadline cut the search short; the numbers are then at least those given.
    package var exact: Bool
    /// The log sequence that the answer is of.
    package var snapshot: UInt64
    /// Log lines that the index had not yet taken in; left out when there is none.
    package var behind: Int64?
    /// Time of the search.
    package var milliseconds: Double
    /// The query as it was typed.
    package var query: String
    /// The query as it was understood, in the query language.
    package var expression: String
    /// The parts of the query that all have to hold.
    package var understood: [TermDocument]
    /// Remarks on the query and on bounded work.
    package var notes: [Bilingual]
    /// Words near those that no record has, each with the query that it makes; never searched by themselves.
    package var corrections: [CorrectionDocument]
    /// The one register asked for; left out for all of them.
    package var register: String?
    /// `relevance`, `newest` or `oldest`.
    package var sort: String
    /// Chosen facet values by field.
    package var filters: [String: [String]]
    /// Excluded facet values by field; left out where there are none.
    package var excluded: [String: [String]]?
    /// The number of the page, from 1.
    package var page: Int
    /// Hits on a page.
    package var pageSize: Int
    /// The address of the next page; left out on the last one.
    package var next: String?
    /// Matches of the same query in each register, whatever register and facet values were asked for.
    package var registers: [String: CountDocument]
    package var facets: [FacetDocument]
    package var hits: [HitDocument]

    package init(total: CountDocument, snapshot: UInt64, milliseconds: Double, query: String, expression: String) {
        self.total = total.records + total.samples
        records = total.records
        samples = total.samples
        exact = true
        self.snapshot = snapshot
        self.milliseconds = milliseconds
        self.query = query
        self.expression = expression
        understood = []
        notes = []
        corrections = []
        sort = "relevance"
        filters = [:]
        page = 1
        pageSize = 20
        registers = [:]
        facets = []
        hits = []
    }
}

/// A word near one that no record has.
package struct CorrectionDocument: Codable, Hashable, Sendable {
    /// The word as typed.
    package var word: String
    /// The word near it.
    package var replacement: String
    /// The whole query with it.
    package var query: String
    /// What that query finds.
    package var count: CountDocument

    package init(word: String, replacement: String, query: String, count: CountDocument) {
        self.word = word
        self.replacement = replacement
        self.query = query
        self.count = count
    }
}

/// One part of a query as it was understood.
package struct TermDocument: Codable, Hashable, Sendable {
    /// Where it is looked for.
    package var field: Bilingual
    /// What is looked for.
    package var text: String
    /// The part as a query of its own.
    package var query: String
    /// Whether the part says what must not occur.
    package var excluded: Bool
    /// The whole query without the part.
    package var remainder: String

    package init(field: Bilingual, text: String, query: String, excluded: Bool, remainder: String) {
        self.field = field
        self.text = text
        self.query = query
        self.excluded = excluded
        self.remainder = remainder
    }
}
