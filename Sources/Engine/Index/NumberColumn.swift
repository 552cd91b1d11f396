import Bytes

/// The numbers of one column of a segment.
public struct NumberColumn: Sendable {
    /// The documents that share one minimum and maximum.
    public static let blockSize = 4_096

    /// What a block of documents holds.
    public struct BlockSummary: Sendable, Equatable {
        /// The least value; meaningless when no document has one.
        public var minimum: Int64
        /// The greatest value; meaningless when no document has one.
        public var maximum: Int64
        /// How many documents of the block have a value.
        public var presentCount: Int
    }

    /// The documents of the segment.
    public let documentCount: Int

    private let file: IndexFile
    private let summaries: Int

    private static let summarySize = 32

    init(_ file: IndexFile, summaries: Int, documentCount: Int) {
        self.file = file
        self.summaries = summaries
        self.documentCount = documentCount
    }

    /// Verifies the pages of the column and that every block lies within the file.
    func verify() throws(IndexFailure) {
        guard blockCount > 0 else { return }
        try file.touch(summaries..<summaries + blockCount * NumberColumn.summarySize)
        for block in 0..<blockCount {
            let stored = stored(block)
            let inBlock = min(NumberColumn.blockSize, documentCount - block * NumberColumn.blockSize)
            let bytes = stored.presence(inBlock) + BitPacking.byteCount(inBlock, width: stored.width)
            guard stored.present <= inBlock, stored.width <= 56 || stored.width == 64, stored.data >= 0,
                stored.data <= file.directory.lowerBound
            else { throw .corrupt(file: file.mapped.path, reason: "number block \(block) contradicts itself") }
            if stored.present > 0 { try file.touch(stored.data..<stored.data + bytes) }
        }
    }

    /// The number of blocks of 4,096 documents, the last one perhaps shorter.
    public var blockCount: Int { (documentCount + NumberColumn.blockSize - 1) / NumberColumn.blockSize }

    /// Minimum, maximum and count of a block.
    public func summary(ofBlock block: Int) -> BlockSummary {
        let stored = stored(block)
        return BlockSummary(minimum: stored.minimum, maximum: stored.maximum, presentCount: stored.present)
    }

    /// The value of a document; nil where it has none.
    public func value(_ document: UInt32) -> Int64? {
        guard document < documentCount else { return nil }
        let block = Int(document) / NumberColumn.blockSize
        return value(stored(block), Int(document) % NumberColumn.blockSize, count(ofBlock: block))
    }

    /// Whether a document of a block has a value of a range; the place is the document's within the block.
    public struct RangeTest {
        fileprivate let column: NumberColumn
        fileprivate let stored: Stored
        fileprivate let count: Int
        fileprivate let range: ClosedRange<Int64>

        /// Asks for one document.
        public func holds(_ place: Int) -> Bool { column.value(stored, place, count).map(range.contains) ?? false }
    }

    /// Prepares to ask many documents of one block.
    public func test(_ range: ClosedRange<Int64>, ofBlock block: Int) -> RangeTest {
        RangeTest(column: self, stored: stored(block), count: count(ofBlock: block), range: range)
    }

    /// Replaces the buffer with the values of a range of documents of the segment; `missing` stands where there is none.
    public func fill(_ range: Range<UInt32>, missing: Int64, into values: inout [Int64]) {
        precondition(range.upperBound <= documentCount, "the range leaves the segment")
        if values.count != range.count { values = [Int64](repeating: 0, count: range.count) }
        var document = Int(range.lowerBound)
        while document < range.upperBound {
            let end = min(Int(range.upperBound), (document / NumberColumn.blockSize + 1) * NumberColumn.blockSize)
            fill(document..<end, missing, &values, at: document - Int(range.lowerBound))
            document = end
        }
    }

    /// Replaces the buffer with the values of some ascending documents; those without one are left out.
    public func gather(_ documents: [UInt32], into values: inout [Int64]) {
        values.removeAll(keepingCapacity: true)
        forEachValue(of: documents) { value, _ in values.append(value) }
    }

    /// The same, and replaces another buffer with the places of their documents in the list.
    public func gather(_ documents: [UInt32], into values: inout [Int64], at places: inout [UInt32]) {
        values.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        forEachValue(of: documents) { value, place in
            values.append(value)
            places.append(UInt32(truncatingIfNeeded: place))
        }
    }

