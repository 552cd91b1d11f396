import Foundation
import PostgresDriver
import SQLCore
import SQLiteDriver
import Store
import TestServer
import Testing

/// How many logged writes of one row a second each database acknowledges, printed.
@Suite(
    .serialized,
    .enabled(if: ProcessInfo.processInfo.environment["HUIZHI_LONG"] == "1", "only ./test --long measures")
)
struct CommitRateTests {
    private func rate(writers: Int, _ database: any Database) async throws -> Int {
        let store = try await Store.open(database)
        let start = ContinuousClock.now
        let count = try await withThrowingTaskGroup(of: Int.self) { group in
            for writer in 0..<writers {
                group.addTask {
                    var count = 0
                    while ContinuousClock.now - start < .seconds(3) {
                        _ = try await store.save([write("o/\(writer) \(count)", "{}")], author: "w")
                        count += 1
                    }
                    return count
                }
            }
            return try await group.reduce(0, +)
        }
        try await store.close()
        return count / 3
    }

    @Test(arguments: [1, 4]) func `logged writes of one row`(writers: Int) async throws {
        let sqlite = try await withFolder { folder in
            try await rate(writers: writers, SQLiteDatabase(path: folder + "/store.sqlite"))
        }
        print("logged writes/s, \(writers) at once: SQLite \(sqlite)")
        // A server that synchronises, unlike the one of the other tests.
        try await TestServer.withOwn(settings: []) { server in
            let postgres = try await rate(writers: writers, PostgresDatabase(url: server.url))
            print("logged writes/s, \(writers) at once: PostgreSQL \(postgres)")
            #expect(postgres > 0)
        }
    }
}
