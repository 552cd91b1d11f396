import Bytes
import Index

/// The documents of one term, handed out window by window in ascending order.
struct TermStream {
    private(set) var cursor: PostingsCursor
    /// The first posting of the current block that was not handed out.
    private var place = 0
    private var isDone = false

    init(_ cursor: PostingsCursor) {
        self.cursor = cursor
    }

    /// Goes back before the first document.
    mutating func restart() {
        cursor.restart()
        place = 0
        isDone = false
    }

    /// Leads the stream to a document that has the term, forward or back.
    mutating func go(to document: UInt32) throws(IndexFailure) {
        if place < cursor.count, cursor.documents[place] == document { return }
        if cursor.count > 0, cursor.documents[0] <= document { place = 0 } else { restart() }
        guard try skip(to: document) else { return }
    }

    /// Keeps those of some ascending documents that have the term.
    mutating func keepHolders(_ documents: inout [UInt32]) throws(IndexFailure) {
        var kept = 0
        for index in documents.indices where try seek(documents[index]) {
            documents[kept] = documents[index]
            kept += 1
        }
        documents.removeLast(documents.count - kept)
    }

    /// The code of the weight of the posting at a place of the current block.
    mutating func weight(at place: Int) -> Int { cursor.weight(at: place) }

    /// A bound of the weights in a range of documents, as ``PostingsCursor/peak(ofRange:)`` says it.
    mutating func peak(ofRange range: Int) -> UInt8 { cursor.peak(ofRange: range) }

    /// Marks the documents of a window that have the term in one of the fields.
    mutating func mark(_ window: Range<UInt32>, mask: UInt32, in bitmap: inout Bitmap) throws(IndexFailure) {
        let isInAnyField = isWithin(mask)
        if isInAnyField, let bits = cursor.bits {
            bitmap.insert(bits, from: window.lowerBound, length: window.count)
            return
        }
        guard try skip(to: window.lowerBound) else { return }
        while let run = try nextRun(before: window.upperBound) {
            if isInAnyField {
                bitmap.insert(cursor.documents, in: run, first: window.lowerBound)
            } else {
                try cursor.loadMasks()
                bitmap.insert(cursor.documents, masks: cursor.masks, in: run, mask: mask, first: window.lowerBound)
            }
        }
    }

    /// Marks those candidates that have the term in one of the fields, skipping from one to the next.
    mutating func mark(
        _ candidates: Bitmap,
        from first: UInt32,
        mask: UInt32,
        in bitmap: inout Bitmap
    ) throws(IndexFailure) {
        let isInAnyField = isWithin(mask)
        for index in candidates.words.indices {
            var word = candidates.words[index]
            while word != 0 {
                let bit = index << 6 + word.trailingZeroBitCount
                word &= word &- 1
                let document = first &+ UInt32(truncatingIfNeeded: bit)
                guard try skip(to: document) else { return }
                guard cursor.documents[place] == document else { continue }
                if isInAnyField {
                    bitmap.insert(bit)
                } else {
                    try cursor.loadMasks()
                    if cursor.masks[place] & mask != 0 { bitmap.insert(bit) }
                }
            }
        }
    }

    /// Whether the term stands in no other fields than these, so that nobody has to ask its documents.
    func isWithin(_ mask: UInt32) -> Bool { cursor.fields.rawValue & ~mask == 0 }

    /// Whether marking a window costs next to nothing however many documents it has.
    func isDense(within mask: UInt32) -> Bool { isWithin(mask) && cursor.bits != nil }

    /// Passes over the postings below a document; false when none is left.
    mutating func skip(to document: UInt32) throws(IndexFailure) -> Bool {
        if isDone { return false }
        if place < cursor.count, cursor.documents[place] >= document { return true }
        if cursor.count == 0 || cursor.documents[cursor.count - 1] < document {
            guard try cursor.advance(to: document) else {
                isDone = true
                return false
            }
            place = cursor.index
        }
        // Documents asked for often stand close together, so a step is tried before the block is searched.
        if cursor.documents[place] < document { place += 1 }
        if cursor.documents[place] < document {
            place = AscendingNumbers.place(notBelow: document, in: cursor.documents, count: cursor.count)
        }
        return true
    }

