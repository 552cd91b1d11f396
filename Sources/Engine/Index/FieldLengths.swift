public import Bytes

/// The lengths of one text field in the documents of a segment.
public struct FieldLengths: Sendable {
    /// The sum of the lengths over the live documents.
    public let total: UInt64
    /// The live documents whose length is above 0.
    public let documentCount: Int

    @usableFromInline let values: PackedArray

    init(_ values: PackedArray, _ total: FieldTotal) {
        self.values = values
        self.total = total.length
        documentCount = total.documentCount
    }

    /// The mean length over the live documents that have the field; 0 when none has.
    public var average: Double { documentCount == 0 ? 0 : Double(total) / Double(documentCount) }

    /// The length of the field in a document; 0 where it has none.
    @inlinable
    public func length(_ document: UInt32) -> UInt32 {
        UInt32(truncatingIfNeeded: values[Int(document)])
    }
}
