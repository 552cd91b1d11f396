import Bytes

extension PostingsCursor {
    /// Reads a block into the arrays; false when there is no such block.
    mutating func load(_ number: Int) throws(IndexFailure) -> Bool {
        clearBlock()
        guard number < source.blockCount else {
            block = source.blockCount
            return false
        }
        block = number
        let size = min(PostingsCursor.blockSize, documentFrequency - number * PostingsCursor.blockSize)
        do {
            let range = source.range(ofBlock: number)
            if source.shape.isShort {
                var reader = try ByteReader(source.postings.mapped, range)
                try readShortList(&reader, size)
            } else {
                try readBlock(range, size, after: source.lastDocument(beforeBlock: number))
            }
        } catch {
            throw IndexFailure(error)
        }
        try check(size)
        lastDocument = Int64(documents[size - 1])
        count = size
        // Short lists have their masks beside the documents.
        if source.shape.isShort { try checkMasks(size) }
        return true
    }

    /// Gives an array that is used for the first time an element for each posting of a block, and one more.
    private static func makeRoom(_ array: inout [UInt32]) {
        if array.isEmpty { array = [UInt32](repeating: 0, count: PostingsCursor.blockSize + 1) }
    }

    /// Forgets the current block and keeps the memory.
    mutating func clearBlock() {
        index = 0
        count = 0
        packedWeights = nil
        rest = nil
        packedCodes = nil
        hasCodes = false
        positionState.clear()
    }

    /// Refuses what callers rely on not to meet: documents that do not ascend or are not there.
    ///
    /// Within a block documents ascend by the way they are stored.
    private func check(_ size: Int) throws(IndexFailure) {
        guard documents[size - 1] < source.documentCount else {
            throw source.corrupt("a posting names a document that is not there")
        }
        guard Int64(documents[0]) > lastDocument else { throw source.corrupt("the documents of a term do not ascend") }
    }

