import Bytes
import SQLCore
import Store
import Testing

/// What the log seals of the audit: every way to tamper with a row is found and named, on every database.
@Suite(.onEveryDatabase, .namingTheDatabase) struct SealTests: SealTesting {
    /// Some tampering and what must be said of it.
    struct Tampering: Sendable, CustomTestStringConvertible {
        let kind: Finding.Kind
        let subject: String
        let says: String
        let sql: [Statement]

        var testDescription: String { sql[0].text }

        init(_ kind: Finding.Kind, _ subject: String, _ says: String, _ sql: Statement...) {
            self.kind = kind
            self.subject = subject
            self.says = says
            self.sql = sql
        }
    }

    static let tamperings: [Tampering] = [
        Tampering(
            .sealedRow,
            "disclosure, line 2, row 2",
            "it was changed; it is of 2023-11-14T22:13:22Z",
            Statement("UPDATE disclosure SET reason = '示例：别的' WHERE time = 1700000002000000")
        ),
        Tampering(
            .sealedRow,
            "disclosure, line 2, row 3",
            "it was changed",
            Statement("UPDATE disclosure SET viewer = 'account/eve' WHERE time = 1700000003000000")
        ),
        Tampering(
            .sealedRow,
            "disclosure, line 2, row 3",
            "row 2 is missing before it",
            Statement("DELETE FROM disclosure WHERE time = 1700000002000000")
        ),
        Tampering(
            .seal,
            "disclosure, line 2",
            "3 rows were sealed, 2 are there; they are of 2023-11-14T22:13:21Z to 2023-11-14T22:13:23Z",
            Statement("DELETE FROM disclosure WHERE time = 1700000003000000")
        ),
        Tampering(
            .seal,
            "disclosure, line 2",
            "3 rows were sealed, 0 are there",
            Statement("DELETE FROM disclosure")
        ),
        Tampering(
            .seal,
            "disclosure, line 2",
            "the rows are not those that were sealed",
            Statement("UPDATE disclosure SET seal_place = 9 WHERE time = 1700000001000000"),
            Statement("UPDATE disclosure SET seal_place = 1 WHERE time = 1700000002000000"),
            Statement("UPDATE disclosure SET seal_place = 2 WHERE time = 1700000001000000")
        ),
        Tampering(
            .seal,
            "disclosure, line 2",
            "3 rows were sealed, 2 are there",
            Statement(
                """
                UPDATE disclosure SET seal_line = NULL, seal_place = NULL, leaf = NULL WHERE time = 1700000001000000
                """
            )
        ),
        Tampering(
            .seal,
            "disclosure, line 77",
            "a seal that the log does not have",
            Statement("UPDATE disclosure SET seal_line = 77 WHERE time = 1700000001000000")
        ),
        Tampering(
            .seal,
            "disclosure, line -1",
            "a seal that the log does not have",
            Statement("UPDATE disclosure SET seal_line = -1 WHERE time = 1700000001000000")
        ),
        Tampering(
            .seal,
            "account_event, line 0",
            "a seal that the log does not have",
            Statement("UPDATE account_event SET seal_line = 0 WHERE kind = 'signedUp'")
        ),
        Tampering(
            .sealedRow,
            "disclosure, line 2, row 0",
            "no place or no hash",
            Statement("UPDATE disclosure SET seal_place = NULL WHERE time = 1700000001000000")
        ),
        Tampering(
            .sealedRow,
            "account_event, line 3, row 2",
            "no place or no hash",
            Statement("UPDATE account_event SET leaf = NULL WHERE kind = 'signedIn'")
        ),
        Tampering(
            .seal,
            "disclosure",
            "1 rows are older than ten minutes and in no seal, the oldest of 2023-11-14T22:03:22Z",
            Statement(
                """
                UPDATE disclosure SET time = 1699999402000000, seal_line = NULL, seal_place = NULL, leaf = NULL
                WHERE time = 1700000002000000
                """
            )
        ),
        Tampering(
            .seal,
            "account_event",
            "1 rows are dated in the future, the last 2023-11-14T22:14:24Z",
            Statement("UPDATE account_event SET time = 1700000064000000 WHERE kind = 'signedUp'")
        ),
        Tampering(
            .sealedRow,
            "account_event, line 3, row 1",
            "it was changed",
            Statement("UPDATE account_event SET kind = 'signedIn' WHERE kind = 'signedUp'")
        ),
        Tampering(
            .sealedRow,
            "account_event, line 3, row 1",
            "its address or detail was changed",
            Statement("UPDATE account_event SET address = '198.51.100.x' WHERE kind = 'signedUp'")
        ),
        Tampering(
            .sealedRow,
            "account_event, line 3, row 1",
            "were erased, and its account is still there",
            Statement("UPDATE account_event SET address = '', detail = NULL, salt = NULL WHERE kind = 'signedUp'")
        ),
        Tampering(
            .seal,
            "account_event, line 3",
            "2 rows were sealed, 1 are there",
            Statement("DELETE FROM account_event WHERE kind = 'signedIn'")
        ),
        Tampering(.logGap, "line 2", "the next line is 3", Statement("DELETE FROM log WHERE sequence = 2")),
        Tampering(.logGap, "head", "it says 3 lines, there are 2", Statement("DELETE FROM log WHERE sequence = 3")),
        Tampering(.logRoot, "head", "the lines give", Statement("UPDATE log SET author = 'x' WHERE sequence = 2")),
        Tampering(
            .logRoot,
            "head",
            "the lines give",
            Statement("UPDATE log SET sequence = 9 WHERE sequence = 2"),
            Statement("UPDATE log SET sequence = 2 WHERE sequence = 3"),
            Statement("UPDATE log SET sequence = 3 WHERE sequence = 9")
        ),
        Tampering(
            .checkpointSignature,
            "checkpoint 3",
            "speaks of another state",
            Statement("UPDATE checkpoint SET root = (SELECT digest FROM log WHERE sequence = 1)")
        ),
        Tampering(
            .content,
            "account/anna version 1",
            "its digest is",
            Statement(
                """
                UPDATE entry SET content = (SELECT e.content FROM entry e WHERE e.register = 'seal' ORDER BY e.entry LIMIT 1)
                WHERE entry = 'account/anna'
                """
            )
        ),
    ]

