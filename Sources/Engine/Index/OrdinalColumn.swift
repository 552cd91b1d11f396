/// The labels of one column of a segment, numbered from 0 by the column's own dictionary.
public struct OrdinalColumn: Sendable {
    /// The documents of the segment.
    public let documentCount: Int
    /// The number of different labels.
    public let labelCount: Int
    /// Whether a document may have more than one label.
    public let isMultiple: Bool
    /// How labels are numbered.
    public let order: Schema.LabelOrder

    /// The only ordinal of a document in a column of single labels; nil where it has none.
    ///
    /// In a column of multiple labels this is the least ordinal of the document.
    public func ordinal(_ document: UInt32) -> UInt32? { nil }

    /// Replaces the buffer with the ordinals of a document in ascending order.
    public func ordinals(_ document: UInt32, into buffer: inout [UInt32]) {
        buffer.removeAll(keepingCapacity: true)
    }

    /// Replaces the buffers with the ordinals of a range of documents, one after another.
    ///
    /// The ordinals of the n-th document of the range are `ordinals[starts[n]..<starts[n + 1]]`.
    public func fill(_ range: Range<UInt32>, starts: inout [Int], ordinals: inout [UInt32]) {}

    /// The label of an ordinal; nil when there is no such ordinal.
    public func label(_ ordinal: UInt32) -> [UInt8]? { nil }

    /// The ordinal of a label; nil when no document of the segment has it.
    public func ordinal(ofLabel label: [UInt8]) -> UInt32? { nil }

    /// The ordinals whose labels start with a prefix; only in lexicographic order they are a range.
    ///
    /// Nil in frequency order: ask `ordinals(withPrefix:)`.
    public func range(withPrefix prefix: [UInt8]) -> Range<UInt32>? { nil }

    /// The ordinals whose labels lie between two labels, both included; nil in frequency order.
    public func range(from low: [UInt8], through high: [UInt8]) -> Range<UInt32>? { nil }

    /// The ordinals whose labels start with a prefix, ascending, in either order.
    public func ordinals(withPrefix prefix: [UInt8]) -> [UInt32] { [] }
}
