import Foundation
import Index
import Query
import Testing

/// Puts source documents into an index in a temporary folder.
///
/// The folder goes when the fixture does; snapshots hold their files mapped and outlive it.
final class IndexFixture {
    static let title = FieldMask(FieldID(rawValue: 0))
    static let body = FieldMask(FieldID(rawValue: 1))
    static let keys = FieldMask(FieldID(rawValue: 2))

    static let schema = Schema(
        textFields: [
            .init(name: "title", weight: 3), .init(name: "body"),
            .init(name: "keys", weight: 2, storesPositions: false),
        ],
        columns: [
            .init(name: "date", kind: .number),
            .init(name: "size", kind: .number, isUpdatable: true),
            .init(name: "kind", kind: .ordinals(multiple: false, order: .lexicographic)),
            .init(name: "class", kind: .ordinals(multiple: true, order: .lexicographic)),
            .init(name: "owner", kind: .ordinals(multiple: true, order: .frequency), isUpdatable: true),
            .init(name: "serial", kind: .ordinals(multiple: false, order: .frequency)),
        ],
        orderColumn: "date"
    )

    let writer: IndexWriter
    /// Where the index is.
    var path: String { folder.path }

    private let folder: URL
    private var sequence: UInt64 = 0
    /// The live documents by identifier.
    private(set) var documents: [String: SourceDocument] = [:]

    /// The index that nothing merges by itself.
    convenience init() throws {
        var options = IndexOptions()
        options.mergeFactor = 1_000
        options.deletedShare = 2
        try self.init(options)
    }

    init(_ options: IndexOptions) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "query-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        writer = try IndexWriter(
            folder: folder.path,
            schema: Self.schema,
            analysisVersion: "test",
            options: options
        )
    }

    deinit {
        // A folder left behind in the temporary directory is no failure of the test.
        try? FileManager.default.removeItem(at: folder)
    }

    /// A searcher over documents that are each given once, as one segment.
    static func searcher(_ documents: [SourceDocument]) throws -> Searcher {
        let fixture = try IndexFixture()
        for document in documents { try fixture.add(document) }
        return Searcher(try fixture.commit())
    }

    func add(_ document: SourceDocument) throws {
        try writer.add(Self.document(document))
        documents[document.id] = document
    }

    /// Gives a live document the version and the updatable columns of another.
    func update(_ patch: SourceDocument) throws {
        let isKnown = documents[patch.id] != nil
        #expect(try writer.update(Self.document(patch, updatable: true)) == isKnown)
        guard isKnown else { return }
        documents[patch.id]?.version = patch.version
        for column in Self.schema.columns where column.isUpdatable {
            documents[patch.id]?.numbers[column.name] = patch.numbers[column.name]
            documents[patch.id]?.labels[column.name] = patch.labels[column.name]
        }
    }

    func delete(_ id: String) throws {
        try writer.delete(id)
        documents[id] = nil
    }

    func commit() throws -> Snapshot {
        sequence += 1
        return try writer.commit(sequence: sequence)
    }

    /// Three segments of so many documents, of which some are gone again, or all of them merged.
    ///
    /// A document's number is a thousand times its segment's and its own; above a thousand, later segments replace some.
    func threeSegments(of count: Int, merged: Bool, _ document: (Int) -> SourceDocument) throws -> Snapshot {
        var snapshot = try commit()
        for segment in 0..<3 {
            for number in 0..<count { try add(document(segment * 1_000 + number)) }
            for number in stride(from: 7, to: min(count, 1_000), by: 9) { try delete("d\(segment * 1_000 + number)") }
            snapshot = try commit()
        }
        guard merged else { return snapshot }
        try writer.mergeAll()
        return try commit()
    }

    private static func document(_ source: SourceDocument, updatable: Bool = false) -> Document {
        var fields: [FieldTokens] = []
        for (place, text) in source.texts.enumerated() where !updatable {
            var tokens = FieldTokens(field: FieldID(rawValue: UInt8(place)), length: text.length)
            for word in text.words { tokens.append(word.term, position: word.position.map { UInt32($0) }) }
            for end in text.sentenceEnds { tokens.append(ReservedTerm.sentenceEnd, position: UInt32(end)) }
            for end in text.paragraphEnds { tokens.append(ReservedTerm.paragraphEnd, position: UInt32(end)) }
            fields.append(tokens)
        }
        var numbers: [Document.NumberValue] = []
        var ordinals: [Document.OrdinalValues] = []
        for (place, column) in schema.columns.enumerated() where column.isUpdatable || !updatable {
            if let value = source.numbers[column.name] { numbers.append(.init(column: place, value: value)) }
            if let labels = source.labels[column.name] { ordinals.append(.init(column: place, labels: labels)) }
        }
        return Document(
            id: source.id,
            version: source.version,
            fields: fields,
            numbers: numbers,
            ordinals: ordinals
        )
    }
}
