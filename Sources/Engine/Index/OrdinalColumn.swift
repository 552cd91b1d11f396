import Bytes

/// The labels of one column of a segment, numbered from 0 by the column's own dictionary.
public struct OrdinalColumn: Sendable {
    /// The documents of the segment.
    public let documentCount: Int
    /// The number of different labels.
    public let labelCount: Int
    /// Whether a document may have more than one label.
    public let isMultiple: Bool
    /// How labels are numbered.
    public let order: Schema.LabelOrder
    /// Whether every document was found to have the column's only label, so that nobody has to ask them.
    public internal(set) var isConstant = false

    let file: IndexFile
    let labels: Int
    let labelEnds: PackedArray
    /// The ordinals in the order of their labels; nil when that is their own order.
    let sorted: PackedArray?
    /// Where the values of each document begin; nil in a column of single labels.
    let starts: PackedArray?
    /// Ordinals; in a column of single labels one for each document, plus 1, or 0 for none.
    let values: PackedArray

    init(
        _ file: IndexFile,
        _ reader: inout ByteReader,
        documentCount: Int,
        multiple: Bool,
        order: Schema.LabelOrder
    ) throws(FileFailure) {
        self.file = file
        self.documentCount = documentCount
        self.order = order
        isMultiple = multiple
        let count = try reader.count(limit: Int(UInt32.max))
        labelCount = count
        labels = try reader.count(limit: file.mapped.count)
        labelEnds = try PackedPlace(&reader).array(file, count: count + 1)
        sorted = order == .frequency ? try PackedPlace(&reader).array(file, count: count) : nil
        if multiple {
            let total = try reader.count(limit: 1 << 48)
            starts = try PackedPlace(&reader).array(file, count: documentCount + 1)
            values = try PackedPlace(&reader).array(file, count: total)
        } else {
            starts = nil
            values = try PackedPlace(&reader).array(file, count: documentCount)
        }
    }

    /// Verifies the pages of the column, and that every value is an ordinal of a document, so that nobody has to ask
    /// again.
    func verify() throws(IndexFailure) {
        try file.touch(labelEnds.range)
        let length = Int(truncatingIfNeeded: labelEnds[labelCount] & UInt64(Int.max >> 1))
        try file.touch(labels..<labels + min(length, file.mapped.count))
        if let sorted { try file.touch(sorted.range) }
        if let starts { try file.touch(starts.range) }
        try file.touch(values.range)
        // Every label has a document and no document has a label twice, which bounds what a file can claim.
        guard labelCount <= values.count, labelCount < 2 || values.bitWidth > 0,
            !isMultiple || values.count <= documentCount * labelCount
        else { throw corrupt("a column has other numbers of labels and values than can be") }
        try forEachPart(of: values) { (part) throws(IndexFailure) in
            guard Int(part.max() ?? 0) < (isMultiple ? labelCount : labelCount + 1) else {
                throw corrupt("a value of a column has no label")
            }
        }
        guard let starts else { return }
        var previous: UInt64 = 0
        try forEachPart(of: starts) { (part) throws(IndexFailure) in
            for start in part {
                guard start >= previous else { throw corrupt("the values of a document end before they begin") }
                previous = start
            }
        }
        guard previous == UInt64(values.count) else { throw corrupt("some values of a column have no document") }
    }

    /// Finds out whether every document has the column's only label; values are looked at only where there is but one.
    func findConstant() throws(IndexFailure) -> Bool {
        guard labelCount == 1, !isMultiple else { return false }
        var lacksNone = true
        try forEachPart(of: values) { (part) throws(IndexFailure) in
            if part.contains(0) { lacksNone = false }
        }
        return lacksNone
    }

    private func forEachPart(
        of array: PackedArray,
        _ body: ([UInt64]) throws(IndexFailure) -> Void
    ) throws(IndexFailure) {
        var part: [UInt64] = []
        for start in stride(from: 0, to: array.count, by: NumberColumn.blockSize) {
            array.copy(start..<min(start + NumberColumn.blockSize, array.count), into: &part)
            try body(part)
        }
    }

    private func corrupt(_ reason: String) -> IndexFailure { .corrupt(file: file.mapped.path, reason: reason) }

    /// The only ordinal of a document in a column of single labels; nil where it has none.
    ///
    /// In a column of multiple labels this is the least ordinal of the document.
    public func ordinal(_ document: UInt32) -> UInt32? {
        guard isMultiple else {
            let value = values[Int(document)]
            return value == 0 ? nil : UInt32(truncatingIfNeeded: value - 1)
        }
        let range = valueRange(document)
        return range.isEmpty ? nil : UInt32(truncatingIfNeeded: values[range.lowerBound])
    }

    /// Whether a document has one of the ordinals of a range.
    public func hasOrdinal(_ document: UInt32, in range: Range<UInt32>) -> Bool {
        guard isMultiple else {
            // One below none is the greatest number of all.
            return range.contains(UInt32(truncatingIfNeeded: values[Int(document)]) &- 1)
        }
        for index in valueRange(document) where range.contains(UInt32(truncatingIfNeeded: values[index])) {
            return true
        }
        return false
    }

    /// Whether a document has one of the ordinals of a set: ordinal n is bit n mod 64 of word n div 64.
    public func hasOrdinal(_ document: UInt32, among words: [UInt64]) -> Bool {
        guard isMultiple else { return ordinal(document).map { Self.holds(words, $0) } ?? false }
        for index in valueRange(document) where Self.holds(words, UInt32(truncatingIfNeeded: values[index])) {
            return true
        }
        return false
    }

