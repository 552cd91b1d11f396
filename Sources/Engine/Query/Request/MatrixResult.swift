/// How many hits have each pair of values of two columns.
///
/// A hit with several labels is counted in each of its cells, once in every one.
public struct MatrixResult: Sendable, Hashable {
    /// What stands along one side, with the counts over all hits, whatever they have on the other side.
    public enum Axis: Sendable, Hashable {
        /// The most frequent labels, as the facet alone would give them.
        case labels(FacetResult)
        /// The buckets, as the histogram alone would give them; where cells would be too many, only the least ones.
        case numbers(HistogramResult)

        /// How many rows or columns there are.
        public var count: Int {
            switch self {
            case .labels(let facet): facet.entries.count
            case .numbers(let histogram): histogram.entries.count
            }
        }
    }

    /// What each row is of.
    public var rows: Axis
    /// What each column is of.
    public var columns: Axis
    /// The hits of each cell, row after row.
    ///
    /// **Shape** rows x columns; a cell's place is its row x `columns.count` + its column.
    public var counts: [Int]

    /// The hits of a cell; row and column are numbered from 0, and must exist.
    public subscript(row: Int, column: Int) -> Int { counts[row * columns.count + column] }
}
