import Foundation
import SQLCore
import TestServer
import TestWaiting
import Testing

@testable import PostgresDriver

/// How connections are used: how many, for how long, with which settings and how much memory.
@Suite(.enabled(if: TestServer.shared != nil, "HUIZHI_TEST_POSTGRES names no server"))
struct PostgresConnectionTests {
    private static let create = Statement("CREATE TABLE item (id {int} NOT NULL PRIMARY KEY, name {text})")
    private static let insert = Statement("INSERT INTO item (id, name) VALUES ($1, $2)")
    private static let count = Statement("SELECT count(*) FROM item")
    private static let backend = Statement("SELECT pg_backend_pid()")

    private func withDatabase(
        change: (inout PostgresOptions) -> Void = { _ in },
        _ body: (PostgresDatabase, String) async throws -> Void
    ) async throws {
        var options = PostgresOptions()
        change(&options)
        try await #require(TestServer.shared).withDatabase { url in
            let database = try PostgresDatabase(url: url, options: options)
            try await body(database, url)
            try await database.close()
        }
    }

    @Test func `a deferred write lowers the promise, an acknowledged one keeps what the operator set`() async throws {
        try await withDatabase { database, url in
            let read: @Sendable (borrowing Transaction) throws -> String? = {
                try $0.first(Statement("SELECT current_setting('synchronous_commit')")) { try $0.text(0) }
            }
            #expect(try await database.write(.deferred, read) == "off")
            #expect(try await database.write(.acknowledged, read) == "on")
            try await database.flush()
            // A server that promises too little is told to promise more; one that promises more is left alone.
            for (set, seen) in [("off", "on"), ("remote_apply", "remote_apply")] {
                let other = try PostgresDatabase(url: url + "&options=-csynchronous_commit%3D\(set)")
                #expect(try await other.write(.acknowledged, read) == seen)
                try await other.close()
            }
        }
    }

    @Test func `no more connections are made than asked for, and each is used again`() async throws {
        try await withDatabase(change: { $0.connections = 4 }) { database, _ in
            let pids = try await withThrowingTaskGroup(of: Int64?.self) { group in
                for _ in 0..<20 {
                    group.addTask { try await database.read { try $0.first(Self.backend) { try $0.integer(0) } } }
                }
                return try await group.reduce(into: Set<Int64?>()) { $0.insert($1) }
            }
            #expect(pids.count <= 2 && !pids.contains(nil))
        }
    }

    @Test func `an answer of any size takes little memory`() async throws {
        try await withDatabase { _, url in
            // In a process of its own, whose memory nobody else uses.
            await #expect(processExitsWith: .success) { [url = url as String] in
                let database = try PostgresDatabase(url: url)
                let before = try Self.peakMemory()
                let total = try await database.read { transaction in
                    var total = 0
                    try transaction.rows(Statement("SELECT repeat('x', 1000) FROM generate_series(1, 200000)")) {
                        total += try $0.text(0).utf8.count
                    }
                    return total
                }
                #expect(total == 200_000_000)
                #expect(try Self.peakMemory() - before < 60_000, "KiB")
            }
        }
    }

    // The most memory that this process has had, in KiB.
    private static func peakMemory() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return Int(line?.split(separator: " ").dropFirst().first ?? "") ?? 0
    }

    @Test func `a cancelled task interrupts its statement, and the connection's next user is not hurt`() async throws {
        try await withDatabase { database, _ in
            try await database.write { try $0.run(Self.create) }
            let start = ContinuousClock.now
            let task = Task {
                try await database.write { transaction in
                    try transaction.run(Self.insert, [.integer(1), .null])
                    _ = try transaction.first(Statement("SELECT 1 FROM pg_sleep(3600)")) { try $0.integer(0) }
                }
            }
            try await Task.sleep(for: .milliseconds(200))
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            // Long before the time that a statement may take.
            #expect(ContinuousClock.now - start < .seconds(300))
            for number in 0..<20 {
                try await database.write { try $0.run(Self.insert, [.integer(Int64(number)), .null]) }
            }
            #expect(try await database.read { try $0.first(Self.count) { try $0.integer(0) } } == 20)
        }
    }

    @Test func `a statement that takes too long and a lock that is held too long are named busy`() async throws {
        try await withDatabase(change: {
            $0.statementTimeout = .milliseconds(300)
            $0.lockTimeout = .milliseconds(100)
        }) { database, url in
            try await database.write { try $0.run(Self.create) }
            await #expect {
                try await database.read { _ = try $0.first(Statement("SELECT 1 FROM pg_sleep(30)")) { _ in true } }
            } throws: { error in
                if case DatabaseError.busy = error { true } else { false }
            }
            let other = try PostgresDatabase(url: url)
            _ = try await holding { gate in
                try await other.write { transaction in
                    try transaction.run(Statement("LOCK TABLE item"))
                    gate.pass()
                }
            } while: {
                await #expect {
                    try await database.write { try $0.run(Self.insert, [.integer(1), .null]) }
                } throws: { error in
                    if case DatabaseError.busy = error { true } else { false }
                }
            }
        }
    }

    @Test func `other statements may run while an answer is being read`() async throws {
        try await withDatabase { database, _ in
            let pairs = try await database.write { transaction in
                try transaction.run(Self.create)
                try transaction.run(Self.insert, groups: (1...5).flatMap { [.integer($0), .text("n\($0)")] })
                var pairs: [String] = []
                try transaction.rows(Statement("SELECT id FROM item ORDER BY id")) { row in
                    let id = try row.integer(0)
                    let name = try transaction.first(
                        Statement("SELECT name FROM item WHERE id = $1"),
                        [.integer(id)]
                    ) { try $0.text(0) }
                    pairs.append("\(id)\(name ?? "")")
                }
                return pairs
            }
            #expect(pairs == ["1n1", "2n2", "3n3", "4n4", "5n5"])
        }
    }

    @Test func `a swallowed failure never looks like a commit`() async throws {
        try await withDatabase { database, _ in
            try await database.write { try $0.run(Self.create) }
            await #expect(throws: DatabaseError.self) {
                try await database.write { transaction in
                    try transaction.run(Self.insert, [.integer(1), .null])
                    do {
                        try transaction.run(Self.insert, [.integer(1), .null])
                    } catch is DatabaseError {}
                }
            }
            #expect(try await database.read { try $0.first(Self.count) { try $0.integer(0) } } == 0)
        }
    }

    @Test func `an index that is not valid is found`() async throws {
        try await withDatabase { database, url in
            try await database.write { try $0.run(Self.create) }
            #expect(try await database.integrityFindings() == [])
            try TestServer.sql(
                "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'item_pkey'::regclass",
                at: url
            )
            #expect(try await database.integrityFindings() == ["the index item_pkey is not valid"])
        }
    }

    @Test func `a copy to a file is refused with the names of the server's tools`() async throws {
        try await withDatabase { database, _ in
            await #expect {
                try await database.backup(toFile: "/tmp/copy")
            } throws: { "\($0)".contains("pg_basebackup") && "\($0)".contains("pg_dump") }
        }
    }

    @Test func `news of another process are heard, also after the listening connection was lost`() async throws {
        try await withDatabase { database, url in
            let heard = Counter()
            let listening = Task {
                for await _ in database.notifications("sample") { heard.count() }
            }
            func waitForMore(than before: Int) async throws {
                try await eventually { heard.value > before }
            }
            try await waitForMore(than: 0)
            let before = heard.value
            try TestServer.sql("NOTIFY sample", at: url)
            try await waitForMore(than: before)
            let listener = "pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'"
            let lost = heard.value
            #expect(try TestServer.sql("SELECT pg_terminate_backend(pid) FROM (SELECT \(listener)) a", at: url) == "t")
            // Told once because news may have been missed, and again by the news itself.
            try await waitForMore(than: lost)
            let again = heard.value
            try TestServer.sql("NOTIFY sample", at: url)
            try await waitForMore(than: again)
            listening.cancel()
        }
    }
}
