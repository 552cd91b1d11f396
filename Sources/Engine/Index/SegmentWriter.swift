/// Writes all files of a new segment.
enum SegmentWriter {
    static func write(
        _ content: any SegmentContent,
        _ schema: Schema,
        _ storage: IndexStorage
    ) throws(IndexFailure) -> IndexManifest.Segment {
        let terms = try TermsWriter(storage)
        let postings = try PostingsWriter(storage)
        try content.writeTerms(terms, postings)
        let termsFile = try terms.finish()
        let postingFiles = try postings.finish()
        let documents = try DocumentsWriter(content: content, schema: schema).write(storage)
        let columns = ColumnsWriter(content: content, schema: schema)
        return IndexManifest.Segment(
            documentCount: content.documentCount,
            liveCount: content.documentCount,
            fieldTotals: documents.totals,
            files: [
                termsFile, postingFiles.postings, postingFiles.positions, documents.file,
                try columns.write(storage, updatable: false), try columns.write(storage, updatable: true),
            ],
            live: nil
        )
    }
}
