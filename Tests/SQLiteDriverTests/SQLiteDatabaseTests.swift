import Foundation
import SQLCore
import SQLiteDriver
import Synchronization
import TestWaiting
import Testing

/// Lets threads go on once enough of them have come.
private final class Arrivals: Sendable {
    private let count = Mutex(0)

    func waitForOthers(_ expected: Int) {
        count.withLock { $0 += 1 }
        while count.withLock({ $0 }) < expected { usleep(1_000) }
    }
}

struct SQLiteDatabaseTests {
    private static let createItem = Statement("CREATE TABLE item (id {int} NOT NULL PRIMARY KEY, name {text})")
    private static let createPair = Statement(
        "CREATE TABLE pair (a {text} NOT NULL, b {text} NOT NULL, PRIMARY KEY (a, b))"
    )
    private static let insertItem = Statement("INSERT INTO item (id, name) VALUES ($1, $2)")
    private static let countItems = Statement("SELECT count(*) FROM item")

    private func count(_ database: SQLiteDatabase) async throws -> Int64? {
        try await database.read { try $0.first(Self.countItems) { try $0.integer(0) } }
    }

    @Test func `a new file has the settings that were decided`() async throws {
        try await withFolder { folder in
            let database = try SQLiteDatabase(path: folder + "/a.sqlite")
            let settings = try await database.write { transaction in
                try transaction.run(Self.createItem)
                return [
                    try transaction.first(Statement("PRAGMA page_size")) { try $0.integer(0) },
                    try transaction.first(Statement("PRAGMA auto_vacuum")) { try $0.integer(0) },
                    try transaction.first(Statement("PRAGMA secure_delete")) { try $0.integer(0) },
                    try transaction.first(Statement("PRAGMA synchronous")) { try $0.integer(0) },
                ]
            }
            #expect(settings == [8192, 2, 1, 2])
            let mode = try await database.read { try $0.first(Statement("PRAGMA journal_mode")) { try $0.text(0) } }
            #expect(mode == "wal")
            try await database.close()
        }
    }

    @Test func `a deferred write lowers the promise and the next acknowledged one raises it again`() async throws {
        try await withFolder { folder in
            let database = try SQLiteDatabase(path: folder + "/a.sqlite")
            let read: @Sendable (borrowing Transaction) throws -> Int64? = {
                try $0.first(Statement("PRAGMA synchronous")) { try $0.integer(0) }
            }
            #expect(try await database.write(.deferred, read) == 1)
            #expect(try await database.write(.acknowledged, read) == 2)
            #expect(try await database.write(.deferred, read) == 1)
            try await database.flush()
            #expect(try await database.write(.acknowledged, read) == 2)
        }
    }

    @Test func `every connection has its settings, also after a write that failed`() async throws {
        try await withFolder { folder in
            var options = SQLiteOptions()
            options.readers = 4
            let database = try SQLiteDatabase(path: folder + "/a.sqlite", options: options)
            try await database.write { try $0.run(Self.createItem) }
            await #expect(throws: DatabaseError.self) {
                try await database.write(.deferred) { transaction in
                    try transaction.run(Self.insertItem, groups: [.integer(1), .null, .integer(1), .null])
                }
            }
            let writer = try await database.write { transaction in
                try ["synchronous", "secure_delete", "journal_mode", "cache_size"].map {
                    try transaction.first(Self.pragma($0)) { try $0.text(0) }
                }
            }
            #expect(writer == ["2", "1", "wal", "-65536"])
            // As many readers at once as there are connections, so that each of them is asked.
            let arrivals = Arrivals()
            let readers = try await withThrowingTaskGroup(of: [String?].self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        try await database.read { transaction in
                            arrivals.waitForOthers(4)
                            return try ["journal_mode", "cache_size"].map {
                                try transaction.first(Self.pragma($0)) { try $0.text(0) }
                            }
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(readers == [[String?]](repeating: ["wal", "-8192"], count: 4))
        }
    }

    private static func pragma(_ name: String) -> Statement {
        switch name {
        case "synchronous": Statement("PRAGMA synchronous")
        case "secure_delete": Statement("PRAGMA secure_delete")
        case "journal_mode": Statement("PRAGMA journal_mode")
        default: Statement("PRAGMA cache_size")
        }
    }

    @Test func `a flush waits for no reader, and empties the log once none is left`() async throws {
        try await withFolder { folder in
            let path = folder + "/a.sqlite"
            let database = try SQLiteDatabase(path: path)
            let other = try SQLiteDatabase(path: path)
            try await database.write { try $0.run(Self.createItem) }
            let (read, _) = try await holding { gate in
                try await other.read { transaction in
                    let count = try transaction.first(Self.countItems) { try $0.integer(0) }
                    gate.pass()
                    return count
                }
            } while: {
                try await database.write(.deferred) { try $0.run(Self.insertItem, [.integer(1), .null]) }
                // With the patience for writers this would take half a minute and let nobody write.
                try await database.flush()
                try await database.write { try $0.run(Self.insertItem, [.integer(2), .null]) }
            }
            #expect(read == 0)
            try await database.flush()
            #expect(try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int == 0)
        }
    }

    @Test func `tables are strict and those with a composite key are kept in its order`() async throws {
        try await withFolder { folder in
            let database = try SQLiteDatabase(path: folder + "/a.sqlite")
            try await database.write { transaction in
                try transaction.run(Self.createItem)
                try transaction.run(Self.createPair)
            }
            await #expect(throws: DatabaseError.self) {
                try await database.write { try $0.run(Self.insertItem, [.text("one"), .null]) }
            }
            let flags = try await database.read { transaction in
                try transaction.all(
                    Statement(
                        "SELECT name, wr, strict FROM pragma_table_list WHERE name IN ('item', 'pair') ORDER BY name"
                    )
                ) { "\(try $0.text(0)) \(try $0.integer(1)) \(try $0.integer(2))" }
            }
            #expect(flags == ["item 0 1", "pair 1 1"])
        }
    }

