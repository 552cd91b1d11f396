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
            var reader = try ByteReader(source.postings.mapped, source.range(ofBlock: number))
            if source.shape.isShort {
                try readShortList(&reader, size)
            } else {
                try readBlock(&reader, size, after: source.lastDocument(beforeBlock: number))
            }
        } catch {
            throw IndexFailure(error)
        }
        try check(size)
        lastDocument = Int64(documents[size - 1])
        count = size
        // Short lists have their masks beside the documents.
        if packedMasks == nil { try checkMasks(size) }
        return true
    }

    /// Forgets the current block and keeps the memory.
    mutating func clearBlock() {
        index = 0
        count = 0
        packedMasks = nil
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
        guard let packed = packedMasks.take() else { return }
        switch packed {
        case .same(let mask):
            for place in 0..<count { masks[place] = mask }
        case .packed(let range, let width):
            do {
                try BitPacking.unpack(source.postings.mapped, range, count: count, width: width, into: &masks)
            } catch {
                throw IndexFailure(error)
            }
        }
        try checkMasks(count)
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
        let total = BitWords.sum(masks, count: count, into: &codeStarts)
        if let packed = packedCodes {
            if codes.count < total { codes = [UInt32](repeating: 0, count: total) }
            do {
                try BitPacking.unpack(
                    source.postings.mapped,
                    packed.range,
                    count: total,
                    width: packed.width,
                    into: &codes
                )
            } catch {
                throw IndexFailure(error)
            }
            if packed.base > 0 { for place in 0..<total { codes[place] &+= packed.base } }
        } else if codes.count != total {
            throw source.corrupt("a short list has a wrong number of frequencies")
        }
        hasCodes = true
    }

    private mutating func readShortList(_ reader: inout ByteReader, _ size: Int) throws(FileFailure) {
        var previous: Int64 = -1
        codes.removeAll(keepingCapacity: true)
        for place in 0..<size {
            previous += Int64(try reader.count(limit: SegmentFiles.maximumDocuments)) + 1
            documents[place] = UInt32(truncatingIfNeeded: min(previous, Int64(UInt32.max)))
            masks[place] = UInt32(truncatingIfNeeded: try reader.varint())
            for _ in 0..<masks[place].nonzeroBitCount {
                codes.append(UInt32(truncatingIfNeeded: try reader.varint()))
            }
        }
    }

    private mutating func readBlock(
        _ reader: inout ByteReader,
        _ size: Int,
        after previous: Int64
    ) throws(FileFailure) {
        let file = reader.file
        let widths = (Int(try reader.byte()), Int(try reader.byte()), Int(try reader.byte()))
        let base = UInt32(truncatingIfNeeded: try reader.varint())
        let same = widths.1 == 0 ? UInt32(truncatingIfNeeded: try reader.varint()) : 0
        let gaps = try reader.skip(BitPacking.byteCount(size, width: widths.0))
        let masks = try reader.skip(BitPacking.byteCount(size, width: widths.1))
        guard widths.0 <= 32, widths.1 <= 32 else {
            throw .corrupt(path: file.path, reason: "postings of more than 32 bits at byte \(gaps.lowerBound)")
        }
        packedMasks = widths.1 == 0 ? .same(same) : .packed(masks, width: widths.1)
        file.unpackAscending(
            from: gaps.lowerBound,
            width: widths.0,
            count: size,
            after: previous,
            into: &documents
        )
        packedCodes = PackedCodes(range: reader.offset..<reader.end, width: widths.2, base: base)
    }
}
