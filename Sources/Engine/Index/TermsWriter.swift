import Bytes

/// Writes the dictionary of a segment: terms in ascending order, front-coded in blocks.
final class TermsWriter {
    /// The terms that share one block.
    static let blockSize = 32

    private let file: IndexFileWriter
    private var block: [UInt8] = []
    private var previous: [UInt8] = []
    private var blockStarts: [UInt64] = []
    private var count = 0

    init(_ files: UnfinishedFiles) throws(IndexFailure) {
        file = try IndexFileWriter(files, .terms)
    }

    /// Adds a term that is greater than those before.
    func append(_ term: [UInt8], _ info: TermInfo) throws(IndexFailure) {
        if count % TermsWriter.blockSize == 0 {
            try writeBlock()
            blockStarts.append(UInt64(file.offset))
            Varint.append(info.postings.lowerBound, to: &block)
            Varint.append(info.positions.lowerBound, to: &block)
            previous.removeAll(keepingCapacity: true)
        }
        var shared = 0
        while shared < min(previous.count, term.count), previous[shared] == term[shared] { shared += 1 }
        Varint.append(shared, to: &block)
        Varint.append(term.count - shared, to: &block)
        block += term[shared...]
        Varint.append(info.documentFrequency, to: &block)
        Varint.append(UInt64(info.fields.rawValue), to: &block)
        Varint.append(info.totalFrequency - UInt64(info.documentFrequency), to: &block)
        Varint.append(info.postings.count, to: &block)
        Varint.append(info.positions.count, to: &block)
        previous = term
        count += 1
    }

    func finish() throws(IndexFailure) -> FinishedFile {
        try writeBlock()
        let end = file.offset
        let place = try file.appendPacked(count: blockStarts.count, maximum: UInt64(end)) { blockStarts[$0] }
        var directory: [UInt8] = []
        Varint.append(count, to: &directory)
        Varint.append(blockStarts.count, to: &directory)
        Varint.append(end, to: &directory)
        place.append(to: &directory)
        return try file.finish(directory: directory)
    }

    private func writeBlock() throws(IndexFailure) {
        guard !block.isEmpty else { return }
        try file.append(block)
        block.removeAll(keepingCapacity: true)
    }
}