    @inline(__always)
    private func forEachValue(of documents: [UInt32], _ body: (_ value: Int64, _ place: Int) -> Void) {
        var block = -1
        var (known, count) = (stored(0), 0)
        for (place, document) in documents.enumerated() where document < documentCount {
            let number = Int(document) / NumberColumn.blockSize
            if number != block {
                block = number
                (known, count) = (stored(block), self.count(ofBlock: block))
            }
            if let value = value(known, Int(document) % NumberColumn.blockSize, count) { body(value, place) }
        }
    }

    /// Replaces the buffer with how far the values of a range of documents of one block lie above the block's least.
    ///
    /// What stands there for a document without a value means nothing.
    /// - Returns: False, and the buffer means nothing, where no document of the block has a value or a distance may take
    ///   more than 31 bits.
    public func fillDistances(_ range: Range<UInt32>, into distances: inout [UInt32]) -> Bool {
        guard !range.isEmpty, range.upperBound <= documentCount else { return false }
        let block = Int(range.lowerBound) / NumberColumn.blockSize
        let stored = stored(block)
        let count = count(ofBlock: block)
        let first = Int(range.lowerBound) - block * NumberColumn.blockSize
        guard stored.present > 0, stored.width <= 31, first + range.count <= count else { return false }
        if distances.count < range.count { distances = [UInt32](repeating: 0, count: NumberColumn.blockSize) }
        let start = (stored.data + stored.presence(count)) * 8 + first * stored.width
        file.mapped.unpack(fromBit: start, width: stored.width, count: range.count, into: &distances)
        return true
    }

    /// Which of 64 documents have a value, the first of them, at a multiple of 64, as the lowest bit; bits behind the
    /// column's last document mean nothing.
    public func presence(from document: UInt32) -> UInt64 {
        guard document < documentCount else { return 0 }
        let block = Int(document) / NumberColumn.blockSize
        let stored = stored(block)
        if stored.present == 0 { return 0 }
        if stored.present == count(ofBlock: block) { return .max }
        return file.mapped.uint64(at: stored.data &+ Int(document) % NumberColumn.blockSize / 8)
    }

    /// Writes the values of some documents of one block into a buffer.
    private func fill(_ documents: Range<Int>, _ missing: Int64, _ values: inout [Int64], at place: Int) {
        let block = documents.lowerBound / NumberColumn.blockSize
        let first = documents.lowerBound - block * NumberColumn.blockSize
        let count = count(ofBlock: block)
        let stored = stored(block)
        guard stored.present > 0 else {
            for index in 0..<documents.count { values[place + index] = missing }
            return
        }
        let start = (stored.data + stored.presence(count)) * 8 + first * stored.width
        let width = stored.width
        file.mapped.unpackPortably(fromBit: start, width: width, count: documents.count, into: &values, at: place)
        for index in 0..<documents.count { values[place + index] &+= stored.minimum }
        guard stored.present < count else { return }
        for index in 0..<documents.count where !has(stored, first + index) { values[place + index] = missing }
    }

    private func count(ofBlock block: Int) -> Int {
        min(NumberColumn.blockSize, documentCount - block * NumberColumn.blockSize)
    }

    private func value(_ stored: Stored, _ place: Int, _ count: Int) -> Int64? {
        guard stored.present > 0 else { return nil }
        if stored.present < count, !has(stored, place) { return nil }
        let bit = place &* stored.width
        let word = file.mapped.uint64(at: stored.data &+ stored.presence(count) &+ bit &>> 3) &>> UInt64(bit & 7)
        let difference = stored.width == 0 ? 0 : word & (.max &>> UInt64(64 &- stored.width))
        return stored.minimum &+ Int64(bitPattern: difference)
    }

    /// Whether a document of a block in which some lack a value has one.
    private func has(_ stored: Stored, _ place: Int) -> Bool {
        file.mapped.byte(at: stored.data &+ place / 8) >> UInt8(place % 8) & 1 != 0
    }

    private func stored(_ block: Int) -> Stored {
        let start = summaries + block * NumberColumn.summarySize
        let mapped = file.mapped
        return Stored(
            minimum: Int64(bitPattern: mapped.uint64(at: start)),
            maximum: Int64(bitPattern: mapped.uint64(at: start + 8)),
            data: Int(truncatingIfNeeded: mapped.uint64(at: start + 16)),
            present: Int(mapped.uint32(at: start + 24)),
            width: Int(mapped.uint32(at: start + 28))
        )
    }

    /// A summary as it stands in the file.
    fileprivate struct Stored {
        var minimum: Int64
        var maximum: Int64
        var data: Int
        var present: Int
        var width: Int

        /// The bytes of the bits that tell which documents have a value; none when all or none have one.
        func presence(_ count: Int) -> Int { present == 0 || present >= count ? 0 : (count + 7) / 8 }
    }
}
