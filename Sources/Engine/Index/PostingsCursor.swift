import Bytes

/// Walks the documents of one term in ascending order, in blocks of at most 128.
///
/// Start with `nextBlock` or `advance`; the current block then stands in `documents`, of which the first `count` elements
/// count. `index` is the place of the current document within the block.
public struct PostingsCursor: Sendable {
    /// The most postings in a block.
    public static let blockSize = 128

    /// The documents of the current block in ascending order; only the first `count` are valid.
    public internal(set) var documents = [UInt32](repeating: 0, count: blockSize)
    /// The fields of each document of the current block that have the term; valid after `loadMasks`.
    public internal(set) var masks: [UInt32] = []
    /// How many documents the current block has; 0 before the first and after the last block.
    public internal(set) var count = 0
    /// The place of the current document within the block; the caller may move it below `count`.
    public var index = 0
    /// The code of each document's weight in the current block, less ``weightBase``; valid after `loadWeights`.
    ///
    /// What a code stands for says ``Peak/halves``.
    public internal(set) var weights: [UInt32] = []
    /// The least code in `weights`.
    public internal(set) var weightBase = 0
    /// For each field of each document of the current block in turn, ascending: how often the term occurs there.
    ///
    /// 0 stands for a term without positions, which counts once. Valid after `loadCodes`.
    public internal(set) var codes: [UInt32] = []
    /// Where the codes of each document of the current block begin, with the end of the last; valid after `loadCodes`.
    public internal(set) var codeStarts: [UInt32] = []
    /// Whether `codes` and `codeStarts` belong to the current block.
    var hasCodes = false

    private(set) var source: PostingsSource
    /// The block that stands in the arrays; -1 before the first.
    var block = -1

    /// The last document of the block read last; -1 before the first.
    var lastDocument: Int64 = -1

    /// Where the weights lie in the file while they are not unpacked; of a short list they are not known.
    var packedWeights: (range: Range<Int>, width: Int)?
    /// Where the masks and what follows lie in the file while nobody asked for them.
    var rest: PackedRest?
    /// Where the codes lie in the file while they are not unpacked.
    var packedCodes: PackedCodes?
    var positionState = PositionState()

    /// What is needed to read a block behind its weights.
    struct PackedRest: Sendable {
        var range: Range<Int>
        var maskWidth: Int
        var codeWidth: Int
    }

    /// What is needed to unpack the codes of a block.
    struct PackedCodes: Sendable {
        var range: Range<Int>
        var width: Int
        var base: UInt32
    }

    init(_ source: PostingsSource) {
        self.source = source
        bits = source.bits
    }

    /// Goes to the start of another list and keeps the memory.
    mutating func restart(_ source: PostingsSource) {
        self.source = source
        bits = source.bits
        restart()
    }

    /// Goes back before the first document.
    public mutating func restart() {
        clearBlock()
        block = -1
        lastDocument = -1
    }

    /// The documents of the whole list.
    public var documentFrequency: Int { source.info.documentFrequency }

    /// The fields in which the term occurs in at least one document.
    public var fields: FieldMask { source.info.fields }

    /// The greatest weight of the term in any document, as ``Peak`` codes it.
    public var peak: UInt8 { source.peak }

    /// The peak of each range of 256 documents of the segment, 0 where the term does not occur; nil for a rare term.
    public var peaks: [UInt8]? {
        source.peaks.map { source.postings.mapped.bytes($0) }
    }

    /// The peak of one of these ranges, 0 where the term does not occur; that of the whole list for a rare term.
    ///
    /// Mutating only lest the cursor be copied to ask it.
    public mutating func peak(ofRange range: Int) -> UInt8 {
        guard let peaks = source.peaks, range < peaks.count else { return source.peak }
        return source.postings.mapped.byte(at: peaks.lowerBound + range)
    }

    /// The documents that share one peak.
    public static let rangeLength = PostingsShape.rangeLength

    /// The documents of a dense list as bits; nil where they do not lie in the file like that.
    ///
    /// Kept beside the source: a method of a small structure does not copy the cursor to ask for one document.
    public private(set) var bits: DocumentBits?

    /// Moves to the next block and to its first document.
    ///
    /// - Returns: False after the last block.
    /// - Throws: `IndexFailure.corrupt`.
    public mutating func nextBlock() throws(IndexFailure) -> Bool {
        try load(block + 1)
    }

    /// Moves to the first document that is not below the target, never backwards.
    ///
    /// Blocks that end below the target are skipped without being read.
    /// - Returns: False when there is none; `count` is then 0.
    /// - Throws: `IndexFailure.corrupt`.
    public mutating func advance(to target: UInt32) throws(IndexFailure) -> Bool {
        if count == 0 || documents[count - 1] < target {
            guard try load(source.firstBlock(notBelow: target, from: block + 1)) else { return false }
            if documents[count - 1] < target {
                // A list of one block has no skip entry: only reading it tells that the target lies behind its end.
                guard source.blockCount == 1 else { throw source.corrupt("a block ends before its skip entry says") }
                count = 0
                return false
            }
        }
        if documents[index] < target { index = AscendingNumbers.place(notBelow: target, in: documents, count: count) }
        return true
    }

    /// Moves to the next document.
    ///
    /// - Returns: False after the last one.
    /// - Throws: `IndexFailure.corrupt`.
    public mutating func next() throws(IndexFailure) -> Bool {
        if index + 1 < count {
            index += 1
            return true
        }
        return try nextBlock()
    }

    /// The current document; valid while `count` is above 0.
    public var document: UInt32 { documents[index] }

    /// The fields of the current document that have the term; valid after `loadMasks`.
    public var mask: FieldMask { FieldMask(rawValue: masks[index]) }

    /// How often the term occurs in a field of the document at a place of the current block; 0 where it does not.
    ///
    /// A term without positions counts 1 per field.
    /// - Throws: `IndexFailure.corrupt`.
    public mutating func frequency(_ field: FieldID, at index: Int) throws(IndexFailure) -> UInt32 {
        guard let place = try codePlace(field, at: index) else { return 0 }
        return max(1, codes[place])
    }

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
        // Each number is the distance from the position before, less 1; the first counts from one before 0.
        var position = UInt32.max
        try forEachChunk(of: try positionNumbers(field)) { (gaps, places) in
            for gap in places {
                position = position &+ gaps[gap] &+ 1
                buffer.append(position)
            }
        }
    }

    /// The numbers, in the block, of the positions of the term in a field of the current document; none where it does not
    /// occur or has no positions.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public mutating func positionNumbers(_ field: FieldID) throws(IndexFailure) -> Range<Int> {
        guard let place = try codePlace(field, at: index), source.hasPositions(field) else { return 0..<0 }
        try loadPositionStarts()
        let start = Int(positionState.starts[place])
        let total = Int(codes[place])
        guard total <= Int(FieldTokens.maximumPosition) + 1 else {
            throw source.corrupt("a term has more positions than a field")
        }
        return start..<start + total
    }

    /// The place in `codes` of a field of a document of the block; nil where the document lacks it.
    mutating func codePlace(_ field: FieldID, at index: Int) throws(IndexFailure) -> Int? {
        guard index < count else { return nil }
        try loadMasks()
        let bit = UInt32(1) &<< UInt32(field.rawValue)
        guard masks[index] & bit != 0 else { return nil }
        try loadCodes()
        return Int(codeStarts[index]) + (masks[index] & (bit &- 1)).nonzeroBitCount
    }
}
