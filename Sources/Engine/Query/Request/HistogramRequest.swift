/// Asks for the distribution of a number column among all hits.
public struct HistogramRequest: Sendable, Hashable {
    /// The number column.
    public var column: String
    /// A value's bucket is value / divisor, rounded down.
    ///
    /// 10,000 makes years of dates yyyymmdd; at least 1.
    public var divisor: Int64 { didSet { divisor = max(1, divisor) } }

    /// Makes a histogram request.
    public init(column: String, divisor: Int64 = 1) {
        self.column = column
        self.divisor = max(1, divisor)
    }

    /// The bucket that a value lies in.
    func bucket(of value: Int64) -> Int64 {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }
}
