import SQLCore
import Testing

/// What every driver does with statements, values and rows.
@Suite(.serialized) struct StatementContractTests {
    private static let create = Statement(
        """
        CREATE TABLE sample (
            id {int} NOT NULL PRIMARY KEY, whole {int}, broken {real}, words {text}, raw {bytes}
        ) {partition hash id 4}
        """
    )
    private static let insert = Statement(
        "INSERT INTO sample (id, whole, broken, words, raw) VALUES ($1, $2, $3, $4, $5)"
    )
    private static let one = Statement("SELECT whole, broken, words, raw FROM sample WHERE id = $1")
    private static let put = Statement(
        """
        INSERT INTO sample (id, whole) VALUES ($1, $2)
        ON CONFLICT (id) DO UPDATE SET whole = sample.whole + excluded.whole RETURNING whole
        """
    )

    @Test(arguments: ContractDriver.available)
    func `values come back as they went in`(driver: ContractDriver) async throws {
        try await driver.withDatabase { connect in
            let database = try connect()
            let raw = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let words = "𠀀 中文 ‘quoted’ \u{1}\t\n é e\u{301} '; DROP TABLE sample; -- $1 {int}"
            try await database.write { transaction in
                try transaction.run(Self.create)
                try transaction.run(
                    Self.insert,
                    [.integer(1), .integer(.min), .real(-0.1), .text(words), .bytes(raw)]
                )
                try transaction.run(Self.insert, [.integer(2), .integer(.max), .real(.pi), .text(""), .bytes([])])
                try transaction.run(Self.insert, [.integer(3), .null, .null, .null, .null])
            }
            try await database.read { transaction in
                let first = try #require(
                    try transaction.first(Self.one, [.integer(1)]) {
                        (try $0.integer(0), try $0.real(1), try $0.text(2), try $0.bytes(3))
                    }
                )
                #expect(first.0 == .min && first.1 == -0.1 && first.3 == raw)
                #expect(Array(first.2.utf8) == Array(words.utf8))
                let second = try #require(
                    try transaction.first(Self.one, [.integer(2)]) {
                        (try $0.integer(0), try $0.real(1), try $0.text(2), try $0.bytes(3), $0.isNull(2), $0.isNull(3))
                    }
                )
                #expect(second.0 == .max && second.1 == .pi && second.2.isEmpty && second.3.isEmpty)
                #expect(!second.4 && !second.5)
                let third = try #require(
                    try transaction.first(Self.one, [.integer(3)]) {
                        [$0.isNull(0), $0.isNull(1), $0.isNull(2), $0.isNull(3)]
                    }
                )
                #expect(third == [true, true, true, true])
            }
        }
    }

    @Test(arguments: ContractDriver.available)
    func `parameters are numbered, not counted by their first appearance`(driver: ContractDriver) async throws {
        try await driver.withDatabase { connect in
            let database = try connect()
            let answer = try await database.write { transaction in
                try transaction.run(Self.create)
                try transaction.run(
                    Statement("INSERT INTO sample (words, id, whole) VALUES ($3, $2, $1)"),
                    [.integer(10), .integer(20), .text("thirty")]
                )
                return try transaction.first(
                    Statement("SELECT id, whole, words FROM sample WHERE whole = $2 AND id = $1"),
                    [
                        .integer(20), .integer(10),
                    ]
                ) { "\(try $0.integer(0)) \(try $0.integer(1)) \(try $0.text(2))" }
            }
            #expect(answer == "20 10 thirty")
        }
    }

    @Test(arguments: ContractDriver.available)
    func `text with U+0000 and a wrong number of values are refused`(driver: ContractDriver) async throws {
        try await driver.withDatabase { connect in
            let database = try connect()
            try await database.write { try $0.run(Self.create) }
            await #expect(throws: DatabaseError.textWithNull(parameter: 4)) {
                try await database.write {
                    try $0.run(Self.insert, [.integer(1), .null, .null, .text("a\0b"), .null])
                }
            }
            await #expect(throws: DatabaseError.parameterCount(expected: 5, given: 1)) {
                try await database.write { try $0.run(Self.insert, [.integer(1)]) }
            }
            await #expect(throws: DatabaseError.unexpectedNull(column: 0)) {
                try await database.write { transaction in
                    try transaction.run(Self.insert, [.integer(1), .null, .null, .null, .null])
                    _ = try transaction.first(Self.one, [.integer(1)]) { try $0.integer(0) }
                }
            }
        }
    }

    @Test(arguments: ContractDriver.available)
    func `order is by code points and no value comes last where asked for`(driver: ContractDriver) async throws {
        try await driver.withDatabase { connect in
            let database = try connect()
            let words: [String?] = ["中", "a", nil, "Z", "é", "z", "", "\u{10000}", "\u{FFFD}"]
            try await database.write { transaction in
                try transaction.run(Self.create)
                for (id, word) in words.enumerated() {
                    try transaction.run(
                        Self.insert,
                        [.integer(Int64(id)), .null, .null, .text(optional: word), .null]
                    )
                }
            }
            let up = try await database.read { transaction in
                try transaction.all(Statement("SELECT words FROM sample ORDER BY words NULLS LAST, id")) {
                    try $0.textIfAny(0)
                }
            }
            let down = try await database.read { transaction in
                try transaction.all(Statement("SELECT words FROM sample ORDER BY words DESC NULLS LAST, id")) {
                    try $0.textIfAny(0)
                }
            }
            #expect(up == ["", "Z", "a", "z", "é", "中", "\u{FFFD}", "\u{10000}", nil])
            #expect(down == ["\u{10000}", "\u{FFFD}", "中", "é", "z", "a", "Z", "", nil])
        }
    }

    @Test(arguments: ContractDriver.available)
    func `changed rows are counted, for one statement and for groups`(driver: ContractDriver) async throws {
        try await driver.withDatabase { connect in
            let database = try connect()
            let counts = try await database.write { transaction in
                try transaction.run(Self.create)
                let inserted = try transaction.run(
                    Self.insert,
                    groups: (1...100).flatMap { [.integer($0), .integer($0), .null, .null, .null] }
                )
                let skipped = try transaction.run(
                    Statement("INSERT INTO sample (id, whole) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING"),
                    groups: [.integer(100), .integer(1), .integer(101), .integer(1)]
                )
                // As many as a driver inserts at once and some more; every third is there, and two are the same.
                let many = try transaction.run(
                    Statement("INSERT INTO sample (id, whole, words) VALUES ($1, 7, $2) ON CONFLICT (id) DO NOTHING"),
                    groups: (1...90).flatMap { number -> [Value] in
                        [.integer(number % 3 == 0 ? 100 : number == 2 ? 201 : 200 + number), .text("行\(number)")]
                    }
                )
                let words = try transaction.all(
                    Statement("SELECT id, whole, words FROM sample WHERE id > 287 ORDER BY id")
                ) { [try String($0.integer(0)), try String($0.integer(1)), try $0.text(2)] }
                #expect(words == [["288", "7", "行88"], ["289", "7", "行89"]])
                #expect(many == 59)
                try transaction.run(Statement("DELETE FROM sample WHERE id > 200"))
                let updated = try transaction.run(
                    Statement("UPDATE sample SET whole = 0 WHERE id > $1"),
                    [.integer(50)]
                )
                let deleted = try transaction.run(Statement("DELETE FROM sample"))
                let none = try transaction.run(Self.insert, groups: [])
                return [inserted, skipped, updated, deleted, none]
            }
            #expect(counts == [100, 1, 51, 101, 0])
        }
    }

    @Test(arguments: ContractDriver.available)
    func `a conflicting row is updated and returned`(driver: ContractDriver) async throws {
        try await driver.withDatabase { connect in
            let database = try connect()
            let totals = try await database.write { transaction in
                try transaction.run(Self.create)
                return try [5, 7, 30].map { amount in
                    try transaction.first(Self.put, [.integer(1), .integer(amount)]) { try $0.integer(0) }
                }
            }
            #expect(totals == [5, 12, 42])
        }
    }

    @Test(arguments: ContractDriver.available)
    func `rows are compared as a whole`(driver: ContractDriver) async throws {
        try await driver.withDatabase { connect in
            let database = try connect()
            let pairs = try await database.write { transaction in
                try transaction.run(Self.create)
                try transaction.run(
                    Statement("INSERT INTO sample (id, whole, words) VALUES ($1, $2, $3)"),
                    groups: [
                        .integer(1), .integer(1), .text("b"), .integer(2), .integer(2), .text("a"), .integer(3),
                        .integer(1), .text("c"),
                    ]
                )
                return try transaction.all(
                    Statement("SELECT id FROM sample WHERE (whole, words) > ($1, $2) ORDER BY id"),
                    [.integer(1), .text("b")]
                ) { try $0.integer(0) }
            }
            #expect(pairs == [2, 3])
        }
    }

    @Test(arguments: ContractDriver.available)
    func `a row that breaks a unique key is named a constraint`(driver: ContractDriver) async throws {
        try await driver.withDatabase { connect in
            let database = try connect()
            try await database.write { try $0.run(Self.create) }
            await #expect {
                try await database.write { transaction in
                    try transaction.run(Self.insert, [.integer(1), .null, .null, .null, .null])
                    try transaction.run(Self.insert, [.integer(1), .null, .null, .null, .null])
                }
            } throws: { error in
                if case DatabaseError.constraint = error { true } else { false }
            }
        }
    }

    @Test(arguments: ContractDriver.available)
    func `reading stops at the first row, and the statement can be used again`(driver: ContractDriver) async throws {
        try await driver.withDatabase { connect in
            let database = try connect()
            let seen = try await database.write { transaction in
                try transaction.run(Self.create)
                try transaction.run(
                    Self.insert,
                    groups: (1...10).flatMap { [.integer($0), .integer($0), .null, .null, .null] }
                )
                let all = Statement("SELECT id FROM sample ORDER BY id")
                let first = try transaction.first(all) { try $0.integer(0) }
                let every = try transaction.all(all) { try $0.integer(0) }
                return [first ?? 0] + every
            }
            #expect(seen == [1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
        }
    }

    @Test(arguments: ContractDriver.available)
    func `many are looked up at once, and what goes wrong with one leaves the connection usable`(driver: ContractDriver)
        async throws
    {
        try await driver.withDatabase { connect in
            let database = try connect()
            try await database.write { transaction in
                try transaction.run(Self.create)
                try transaction.run(
                    Self.insert,
                    groups: (1...1_200).flatMap { [.integer($0), .integer($0 * 2), .null, .null, .null] }
                )
            }
            let one = Statement("SELECT whole FROM sample WHERE id >= $1 AND id <= $2 ORDER BY id")
            let (found, again) = try await database.read { transaction in
                // More than one pipeline takes; the second of each pair has no row, the third has two.
                let groups: [Value] = (1...400).flatMap { number -> [Value] in
                    [
                        .integer(number), .integer(number), .integer(number), .integer(0), .integer(number),
                        .integer(number + 1),
                    ]
                }
                // Behind a statement whose rows are handed out one by one, groups still have all of theirs.
                #expect(try transaction.all(one, [.integer(1), .integer(2)]) { try $0.integer(0) } == [2, 4])
                let pairs = try transaction.all(one, groups: [.integer(1), .integer(2)]) { _, row in try row.integer(0)
                }
                #expect(pairs == [[2, 4]])
                #expect(try transaction.all(one, [.integer(1), .integer(2)]) { try $0.integer(0) } == [2, 4])
                let found = try transaction.firsts(one, groups: groups) { number, row in
                    [Int64(number), try row.integer(0)]
                }
                #expect(try transaction.firsts(one, groups: []) { _, _ in 0 }.isEmpty)
                let all = try transaction.all(one, groups: groups) { number, row in
                    [Int64(number), try row.integer(0)]
                }
                #expect(all.count == 1_200)
                #expect(all[0] == [[0, 2]] && all[1].isEmpty && all[2] == [[2, 2], [2, 4]])
                #expect(all[1_199] == [[1_199, 800], [1_199, 802]])
                #expect(throws: CancellationError.self) {
                    _ = try transaction.firsts(one, groups: groups) { number, _ in
                        if number == 3 { throw CancellationError() }
                    }
                }
                return (found, try transaction.first(Self.one, [.integer(7)]) { try $0.integer(0) })
            }
            #expect(found.count == 1_200)
            #expect(found[0] == [0, 2] && found[1] == nil && found[2] == [2, 2])
            #expect(found[1_197] == [1_197, 800] && found[1_198] == nil && found[1_199] == [1_199, 800])
            #expect(again != nil)
        }
    }

    @Test(arguments: ContractDriver.available)
    func `a claim passes over rows that others hold`(driver: ContractDriver) async throws {
        try await driver.withDatabase { connect in
            let database = try connect()
            let claimed = try await database.write { transaction in
                try transaction.run(Self.create)
                try transaction.run(
                    Self.insert,
                    groups: (1...3).flatMap { [.integer($0), .integer(0), .null, .null, .null] }
                )
                let claim = Statement(
                    """
                    UPDATE sample SET whole = 1 WHERE id = (
                        SELECT id FROM sample WHERE whole = 0 ORDER BY id LIMIT 1 {skip locked})
                    RETURNING id
                    """
                )
                return try (0..<4).map { _ in try transaction.first(claim) { try $0.integer(0) } }
            }
            #expect(claimed == [1, 2, 3, nil])
        }
    }
}
