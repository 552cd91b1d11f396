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
    /// The updatable columns and the versions.
    let updatableColumns: ColumnSet

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
        let opened = (try IndexFile(folder: folder, references[4]), try IndexFile(folder: folder, references[5]))
        columns = try ColumnSet(schema, documentCount: documents.count, file: opened.0, updatable: false)
        updatableColumns = try ColumnSet(schema, documentCount: documents.count, file: opened.1, updatable: true)
    }

    /// The files of a segment with another one of updatable columns.
    init(_ files: SegmentFiles, folder: String, updatable reference: FileReference) throws(IndexFailure) {
        references = files.references.dropLast() + [reference]
        schema = files.schema
        positionFields = files.positionFields
        dictionary = files.dictionary
        postings = files.postings
        peakScale = files.peakScale
        positions = files.positions
        documents = files.documents
        columns = files.columns
        let file = try IndexFile(folder: folder, reference)
        updatableColumns = try ColumnSet(schema, documentCount: documents.count, file: file, updatable: true)
    }

    /// Verifies every page of every file.
    func verify() throws(IndexFailure) {
        try dictionary.file.verify()
        try postings.verify()
        try positions.verify()
        try documents.file.verify()
        try columns.file.verify()
        try updatableColumns.file.verify()
    }
}