    @Test func `what was sealed and not touched has no findings, and new rows wait for the next seal`() async throws {
        try await withStore { fixture in
            let key = try await fill(fixture)
            try await fixture.store.disclose(disclosure(fixture.clock.now))
            for registers in [nil, registers] {
                let report = try await fixture.store.verify(key: key.verifier, registers: registers)
                #expect(report.findings == [] && report.sealedRows == 5 && report.lines == 3 && report.entries == 3)
            }
            #expect(try await fixture.store.sealAudit() == 1)
            #expect(try await fixture.store.verify(key: key.verifier, registers: registers).sealedRows == 6)
        }
    }

    @Test(arguments: tamperings)
    func `each tampering is found and its place named`(tampering: Tampering) async throws {
        try await withStore { fixture in
            let key = try await fill(fixture)
            try await fixture.database.write { transaction in
                for statement in tampering.sql { try transaction.run(statement) }
            }
            let findings = try await fixture.store.verify(key: key.verifier, registers: registers).findings
            #expect(
                findings.contains {
                    $0.kind == tampering.kind && $0.subject == tampering.subject && $0.detail.contains(tampering.says)
                },
                "\(findings)"
            )
        }
    }

    @Test func `closing an account erases where from and why, and its events still verify`() async throws {
        try await withStore { fixture in
            let key = try await fill(fixture)
            let store = fixture.store
            let last = AccountEvent("closed", of: "account/anna", time: fixture.clock.now, address: "")
            try await store.eraseAccount("account/anna", and: [], author: "account/anna", [last])
            #expect(try await store.events(of: "account/anna", limit: 9).map(\.address) == ["", "", ""])
            #expect(try await store.verify(key: key.verifier).findings == [])
            // What was erased cannot be put back as something else.
            try await fixture.database.write {
                try $0.run(Statement("UPDATE account_event SET address = '192.0.2.x' WHERE kind = 'signedUp'"))
            }
            let details = try await store.verify().findings.map(\.detail)
            #expect(details.contains { $0.hasPrefix("its address or detail was changed after it was erased") })
        }
    }

    @Test func `rows go in whole seals when their time is over, and sooner is found`() async throws {
        try await withStore { fixture in
            let key = try await fill(fixture)
            let store = fixture.store
            fixture.clock.advance(100 * Self.day)
            try await store.disclose(disclosure(fixture.clock.now))
            _ = try await store.sealAudit()
            fixture.clock.advance(99 * Self.day)
            #expect(try await store.sweepSealed(.disclosure, keep: 200 * Self.day) == 0)
            fixture.clock.advance(2 * Self.day)
            #expect(try await store.sweepSealed(.disclosure, keep: 200 * Self.day) == 3)
            #expect(try await store.sweepSealed(.disclosure, keep: 200 * Self.day) == 0)
            // However short a time is asked for, half a year is kept.
            #expect(try await store.sweepSealed(.disclosure, keep: 0) == 0)
            #expect(try await store.sweepSealed(.event, keep: 0) == 2)
            let left = try await store.disclosures(of: "account/anna", limit: 9)
            #expect(left.count == 1)
            #expect(try await store.verify(key: key.verifier).findings == [])
            try await fixture.database.write { try $0.run(Statement("DELETE FROM disclosure")) }
            #expect(try await store.verify().findings.map(\.kind) == [.seal])
        }
    }

    @Test func `many rows make many seals, each with its own line`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            let now = fixture.clock.now
            for number in 0..<1_201 { try await store.disclose(disclosure(now - Int64(number))) }
            #expect(try await store.sealAudit() == 1_201)
            #expect(try await store.logHead().size == 3)
            let report = try await store.verify()
            #expect(report.findings == [] && report.sealedRows == 1_201)
        }
    }

    @Test func `of two nodes that seal at once no row is sealed twice`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            let now = fixture.clock.now
            for number in 0..<50 { try await store.disclose(disclosure(now - Int64(number))) }
            let other = try await fixture.another().store
            await withTaskGroup(of: Void.self) { group in
                for node in [store, other] {
                    group.addTask {
                        do {
                            _ = try await node.sealAudit()
                        } catch {
                            // The one that was refused does it a minute later.
                        }
                    }
                }
            }
            _ = try await store.sealAudit()
            let report = try await store.verify()
            #expect(report.findings == [] && report.sealedRows == 50)
            try await other.close()
        }
    }

    @Test func `a store that went back to an earlier line seals again what was sealed since`() async throws {
        try await withStore { fixture in
            _ = try await fill(fixture)
            let store = fixture.store
            _ = try await store.rewind(to: 1) { Draft(content: $0.content) }
            #expect(try await store.verify().sealedRows == 0)
            #expect(try await store.sealAudit() == 5)
            let report = try await store.verify()
            #expect(report.findings == [] && report.sealedRows == 5)
        }
    }

    @Test func `lists for whoever audits go back in time, by account and span, page by page`() async throws {
        try await withStore { fixture in
            let now = fixture.clock.now
            _ = try await fill(fixture)
            let store = fixture.store
            let second: Int64 = 1_000_000
            let all = try await store.disclosures(AuditFilter(), before: nil, limit: 2)
            #expect(all.map(\.disclosure.time) == [now + 3 * second, now + 2 * second])
            let rest = try await store.disclosures(AuditFilter(), before: all[1].place, limit: 2)
            #expect(rest.map(\.disclosure.time) == [now + second])
            #expect(AuditPlace(all[1].place.text) == all[1].place)
            let span = AuditFilter(account: "account/ada", since: now + second, until: now + 3 * second)
            #expect(try await store.disclosures(span, before: nil, limit: 9).count == 2)
            #expect(try await store.disclosures(AuditFilter(account: "account/x"), before: nil, limit: 9).isEmpty)
            let events = try await store.events(AuditFilter(account: "account/anna"), before: nil, limit: 9)
            #expect(events.map(\.event.kind) == ["signedIn", "signedUp"])
            #expect(
                try await store.events(AuditFilter(until: now + 1), before: nil, limit: 9).map(\.event.kind) == [
                    "signedUp"
                ]
            )
            let lines = try await store.lines(AuditFilter(), before: nil, limit: 2)
            #expect(lines.lines.map(\.sequence) == [3, 2] && lines.next == AuditPlace(number: 2))
            #expect(try await store.lines(AuditFilter(), before: lines.next, limit: 2).lines.map(\.sequence) == [1])
            #expect(
                try await store.lines(AuditFilter(register: "account"), before: nil, limit: 9).lines.map(\.sequence)
                    == [1]
            )
            #expect(try await store.lines(AuditFilter(account: "account/anna"), before: nil, limit: 9).lines.count == 1)
            #expect(try await store.lines(AuditFilter(until: now), before: nil, limit: 9).lines.isEmpty)
            #expect(
                try await store.lines(AuditFilter(since: now + 3 * second + 1), before: nil, limit: 9).lines.isEmpty
            )
        }
    }
}
