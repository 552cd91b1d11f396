import Bytes
import SQLCore
import Store
import Testing

@Suite(.onEveryDatabase, .namingTheDatabase) struct VerificationTests {
    /// Some damage done by hand and the findings that must name it.
    struct Damage: Sendable, CustomTestStringConvertible {
        let sql: [Statement]
        let kinds: Set<Finding.Kind>
        let subject: String

        var testDescription: String { sql[0].text }

        init(_ kinds: Set<Finding.Kind>, _ subject: String, _ sql: Statement...) {
            self.sql = sql
            self.kinds = kinds
            self.subject = subject
        }
    }

    static let damages: [Damage] = [
        Damage(
            [.logRoot, .entryDiffersFromLog],
            "patent/CN/3 version 1",
            Statement("UPDATE log SET register = 'design' WHERE sequence = 3")
        ),
        Damage(
            [.logRoot, .logTile, .checkpoint],
            "tile 0/0",
            Statement("UPDATE log SET time = time + 1 WHERE sequence = 3")
        ),
        Damage([.logRoot], "head", Statement("UPDATE log SET author = 'x' WHERE sequence = 300")),
        Damage(
            [.logRoot],
            "head",
            Statement("UPDATE log_head SET root = (SELECT digest FROM log WHERE sequence = 1) WHERE id = 1")
        ),
        Damage([.logGap, .entryWithoutLine], "line 300", Statement("DELETE FROM log WHERE sequence = 300")),
        Damage([.logGap], "head", Statement("UPDATE log_head SET size = 500 WHERE id = 1")),
        Damage([.logTile], "tile 0/0", Statement("DELETE FROM log_tile WHERE level = 0")),
        Damage([.logTile], "tile 1/0", Statement("DELETE FROM log_tile WHERE level = 1")),
        Damage(
            [.checkpoint, .checkpointSignature],
            "checkpoint 302",
            Statement("UPDATE checkpoint SET root = (SELECT digest FROM log WHERE sequence = 1)")
        ),
        Damage([.checkpoint], "checkpoint 900", Statement("UPDATE checkpoint SET size = 900")),
        Damage([.checkpointSignature], "checkpoint 302", Statement("UPDATE checkpoint SET note = 'nothing'")),
        Damage(
            [.entryBehindLog, .keyStray, .sourceStray, .counts],
            "patent/CN/5 version 1",
            Statement("DELETE FROM entry WHERE entry = 'patent/CN/5'")
        ),
        Damage(
            [.entryDiffersFromLog, .content],
            "patent/CN/5 version 1",
            Statement(
                "UPDATE entry SET digest = (SELECT digest FROM log WHERE sequence = 1) WHERE entry = 'patent/CN/5'"
            )
        ),
        Damage(
            [.entryWithoutLine, .entryDiffersFromLog],
            "patent/CN/5",
            Statement("UPDATE entry SET sequence = 7 WHERE entry = 'patent/CN/5'")
        ),
        Damage(
            [.content],
            "patent/CN/5 version 1",
            Statement(
                "UPDATE entry SET content = (SELECT content FROM entry WHERE entry = 'patent/CN/6') WHERE entry = 'patent/CN/5'"
            )
        ),
        Damage(
            [.content],
            "patent/CN/5 version 1",
            Statement("UPDATE entry SET content = digest WHERE entry = 'patent/CN/5'")
        ),
        Damage(
            [.content],
            "patent/CN/5 version 1",
            Statement("UPDATE entry SET salt = NULL WHERE entry = 'patent/CN/5'")
        ),
        Damage([.unreadable], "database", Statement("UPDATE entry SET state = 7 WHERE entry = 'patent/CN/5'")),
        Damage([.versionMissing], "patent/CN/1", Statement("DELETE FROM entry_version WHERE entry = 'patent/CN/1'")),
        Damage(
            [.content],
            "patent/CN/1 version 1",
            Statement("UPDATE entry_version SET salt = digest WHERE entry = 'patent/CN/1'")
        ),
        Damage(
            [.entryDiffersFromLog],
            "patent/CN/1 version 1",
            Statement("UPDATE entry_version SET sequence = 9 WHERE entry = 'patent/CN/1'")
        ),
        Damage(
            [.erasure],
            "patent/CN/4 version 2",
            Statement("INSERT INTO entry_order (entry, field, register) VALUES ('patent/CN/4', 'name', 'patent')")
        ),
        Damage(
            [.erasure],
            "patent/CN/4 version 2",
            Statement("UPDATE entry SET salt = digest WHERE entry = 'patent/CN/4'")
        ),
        Damage(
            [.erasure],
            "patent/CN/4 version 1",
            Statement("UPDATE entry_version SET salt = digest WHERE entry = 'patent/CN/4'")
        ),
        Damage([.text], "patent/CN/2 abstract zh version 1", Statement("UPDATE entry_text SET body = digest")),
        Damage([.content], "patent/CN/2 version 1", Statement("DELETE FROM entry_text")),
        Damage([.keyMissing], "patent/CN/6", Statement("DELETE FROM entry_key WHERE value = 'CN6'")),
        Damage(
            [.keyMissing, .keyStray],
            "patent/CN/6",
            Statement("UPDATE entry_key SET entry = 'patent/CN/7' WHERE value = 'CN6'")
        ),
        Damage(
            [.keyStray],
            "patent publication STRAY",
            Statement(
                "INSERT INTO entry_key (scope, field, value, entry) VALUES ('patent', 'publication', 'STRAY', 'patent/CN/7')"
            )
        ),
        Damage(
            [.sourceStray],
            "patent/CN/77777",
            Statement("UPDATE entry_source SET entry = 'patent/CN/77777' WHERE entry = 'patent/CN/9'")
        ),
        Damage([.counts], "patent", Statement("UPDATE register_count SET entries = entries + 1")),
        Damage(
            [.blob],
            "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a",
            Statement("UPDATE blob_part SET bytes = digest")
        ),
        Damage([.blobMissing], "patent/CN/8", Statement("DELETE FROM blob")),
        Damage([.blobMissing], "patent/CN/8", Statement("UPDATE blob SET complete = 0")),
        Damage([.logRoot], "head", Statement("DELETE FROM log_head")),
    ]

