import Bytes

/// How far the positions of the current block of a cursor were unpacked.
struct PositionState: Sendable {
    /// Whether the rest was found out for the current block.
    var isKnown = false
    /// For each code of the block the number of the first of its positions, with the end of the last.
    var starts: [UInt32] = []
    /// How many positions the block has.
    var total = 0
    /// Where the chunks found so far begin in the file.
    var chunks: [Int] = []
    /// The chunk that stands in `gaps`; -1 when none does.
    var chunk = -1
    var gaps: [UInt32] = []
    /// Where the positions of the block lie in the file.
    var range = 0..<0

    /// The numbers of the positions of a code.
    func numbers(ofCode code: Int) -> Range<Int> {
        Int(starts[code])..<Int(starts[code + 1])
    }

    mutating func clear() {
        guard isKnown else { return }
        isKnown = false
        chunks.removeAll(keepingCapacity: true)
        chunk = -1
    }
}

extension PostingsCursor {
    /// Finds out which positions belong to which document and field of the block.
    mutating func loadPositionStarts() throws(IndexFailure) {
        guard !positionState.isKnown else { return }
        try loadCodes()
        let range = try source.positionRange(ofBlock: block)
        try source.positions.touch(range)
        let total = startPositions()
        // A position takes no bits at the least, but its chunk of 128 takes a byte.
        guard total <= min(range.count * PostingsCursor.blockSize, Int(UInt32.max)) else {
            throw source.corrupt("a block has more positions than its bytes can hold")
        }
        positionState.range = range
        positionState.total = total
        positionState.isKnown = true
        positionState.chunks.append(range.lowerBound)
        positionState.chunk = -1
    }

    /// Finds where the positions of each code begin.
    ///
    /// - Returns: The number of all positions; where a damaged file claims more than 32 bits hold, what was found means
    ///   nothing.
    private mutating func startPositions() -> Int {
        let count = Int(codeStarts[self.count])
        var starts: [UInt32] = []
        swap(&starts, &positionState.starts)
        defer { swap(&starts, &positionState.starts) }
        if starts.count <= count { starts = [UInt32](repeating: 0, count: count + 1) }
        var total = 0
        let positionFields = source.positionFields
        var target = starts.mutableSpan
        let (masks, codes) = (masks.span, codes.span)
        if source.info.fields.rawValue & ~positionFields == 0 {
            for code in 0..<count {
                total &+= Int(codes[code])
                target[code + 1] = UInt32(truncatingIfNeeded: total)
            }
            return total
        }
        var code = 0
        for place in 0..<self.count {
            var rest = masks[place]
            while rest != 0 {
                if positionFields & (rest & (0 &- rest)) != 0 { total &+= Int(codes[code]) }
                code &+= 1
                target[code] = UInt32(truncatingIfNeeded: total)
                rest &= rest &- 1
            }
        }
        return total
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

    /// How far a position, by its number in the block, stands behind the one before, less 1; the first of a field behind
    /// one before 0.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public mutating func gap(_ number: Int) throws(IndexFailure) -> UInt32 {
        let chunk = number / PostingsCursor.blockSize
        if chunk != positionState.chunk {
            do { try loadChunk(chunk) } catch { throw IndexFailure(error) }
        }
        return positionState.gaps[number % PostingsCursor.blockSize]
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
        let count = min(PostingsCursor.blockSize, positionState.total - chunk * PostingsCursor.blockSize)
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
