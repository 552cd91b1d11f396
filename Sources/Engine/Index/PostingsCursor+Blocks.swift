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
            if documentFrequency < PostingsWriter.shortList {
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
        return true
    }

    /// Forgets the current block and keeps the memory.
    mutating func clearBlock() {
        index = 0
        count = 0
        packedCodes = nil
        codes.removeAll(keepingCapacity: true)
        codeStarts.removeAll(keepingCapacity: true)
        positionState.clear()
    }

    /// Refuses what callers rely on not to meet: documents that do not ascend, documents and fields not there.
    ///
    /// Within a block documents ascend by the way they are stored.
    private func check(_ size: Int) throws(IndexFailure) {
        var union: UInt32 = 0
        var withoutField = 0
        for place in 0..<size {
            union |= masks[place]
            if masks[place] == 0 { withoutField += 1 }
        }
        guard documents[size - 1] < source.documentCount, union & ~source.allFields == 0, withoutField == 0 else {
            throw source.corrupt("a posting names a document or field that is not there")
        }
        guard Int64(documents[0]) > lastDocument else { throw source.corrupt("the documents of a term do not ascend") }
    }

    /// Unpacks `codes` and `codeStarts` for the current block; a second call for a block does nothing.
    ///
    /// - Throws: `IndexFailure.corrupt`.
    public mutating func loadCodes() throws(IndexFailure) {
        guard codeStarts.isEmpty else { return }
        var total = 0
        codeStarts.append(0)
        for place in 0..<count {
            total += masks[place].nonzeroBitCount
            codeStarts.append(total)
        }
        guard let packed = packedCodes else {
            guard codes.count == total else { throw source.corrupt("a short list has a wrong number of frequencies") }
            return
        }
        codes.append(contentsOf: repeatElement(0, count: total))
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
    }

    private mutating func readShortList(_ reader: inout ByteReader, _ size: Int) throws(FileFailure) {
        var previous: Int64 = -1
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
        let packedDocuments: Range<Int>
        if widths.1 == 0 {
            let mask = UInt32(truncatingIfNeeded: try reader.varint())
            packedDocuments = try reader.skip(BitPacking.byteCount(size, width: widths.0))
            for place in 0..<size { masks[place] = mask }
        } else {
            packedDocuments = try reader.skip(BitPacking.byteCount(size, width: widths.0))
            let packedMasks = try reader.skip(BitPacking.byteCount(size, width: widths.1))
            try BitPacking.unpack(file, packedMasks, count: size, width: widths.1, into: &masks)
        }
        try BitPacking.unpack(file, packedDocuments, count: size, width: widths.0, into: &documents)
        // Sums of at most 128 numbers of 32 bits cannot pass 64 bits; what passes 32 is refused after this.
        var document = previous
        for place in 0..<size {
            document += Int64(documents[place]) + 1
            documents[place] = UInt32(truncatingIfNeeded: min(document, Int64(UInt32.max)))
        }
        packedCodes = PackedCodes(range: reader.offset..<reader.end, width: widths.2, base: base)
    }
}
