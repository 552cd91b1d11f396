import Domain
import Foundation

@testable import Formats

/// Everything a reader made of a table.
struct TableReading {
    var records: [SourceRecord] = []
    var rejects: [Reject] = []
    var failure: FormatFailure?
    var notes: [String] = []

    init(_ text: String, as format: SourceFormat = .csv, options: TabularOptions = TabularOptions()) {
        self.init(Array(text.utf8), as: format, options: options)
    }

    init(
        _ bytes: [UInt8],
        as format: SourceFormat = .csv,
        options: TabularOptions = TabularOptions(),
        pieceSize: Int = 1 << 20
    ) {
        var all = ReadOptions()
        all.tabular = options
        self.init(MemoryStream(bytes, pieceSize: pieceSize), as: format, options: all)
    }

    init(_ source: RecognisedSource) {
        self.init(source.open(), as: source.format, options: ReadOptions())
    }

    init(_ stream: any ByteStream, as format: SourceFormat, options: ReadOptions) {
        let notes = NoteBox()
        do {
            try format.reader(options, note: { notes.texts.append($0) }).read(stream) { item in
                switch item {
                case .record(let record): records.append(record)
                case .reject(let reject): rejects.append(reject)
                }
            }
        } catch {
            failure = FormatFailure(error)
        }
        self.notes = notes.texts
    }

    private final class NoteBox {
        var texts: [String] = []
    }

    /// Identifiers of applications, or of publications where there is none.
    var numbers: [String] {
        records.map { $0.right.bibliography.application?.id ?? $0.right.bibliography.publication?.id ?? "" }
    }

    /// Rejects as `place: reason`.
    var reasons: [String] { rejects.map { "\($0.position): \($0.reason)" } }

    var bibliography: Bibliography? { records.first?.right.bibliography }

    var patent: Patent.Details? {
        guard case .patent(let patent) = records.first?.right else { return nil }
        return patent.details
    }
}

/// A stream that breaks off behind its only piece.
final class BrokenStream: ByteStream {
    let name = "broken"
    let length: Int64? = nil
    private(set) var offset: Int64 = 0
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func next() throws -> [UInt8] {
        guard offset == 0 else { throw FormatFailure.damaged(position: "byte 70", reason: "cut") }
        offset = Int64(bytes.count)
        return bytes
    }
}
