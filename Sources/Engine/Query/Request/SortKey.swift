/// What a hit was ordered by.
public enum SortKey: Sendable, Hashable, Codable {
    /// Its BM25F score.
    case score(Double)
    /// Its number in the sorted column.
    case number(Int64)
    /// It has no number in the sorted column.
    case missing
    /// Its identifier alone.
    case identifier
}