    private static func holds(_ words: [UInt64], _ ordinal: UInt32) -> Bool {
        words[Int(ordinal >> 6)] & (1 &<< UInt64(ordinal & 63)) != 0
    }

    /// Replaces the buffer with the ordinals of a document in ascending order.
    public func ordinals(_ document: UInt32, into buffer: inout [UInt32]) {
        buffer.removeAll(keepingCapacity: true)
        guard isMultiple else {
            if let ordinal = ordinal(document) { buffer.append(ordinal) }
            return
        }
        for index in valueRange(document) { buffer.append(UInt32(truncatingIfNeeded: values[index])) }
    }

    /// Replaces the buffer with the ordinals of some documents, one after another.
    ///
    /// - Parameters:
    ///   - documents: Document numbers, ascending.
    ///   - ordinals: What is replaced.
    public func gather(_ documents: [UInt32], into ordinals: inout [UInt32]) {
        var starts: [UInt32] = []
        gather(documents, starts: &starts, ordinals: &ordinals)
    }

    /// The same, and replaces another buffer with where those of each document begin: the ordinals of the n-th document are
    /// `ordinals[starts[n]..<starts[n + 1]]`.
    public func gather(_ documents: [UInt32], starts: inout [UInt32], ordinals: inout [UInt32]) {
        guard let own = self.starts, values.count <= Int(UInt32.max) else {
            return gatherSingly(documents, &starts, &ordinals)
        }
        // One array after another, because numbers far from each other are waited for together, unless the next step
        // depends on each.
        var ends: [UInt32] = []
        own.gather(documents, into: &starts)
        own.gather(documents, shift: 1, into: &ends)
        var places: [UInt32] = []
        places.reserveCapacity(documents.count * 2)
        for index in documents.indices {
            let lower = starts[index]
            starts[index] = UInt32(truncatingIfNeeded: places.count)
            // A document that is not there has no end behind its start.
            if lower < ends[index] { places.append(contentsOf: lower..<ends[index]) }
        }
        starts.append(UInt32(truncatingIfNeeded: places.count))
        values.gather(places, into: &ordinals)
    }

    private func gatherSingly(_ documents: [UInt32], _ starts: inout [UInt32], _ ordinals: inout [UInt32]) {
        starts.removeAll(keepingCapacity: true)
        guard !isMultiple else {
            ordinals.removeAll(keepingCapacity: true)
            for document in documents {
                starts.append(UInt32(truncatingIfNeeded: ordinals.count))
                for index in valueRange(document) { ordinals.append(UInt32(truncatingIfNeeded: values[index])) }
            }
            return starts.append(UInt32(truncatingIfNeeded: ordinals.count))
        }
        values.gather(documents, into: &ordinals)
        starts.reserveCapacity(documents.count + 1)
        var kept = 0
        for index in ordinals.indices {
            starts.append(UInt32(truncatingIfNeeded: kept))
            guard ordinals[index] > 0 else { continue }
            ordinals[kept] = ordinals[index] - 1
            kept += 1
        }
        starts.append(UInt32(truncatingIfNeeded: kept))
        ordinals.removeLast(ordinals.count - kept)
    }

    /// Replaces the buffers with the ordinals of a range of documents of the segment, one after another.
    ///
    /// The ordinals of the n-th document of the range are `ordinals[starts[n]..<starts[n + 1]]`.
    public func fill(_ range: Range<UInt32>, starts: inout [UInt32], ordinals: inout [UInt32]) {
        guard let own = self.starts else { return fillSingle(range, &starts, &ordinals) }
        own.copy(Int(range.lowerBound)..<Int(range.upperBound) + 1, into: &starts)
        values.copy(Int(own[Int(range.lowerBound)])..<Int(own[Int(range.upperBound)]), into: &ordinals)
        // What lies behind 32 bits is lost in every start alike.
        let first = starts[0]
        for place in starts.indices { starts[place] &-= first }
    }

    private func fillSingle(_ range: Range<UInt32>, _ starts: inout [UInt32], _ ordinals: inout [UInt32]) {
        values.copy(Int(range.lowerBound)..<Int(range.upperBound), into: &ordinals)
        starts.removeAll(keepingCapacity: true)
        var kept = 0
        for place in ordinals.indices {
            starts.append(UInt32(kept))
            guard ordinals[place] > 0 else { continue }
            ordinals[kept] = ordinals[place] - 1
            kept += 1
        }
        starts.append(UInt32(kept))
        ordinals.removeLast(ordinals.count - kept)
    }

    /// Replaces the buffer with the ordinal plus 1 of each document of a range, 0 where it has none.
    ///
    /// For columns of single labels only; the fastest way through many documents.
    public func fillSingle(_ range: Range<UInt32>, into ordinals: inout [UInt32]) {
        precondition(!isMultiple, "the column has several labels per document")
        values.copy(Int(range.lowerBound)..<Int(range.upperBound), into: &ordinals)
    }

    private func valueRange(_ document: UInt32) -> Range<Int> {
        guard let starts, document < documentCount else { return 0..<0 }
        return Int(starts[Int(document)])..<Int(starts[Int(document) + 1])
    }
}
