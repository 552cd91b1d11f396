/// The distribution of a number column among all hits.
public struct HistogramResult: Sendable, Hashable {
    /// A bucket with the number of hits in it.
    public struct Entry: Sendable, Hashable {
        /// value / divisor, rounded down.
        public var bucket: Int64
        /// Hits in it.
        public var count: Int

        /// Makes an entry.
        public init(bucket: Int64, count: Int) {
            self.bucket = bucket
            self.count = count
        }
    }

    /// The column counted.
    public var column: String
    /// Ascending by bucket; empty buckets are left out.
    public var entries: [Entry]
    /// Hits without a number.
    public var missing: Int
}
