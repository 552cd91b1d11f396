/// The order of hits; equal keys are always ordered by identifier, ascending.
public enum SortOrder: Sendable, Hashable {
    /// Greatest BM25F score first; a query without any word to score is ordered newest first (the order column).
    case relevance
    /// By a number column; documents without a number come last in both directions.
    case number(column: String, descending: Bool)
    /// By the label of a column of single labels, in the order of bytes; documents without a label come last in both
    /// directions.
    ///
    /// **Cost** Makes the label map of the column where the snapshot has none yet; see `Snapshot.labelMap(_:)`.
    case label(column: String, descending: Bool)
    /// By identifier, ascending.
    case identifier
}
