public import Bytes

/// The documents of a dense list, one bit each.
///
/// Bits behind the last document of the segment may be set in a damaged file.
public struct DocumentBits: Sendable {
    @usableFromInline let file: MappedFile
    /// Where the bits begin in the file.
    @usableFromInline let start: Int

    init(file: MappedFile, start: Int) {
        self.file = file
        self.start = start
    }

    /// Adds the documents from one on, which is a multiple of 64, to a set of bits.
    public func insert(from first: UInt32, to words: inout [UInt64]) {
        BitWords.formUnion(&words, of: file, at: start + Int(first) / 8)
    }

    /// Whether a document is one of them.
    @inlinable
    public func contains(_ document: UInt32) -> Bool {
        file.byte(at: start + Int(document >> 3)) >> UInt8(document & 7) & 1 != 0
    }
}
