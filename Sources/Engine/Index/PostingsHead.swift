/// What stands in front of the list of a term: its peak, its documents as bits, the peaks of ranges.
///
/// Both tables are kept from term to term; of each only what was touched is cleared.
struct PostingsHead {
    private var words: [UInt64]
    private var touched: [Int] = []
    private var peaks: [UInt8]
    private var ranges: [Int] = []
    /// The sum over the fields of the current document.
    private var weight = 0.0
    /// The greatest peak of a document in its range so far.
    private var greatest: UInt8 = 0

    init(documentCount: Int) {
        words = [UInt64](repeating: 0, count: (documentCount + 63) / 64)
        peaks = [UInt8](repeating: 0, count: PostingsShape.rangeCount(documentCount))
    }

    /// Starts a term.
    mutating func clear() {
        for word in touched { words[word] = 0 }
        for range in ranges { peaks[range] = 0 }
        touched.removeAll(keepingCapacity: true)
        ranges.removeAll(keepingCapacity: true)
        weight = 0
        greatest = 0
    }

    /// Starts a document that is greater than those before.
    mutating func start(_ document: UInt32) {
        let range = Int(document) / PostingsShape.rangeLength
        if ranges.last != range {
            endRange()
            ranges.append(range)
        }
        let word = Int(document >> 6)
        if words[word] == 0 { touched.append(word) }
        words[word] |= 1 << UInt64(document & 63)
    }

    /// Adds what a field of the current document comes to.
    mutating func add(_ weight: Double) { self.weight += weight }

    /// Ends the current document and returns the peak of its weight.
    mutating func endDocument() -> UInt8 {
        let peak = Peak.code(weight)
        greatest = max(greatest, peak)
        weight = 0
        return peak
    }

    /// What stands in front of a list of this shape.
    mutating func bytes(_ shape: PostingsShape) -> [UInt8] {
        guard !shape.isShort else { return [] }
        endRange()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(shape.headLength)
        bytes.append(ranges.reduce(0) { max($0, peaks[$1]) })
        if shape.wordCount > 0 { for word in words { appendLittleEndian(word, to: &bytes) } }
        if shape.rangeCount > 0 { bytes += peaks }
        return bytes
    }

    private mutating func endRange() {
        if let range = ranges.last { peaks[range] = greatest }
        greatest = 0
    }
}