    /// Unpacks `masks` for the current block; a second call for a block does nothing.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public mutating func loadMasks() throws(IndexFailure) {
        // Asked for every document, so nothing is written where nothing is left to do.
        guard let rest else { return }
        self.rest = nil
        Self.makeRoom(&masks)
        do {
            var reader = try ByteReader(source.postings.mapped, rest.range)
            let base = UInt32(truncatingIfNeeded: try reader.varint())
            if rest.maskWidth == 0 {
                let mask = UInt32(truncatingIfNeeded: try reader.varint())
                for place in 0..<count { masks[place] = mask }
            } else {
                let packed = try reader.skip(BitPacking.byteCount(count, width: rest.maskWidth))
                try BitPacking.unpack(reader.file, packed, count: count, width: rest.maskWidth, into: &masks)
            }
            packedCodes = PackedCodes(range: reader.offset..<reader.end, width: rest.codeWidth, base: base)
        } catch {
            throw IndexFailure(error)
        }
        try checkMasks(count)
    }

    /// Unpacks `weights` for the current block; a second call for a block does nothing.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public mutating func loadWeights() throws(IndexFailure) {
        if source.shape.isShort {
            // Nobody knows the weights of a short list: as far as bounds go, they are without end.
            weightBase = Peak.greatestHalf
            Self.makeRoom(&weights)
            return
        }
        guard let packed = packedWeights.take() else { return }
        Self.makeRoom(&weights)
        try source.postings.unpack(packed.range, count: count, width: packed.width, into: &weights)
    }

    /// The code of the weight of the document at a place of the current block, which need not be unpacked for it.
    ///
    /// Mutating only lest the cursor be copied to ask it.
    public mutating func weight(at place: Int) -> Int {
        guard let packed = packedWeights else {
            return source.shape.isShort ? Peak.greatestHalf : min(weightBase + Int(weights[place]), Peak.greatestHalf)
        }
        let code = source.postings.mapped.packedNumber(place, width: packed.width, from: packed.range.lowerBound)
        return min(weightBase + Int(code), Peak.greatestHalf)
    }

    private func checkMasks(_ size: Int) throws(IndexFailure) {
        var union: UInt32 = 0
        var withoutField: UInt32 = 0
        let masks = masks.span.extracting(first: size)
        for place in masks.indices {
            union |= masks[place]
            withoutField |= masks[place] == 0 ? 1 : 0
        }
        // What the dictionary says of the fields is relied on, too.
        guard union & ~(source.allFields & source.info.fields.rawValue) == 0, withoutField == 0 else {
            throw source.corrupt("a posting names a field that is not there")
        }
    }

    /// Unpacks `codes` and `codeStarts` for the current block; a second call for a block does nothing.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public mutating func loadCodes() throws(IndexFailure) {
        guard !hasCodes else { return }
        try loadMasks()
        Self.makeRoom(&codeStarts)
        let total = BitWords.sum(masks, count: count, into: &codeStarts)
        if let packed = packedCodes {
            if codes.count < total { codes = [UInt32](repeating: 0, count: total) }
            try source.postings.unpack(packed.range, count: total, width: packed.width, into: &codes)
            if packed.base > 0 { for place in 0..<total { codes[place] &+= packed.base } }
        } else if codes.count != total {
            throw source.corrupt("a short list has a wrong number of frequencies")
        }
        hasCodes = true
    }

    /// Calls with each of some fields in which the document at a place of the current block has the term, ascending, and
    /// how often it occurs there; only what is needed for this document is read.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    @inline(__always)
    public mutating func forEachFrequency(
        at place: Int,
        in fields: UInt32,
        _ body: (Int, UInt32) -> Void
    ) throws(IndexFailure) {
        try loadMasks()
        var code = codeStart(at: place)
        var rest = masks[place]
        while rest != 0 {
            let bit = rest & (0 &- rest)
            if fields & bit != 0 { body(bit.trailingZeroBitCount, max(1, try self.code(at: code))) }
            rest ^= bit
            code += 1
        }
    }

    /// Where the codes of the document at a place begin.
    private func codeStart(at place: Int) -> Int {
        hasCodes ? Int(codeStarts[place]) : BitWords.sum(masks, count: place)
    }

    private func code(at number: Int) throws(IndexFailure) -> UInt32 {
        guard !hasCodes, let packed = packedCodes else {
            guard number < codes.count else { throw source.corrupt("a short list has a wrong number of frequencies") }
            return codes[number]
        }
        guard (number + 1) * packed.width <= packed.range.count * 8, packed.width <= 32 else {
            throw source.corrupt("the frequencies of a block leave it")
        }
        let file = source.postings.mapped
        return file.packedNumber(number, width: packed.width, from: packed.range.lowerBound) &+ packed.base
    }

    private mutating func readShortList(_ reader: inout ByteReader, _ size: Int) throws(FileFailure) {
        var previous: Int64 = -1
        codes.removeAll(keepingCapacity: true)
        Self.makeRoom(&masks)
        for place in 0..<size {
            previous += Int64(try reader.count(limit: SegmentFiles.maximumDocuments)) + 1
            documents[place] = UInt32(truncatingIfNeeded: min(previous, Int64(UInt32.max)))
            masks[place] = UInt32(truncatingIfNeeded: try reader.varint())
            for _ in 0..<masks[place].nonzeroBitCount {
                codes.append(UInt32(truncatingIfNeeded: try reader.varint()))
            }
        }
    }

    /// Reads the documents of a block and finds out where the rest of it lies.
    private mutating func readBlock(_ range: Range<Int>, _ size: Int, after previous: Int64) throws(FileFailure) {
        let file = source.postings.mapped
        // Five bytes that say how wide everything is; a block that ends in between has no room for gaps either.
        let head = file.uint64(at: range.lowerBound)
        let widths = (
            gaps: Int(head & 0xFF), weights: Int(head >> 8 & 0xFF), masks: Int(head >> 16 & 0xFF),
            codes: Int(head >> 24 & 0xFF)
        )
        weightBase = Int(head >> 32 & 0xFF)
        let gaps = range.lowerBound + PostingsShape.blockHead
        let weights = gaps + BitPacking.byteCount(size, width: widths.gaps)
        let rest = weights + BitPacking.byteCount(size, width: widths.weights)
        guard widths.gaps <= 32, widths.weights < 8, weightBase <= Peak.greatestHalf, rest <= range.upperBound else {
            throw .corrupt(path: file.path, reason: "a block of postings at byte \(range.lowerBound) that cannot be")
        }
        file.unpackAscending(from: gaps, width: widths.gaps, count: size, after: previous, into: &documents)
        packedWeights = (weights..<rest, widths.weights)
        self.rest = PackedRest(range: rest..<range.upperBound, maskWidth: widths.masks, codeWidth: widths.codes)
    }
}
