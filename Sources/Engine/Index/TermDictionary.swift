import Bytes

/// The dictionary of a segment as it is read: a binary search over first terms, then a walk through one block.
final class TermDictionary: Sendable {
    let file: IndexFile
    let count: Int
    let blockCount: Int

    private let starts: PackedArray
    private let end: Int

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
    }

    /// A reader of one block, verified.
    func reader(block: Int) throws(IndexFailure) -> ByteReader {
        try file.touch(starts.range)
        let start = Int(truncatingIfNeeded: starts[block])
        let next = block + 1 < blockCount ? Int(truncatingIfNeeded: starts[block + 1]) : end
        guard start <= next, next <= end else {
            throw .corrupt(file: file.mapped.path, reason: "term block \(block) leaves its section")
        }
        return try file.reader(start..<next)
    }

    /// The last block whose first term is not above a term; 0 when all are.
    func block(for term: [UInt8]) throws(IndexFailure) -> Int {
        var low = 0
        var high = blockCount
        while high - low > 1 {
            let middle = (low + high) / 2
            if try compareFirst(block: middle, with: term) <= 0 { low = middle } else { high = middle }
        }
        return low
    }

    private func compareFirst(block: Int, with term: [UInt8]) throws(IndexFailure) -> Int {
        var reader = try reader(block: block)
        let place = try wrap { () throws(FileFailure) in
            _ = try reader.varint()
            _ = try reader.varint()
            _ = try reader.varint()
            return try reader.skip(try reader.count(limit: reader.remaining))
        }
        return file.mapped.compare(place, with: term)
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