    /// The next postings of one block that lie below `end`, by their places in it; nil when there are none.
    mutating func nextRun(before end: UInt32) throws(IndexFailure) -> Range<Int>? {
        if isDone { return nil }
        if place >= cursor.count {
            guard try cursor.nextBlock() else {
                isDone = true
                return nil
            }
            place = 0
        }
        let lower = place
        guard cursor.documents[lower] < end else { return nil }
        var upper = cursor.count
        while cursor.documents[upper - 1] >= end { upper -= 1 }
        place = upper
        return lower..<upper
    }

    /// Adds what the weights of postings at some places of the current block stand for to the sums of their documents.
    mutating func addWeights(
        _ table: PlaceSums.Table,
        in run: Range<Int>,
        from first: UInt32,
        to sums: inout PlaceSums
    ) throws(IndexFailure) {
        try cursor.loadWeights()
        sums.add(table, codes: cursor.weights, base: cursor.weightBase, at: cursor.documents, in: run, from: first)
    }

    /// The posting of exactly this document; false where the term does not stand in it.
    ///
    /// Documents must be asked for in ascending order.
    mutating func seek(_ document: UInt32) throws(IndexFailure) -> Bool {
        // A dense list says so at once, without a block being read.
        if let bits = cursor.bits, !bits.contains(document) { return false }
        guard try skip(to: document) else { return false }
        return cursor.documents[place] == document
    }

    /// The code of the weight of a document, as ``seek(_:)`` finds it; nil where the term does not stand in it.
    mutating func weight(in document: UInt32) throws(IndexFailure) -> Int? {
        try seek(document) ? cursor.weight(at: place) : nil
    }

    /// The normalised frequency of the term in some fields of a document, if it was sought last; 0 where it is not found.
    mutating func frequency(
        in document: UInt32,
        _ mask: UInt32,
        _ norms: FrequencyNorms
    ) throws(IndexFailure) -> Double {
        guard place < cursor.count, cursor.documents[place] == document else { return 0 }
        var sum = 0.0
        try cursor.forEachFrequency(at: place, in: mask) { (field, occurrences) in
            sum += norms.part(occurrences, of: field, in: document)
        }
        return sum
    }

    /// The fields of the document found by ``seek(_:)``.
    mutating func mask() throws(IndexFailure) -> UInt32 {
        try cursor.loadMasks()
        return cursor.masks[place]
    }

    /// How often the term stands in a field of the document found by ``seek(_:)``.
    mutating func frequency(_ field: FieldID) throws(IndexFailure) -> Int {
        Int(try cursor.frequency(field, at: place))
    }

    /// The current block's arrays, for loops over many postings; give it up before the next call that moves on.
    mutating func block() throws(IndexFailure) -> Block {
        try cursor.loadCodes()
        return Block(
            documents: cursor.documents,
            masks: cursor.masks,
            codes: cursor.codes,
            codeStarts: cursor.codeStarts
        )
    }

    /// The postings of one block, as `PostingsCursor` explains them.
    struct Block {
        let documents: [UInt32]
        let masks: [UInt32]
        let codes: [UInt32]
        let codeStarts: [UInt32]
    }

    /// The numbers of the positions in a field of the document found by ``seek(_:)``; ``gap(_:)`` says where they are.
    mutating func positionNumbers(_ field: FieldID) throws(IndexFailure) -> Range<Int> {
        cursor.index = place
        return try cursor.positionNumbers(field)
    }

    /// How far a position stands behind the one before it, less 1.
    mutating func gap(_ number: Int) throws(IndexFailure) -> UInt32 { try cursor.gap(number) }

    /// Replaces the buffer with the positions in a field of the document found by ``seek(_:)``.
    mutating func positions(_ field: FieldID, into buffer: inout [UInt32]) throws(IndexFailure) {
        cursor.index = place
        try cursor.positions(field, into: &buffer)
    }
}
