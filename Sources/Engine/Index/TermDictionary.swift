import Bytes

/// The dictionary of a segment as it is read: a binary search over first terms, then a walk through one block.
final class TermDictionary: Sendable {
    let file: IndexFile
    let count: Int
    let blockCount: Int

    private let starts: PackedArray
    private let end: Int
    /// The key of the first term of each block, 0 where nobody asked for it yet: a search that halves its way through the
    /// file itself waits for memory at every step.
    private let keys: AtomicNumbers

    init(_ file: IndexFile) throws(IndexFailure) {
        self.file = file
        var reader = try file.directoryReader()
        (count, blockCount, end, starts) = try wrap { () throws(FileFailure) in
            let count = try reader.count(limit: Int(Int32.max) * TermsWriter.blockSize)
            let blockCount = try reader.count(limit: Int(Int32.max))
            let end = try reader.count(limit: file.mapped.count)
            return (count, blockCount, end, try PackedPlace(&reader).array(file, count: blockCount))
        }
        guard blockCount == (count + TermsWriter.blockSize - 1) / TermsWriter.blockSize else {
            throw .corrupt(file: file.mapped.path, reason: "\(count) terms in \(blockCount) blocks")
        }
        keys = AtomicNumbers(count: blockCount)
    }

    /// A reader of one block, verified.
    func reader(block: Int) throws(IndexFailure) -> ByteReader {
        try file.touch(starts.range)
        return try reader(ofKnown: block)
    }

    /// The same once the starts of all blocks are verified.
    private func reader(ofKnown block: Int) throws(IndexFailure) -> ByteReader {
        let start = Int(truncatingIfNeeded: starts[block])
        let next = block + 1 < blockCount ? Int(truncatingIfNeeded: starts[block + 1]) : end
        guard start <= next, next <= end else {
            throw .corrupt(file: file.mapped.path, reason: "term block \(block) leaves its section")
        }
        return try file.reader(start..<next)
    }

    /// The last block whose first term is not above a term; 0 when all are.
    func block(for term: [UInt8]) throws(IndexFailure) -> Int {
        try file.touch(starts.range)
        let key = Self.key(term)
        var low = 0
        var high = blockCount
        while high - low > 1 {
            let middle = (low + high) / 2
            let other = try self.key(ofFirstIn: middle)
            let isAbove = other == key ? try isFirst(ofBlock: middle, above: term) : other > key
            if isAbove { high = middle } else { low = middle }
        }
        return low
    }

    /// The first eight bytes of a term as a number, so that numbers stand in the order of their terms unless they are equal.
    private static func key(_ term: [UInt8]) -> UInt64 {
        var key: UInt64 = 0
        for place in 0..<8 { key = key << 8 | (place < term.count ? UInt64(term[place]) : 0) }
        return key
    }

    private func key(ofFirstIn block: Int) throws(IndexFailure) -> UInt64 {
        let known = keys[block]
        if known > 0 { return known }
        let first = try first(ofBlock: block)
        let bytes = file.mapped.uint64(at: first.lowerBound).byteSwapped
        let key = first.count < 8 ? bytes & ~(UInt64.max >> UInt64(8 * first.count)) : bytes
        keys[block] = key
        return key
    }

    private func isFirst(ofBlock block: Int, above term: [UInt8]) throws(IndexFailure) -> Bool {
        file.mapped.compare(try first(ofBlock: block), with: term) > 0
    }

    /// Where the first term of a block lies.
    private func first(ofBlock block: Int) throws(IndexFailure) -> Range<Int> {
        var reader = try reader(ofKnown: block)
        return try wrap { () throws(FileFailure) in
            _ = try reader.varint()
            _ = try reader.varint()
            _ = try reader.varint()
            return try reader.skip(try reader.count(limit: reader.remaining))
        }
    }

    /// What the dictionary says of a term; nil when it lacks the term.
    func find(_ term: [UInt8]) throws(IndexFailure) -> TermInfo? {
        let block = try block(for: term)
        guard block < blockCount else { return nil }
        var reader = try reader(block: block)
        var info = TermInfo(documentFrequency: 0, fields: [], totalFrequency: 0, postings: 0..<0, positions: 0..<0)
        do {
            let bases = (try reader.count(), try reader.count())
            info.postings = bases.0..<bases.0
            info.positions = bases.1..<bases.1
            // The bytes that the term before, which is less, has in common with the wanted one.
            var common = 0
            for _ in 0..<min(TermsWriter.blockSize, count - block * TermsWriter.blockSize) {
                let shared = try reader.count()
                let rest = try reader.skip(try reader.count(limit: reader.remaining))
                try info.read(&reader)
                // With more bytes like the term before, this one is less as that was; with fewer, it is greater.
                if shared > common { continue }
                if shared < common { return nil }
                var equal = 0
                while equal < rest.count, common < term.count,
                    file.mapped.byte(at: rest.lowerBound + equal) == term[common]
                {
                    equal += 1
                    common += 1
                }
                if equal == rest.count {
                    if common == term.count { return info }
                } else if common == term.count || file.mapped.byte(at: rest.lowerBound + equal) > term[common] {
                    return nil
                }
            }
        } catch {
            throw IndexFailure(error)
        }
        return nil
    }
}