    @Test func `a backup is one file with everything committed so far`() async throws {
        try await withFolder { folder in
            let database = try SQLiteDatabase(path: folder + "/a.sqlite")
            try await database.write { transaction in
                try transaction.run(Self.createItem)
                try transaction.run(Self.insertItem, groups: (1...1_000).flatMap { [.integer($0), .text("n\($0)")] })
            }
            try await database.backup(toFile: folder + "/copy.sqlite")
            try await database.write { try $0.run(Self.insertItem, [.integer(2_000), .null]) }
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("copy") } == [
                    "copy.sqlite"
                ]
            )
            let copy = try SQLiteDatabase(path: folder + "/copy.sqlite")
            #expect(try await count(copy) == 1_000)
            #expect(try await copy.integrityFindings() == [])
            await #expect(throws: DatabaseError.self) { try await database.backup(toFile: folder + "/copy.sqlite") }
        }
    }

    @Test func `a damaged page is found`() async throws {
        try await withFolder { folder in
            let path = folder + "/a.sqlite"
            let database = try SQLiteDatabase(path: path)
            try await database.write { transaction in
                try transaction.run(Self.createItem)
                try transaction.run(
                    Self.insertItem,
                    groups: (1...5_000).flatMap { [.integer($0), .text("name \($0)")] }
                )
            }
            try await database.flush()
            try await database.close()
            let handle = try #require(FileHandle(forUpdatingAtPath: path))
            try handle.seek(toOffset: 8192 * 5)
            try handle.write(contentsOf: Data(repeating: 0xA5, count: 4_096))
            try handle.close()
            let damaged = try SQLiteDatabase(path: path)
            let isFound: Bool
            do {
                isFound = try await !damaged.integrityFindings().isEmpty
            } catch DatabaseError.corrupt {
                isFound = true
            }
            #expect(isFound)
        }
    }

    @Test func `failures to open are named with the path`() async throws {
        try await withFolder { folder in
            #expect(throws: DatabaseError.self) { try SQLiteDatabase(path: folder + "/none/a.sqlite") }
            let text = folder + "/text.sqlite"
            try Data(repeating: 0x61, count: 10_000).write(to: URL(fileURLWithPath: text))
            #expect {
                try SQLiteDatabase(path: text)
            } throws: { error in
                if case DatabaseError.corrupt = error { true } else { false }
            }
        }
    }

    @Test func `a writer that waits too long is told that the database is busy`() async throws {
        try await withFolder { folder in
            let path = folder + "/a.sqlite"
            var options = SQLiteOptions()
            options.busyTimeout = .milliseconds(50)
            let first = try SQLiteDatabase(path: path)
            let second = try SQLiteDatabase(path: path, options: options)
            try await first.write { try $0.run(Self.createItem) }
            _ = try await holding { gate in
                try await first.write { transaction in
                    try transaction.run(Self.insertItem, [.integer(1), .null])
                    gate.pass()
                }
            } while: {
                await #expect {
                    try await second.write { try $0.run(Self.insertItem, [.integer(2), .null]) }
                } throws: { error in
                    if case DatabaseError.busy = error { true } else { false }
                }
            }
            try await second.write { try $0.run(Self.insertItem, [.integer(2), .null]) }
            #expect(try await count(first) == 2)
        }
    }

    @Test func `many connections may create the same file at once`() async throws {
        try await withFolder { folder in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...6 {
                    group.addTask {
                        let database = try SQLiteDatabase(path: folder + "/a.sqlite")
                        try await database.write { transaction in
                            try transaction.run(
                                Statement(
                                    "CREATE TABLE IF NOT EXISTS item (id {int} NOT NULL PRIMARY KEY, name {text})"
                                )
                            )
                            try transaction.run(Self.insertItem, [.integer(Int64(number)), .null])
                        }
                    }
                }
                try await group.waitForAll()
            }
            let database = try SQLiteDatabase(path: folder + "/a.sqlite")
            #expect(try await count(database) == 6)
        }
    }
}
