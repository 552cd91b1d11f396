import Bytes

/// Identifiers and field lengths of a segment as they are read.
final class DocumentTable: Sendable {
    /// The bits kept of the hash of an identifier; their bytes bound how many documents a file can claim.
    static let hashWidth = 32

    let file: IndexFile
    let count: Int

    private let identifiers: Int
    private let ends: PackedArray
    private let hashes: PackedArray
    private let hashed: PackedArray
    private let lengths: [PackedArray]

    init(_ file: IndexFile, fieldCount: Int) throws(IndexFailure) {
        self.file = file
        var reader = try file.directoryReader()
        do throws(FileFailure) {
            let count = try reader.count(limit: SegmentFiles.maximumDocuments)
            self.count = count
            identifiers = try reader.count(limit: file.mapped.count)
            ends = try PackedPlace(&reader).array(file, count: count + 1)
            hashes = try PackedPlace(&reader).array(file, count: count)
            guard hashes.bitWidth == DocumentTable.hashWidth else {
                throw .corrupt(path: file.mapped.path, reason: "its hashes have \(hashes.bitWidth) bits")
            }
            hashed = try PackedPlace(&reader).array(file, count: count)
            var lengths: [PackedArray] = []
            for _ in 0..<fieldCount { lengths.append(try PackedPlace(&reader).array(file, count: count)) }
            self.lengths = lengths
        } catch {
            throw IndexFailure(error)
        }
    }

    /// Where the identifier of a document lies, verified.
    private func place(_ document: Int) throws(IndexFailure) -> Range<Int> {
        try file.touch(ends, document..<document + 2)
        let start = identifiers + Int(truncatingIfNeeded: ends[document] & UInt64(Int.max >> 1))
        let end = identifiers + Int(truncatingIfNeeded: ends[document + 1] & UInt64(Int.max >> 1))
        guard start <= end else { throw .corrupt(file: file.mapped.path, reason: "identifier \(document) ends early") }
        try file.touch(start..<end)
        return start..<end
    }

    func identifier(_ document: Int) throws(IndexFailure) -> String {
        guard document < count else { return "" }
        return file.mapped.text(try place(document))
    }

    func identifierBytes(_ document: Int) throws(IndexFailure) -> [UInt8] {
        guard document < count else { return [] }
        return file.mapped.bytes(try place(document))
    }

    /// The lengths of a field, all pages of them verified.
    func lengths(_ field: Int) throws(IndexFailure) -> PackedArray {
        try file.touch(lengths[field].range)
        return lengths[field]
    }

    /// The document of an identifier, deleted or not: the hash says nearly where among the sorted hashes.
    func document(_ identifier: [UInt8]) throws(IndexFailure) -> Int? {
        let wanted = stableHash(identifier) >> 32
        var low = 0
        var high = count
        var steps = 0
        // The hashes last seen below and above.
        var bounds: (UInt64, UInt64) = (0, 1 << UInt64(DocumentTable.hashWidth))
        while low < high {
            let span = max(1, bounds.1 &- bounds.0)
            let share = wanted > bounds.0 ? Double(wanted - bounds.0) / Double(span) : 0
            // Hashes are spread evenly, so a few guesses do; halving keeps the worst case short.
            let guess = steps < 16 ? low + Int(share * Double(high - low)) : (low + high) / 2
            steps += 1
            let middle = min(max(low, guess), high - 1)
            try file.touch(hashes, middle..<middle + 1)
            if hashes[middle] < wanted {
                low = middle + 1
                bounds.0 = hashes[middle]
            } else {
                high = middle
                bounds.1 = hashes[middle]
            }
        }
        while low < count {
            try file.touch(hashes, low..<low + 1)
            guard hashes[low] == wanted else { return nil }
            try file.touch(hashed, low..<low + 1)
            let document = Int(hashed[low])
            if document < count, file.mapped.compare(try place(document), with: identifier) == 0 { return document }
            low += 1
        }
        return nil
    }
}

extension IndexFile {
    /// Verifies the pages in which some elements of packed numbers lie.
    func touch(_ array: PackedArray, _ elements: Range<Int>) throws(IndexFailure) {
        guard !elements.isEmpty, array.count > 0 else { return }
        let width = array.bitWidth
        let start = array.range.lowerBound + elements.lowerBound * width / 8
        let end = array.range.lowerBound + (elements.upperBound * width + 7) / 8
        try touch(start..<max(start, min(end, array.range.upperBound)))
    }
}
