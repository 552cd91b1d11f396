/// Asks how many hits have each pair of values of two columns, such as applicants by years.
public struct MatrixRequest: Sendable, Hashable {
    /// What stands along one side of a matrix.
    public enum Axis: Sendable, Hashable {
        /// The most frequent labels of an ordinal column.
        case labels(FacetRequest)
        /// The buckets of a number column.
        case numbers(HistogramRequest)

        /// The facet where labels stand along the side.
        var facet: FacetRequest? {
            if case .labels(let facet) = self { facet } else { nil }
        }
    }

    /// What each row is of.
    public var rows: Axis
    /// What each column is of; may be the same as the rows.
    public var columns: Axis

    /// Makes a matrix request.
    public init(rows: Axis, columns: Axis) {
        self.rows = rows
        self.columns = columns
    }

    /// The cells that may be asked for where labels stand along both sides, `Int.max` for more than that; else nil.
    var cellsOfLabels: Int? {
        guard let rows = rows.facet, let columns = columns.facet else { return nil }
        let (cells, overflows) = max(0, rows.limit).multipliedReportingOverflow(by: max(0, columns.limit))
        return overflows ? .max : cells
    }
}
