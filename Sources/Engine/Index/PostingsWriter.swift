import Bytes

/// Writes the postings and positions of one term after another.
///
/// For each term: `begin`, then for each document in ascending order `startDocument` and for each of its fields in
/// ascending order `addField`, then `end`.
struct PostingsWriter: ~Copyable {
    private let postings: IndexFileWriter
    private let positions: IndexFileWriter
    private let documentCount: Int
    private let weights: TermWeights

    private var current: UInt32 = 0
    private var documents: [UInt32] = []
    /// By document the code of its weight, as ``Peak/half(_:)`` has it; one behind while a document is open.
    private var weightCodes: [UInt32] = []
    private var masks: [UInt32] = []
    private var codes: [UInt32] = []
    private var gaps: [UInt32] = []

    private var blocks: [UInt8] = []
    private var skips: [UInt8] = []
    private var packed: [UInt8] = []
    private var previousLast: Int64 = -1
    private var blockCount = 0
    private var documentFrequency = 0
    private var totalFrequency: UInt64 = 0
    private var fields: UInt32 = 0
    private var positionsStart = 0
    private var head: PostingsHead

    /// Writes postings and positions of a segment of so many documents into two new files.
    init(_ postings: IndexFileWriter, _ positions: IndexFileWriter, documentCount: Int, _ weights: TermWeights) {
        self.postings = postings
        self.positions = positions
        self.documentCount = documentCount
        self.weights = weights
        head = PostingsHead(documentCount: documentCount)
    }

    /// Starts a term.
    mutating func begin() {
        blocks.removeAll(keepingCapacity: true)
        skips.removeAll(keepingCapacity: true)
        previousLast = -1
        blockCount = 0
        documentFrequency = 0
        totalFrequency = 0
        fields = 0
        positionsStart = positions.offset
        head.clear()
    }

    /// Starts a document that is greater than those before.
    mutating func startDocument(_ document: UInt32) throws(IndexFailure) {
        endDocument()
        if documents.count == PostingsCursor.blockSize { try writeBlock() }
        documents.append(document)
        masks.append(0)
        documentFrequency += 1
        current = document
        head.start(document)
    }

    /// Adds a field of the current document that has the term `code` times, or once without positions for code 0.
    mutating func addField(_ field: UInt32, code: UInt32) {
        masks[masks.count - 1] |= 1 << field
        codes.append(code)
        let occurrences = max(1, code)
        totalFrequency += UInt64(occurrences)
        head.add(weights.weight(occurrences, field, current))
    }

    /// Adds a position of the field just added: the first itself, each other as its distance from the one before, less 1.
    mutating func addGap(_ gap: UInt32) { gaps.append(gap) }

    /// Adds some more positions of the field just added, as `addGap` takes them.
    mutating func addGaps(_ more: ArraySlice<UInt32>) { gaps += more }

    /// Ends the term; nil when it has no documents.
    mutating func end() throws(IndexFailure) -> TermInfo? {
        guard documentFrequency > 0 else { return nil }
        endDocument()
        let shape = PostingsShape(documentFrequency: documentFrequency, documentCount: documentCount)
        if shape.isShort {
            try writeShortList()
        } else {
            try writeBlock()
        }
        let start = postings.offset
        try postings.append(head.bytes(shape))
        if blockCount > 1 { try postings.append(skips) }
        try postings.append(blocks)
        return TermInfo(
            documentFrequency: documentFrequency,
            fields: FieldMask(rawValue: fields),
            totalFrequency: totalFrequency,
            postings: start..<postings.offset,
            positions: positionsStart..<positions.offset
        )
    }

    /// Ends both files.
    func finish() throws(IndexFailure) -> (postings: FinishedFile, positions: FinishedFile) {
        var directory: [UInt8] = []
        appendLittleEndian(Peak.lengthNormalisation.bitPattern, to: &directory)
        for average in weights.averages { appendLittleEndian(average.bitPattern, to: &directory) }
        return (try postings.finish(directory: directory), try positions.finish(directory: []))
    }

    private mutating func endDocument() {
        if weightCodes.count < documents.count { weightCodes.append(UInt32(Peak.half(head.endDocument()))) }
    }

    private mutating func writeShortList() throws(IndexFailure) {
        var nextCode = 0
        for index in documents.indices {
            Varint.append(UInt64(Int64(documents[index]) - previousLast - 1), to: &blocks)
            previousLast = Int64(documents[index])
            Varint.append(UInt64(masks[index]), to: &blocks)
            fields |= masks[index]
            for _ in 0..<masks[index].nonzeroBitCount {
                Varint.append(UInt64(codes[nextCode]), to: &blocks)
                nextCode += 1
            }
        }
        try writePositions()
        clearBlock()
    }

    private mutating func writeBlock() throws(IndexFailure) {
        guard !documents.isEmpty else { return }
        let last = Int64(documents[documents.count - 1])
        var widest: UInt32 = 0
        var previous = previousLast
        for index in documents.indices {
            let document = Int64(documents[index])
            documents[index] = UInt32(document - previous - 1)
            widest |= documents[index]
            previous = document
        }
        let maskUnion = masks.reduce(0, |)
        let sameMask = masks.allSatisfy { $0 == masks[0] }
        let base = codes.min() ?? 0
        for index in codes.indices { codes[index] -= base }
        let leastWeight = weightCodes.min() ?? 0
        for index in weightCodes.indices { weightCodes[index] -= leastWeight }
        let widths = (
            gaps: BitPacking.width(of: widest), weights: BitPacking.width(of: weightCodes.max() ?? 0),
            masks: sameMask ? 0 : BitPacking.width(of: maskUnion), codes: BitPacking.width(of: codes.max() ?? 0)
        )
        blocks += [widths.gaps, widths.weights, widths.masks, widths.codes].map(UInt8.init)
        blocks.append(UInt8(leastWeight))
        BitPacking.pack(documents, count: documents.count, width: widths.gaps, into: &blocks)
        BitPacking.pack(weightCodes, count: documents.count, width: widths.weights, into: &blocks)
        Varint.append(UInt64(base), to: &blocks)
        if sameMask { Varint.append(UInt64(masks[0]), to: &blocks) }
        BitPacking.pack(masks, count: masks.count, width: widths.masks, into: &blocks)
        BitPacking.pack(codes, count: codes.count, width: widths.codes, into: &blocks)
        fields |= maskUnion
        try writePositions()
        appendLittleEndian(UInt32(last), to: &skips)
        appendLittleEndian(UInt32(blocks.count), to: &skips)
        appendLittleEndian(UInt64(positions.offset - positionsStart), to: &skips)
        blockCount += 1
        previousLast = last
        clearBlock()
    }

    private mutating func writePositions() throws(IndexFailure) {
        packed.removeAll(keepingCapacity: true)
        for start in stride(from: 0, to: gaps.count, by: PostingsCursor.blockSize) {
            let count = min(PostingsCursor.blockSize, gaps.count - start)
            var widest: UInt32 = 0
            for index in start..<start + count { widest |= gaps[index] }
            let width = BitPacking.width(of: widest)
            packed.append(UInt8(width))
            BitPacking.pack(gaps, from: start, count: count, width: width, into: &packed)
        }
        try positions.append(packed)
    }

    private mutating func clearBlock() {
        documents.removeAll(keepingCapacity: true)
        weightCodes.removeAll(keepingCapacity: true)
        masks.removeAll(keepingCapacity: true)
        codes.removeAll(keepingCapacity: true)
        gaps.removeAll(keepingCapacity: true)
    }
}
