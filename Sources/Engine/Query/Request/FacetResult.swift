/// The most frequent labels of a column among all hits.
public struct FacetResult: Sendable, Hashable {
    /// A label with the number of hits that have it.
    public struct Entry: Sendable, Hashable {
        /// The label's bytes.
        public var label: [UInt8]
        /// Hits that have it.
        public var count: Int

        /// Makes an entry.
        public init(label: [UInt8], count: Int) {
            self.label = label
            self.count = count
        }
    }

    /// The column counted.
    public var column: String
    /// Most frequent first; equal counts in byte order.
    public var entries: [Entry]
    /// Different labels among all hits.
    public var distinct: Int
}
