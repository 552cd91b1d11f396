/// Asks for the most frequent labels of an ordinal column among all hits.
public struct FacetRequest: Sendable, Hashable {
    /// The ordinal column.
    public var column: String
    /// Labels wanted at most.
    public var limit: Int
    /// Count only labels that begin with these bytes; empty for all.
    public var prefix: [UInt8]
    /// What labels are counted as.
    public var grouping: LabelGrouping

    /// Makes a facet request.
    public init(column: String, limit: Int = 10, prefix: [UInt8] = [], grouping: LabelGrouping = .whole) {
        self.column = column
        self.limit = limit
        self.prefix = prefix
        self.grouping = grouping
    }
}
