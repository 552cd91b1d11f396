import Bytes

/// What a new segment asks of the documents that go into it, in their new order.
protocol SegmentContent: ColumnContent {
    /// The identifier of a document in UTF-8.
    func identifier(_ document: Int) throws(IndexFailure) -> [UInt8]
    /// The length of a text field in every document.
    func lengths(_ field: Int) throws(IndexFailure) -> [UInt32]
    /// Writes all terms in ascending order.
    func writeTerms(_ terms: TermsWriter, _ postings: inout PostingsWriter) throws(IndexFailure)
}

/// Writes identifiers and field lengths of a segment.
struct DocumentsWriter {
    let content: any SegmentContent
    let schema: Schema

    /// Writes the file and says the totals of each text field.
    func write(
        _ files: UnfinishedFiles
    ) throws(IndexFailure) -> (file: FinishedFile, totals: [FieldTotal]) {
        let file = try IndexFileWriter(files, .documents)
        let count = content.documentCount
        var directory: [UInt8] = []
        Varint.append(count, to: &directory)
        try writeIdentifiers(file, &directory)
        var totals: [FieldTotal] = []
        for field in schema.textFields.indices {
            let lengths = try content.lengths(field)
            var total = FieldTotal()
            for length in lengths where length > 0 {
                total.length += UInt64(length)
                total.documentCount += 1
            }
            totals.append(total)
            try file.appendPacked(count: count, maximum: UInt64(lengths.max() ?? 0)) { UInt64(lengths[$0]) }
                .append(to: &directory)
        }
        return (try file.finish(directory: directory), totals)
    }

    private func writeIdentifiers(_ file: IndexFileWriter, _ directory: inout [UInt8]) throws(IndexFailure) {
        let count = content.documentCount
        let start = file.offset
        var ends = [UInt64](repeating: 0, count: count + 1)
        var hashes = [UInt64](repeating: 0, count: count)
        var total: UInt64 = 0
        for document in 0..<count {
            let identifier = try content.identifier(document)
            try file.append(identifier)
            total += UInt64(identifier.count)
            ends[document + 1] = total
            hashes[document] = (stableHash(identifier) >> 32) << 32 | UInt64(document)
        }
        hashes.sort()
        Varint.append(start, to: &directory)
        try file.appendPacked(count: count + 1, maximum: total) { ends[$0] }.append(to: &directory)
        try file.appendPacked(count: count, maximum: UInt64(UInt32.max)) { hashes[$0] >> 32 }.append(to: &directory)
        try file.appendPacked(count: count, maximum: UInt64(max(0, count - 1))) { hashes[$0] & UInt64(UInt32.max) }
            .append(to: &directory)
    }
}
