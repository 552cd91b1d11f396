import Foundation
import SQLCore
import TestServer
import TestWaiting
import Testing

@testable import PostgresDriver

/// Connections that end at the worst moments: nothing acknowledged is lost, and nothing is applied twice.
@Suite(.serialized, .enabled(if: TestServer.shared != nil, "HUIZHI_TEST_POSTGRES names no server"))
struct LostConnectionTests {
    // Without a key, so that a write that is applied twice shows.
    private static let create = Statement("CREATE TABLE item (writer {int} NOT NULL, number {int} NOT NULL)")
    private static let insert = Statement("INSERT INTO item (writer, number) VALUES ($1, $2)")
    private static let all = Statement("SELECT writer * 1000000 + number FROM item ORDER BY writer, number")
    private static let backend = Statement("SELECT pg_backend_pid()")

    private func rows(_ database: PostgresDatabase) async throws -> [Int64] {
        try await database.read { try $0.all(Self.all) { try $0.integer(0) } }
    }

    // Writes `count` rows for each of some writers, at once.
    private func fill(
        _ database: PostgresDatabase,
        writers: Int64,
        count: Int64,
        deferring: Bool = false,
        counting committed: Counter = Counter()
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 1...writers {
                group.addTask {
                    for number in 0..<count {
                        let durability: Durability = deferring && number % 3 == 0 ? .deferred : .acknowledged
                        try await database.write(durability) { transaction in
                            try transaction.run(Self.insert, [.integer(writer), .integer(number)])
                        }
                        committed.count()
                        try await Task.sleep(for: .milliseconds(5))
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private func expected(writers: Int64, count: Int64) -> [Int64] {
        (1...writers).flatMap { writer in (0..<count).map { writer * 1_000_000 + $0 } }
    }

    @Test func `a connection that ends in a transaction makes the body run again`() async throws {
        try await #require(TestServer.shared).withDatabase { url in
            let database = try PostgresDatabase(url: url)
            try await database.write { try $0.run(Self.create) }
            let runs = Counter()
            try await database.write { transaction in
                let run = runs.count()
                try transaction.run(Self.insert, [.integer(1), .integer(7)])
                if run == 1 {
                    let pid = try transaction.first(Self.backend) { try $0.integer(0) } ?? 0
                    try TestServer.sql("SELECT pg_terminate_backend(\(pid), 5000)", at: url)
                }
                try transaction.run(Self.insert, [.integer(1), .integer(8)])
            }
            #expect(runs.value == 2)
            #expect(try await rows(database) == [1_000_007, 1_000_008])
        }
    }

    @Test func `a reader whose connection ends reads again`() async throws {
        try await #require(TestServer.shared).withDatabase { url in
            let database = try PostgresDatabase(url: url)
            let runs = Counter()
            let answer = try await database.read { transaction in
                let run = runs.count()
                let pid = try transaction.first(Self.backend) { try $0.integer(0) } ?? 0
                if run < 3 { try TestServer.sql("SELECT pg_terminate_backend(\(pid), 5000)", at: url) }
                return try transaction.first(Statement("SELECT 42")) { try $0.integer(0) }
            }
            #expect(answer == 42 && runs.value == 3)
        }
    }

    @Test func `two transactions that wait for one another both succeed`() async throws {
        try await #require(TestServer.shared).withDatabase { url in
            let database = try PostgresDatabase(url: url)
            try await database.write { transaction in
                try transaction.run(Self.create)
                try transaction.run(Self.insert, groups: [.integer(1), .integer(0), .integer(2), .integer(0)])
            }
            let add = Statement("UPDATE item SET number = number + 1 WHERE writer = $1")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for order: [Int64] in [[1, 2], [2, 1]] {
                    group.addTask {
                        try await database.write { transaction in
                            try transaction.run(add, [.integer(order[0])])
                            Thread.sleep(forTimeInterval: 0.3)
                            try transaction.run(add, [.integer(order[1])])
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await rows(database) == [1_000_002, 2_000_002])
        }
    }

    @Test func `connections killed at random moments lose and repeat nothing`() async throws {
        try await #require(TestServer.shared).withDatabase { url in
            let database = try PostgresDatabase(url: url)
            try await database.write { try $0.run(Self.create) }
            let committed = Counter()
            let killing = Task.detached {
                var killed = 0
                // By what was done, not by time: on a slow machine too, something is done between two kills.
                while committed.value < 1_000 {
                    let next = min(committed.value + Int.random(in: 1...20), 1_000)
                    while committed.value < next { try await Task.sleep(for: .milliseconds(1)) }
                    let said = try TestServer.sql(
                        """
                        SELECT count(pg_terminate_backend(pid)) FROM (
                            SELECT pid FROM pg_stat_activity
                            WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY random() LIMIT 2) a
                        """,
                        at: url
                    )
                    killed += Int(said) ?? 0
                }
                return killed
            }
            defer { killing.cancel() }
            try await fill(database, writers: 4, count: 250, deferring: true, counting: committed)
            #expect(try await killing.value > 10)
            #expect(try await rows(database) == expected(writers: 4, count: 250))
        }
    }

    @Test func `a server that crashes and comes back loses and repeats nothing`() async throws {
        // With real synchronising, because a crash is what it is for.
        try await TestServer.withOwn(settings: []) { server in
            let database = try PostgresDatabase(url: server.url)
            try await database.write { try $0.run(Self.create) }
            let crashing = Task.detached {
                for mode in ["immediate", "fast", "immediate"] {
                    try await Task.sleep(for: .milliseconds(300))
                    try server.stop(mode)
                    try await Task.sleep(for: .milliseconds(200))
                    try server.start(settings: [])
                }
            }
            try await fill(database, writers: 4, count: 200)
            try await crashing.value
            #expect(try await rows(database) == expected(writers: 4, count: 200))
        }
    }

    @Test func `a fail-over to a synchronous standby loses and repeats nothing`() async throws {
        try await TestServer.withOwn { primary in
            try await primary.withStandby { standby in
                let database = try PostgresDatabase(url: primary.url(or: standby))
                try await database.write { try $0.run(Self.create) }
                try TestServer.sql("ALTER SYSTEM SET synchronous_standby_names = '*'", at: primary.url)
                try TestServer.sql("SELECT pg_reload_conf()", at: primary.url)
                let count = "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'"
                try await eventually { try TestServer.sql(count, at: primary.url) != "0" }
                let failing = Task.detached {
                    try await Task.sleep(for: .milliseconds(500))
                    try primary.stop()
                    try standby.promote()
                }
                try await fill(database, writers: 4, count: 200)
                try await failing.value
                #expect(try await rows(PostgresDatabase(url: standby.url)) == expected(writers: 4, count: 200))
            }
        }
    }

    @Test func `a commit that took effect without being heard is found and waits until it is safe`() async throws {
        try await TestServer.withOwn { server in
            let database = try PostgresDatabase(url: server.url)
            try await database.write { try $0.run(Self.create) }
            // From now on COMMIT waits for a standby that is not there. Its processes would read the setting one after the
            // other, and a commit in between would not wait: so the server is started with it.
            try TestServer.sql("ALTER SYSTEM SET synchronous_standby_names = 'nobody'", at: server.url)
            try server.stop("fast")
            try server.start()
            let runs = Counter()
            let acknowledged = Counter()
            let writing = Task {
                try await database.write { transaction in
                    runs.count()
                    try transaction.run(Self.insert, [.integer(1), .integer(1)])
                }
                acknowledged.count()
            }
            let waiting = "FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
            for _ in 0..<2 {
                // The first is COMMIT itself, the second the question after it.
                try await eventually { try TestServer.sql("SELECT count(*) \(waiting)", at: server.url) != "0" }
                try TestServer.sql("SELECT pg_terminate_backend(pid, 5000) \(waiting)", at: server.url)
            }
            try await eventually { try TestServer.sql("SELECT count(*) \(waiting)", at: server.url) != "0" }
            #expect(acknowledged.value == 0)
            // What the standby would have is what counts: only now may it be acknowledged.
            try TestServer.sql("ALTER SYSTEM RESET synchronous_standby_names", at: server.url)
            try TestServer.sql("SELECT pg_reload_conf()", at: server.url)
            try await writing.value
            #expect(runs.value == 1)
            #expect(try await rows(database) == [1_000_001])
        }
    }

    @Test func `a commit that nobody can be asked about is called unknown`() async throws {
        try await TestServer.withOwn { server in
            var options = PostgresOptions()
            options.patience = .milliseconds(300)
            let database = try PostgresDatabase(url: server.url, options: options)
            try await database.write { try $0.run(Self.create) }
            await #expect {
                try await database.write { transaction in
                    try transaction.run(Self.insert, [.integer(1), .integer(1)])
                    try server.stop()
                }
            } throws: { error in
                if case DatabaseError.commitUnknown = error { true } else { false }
            }
            try server.start()
            #expect(try await rows(database) == [])
        }
    }

    @Test func `what was fenced off can never be committed`() async throws {
        try await #require(TestServer.shared).withDatabase { url in
            let server = PostgresServer(try PostgresURL(url), PostgresOptions())
            let connection = try server.connect()
            try server.prepareReceipts(connection)
            let receipt = PostgresReceipt()
            #expect(try connection.integer(PostgresReceipt.ask, [.bytes(receipt.name)]) == 1)
            #expect(try connection.integer(PostgresReceipt.ask, [.bytes(receipt.name)]) == 1)
            let insert = try connection.prepare(PostgresReceipt.insert)
            #expect(throws: DatabaseError.self) {
                _ = try connection.pipeline(1) { _ in try connection.send(insert, [.bytes(receipt.name)]) }
            }
            let kept = PostgresReceipt()
            _ = try connection.pipeline(1) { _ in try connection.send(insert, [.bytes(kept.name)]) }
            #expect(try connection.integer(PostgresReceipt.ask, [.bytes(kept.name)]) == 0)
            #expect(try connection.integer(PostgresReceipt.ask, [.bytes(kept.name)]) == 0)
        }
    }
}
