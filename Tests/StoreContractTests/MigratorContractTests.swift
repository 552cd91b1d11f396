import SQLCore
import Testing

/// What every driver does with migrations.
@Suite(.serialized) struct MigratorContractTests {
    private static let first = Migration(
        number: 1,
        name: "one",
        statements: [Statement("CREATE TABLE one (id {int} NOT NULL PRIMARY KEY)")]
    )
    private static let second = Migration(
        number: 2,
        name: "two",
        statements: [
            Statement("CREATE TABLE two (id {int} NOT NULL PRIMARY KEY)"), Statement("INSERT INTO two (id) VALUES (7)"),
        ]
    )

    @Test(arguments: ContractDriver.available)
    func `steps are applied once, in order, and later ones are added`(driver: ContractDriver) async throws {
        try await driver.withDatabase { connect in
            let database = try connect()
            #expect(try await Migrator([Self.first]).migrate(database, now: 1) == [1])
            #expect(try await Migrator([Self.first]).migrate(database, now: 2) == [])
            #expect(try await Migrator([Self.first, Self.second]).migrate(database, now: 3) == [2])
            let noted = try await database.read { transaction in
                try transaction.all(Statement("SELECT number, name, applied_at FROM schema_migration ORDER BY number"))
                {
                    "\(try $0.integer(0)) \(try $0.text(1)) \(try $0.integer(2))"
                }
            }
            #expect(noted == ["1 one 1", "2 two 3"])
        }
    }

    @Test(arguments: ContractDriver.available)
    func `a database from the future is refused with both numbers`(driver: ContractDriver) async throws {
        try await driver.withDatabase { connect in
            let database = try connect()
            try await Migrator([Self.first, Self.second]).migrate(database, now: 1)
            await #expect(throws: DatabaseError.schemaFromTheFuture(found: 2, known: 1)) {
                try await Migrator([Self.first]).migrate(database, now: 2)
            }
        }
    }

    @Test(arguments: ContractDriver.available)
    func `an edited step is refused by its name`(driver: ContractDriver) async throws {
        try await driver.withDatabase { connect in
            let database = try connect()
            try await Migrator([Self.first]).migrate(database, now: 1)
            let edited = Migration(
                number: 1,
                name: "one",
                statements: [Statement("CREATE TABLE one (id {int} NOT NULL PRIMARY KEY, more {text})")]
            )
            await #expect(throws: DatabaseError.migrationEdited(number: 1, name: "one")) {
                try await Migrator([edited, Self.second]).migrate(database, now: 2)
            }
            #expect(try await Migrator([Self.first]).migrate(database, now: 3) == [])
        }
    }

    @Test(arguments: ContractDriver.available)
    func `a step that fails leaves nothing behind`(driver: ContractDriver) async throws {
        try await driver.withDatabase { connect in
            let database = try connect()
            let broken = Migration(
                number: 2,
                name: "broken",
                statements: [
                    Statement("CREATE TABLE half (id {int} NOT NULL PRIMARY KEY)"), Statement("CREATE NONSENSE"),
                ]
            )
            await #expect(throws: (any Error).self) {
                try await Migrator([Self.first, broken]).migrate(database, now: 1)
            }
            #expect(try await Migrator([Self.first, Self.second]).migrate(database, now: 2) == [1, 2])
        }
    }

    @Test(arguments: ContractDriver.available)
    func `several nodes that start at once apply each step once`(driver: ContractDriver) async throws {
        try await driver.withDatabase { connect in
            let databases = try (0..<4).map { _ in try connect() }
            let applied = try await withThrowingTaskGroup(of: [Int64].self) { group in
                for database in databases {
                    group.addTask { try await Migrator([Self.first, Self.second]).migrate(database, now: 1) }
                }
                return try await group.reduce(into: []) { $0.append(contentsOf: $1) }
            }
            #expect(applied.sorted() == [1, 2])
        }
    }
}
