import Bytes

/// Where the postings of one term lie: files, ranges, what stands in front of them and skip entries.
struct PostingsSource: Sendable {
    let postings: IndexFile
    let positions: IndexFile
    let info: TermInfo
    let shape: PostingsShape
    /// The documents of the segment; every posting is below.
    let documentCount: Int
    /// All fields of the schema, and those that keep positions, as bits.
    let allFields: UInt32
    let positionFields: UInt32

    /// Checks where the term points to and verifies the pages of its postings.
    init(
        postings: IndexFile,
        positions: IndexFile,
        info: TermInfo,
        documentCount: Int,
        fields: (all: UInt32, kept: UInt32)
    ) throws(IndexFailure) {
        self.postings = postings
        self.positions = positions
        self.info = info
        self.documentCount = documentCount
        allFields = fields.all
        positionFields = fields.kept
        shape = PostingsShape(documentFrequency: info.documentFrequency, documentCount: documentCount)
        try postings.touch(info.postings)
        guard info.documentFrequency <= documentCount, shape.headLength + shape.skipLength <= info.postings.count
        else { throw corrupt("a term has more postings than fit") }
    }

    var blockCount: Int { shape.blockCount }

    /// The greatest weight of the term in any document, as ``Peak`` codes it; that of a short list is not known.
    var peak: UInt8 { shape.isShort ? .max : max(1, postings.mapped.byte(at: info.postings.lowerBound)) }

    /// The documents as bits; nil where there are none.
    var bits: DocumentBits? {
        shape.wordCount > 0 ? DocumentBits(file: postings.mapped, start: info.postings.lowerBound + 1) : nil
    }

    /// Where the peaks of the ranges lie; nil where there are none.
    var peaks: Range<Int>? {
        guard shape.rangeCount > 0 else { return nil }
        let start = info.postings.lowerBound + 1 + 8 * shape.wordCount
        return start..<start + shape.rangeCount
    }

    func corrupt(_ reason: String) -> IndexFailure { .corrupt(file: postings.mapped.path, reason: reason) }

    func hasPositions(_ field: FieldID) -> Bool { positionFields & (1 &<< UInt32(field.rawValue)) != 0 }

    /// The last document of the blocks before one; -1 before the first.
    func lastDocument(beforeBlock block: Int) -> Int64 {
        block == 0 ? -1 : Int64(postings.mapped.uint32(at: skip(block - 1)))
    }

    /// The first block from a start on whose last document is not below a target; `blockCount` when there is none.
    func firstBlock(notBelow target: UInt32, from start: Int) -> Int {
        guard blockCount > 1 else { return start }
        // Targets are seldom far away: steps double until one is too long.
        var low = start
        var step = 1
        while low + step <= blockCount, postings.mapped.uint32(at: skip(low + step - 1)) < target {
            low += step
            step *= 2
        }
        var high = min(low + step - 1, blockCount)
        while low < high {
            let middle = (low + high) / 2
            if postings.mapped.uint32(at: skip(middle)) < target { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Where the bytes of a block lie, cut to the bytes of the term.
    func range(ofBlock block: Int) -> Range<Int> {
        let blocks = info.postings.lowerBound + shape.headLength + shape.skipLength
        guard blockCount > 1 else { return blocks..<info.postings.upperBound }
        let start = block == 0 ? 0 : Int(postings.mapped.uint32(at: skip(block - 1) + 4))
        let end = Int(postings.mapped.uint32(at: skip(block) + 4))
        let lower = min(blocks + start, info.postings.upperBound)
        return lower..<max(lower, min(blocks + end, info.postings.upperBound))
    }

    /// Where the positions of a block lie.
    func positionRange(ofBlock block: Int) throws(IndexFailure) -> Range<Int> {
        guard blockCount > 1 else { return info.positions }
        let start = block == 0 ? 0 : postings.mapped.uint64(at: skip(block - 1) + 8)
        let end = postings.mapped.uint64(at: skip(block) + 8)
        guard start <= end, end <= UInt64(info.positions.count) else {
            throw corrupt("the positions of a block leave those of its term")
        }
        return info.positions.lowerBound + Int(start)..<info.positions.lowerBound + Int(end)
    }

    private func skip(_ block: Int) -> Int {
        info.postings.lowerBound + shape.headLength + block * PostingsShape.skipSize
    }
}
