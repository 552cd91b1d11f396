/// Walks the documents of one term in ascending order, in blocks of at most 128.
///
/// Start with `nextBlock` or `advance`; the current block then stands in `documents` and `masks`, of which the first
/// `count` elements count. `index` is the place of the current document within the block.
public struct PostingsCursor: Sendable {
    /// The most postings in a block.
    public static let blockSize = 128

    /// The documents of the current block in ascending order; only the first `count` are valid.
    public private(set) var documents = [UInt32](repeating: 0, count: blockSize)
    /// The fields of each document of the current block that have the term.
    public private(set) var masks = [UInt32](repeating: 0, count: blockSize)
    /// How many documents the current block has; 0 before the first and after the last block.
    public private(set) var count = 0
    /// The place of the current document within the block.
    public var index = 0
    /// The documents of the whole list.
    public let documentFrequency: Int

    init(info: TermInfo) { documentFrequency = info.documentFrequency }

    /// Moves to the next block and to its first document.
    ///
    /// - Returns: False after the last block.
    /// - Throws: `IndexFailure.corrupt`.
    public mutating func nextBlock() throws(IndexFailure) -> Bool { false }

    /// Moves to the first document that is not below the target, never backwards.
    ///
    /// Blocks that end below the target are skipped without being read.
    /// - Returns: False when there is none; `count` is then 0.
    /// - Throws: `IndexFailure.corrupt`.
    public mutating func advance(to document: UInt32) throws(IndexFailure) -> Bool { false }

    /// Moves to the next document.
    ///
    /// - Returns: False after the last one.
    /// - Throws: `IndexFailure.corrupt`.
    public mutating func next() throws(IndexFailure) -> Bool { false }

    /// The current document; valid while `count` is above 0.
    public var document: UInt32 { documents[index] }

    /// The fields of the current document that have the term.
    public var mask: FieldMask { FieldMask(rawValue: masks[index]) }

    /// How often the term occurs in a field of the document at a place of the current block; 0 where it does not.
    ///
    /// A term without positions counts 1 per field.
    /// - Throws: `IndexFailure.corrupt`.
    public mutating func frequency(_ field: FieldID, at index: Int) throws(IndexFailure) -> UInt32 { 0 }

    /// How often the term occurs in a field of the current document; 0 where it does not.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public mutating func frequency(_ field: FieldID) throws(IndexFailure) -> UInt32 {
        try frequency(field, at: index)
    }

    /// Replaces the buffer with the ascending positions of the term in a field of the current document.
    ///
    /// Empty where the term does not occur or has no positions.
    /// - Throws: `IndexFailure.corrupt`.
    public mutating func positions(_ field: FieldID, into buffer: inout [UInt32]) throws(IndexFailure) {
        buffer.removeAll(keepingCapacity: true)
    }
}
