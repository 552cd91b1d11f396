/// The numbers of one column of a segment.
public struct NumberColumn: Sendable {
    /// The documents that share one minimum and maximum.
    public static let blockSize = 4_096

    /// What a block of documents holds.
    public struct BlockSummary: Sendable, Equatable {
        /// The least value; meaningless when no document has one.
        public var minimum: Int64
        /// The greatest value; meaningless when no document has one.
        public var maximum: Int64
        /// How many documents of the block have a value.
        public var presentCount: Int
    }

    /// The documents of the segment.
    public let documentCount: Int

    /// The number of blocks of 4,096 documents, the last one perhaps shorter.
    public var blockCount: Int { (documentCount + NumberColumn.blockSize - 1) / NumberColumn.blockSize }

    /// Minimum, maximum and count of a block.
    public func summary(ofBlock block: Int) -> BlockSummary {
        BlockSummary(minimum: 0, maximum: 0, presentCount: 0)
    }

    /// The value of a document; nil where it has none.
    public func value(_ document: UInt32) -> Int64? { nil }

    /// Appends the values of a range of documents; `missing` stands where there is none.
    public func fill(_ range: Range<UInt32>, missing: Int64, into values: inout [Int64]) {}
}
