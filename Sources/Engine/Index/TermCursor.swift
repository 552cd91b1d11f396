import Bytes

/// Walks the terms of a segment in ascending order of their bytes.
///
/// Start with `next`. The reserved terms come first: they start with the byte 0.
public struct TermCursor: Sendable {
    /// The current term.
    public private(set) var term: [UInt8] = []
    /// What the dictionary says of the current term.
    public private(set) var info = TermInfo(
        documentFrequency: 0,
        fields: [],
        totalFrequency: 0,
        postings: 0..<0,
        positions: 0..<0
    )

    private let dictionary: TermDictionary
    private let prefix: [UInt8]
    private var lowerBound: [UInt8]?
    private var block: Int
    private var leftInBlock = 0
    private var reader: ByteReader?

    init(_ dictionary: TermDictionary, prefix: [UInt8], from lowerBound: [UInt8]) throws(IndexFailure) {
        self.dictionary = dictionary
        self.prefix = prefix
        let start = compareBytes(prefix, lowerBound) < 0 ? lowerBound : prefix
        self.lowerBound = start.isEmpty ? nil : start
        block = start.isEmpty ? 0 : try dictionary.block(for: start)
    }

    /// Moves to the next term.
    ///
    /// - Returns: False after the last one.
    /// - Throws: `IndexFailure.corrupt`.
    public mutating func next() throws(IndexFailure) -> Bool {
        while try step() {
            if let bound = lowerBound {
                if compareBytes(term, bound) < 0 { continue }
                lowerBound = nil
            }
            return term.starts(with: prefix)
        }
        return false
    }

    private mutating func step() throws(IndexFailure) -> Bool {
        if leftInBlock == 0 {
            guard block < dictionary.blockCount else { return false }
            try startBlock()
        }
        leftInBlock -= 1
        do { try readTerm() } catch { throw IndexFailure(error) }
        return true
    }

    private mutating func startBlock() throws(IndexFailure) {
        var reader = try dictionary.reader(block: block)
        let bases = try wrap { () throws(FileFailure) in (try reader.count(), try reader.count()) }
        info.postings = bases.0..<bases.0
        info.positions = bases.1..<bases.1
        leftInBlock = min(TermsWriter.blockSize, dictionary.count - block * TermsWriter.blockSize)
        term.removeAll(keepingCapacity: true)
        block += 1
        self.reader = reader
    }

    private mutating func readTerm() throws(FileFailure) {
        guard var reader else { return }
        self.reader = nil
        let shared = try reader.count(limit: term.count)
        let suffix = try reader.skip(try reader.count(limit: reader.remaining))
        term.removeSubrange(shared...)
        for offset in suffix { term.append(reader.file.byte(at: offset)) }
        try info.read(&reader)
        self.reader = reader
    }
}