    private static let key = try? LogKey(name: "test", seed: [UInt8](repeating: 7, count: 32))

    private func fill(_ fixture: Fixture) async throws -> LogKey {
        let key = try #require(Self.key)
        let texts = [EntryText(part: "abstract", language: "zh", text: "摘要")]
        _ = try await fixture.store.apply(batch((1...300).map { record($0, texts: $0 == 2 ? texts : []) }))
        _ = try await fixture.store.apply(batch([record(1, says: "second")]))
        try await fixture.store.withdraw(["patent/CN/4"], as: .withdrawn, author: "system")
        _ = try await fixture.store.signCheckpoint(with: key)
        let blob = try await fixture.store.stage([1])
        try await fixture.database.write { transaction in
            try transaction.run(
                Statement("INSERT INTO entry_blob (digest, entry) VALUES ($1, 'patent/CN/8')"),
                [.bytes(blob.bytes)]
            )
        }
        return key
    }

    @Test func `a sound store has no findings`() async throws {
        try await withStore { fixture in
            let key = try await fill(fixture)
            let report = try await fixture.store.verify(key: key.verifier)
            #expect(report.findings == [] && report.isSound && !report.isCut)
            #expect(report.lines == 302 && report.entries == 300 && report.keys == 299)
            #expect(report.logicalDigest == (try await fixture.store.logicalDigest()))
        }
    }

    @Test(arguments: damages)
    func `each damage is found and named`(damage: Damage) async throws {
        try await withStore { fixture in
            let key = try await fill(fixture)
            try await fixture.database.write { transaction in
                for statement in damage.sql { try transaction.run(statement) }
            }
            let findings = try await fixture.store.verify(key: key.verifier).findings
            #expect(damage.kinds.isSubset(of: Set(findings.map(\.kind))), "\(findings.prefix(5))")
            #expect(findings.contains { $0.subject == damage.subject }, "\(findings.prefix(5))")
        }
    }

    @Test func `a checkpoint of another key is found`() async throws {
        try await withStore { fixture in
            _ = try await fill(fixture)
            let other = try LogKey(name: "test", seed: [UInt8](repeating: 8, count: 32))
            let findings = try await fixture.store.verify(key: other.verifier).findings
            #expect(findings.map(\.kind) == [.checkpointSignature])
        }
    }

    @Test func `no more findings are reported than asked for`() async throws {
        try await withStore { fixture in
            _ = try await fill(fixture)
            try await fixture.database.write { try $0.run(Statement("DELETE FROM entry_key")) }
            let report = try await fixture.store.verify(limit: 10)
            #expect(report.findings.count == 10 && report.isCut)
        }
    }

    @Test func `the logical digest tells stores apart by entry, version and content`() async throws {
        var digests: [Digest256] = []
        for records in [
            [record(1), record(2)], [record(2), record(1)], [record(1)], [record(1, says: "x"), record(2)],
        ] {
            digests.append(
                try await withStore { fixture in
                    _ = try await fixture.store.apply(batch(records))
                    return try await fixture.store.logicalDigest()
                }
            )
        }
        #expect(digests[0] == digests[1])
        #expect(Set(digests).count == 3)
    }
}
