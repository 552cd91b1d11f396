import Foundation
import SQLCore
import SQLiteDriver
import TestWaiting
import Testing

/// The write-ahead log moves into the file while commits go on, and does not grow for ever.
struct SQLiteCheckpointTests {
    private static let create = Statement("CREATE TABLE item (id {int} NOT NULL PRIMARY KEY, body {bytes} NOT NULL)")
    private static let insert = Statement("INSERT INTO item (id, body) VALUES ($1, $2)")
    private static let count = Statement("SELECT count(*) FROM item")

    private func open(_ folder: String) throws -> SQLiteDatabase {
        var options = SQLiteOptions()
        options.checkpointPages = 64
        return try SQLiteDatabase(path: folder + "/a.sqlite", options: options)
    }

    /// Commits 20 rows of a page each, `rounds` times, from row `start` on.
    private func write(_ rounds: Int, from start: Int, into database: SQLiteDatabase) async throws {
        for round in 0..<rounds {
            let first = start + round * 20
            try await database.write(.deferred) { transaction in
                for row in first..<first + 20 {
                    try transaction.run(
                        Self.insert,
                        [.integer(Int64(row)), .bytes([UInt8](repeating: UInt8(row % 256), count: 8_000))]
                    )
                }
            }
        }
    }

    private func pages(_ folder: String) throws -> Int {
        let size = try FileManager.default.attributesOfItem(atPath: folder + "/a.sqlite-wal")[.size] as? Int
        return (size ?? 0) / 8_192
    }

    private func count(_ database: SQLiteDatabase) async throws -> Int64? {
        try await database.read { try $0.first(Self.count) { try $0.integer(0) } }
    }

    @Test func `a steady writer with readers beside it keeps the log short and loses nothing`() async throws {
        try await withFolder { folder in
            let database = try open(folder)
            try await database.write { try $0.run(Self.create) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                // Three that never pause: at almost every moment one of them reads.
                for _ in 0..<3 {
                    let other = try SQLiteDatabase(path: folder + "/a.sqlite")
                    group.addTask {
                        while !Task.isCancelled { _ = try await self.count(other) }
                        try await other.close()
                    }
                }
                try await write(400, from: 0, into: database)
                group.cancelAll()
                do { try await group.waitForAll() } catch is CancellationError {}
            }
            // 8,000 pages were written; a log of 64 may run over while it is being moved.
            #expect(try pages(folder) < 2_000)
            #expect(try await count(database) == 8_000)
            #expect(try await database.integrityFindings() == [])
            try await database.flush()
            #expect(try pages(folder) == 0)
            try await database.close()
            let again = try SQLiteDatabase(path: folder + "/a.sqlite")
            #expect(try await count(again) == 8_000)
        }
    }

    @Test func `what a reader of an old state kept back is moved once it is gone`() async throws {
        try await withFolder { folder in
            let database = try open(folder)
            try await database.write { try $0.run(Self.create) }
            let (counts, _) = try await holding { gate in
                try await database.read { transaction in
                    let before = try transaction.first(Self.count) { try $0.integer(0) }
                    gate.pass()
                    return [before, try transaction.first(Self.count) { try $0.integer(0) }]
                }
            } while: {
                let writer = try open(folder)
                try await write(50, from: 0, into: writer)
                try await writer.close()
            }
            #expect(counts == [0, 0])
            let long = try pages(folder)
            #expect(long >= 1_000)
            try await write(200, from: 1_000, into: database)
            // The log began anew instead of taking another 4,000 pages.
            #expect(try pages(folder) < long + 2_000)
            #expect(try await count(database) == 5_000)
        }
    }
}
