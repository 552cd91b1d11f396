/// The answer to a search.
public struct SearchResult: Sendable, Equatable {
    /// What was counted of some hits.
    public struct Counts: Sendable, Equatable {
        /// How many they are: exactly when ``SearchResult/isExact``, else at least.
        public var total: Int
        /// With ``SearchRequest/collapse``: different labels among them, and hits without one; as exact as the total.
        public var groups: Int?
        /// One answer per facet request, in their order.
        public var facets: [FacetResult]
        /// One answer per histogram request, in their order.
        public var histograms: [HistogramResult]

        /// Makes counts; those of no hits by default.
        public init(
            total: Int = 0,
            groups: Int? = nil,
            facets: [FacetResult] = [],
            histograms: [HistogramResult] = []
        ) {
            self.total = total
            self.groups = groups
            self.facets = facets
            self.histograms = histograms
        }
    }

    /// The counts of all hits, except those counted apart.
    public var counts: Counts
    /// The counts of the hits that match ``SearchRequest/apart``; nil where no such condition was given.
    public var apart: Counts?
    /// Whether every document was looked at, and every hit for the cells of matrices; false only after a deadline, or when
    /// no total was wanted.
    public var isExact: Bool
    /// When not exact: every document whose order number is greater was looked at.
    ///
    /// Nil besides when only documents without an order number or cells of matrices were left, and when no total was wanted.
    /// The cells of matrices may hold fewer hits.
    public var completeBack: Int64?
    /// With ``SearchRequest/collapse``: different labels among all hits, and hits without one; as exact as the total.
    public var groups: Int?
    /// The hits of this page in order.
    public var hits: [Hit]
    /// One answer per matrix request, in their order; hits counted apart are not among them.
    public var matrices: [MatrixResult]
    /// Everything that was bounded; empty when the question was answered in full.
    public var notes: [BoundNote]

    /// Documents that match, except those counted apart.
    public var total: Int { counts.total }
    /// One answer per facet request, in their order, without the hits counted apart.
    public var facets: [FacetResult] { counts.facets }
    /// One answer per histogram request, in their order, without the hits counted apart.
    public var histograms: [HistogramResult] { counts.histograms }

    /// Where the next page begins; nil when this page has no hit.
    public var next: Cursor? {
        hits.last.map { Cursor(key: $0.key, id: $0.id) }
    }
}
