import Bytes

/// What the columns of a segment ask of its documents.
protocol ColumnContent {
    /// The number of documents.
    var documentCount: Int { get }
    /// The version of a document.
    func version(_ document: Int) throws(IndexFailure) -> UInt64
    /// The number of a document in a number column.
    func number(_ column: Int, _ document: Int) throws(IndexFailure) -> Int64?
    /// The labels of an ordinal column in ascending order; some may be in use no longer.
    func labelCount(_ column: Int) throws(IndexFailure) -> Int
    /// A label by its place in that order.
    func label(_ column: Int, _ place: Int) throws(IndexFailure) -> [UInt8]
    /// Replaces the buffer with the places of a document's labels, ascending and each once.
    func labels(_ column: Int, _ document: Int, into buffer: inout [UInt32]) throws(IndexFailure)
}

/// Writes the columns of a segment: those that the schema calls updatable with the versions, or the others.
struct ColumnsWriter {
    let content: any ColumnContent
    let schema: Schema

    func write(_ files: UnfinishedFiles, updatable: Bool) throws(IndexFailure) -> FinishedFile {
        let file = try IndexFileWriter(files, updatable ? .updatableColumns : .columns)
        var directory: [UInt8] = []
        Varint.append(content.documentCount, to: &directory)
        if updatable { try writeVersions(file, &directory) }
        for (place, column) in schema.columns.enumerated() where column.isUpdatable == updatable {
            switch column.kind {
            case .number:
                try writeNumbers(place, file, &directory)
            case .ordinals(let multiple, let order):
                try writeOrdinals(place, (multiple, order), file, &directory)
            }
        }
        return try file.finish(directory: directory)
    }

    private func writeVersions(_ file: IndexFileWriter, _ directory: inout [UInt8]) throws(IndexFailure) {
        let count = content.documentCount
        var maximum: UInt64 = 0
        for document in 0..<count { maximum = max(maximum, try content.version(document)) }
        try file.appendPacked(count: count, maximum: maximum) { (document) throws(IndexFailure) in
            try content.version(document)
        }.append(to: &directory)
    }

    private func writeNumbers(
        _ column: Int,
        _ file: IndexFileWriter,
        _ directory: inout [UInt8]
    ) throws(IndexFailure) {
        var summaries: [UInt8] = []
        for start in stride(from: 0, to: content.documentCount, by: NumberColumn.blockSize) {
            let end = min(start + NumberColumn.blockSize, content.documentCount)
            var values: [Int64?] = []
            values.reserveCapacity(end - start)
            for document in start..<end { values.append(try content.number(column, document)) }
            let present = values.compactMap { $0 }
            let minimum = present.min() ?? 0
            let maximum = present.max() ?? 0
            appendLittleEndian(UInt64(bitPattern: minimum), to: &summaries)
            appendLittleEndian(UInt64(bitPattern: maximum), to: &summaries)
            appendLittleEndian(UInt64(file.offset), to: &summaries)
            appendLittleEndian(UInt32(present.count), to: &summaries)
            let span = UInt64(bitPattern: maximum &- minimum)
            appendLittleEndian(UInt32(PackedArray.width(forMaximum: span)), to: &summaries)
            if present.isEmpty { continue }
            if present.count < values.count {
                _ = try file.appendPacked(count: values.count, maximum: 1) { values[$0] == nil ? 0 : 1 }
            }
            _ = try file.appendPacked(count: values.count, maximum: span) {
                UInt64(bitPattern: (values[$0] ?? minimum) &- minimum)
            }
        }
        Varint.append(file.offset, to: &directory)
        try file.append(summaries)
    }

    private func writeOrdinals(
        _ column: Int,
        _ kind: (multiple: Bool, order: Schema.LabelOrder),
        _ file: IndexFileWriter,
        _ directory: inout [UInt8]
    ) throws(IndexFailure) {
        let count = content.documentCount
        var uses = [UInt32](repeating: 0, count: try content.labelCount(column))
        var total = 0
        var buffer: [UInt32] = []
        for document in 0..<count {
            try content.labels(column, document, into: &buffer)
            total += buffer.count
            for place in buffer { uses[Int(place)] += 1 }
        }
        // Places of labels in use, in the order of their ordinals; and the ordinal of each place.
        var used = uses.indices.filter { uses[$0] > 0 }
        if kind.order == .frequency { used.sort { (uses[$0], $1) > (uses[$1], $0) } }
        var ordinals = [UInt32](repeating: .max, count: uses.count)
        for (ordinal, place) in used.enumerated() { ordinals[place] = UInt32(ordinal) }

        Varint.append(used.count, to: &directory)
        try writeLabels(column, used, file, &directory)
        if kind.order == .frequency {
            let sorted = used.sorted()
            try file.appendPacked(count: sorted.count, maximum: UInt64(max(0, sorted.count - 1))) {
                UInt64(ordinals[sorted[$0]])
            }.append(to: &directory)
        }
        if kind.multiple {
            try writeMultiple(column, ordinals, total, file, &directory)
        } else {
            try file.appendPacked(count: count, maximum: UInt64(used.count)) { (document) throws(IndexFailure) in
                try content.labels(column, document, into: &buffer)
                return buffer.first.map { UInt64(ordinals[Int($0)]) + 1 } ?? 0
            }.append(to: &directory)
        }
    }

    private func writeLabels(
        _ column: Int,
        _ used: [Int],
        _ file: IndexFileWriter,
        _ directory: inout [UInt8]
    ) throws(IndexFailure) {
        Varint.append(file.offset, to: &directory)
        var ends: [UInt64] = [0]
        for place in used {
            let label = try content.label(column, place)
            try file.append(label)
            ends.append(ends[ends.count - 1] + UInt64(label.count))
        }
        try file.appendPacked(count: ends.count, maximum: ends[ends.count - 1]) { ends[$0] }.append(to: &directory)
    }

    private func writeMultiple(
        _ column: Int,
        _ ordinals: [UInt32],
        _ total: Int,
        _ file: IndexFileWriter,
        _ directory: inout [UInt8]
    ) throws(IndexFailure) {
        let count = content.documentCount
        var buffer: [UInt32] = []
        var seen: UInt64 = 0
        Varint.append(total, to: &directory)
        try file.appendPacked(count: count + 1, maximum: UInt64(total)) { (document) throws(IndexFailure) in
            guard document < count else { return seen }
            try content.labels(column, document, into: &buffer)
            defer { seen += UInt64(buffer.count) }
            return seen
        }.append(to: &directory)
        var document = 0
        var next = 0
        var current: [UInt32] = []
        let used = ordinals.reduce(0) { $0 + ($1 == .max ? 0 : 1) }
        try file.appendPacked(count: total, maximum: UInt64(max(0, used - 1))) { (_) throws(IndexFailure) in
            while next == current.count {
                try content.labels(column, document, into: &buffer)
                current.removeAll(keepingCapacity: true)
                for place in buffer { current.append(ordinals[Int(place)]) }
                current.sort()
                next = 0
                document += 1
            }
            defer { next += 1 }
            return UInt64(current[next])
        }.append(to: &directory)
    }
}
