import Bytes

/// How far the positions of the current block of a cursor were unpacked.
struct PositionState: Sendable {
    /// For each code of the block the number of the first of its positions, with the end of the last; empty at first.
    var starts: [Int] = []
    /// Where the chunks found so far begin in the file.
    var chunks: [Int] = []
    /// The chunk that stands in `gaps`; -1 when none does.
    var chunk = -1
    var gaps: [UInt32] = []
    /// Where the positions of the block lie in the file.
    var range = 0..<0

    mutating func clear() {
        guard !starts.isEmpty else { return }
        starts.removeAll(keepingCapacity: true)
        chunks.removeAll(keepingCapacity: true)
        chunk = -1
    }
}

extension PostingsCursor {
    /// Finds out which positions belong to which document and field of the block.
    mutating func loadPositionStarts() throws(IndexFailure) {
        guard positionState.starts.isEmpty else { return }
        try loadCodes()
        let range = try source.positionRange(ofBlock: block)
        try source.positions.touch(range)
        var total = 0
        positionState.starts.append(0)
        for place in 0..<count {
            var rest = masks[place]
            var code = codeStarts[place]
            while rest != 0 {
                if source.positionFields & (rest & (0 &- rest)) != 0 { total += Int(codes[code]) }
                positionState.starts.append(total)
                rest &= rest - 1
                code += 1
            }
        }
        // A position takes no bits at the least, but its chunk of 128 takes a byte.
        guard total <= range.count * PostingsCursor.blockSize else {
            throw source.corrupt("a block has more positions than its bytes can hold")
        }
        positionState.range = range
        positionState.chunks.append(range.lowerBound)
        positionState.chunk = -1
    }

    /// Calls with the stored numbers of some positions of the block, as places in an array, one chunk after another.
    mutating func forEachChunk(
        of numbers: Range<Int>,
        _ body: ([UInt32], Range<Int>) -> Void
    ) throws(IndexFailure) {
        var number = numbers.lowerBound
        while number < numbers.upperBound {
            let chunk = number / PostingsCursor.blockSize
            if chunk != positionState.chunk {
                do { try loadChunk(chunk) } catch { throw IndexFailure(error) }
            }
            let first = chunk * PostingsCursor.blockSize
            let end = min(numbers.upperBound, first + PostingsCursor.blockSize)
            body(positionState.gaps, number - first..<end - first)
            number = end
        }
    }

    private mutating func loadChunk(_ chunk: Int) throws(FileFailure) {
        let file = source.positions.mapped
        while positionState.chunks.count <= chunk {
            let last = positionState.chunks[positionState.chunks.count - 1]
            guard last < positionState.range.upperBound else {
                throw .corrupt(path: file.path, reason: "the positions of a block end too early")
            }
            let size = BitPacking.byteCount(PostingsCursor.blockSize, width: Int(file.byte(at: last)))
            positionState.chunks.append(last + 1 + size)
        }
        let start = positionState.chunks[chunk]
        guard start < positionState.range.upperBound else {
            throw .corrupt(path: file.path, reason: "the positions of a block end too early")
        }
        let total = positionState.starts[positionState.starts.count - 1]
        let count = min(PostingsCursor.blockSize, total - chunk * PostingsCursor.blockSize)
        if positionState.gaps.isEmpty {
            positionState.gaps = [UInt32](repeating: 0, count: PostingsCursor.blockSize)
        }
        try BitPacking.unpack(
            file,
            start + 1..<positionState.range.upperBound,
            count: count,
            width: Int(file.byte(at: start)),
            into: &positionState.gaps
        )
        positionState.chunk = chunk
    }
}
