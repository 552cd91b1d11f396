/// One search: what to find, how to order it, what to count beside it.
public struct SearchRequest: Sendable {
    /// What to find; its words are scored.
    public var query: QueryTree
    /// What hits must match besides, without any effect on scores.
    public var filter: QueryTree
    /// Hits wanted at most; 0 counts only.
    public var limit: Int
    /// The order of the hits.
    public var sort: SortOrder
    /// Only hits behind this one, for the next page; made by ``SearchResult/next``.
    public var after: Cursor?
    /// A column of single labels: of all hits with the same label only the first is shown, whatever page it is on.
    ///
    /// Totals, facets, histograms and matrices stay those of all hits; ``SearchResult/groups`` counts what is shown.
    public var collapse: String?
    /// Hits that match this are listed among the others, but counted apart from them: ``SearchResult/apart`` has their counts.
    ///
    /// "All hits" of facets, histograms and matrices then are the others. One pass counts both, where two searches would match
    /// the query twice. Nil counts all hits together.
    public var apart: QueryTree?
    /// Labels to count over all hits.
    public var facets: [FacetRequest]
    /// Numbers to count over all hits.
    public var histograms: [HistogramRequest]
    /// Pairs of labels and numbers to count over all hits.
    public var matrices: [MatrixRequest]
    /// Field weights and BM25F constants.
    public var scoring: Scoring
    /// Whether the total is wanted; default true.
    ///
    /// Without it the first hits by relevance, or newest first, may be found without meeting all others:
    /// ``SearchResult/total`` is then the number of hits that were compared, and not exact. Facets, histograms
    /// and matrices are always of all hits.
    public var needsTotal: Bool

    /// Makes a request; everything but the query has a default.
    public init(
        _ query: QueryTree,
        filter: QueryTree = .all,
        limit: Int = 10,
        sort: SortOrder = .relevance,
        after: Cursor? = nil,
        collapse: String? = nil,
        apart: QueryTree? = nil,
        facets: [FacetRequest] = [],
        histograms: [HistogramRequest] = [],
        matrices: [MatrixRequest] = [],
        scoring: Scoring = Scoring(),
        needsTotal: Bool = true
    ) {
        self.query = query
        self.filter = filter
        self.limit = limit
        self.sort = sort
        self.after = after
        self.collapse = collapse
        self.apart = apart
        self.facets = facets
        self.histograms = histograms
        self.matrices = matrices
        self.scoring = scoring
        self.needsTotal = needsTotal
    }

    /// Whether every hit has to be met.
    var isCounted: Bool {
        needsTotal || collapse != nil || apart != nil || !facets.isEmpty || !histograms.isEmpty || !matrices.isEmpty
    }
}
