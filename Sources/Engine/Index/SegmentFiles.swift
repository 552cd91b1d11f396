import Bytes

/// The immutable files of a segment, opened; live bits and patched columns come on top in `SegmentReader`.
final class SegmentFiles: Sendable {
    /// The files a manifest lists for each segment, in this order.
    static let kinds: [FileKind] = [.terms, .postings, .positions, .documents, .columns, .updatableColumns]
    /// The most documents a segment can have.
    static let maximumDocuments = Int(Int32.max)

    let references: [FileReference]
    let schema: Schema
    let dictionary: TermDictionary
    let postings: IndexFile
    let positions: IndexFile
    let documents: DocumentTable
    let columns: ColumnSet

    init(folder: String, schema: Schema, segment: IndexManifest.Segment) throws(IndexFailure) {
        references = segment.files
        self.schema = schema
        guard references.map(\.kind) == SegmentFiles.kinds else {
            throw .corrupt(file: folder + "/" + FileKind.manifestName, reason: "a segment lacks a file")
        }
        dictionary = try TermDictionary(try IndexFile(folder: folder, references[0]))
        postings = try IndexFile(folder: folder, references[1])
        positions = try IndexFile(folder: folder, references[2])
        documents = try DocumentTable(
            try IndexFile(folder: folder, references[3]),
            fieldCount: schema.textFields.count
        )
        guard documents.count == segment.documentCount else {
            throw .corrupt(file: documents.file.mapped.path, reason: "it has another number of documents")
        }
        var columns = ColumnSet(documentCount: segment.documentCount)
        try columns.read(try IndexFile(folder: folder, references[4]), schema, updatable: false)
        try columns.read(try IndexFile(folder: folder, references[5]), schema, updatable: true)
        self.columns = columns
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

/// The columns of a segment by their place in the schema.
struct ColumnSet: Sendable {
    let documentCount: Int
    private(set) var numbers: [Int: NumberColumn] = [:]
    private(set) var ordinals: [Int: OrdinalColumn] = [:]
    private(set) var files: [IndexFile] = []

    init(documentCount: Int) { self.documentCount = documentCount }

    /// Takes the columns of one file over those it has.
    mutating func read(_ file: IndexFile, _ schema: Schema, updatable: Bool) throws(IndexFailure) {
        var reader = try file.directoryReader()
        do throws(FileFailure) {
            guard try reader.count() == documentCount else {
                throw .corrupt(path: file.mapped.path, reason: "it has another number of documents")
            }
            for (place, column) in schema.columns.enumerated() where column.isUpdatable == updatable {
                switch column.kind {
                case .number:
                    let start = try reader.count(limit: file.mapped.count)
                    numbers[place] = NumberColumn(file, summaries: start, documentCount: documentCount)
                case .ordinals(let multiple, let order):
                    ordinals[place] = try OrdinalColumn(
                        file,
                        &reader,
                        documentCount: documentCount,
                        multiple: multiple,
                        order: order
                    )
                }
            }
        } catch {
            throw IndexFailure(error)
        }
        files.append(file)
    }
}
