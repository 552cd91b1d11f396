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

    /// Verifies the pages of the column.
    func verified() throws(IndexFailure) -> OrdinalColumn {
        try file.touch(labelEnds.range)
        let length = Int(truncatingIfNeeded: labelEnds[labelCount] & UInt64(Int.max >> 1))
        try file.touch(labels..<labels + min(length, file.mapped.count))
        if let sorted { try file.touch(sorted.range) }
        if let starts { try file.touch(starts.range) }
        try file.touch(values.range)
        return self
    }

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

    /// Replaces the buffer with the ordinals of a document in ascending order.
    public func ordinals(_ document: UInt32, into buffer: inout [UInt32]) {
        buffer.removeAll(keepingCapacity: true)
        guard isMultiple else {
            if let ordinal = ordinal(document) { buffer.append(ordinal) }
            return
        }
        for index in valueRange(document) { buffer.append(UInt32(truncatingIfNeeded: values[index])) }
    }

    /// Replaces the buffers with the ordinals of a range of documents, one after another.
    ///
    /// The ordinals of the n-th document of the range are `ordinals[starts[n]..<starts[n + 1]]`.
    public func fill(_ range: Range<UInt32>, starts: inout [Int], ordinals: inout [UInt32]) {
        starts.removeAll(keepingCapacity: true)
        ordinals.removeAll(keepingCapacity: true)
        starts.append(0)
        for document in range {
            if isMultiple {
                for index in valueRange(document) { ordinals.append(UInt32(truncatingIfNeeded: values[index])) }
            } else if let ordinal = ordinal(document) {
                ordinals.append(ordinal)
            }
            starts.append(ordinals.count)
        }
    }

    private func valueRange(_ document: UInt32) -> Range<Int> {
        guard let starts, document < documentCount else { return 0..<0 }
        let low = min(Int(truncatingIfNeeded: starts[Int(document)] & UInt64(Int.max)), values.count)
        let high = min(Int(truncatingIfNeeded: starts[Int(document) + 1] & UInt64(Int.max)), values.count)
        return low..<max(low, high)
    }
}
