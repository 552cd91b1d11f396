/// Writes all files of a new segment.
enum SegmentWriter {
    static func write(
        _ content: any SegmentContent,
        _ schema: Schema,
        _ files: UnfinishedFiles
    ) throws(IndexFailure) -> WrittenSegment {
        // Peaks are computed from the lengths, so these are written first.
        let documents = try DocumentsWriter(content: content, schema: schema).write(files)
        let written = try DocumentTable(
            try IndexFile(documents.file.path, kind: .documents),
            fieldCount: schema.textFields.count
        )
        let weights = try TermWeights(written, documents.totals, schema)
        let terms = try TermsWriter(files)
        var postings = PostingsWriter(
            try IndexFileWriter(files, .postings),
            try IndexFileWriter(files, .positions),
            documentCount: content.documentCount,
            weights
        )
        try content.writeTerms(terms, &postings)
        let termsFile = try terms.finish()
        let postingFiles = try postings.finish()
        let columns = ColumnsWriter(content: content, schema: schema)
        let finished = [
            termsFile, postingFiles.postings, postingFiles.positions, documents.file,
            try columns.write(files, updatable: false), try columns.write(files, updatable: true),
        ]
        let segment = IndexManifest.Segment(
            documentCount: content.documentCount,
            liveCount: content.documentCount,
            fieldTotals: documents.totals,
            files: finished.map(\.reference),
            live: nil
        )
        return WrittenSegment(segment: segment, files: finished)
    }
}
