/// What a hit was ordered by.
public enum SortKey: Sendable, Hashable, Codable {
    /// Its BM25F score.
    case score(Double)
    /// Its number in the sorted column.
    case number(Int64)
    /// Its label in the sorted column.
    case label([UInt8])
    /// It has nothing in the sorted column.
    case missing
    /// Its identifier alone.
    case identifier
}
