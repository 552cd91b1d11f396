import Bytes
import Foundation
import SQLCore
import SQLiteDriver
import Store
import Synchronization

/// A clock that a test moves.
final class Clock: Sendable {
    private let moment = Mutex<Int64>(1_700_000_000_000_000)

    var now: Int64 { moment.withLock { $0 } }

    func advance(_ microseconds: Int64) { moment.withLock { $0 += microseconds } }
}

/// A store in a folder of its own.
struct Fixture {
    let folder: String
    let store: Store
    let database: any Database
    let clock: Clock

    /// Another connection to the same store, as another process would have.
    func another() async throws -> Fixture {
        try await Fixture.open(folder, clock: clock)
    }

    static func open(_ folder: String, clock: Clock, change: (inout StoreOptions) -> Void = { _ in }) async throws
        -> Fixture
    {
        let database = try SQLiteDatabase(path: StoreFolder(path: folder).database)
        var options = StoreOptions()
        options.now = { clock.now }
        change(&options)
        return Fixture(
            folder: folder,
            store: try await Store.open(database, options: options),
            database: database,
            clock: clock
        )
    }
}

/// Runs `body` with a new, empty store.
func withStore<T>(
    change: (inout StoreOptions) -> Void = { _ in },
    _ body: (Fixture) async throws -> T
) async throws -> T {
    try await withFolder { folder in
        try await body(try await Fixture.open(folder, clock: Clock(), change: change))
    }
}

/// A record with some content, its numbers and texts.
func record(
    _ number: Int,
    says: String = "first",
    source: String = "a",
    keys: [String]? = nil,
    texts: [EntryText] = []
) -> ImportRecord {
    let content = Array(#"{"number":\#(number),"says":"\#(says)","source":"\#(source)"}"#.utf8)
    return ImportRecord(
        register: "patent",
        entry: "patent/CN/\(number)",
        source: SourceRecord(
            format: "format-\(source)",
            recordKey: "record-\(number)",
            digest: sha256(content),
            content: content
        )
    ) {
        Draft(
            content: content,
            texts: texts,
            keys: (keys ?? ["CN\(number)"]).map { LookupKey(scope: "patent", field: "publication", value: $0) }
        )
    }
}

/// Items at the positions 1, 2, 3...
func items(_ records: [ImportRecord]) -> [ImportItem] {
    records.enumerated().map { ImportItem(position: Int64($0.offset + 1), record: $0.element) }
}

/// A batch whose merge lists what all sources say.
func batch(_ records: [ImportRecord], file: FileIdentity? = nil) -> ImportBatch {
    ImportBatch(items(records), file: file, merge: mergeSources)
}

/// Joins what all sources say, in the order given.
let mergeSources: ImportBatch.Merge = { _, entry, sources in
    let parts = sources.map { String(decoding: $0.content, as: UTF8.self) }
    return Draft(
        content: Array("[\(parts.joined(separator: ","))]".utf8),
        keys: [LookupKey(scope: "patent", field: "publication", value: "CN" + (entry.split(separator: "/").last ?? ""))]
    )
}

/// The contents as text.
extension StoredEntry {
    var said: String { String(decoding: content, as: UTF8.self) }
}

/// The bytes of a file.
func readFile(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
}
