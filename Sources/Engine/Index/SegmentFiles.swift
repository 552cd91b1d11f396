import Bytes

/// The immutable files of a segment, opened; live bits come on top in `SegmentReader`.
final class SegmentFiles: Sendable {
    /// The files a manifest lists for each segment, in this order.
    static let kinds: [FileKind] = [.terms, .postings, .positions, .documents, .columns, .updatableColumns]
    /// The most documents a segment can have.
    static let maximumDocuments = Int(Int32.max)

    let references: [FileReference]
    let schema: Schema
    /// The text fields that keep positions, as bits.
    let positionFields: FieldMask
    let dictionary: TermDictionary
    let postings: IndexFile
    let peakScale: PeakScale
    let positions: IndexFile
    let documents: DocumentTable
    let columns: ColumnSet

    init(folder: String, schema: Schema, segment: IndexManifest.Segment) throws(IndexFailure) {
        references = segment.files
        self.schema = schema
        positionFields = schema.textFields.indices.reduce(into: []) { fields, place in
            if schema.textFields[place].storesPositions { fields.insert(FieldMask(FieldID(rawValue: UInt8(place)))) }
        }
        guard references.map(\.kind) == SegmentFiles.kinds else {
            throw .corrupt(file: folder + "/" + FileKind.manifestName, reason: "a segment lacks a file")
        }
        dictionary = try TermDictionary(try IndexFile(folder: folder, references[0]))
        postings = try IndexFile(folder: folder, references[1])
        peakScale = try PeakScale(postings, schema)
        positions = try IndexFile(folder: folder, references[2])
        documents = try DocumentTable(
            try IndexFile(folder: folder, references[3]),
            fieldCount: schema.textFields.count
        )
        guard documents.count == segment.documentCount else {
            throw .corrupt(file: documents.file.mapped.path, reason: "it has another number of documents")
        }
        columns = try ColumnSet(
            schema,
            documentCount: segment.documentCount,
            file: try IndexFile(folder: folder, references[4]),
            updatableFile: try IndexFile(folder: folder, references[5])
        )
    }

    /// Verifies every page of every file.
    func verify() throws(IndexFailure) {
        try dictionary.file.verify()
        try postings.verify()
        try positions.verify()
        try documents.file.verify()
        for file in columns.files { try file.verify() }
    }
}
