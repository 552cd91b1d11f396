/// The answer to a search.
public struct SearchResult: Sendable, Equatable {
    /// Documents that match: exactly when ``isExact``, else at least.
    public var total: Int
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
    /// One answer per facet request, in their order.
    public var facets: [FacetResult]
    /// One answer per histogram request, in their order.
    public var histograms: [HistogramResult]
    /// One answer per matrix request, in their order.
    public var matrices: [MatrixResult]
    /// Everything that was bounded; empty when the question was answered in full.
    public var notes: [BoundNote]

    /// Where the next page begins; nil when this page has no hit.
    public var next: Cursor? {
        hits.last.map { Cursor(key: $0.key, id: $0.id) }
    }
}
