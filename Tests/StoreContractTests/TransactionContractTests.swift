import SQLCore
import TestWaiting
import Testing

/// What every driver does with transactions.
@Suite(.serialized) struct TransactionContractTests {
    private struct Refusal: Error {}

    private static let create = Statement("CREATE TABLE sample (id {int} NOT NULL PRIMARY KEY, owner {int} NOT NULL)")
    private static let createHead = Statement(
        "CREATE TABLE head (id {int} NOT NULL PRIMARY KEY, turn {int} NOT NULL, size {int} NOT NULL)"
    )
    private static let insert = Statement("INSERT INTO sample (id, owner) VALUES ($1, $2)")
    private static let count = Statement("SELECT count(*) FROM sample")

    private func count(_ database: any Database) async throws -> Int64? {
        try await database.read { try $0.first(Self.count) { try $0.integer(0) } }
    }

    @Test(arguments: ContractDriver.available)
    func `what a failing body wrote is gone`(driver: ContractDriver) async throws {
        try await driver.withDatabase { connect in
            let database = try connect()
            try await database.write { try $0.run(Self.create) }
            await #expect(throws: Refusal.self) {
                try await database.write { transaction in
                    try transaction.run(Self.insert, [.integer(1), .integer(1)])
                    throw Refusal()
                }
            }
            #expect(try await count(database) == 0)
            try await database.write { try $0.run(Self.insert, [.integer(1), .integer(1)]) }
            #expect(try await count(database) == 1)
        }
    }

    @Test(arguments: ContractDriver.available)
    func `a savepoint that fails is undone alone, also inside another`(driver: ContractDriver) async throws {
        try await driver.withDatabase { connect in
            let database = try connect()
            let caught = try await database.write { transaction in
                try transaction.run(Self.create)
                try transaction.run(Self.insert, [.integer(1), .integer(0)])
                var caught: [String] = []
                do {
                    try transaction.savepoint {
                        try transaction.run(Self.insert, [.integer(2), .integer(0)])
                        try transaction.run(Self.insert, [.integer(1), .integer(0)])
                    }
                } catch is DatabaseError {
                    caught.append("outer")
                }
                try transaction.savepoint {
                    try transaction.run(Self.insert, [.integer(3), .integer(0)])
                    do {
                        try transaction.savepoint {
                            try transaction.run(Self.insert, [.integer(4), .integer(0)])
                            throw Refusal()
                        }
                    } catch is Refusal {
                        caught.append("inner")
                    }
                }
                try transaction.run(Self.insert, [.integer(5), .integer(0)])
                return caught
            }
            #expect(caught == ["outer", "inner"])
            let ids = try await database.read { transaction in
                try transaction.all(Statement("SELECT id FROM sample ORDER BY id")) { try $0.integer(0) }
            }
            #expect(ids == [1, 3, 5])
        }
    }

    @Test(arguments: ContractDriver.available)
    func `a reader sees one moment and cannot write`(driver: ContractDriver) async throws {
        try await driver.withDatabase { connect in
            let database = try connect()
            let other = try connect()
            try await database.write { try $0.run(Self.create) }
            let (counts, _) = try await holding { gate in
                try await database.read { transaction in
                    let before = try transaction.first(Self.count) { try $0.integer(0) }
                    gate.pass()
                    return [before, try transaction.first(Self.count) { try $0.integer(0) }]
                }
            } while: {
                try await other.write { try $0.run(Self.insert, [.integer(1), .integer(1)]) }
            }
            #expect(counts == [0, 0])
            #expect(try await count(database) == 1)
            await #expect(throws: DatabaseError.self) {
                _ = try await database.read { try $0.run(Self.insert, [.integer(2), .integer(1)]) }
            }
        }
    }

    @Test(arguments: ContractDriver.available)
    func `concurrent writers take their turns, so numbers are dense and in the order of commits`(
        driver: ContractDriver
    ) async throws {
        try await driver.withDatabase { connect in
            let databases = [try connect(), try connect()]
            try await databases[0].write { transaction in
                try transaction.run(Self.create)
                try transaction.run(Self.createHead)
                try transaction.run(Statement("INSERT INTO head (id, turn, size) VALUES (1, 0, 0)"))
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for task in 0..<8 {
                    group.addTask {
                        for round in 0..<25 {
                            do {
                                try await databases[task % 2].write { transaction in
                                    let size = try #require(
                                        try transaction.first(
                                            Statement("UPDATE head SET turn = turn + 1 WHERE id = 1 RETURNING size")
                                        ) { try $0.integer(0) }
                                    )
                                    let lines = Int64(1 + round % 3)
                                    for line in 1...lines {
                                        try transaction.run(
                                            Self.insert,
                                            [.integer(size + line), .integer(Int64(task))]
                                        )
                                    }
                                    try transaction.run(
                                        Statement("UPDATE head SET size = $1 WHERE id = 1"),
                                        [.integer(size + lines)]
                                    )
                                    if round % 5 == 4 { throw Refusal() }
                                }
                            } catch is Refusal {
                                continue
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let ids = try await databases[1].read { transaction in
                try transaction.all(Statement("SELECT id FROM sample ORDER BY id")) { try $0.integer(0) }
            }
            let head = try await databases[0].read { transaction in
                try transaction.first(Statement("SELECT turn, size FROM head WHERE id = 1")) {
                    [try $0.integer(0), try $0.integer(1)]
                }
            }
            // Of 25 rounds 5 are undone; the others write 1, 2 or 3 lines: rounds 0...24 without 4, 9, 14, 19, 24.
            let lines = (0..<25).filter { $0 % 5 != 4 }.map { 1 + $0 % 3 }.reduce(0, +)
            #expect(ids == (1...Int64(8 * lines)).map { $0 })
            #expect(head == [160, Int64(8 * lines)])
        }
    }

    @Test(arguments: ContractDriver.available)
    func `news is told after a commit and not after a rollback`(driver: ContractDriver) async throws {
        try await driver.withDatabase { connect in
            let database = try connect()
            try await database.write { try $0.run(Self.create) }
            var news = database.notifications("sample").makeAsyncIterator()
            // A server's listener also tells that it has just begun to listen: earlier news may have been missed.
            if driver == .postgres { #expect(await news.next() != nil) }
            await #expect(throws: Refusal.self) {
                try await database.write { transaction in
                    transaction.notify("sample")
                    throw Refusal()
                }
            }
            try await database.write { transaction in
                transaction.notify("sample")
                try transaction.run(Self.insert, [.integer(1), .integer(1)])
            }
            #expect(await news.next() != nil)
            #expect(try await count(database) == 1)
            try await database.close()
            #expect(await news.next() == nil)
        }
    }

    @Test(arguments: ContractDriver.available)
    func `a closed database refuses calls`(driver: ContractDriver) async throws {
        try await driver.withDatabase { connect in
            let database = try connect()
            try await database.close()
            await #expect(throws: (any Error).self) { try await database.write { try $0.run(Self.create) } }
            await #expect(throws: (any Error).self) { _ = try await count(database) }
        }
    }
}
