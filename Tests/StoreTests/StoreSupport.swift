import Bytes
import Foundation
import PostgresDriver
import SQLCore
import SQLiteDriver
import Store
import Synchronization
import TestServer
import Testing

/// A clock that a test moves.
final class Clock: Sendable {
    private let moment = Mutex<Int64>(1_700_000_000_000_000)

    var now: Int64 { moment.withLock { $0 } }

    func advance(_ microseconds: Int64) { moment.withLock { $0 += microseconds } }
}

/// The databases on which the store must do the same.
enum StoreDatabase: String, CaseIterable, CustomTestStringConvertible {
    case sqlite, postgres

    /// Those that can be tested here: PostgreSQL where there is a server for tests.
    static let available = allCases.filter { $0 == .sqlite || TestServer.shared != nil }

    /// The one that this test runs on now.
    @TaskLocal static var current = StoreDatabase.sqlite

    var testDescription: String { rawValue }
}

/// Runs each test of a suite on every database, and names the database beside what goes wrong.
struct OnEveryDatabase: SuiteTrait, TestTrait, TestScoping {
    var isRecursive: Bool { true }

    func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        for database in StoreDatabase.available {
            try await StoreDatabase.$current.withValue(database) {
                do {
                    try await function()
                } catch {
                    throw Failed(description: "on \(database): \(error)")
                }
            }
        }
    }

    private struct Failed: Error, CustomStringConvertible {
        let description: String
    }
}

extension Trait where Self == OnEveryDatabase {
    static var onEveryDatabase: Self { Self() }
}

extension Trait where Self == IssueHandlingTrait {
    static var namingTheDatabase: Self {
        .compactMapIssues { issue in
            var issue = issue
            issue.comments.append("on \(StoreDatabase.current)")
            return issue
        }
    }
}

struct StoreDatabaseTests {
    @Test(.enabled(if: TestServer.shared != nil, "HUIZHI_TEST_POSTGRES names no server"))
    func `the store is tested on PostgreSQL too`() {
        #expect(StoreDatabase.available == StoreDatabase.allCases)
    }
}

/// A store of its own, with a folder beside it.
struct Fixture {
    let folder: String
    let store: Store
    let database: any Database
    let clock: Clock
    private let connect: @Sendable () throws -> any Database

    /// Another connection to the same store, as another process would have.
    func another() async throws -> Fixture {
        try await Fixture.open(folder, clock: clock, connect: connect)
    }

    /// Opens the SQLite store of a folder.
    static func open(_ folder: String, clock: Clock, change: (inout StoreOptions) -> Void = { _ in }) async throws
        -> Fixture
    {
        let path = StoreFolder(path: folder).database
        return try await open(folder, clock: clock, change: change) {
            var options = SQLiteOptions()
            options.busyTimeout = patience
            return try SQLiteDatabase(path: path, options: options)
        }
    }

    static func open(
        _ folder: String,
        clock: Clock,
        change: (inout StoreOptions) -> Void = { _ in },
        connect: @escaping @Sendable () throws -> any Database
    ) async throws -> Fixture {
        let database = try connect()
        var options = StoreOptions()
        options.now = { clock.now }
        change(&options)
        return Fixture(
            folder: folder,
            store: try await Store.open(database, options: options),
            database: database,
            clock: clock,
            connect: connect
        )
    }
}

/// How long a transaction of these tests waits for its turn: on a machine with much to do nobody may give up.
private let patience: Duration = .seconds(600)

/// Runs `body` with a new, empty store on the database of this test.
func withStore<T>(
    change: (inout StoreOptions) -> Void = { _ in },
    _ body: (Fixture) async throws -> T
) async throws -> T {
    try await withFolder { folder in
        switch StoreDatabase.current {
        case .sqlite: return try await body(try await Fixture.open(folder, clock: Clock(), change: change))
        case .postgres:
            return try await #require(TestServer.shared).withDatabase { url in
                try await body(
                    try await Fixture.open(folder, clock: Clock(), change: change) {
                        var options = PostgresOptions()
                        options.lockTimeout = patience
                        return try PostgresDatabase(url: url, options: options)
                    }
                )
            }
        }
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
