import SQLCore
import Store
import Testing

/// What whoever can write the database writes beside seals and rows: it is found, on every database.
@Suite(.onEveryDatabase, .namingTheDatabase) struct ForgedSealTests: SealTesting {
    /// A later version of the seal of disclosures, written as whoever has the database can write it.
    private func forge(_ fixture: Fixture, change: (inout SealContent) -> Void) async throws {
        let store = fixture.store
        let found = try await store.entries(of: "seal", where: "last", is: "disclosure", limit: 1)
        let seal = try #require(found.first)
        var content = try SealContent.read(seal)
        change(&content)
        let draft = Draft(
            content: try content.draft.content,
            orders: [OrderValue(field: "last", text: "disclosure", number: content.last)]
        )
        let forged = EntryChange(register: "seal", entry: seal.entry, expectedVersion: seal.version, draft: draft)
        _ = try await store.save([forged], author: "system")
    }

    @Test func `a later version of a seal vouches for nothing, and says only that the rows were deleted`() async throws
    {
        try await withStore { fixture in
            let key = try await fill(fixture)
            let delete = Statement("DELETE FROM disclosure WHERE time = 1700000003000000")
            try await fixture.database.write { try $0.run(delete) }
            // The content that fits the two rows which are left: it would verify if the newest version were believed.
            try await forge(fixture) { content in
                content.count = 2
                content.last = 1_700_000_002_000_000
            }
            let findings = try await fixture.store.verify(key: key.verifier, registers: registers).findings
            #expect(findings.allSatisfy { $0.kind == .seal && $0.subject == "disclosure, line 2" })
            #expect(
                findings.map(\.detail) == [
                    "version 2 says anything but that the rows of version 1 were deleted",
                    "3 rows were sealed, 2 are there; they are of 2023-11-14T22:13:21Z to 2023-11-14T22:13:23Z",
                ]
            )
        }
    }

    @Test func `rows cannot be swept sooner by a version that dates them back, nor by a third version`() async throws {
        try await withStore { fixture in
            let key = try await fill(fixture)
            try await fixture.database.write { try $0.run(Statement("DELETE FROM disclosure")) }
            try await forge(fixture) { content in
                content.last -= 400 * Self.day
                content.isSwept = true
            }
            let findings = try await fixture.store.verify(key: key.verifier, registers: registers).findings
            #expect(findings.contains { $0.kind == .seal && $0.detail.hasPrefix("version 2 says anything but") })
        }
        try await withStore { fixture in
            let key = try await fill(fixture)
            try await forge(fixture) { $0.isSwept = true }
            try await forge(fixture) { $0.last -= 1 }
            let findings = try await fixture.store.verify(key: key.verifier, registers: registers).findings
            #expect(findings.map(\.detail) == ["version 3 says anything but that the rows of version 1 were deleted"])
        }
    }

    @Test func `rows that are dated back by more than three days are sealed and found, others are not`() async throws {
        try await withStore { fixture in
            let key = try await fill(fixture)
            let store = fixture.store
            try await store.disclose(disclosure(fixture.clock.now - 3 * Self.day))
            _ = try await store.sealAudit()
            #expect(try await store.verify(key: key.verifier).findings == [])
            try await store.disclose(disclosure(fixture.clock.now - 3 * Self.day - 1))
            _ = try await store.sealAudit()
            let findings = try await store.verify(key: key.verifier).findings
            #expect(findings.map(\.kind) == [.lateSeal] && findings.map(\.subject) == ["disclosure, line 5"])
        }
    }

    @Test func `a row that is dated in the future waits for its time, and a seal says the times of its rows`()
        async throws
    {
        try await withStore { fixture in
            let key = try await fill(fixture)
            let store = fixture.store
            try await store.disclose(disclosure(fixture.clock.now + 30_000_000))
            #expect(try await store.sealAudit() == 0)
            #expect(try await store.verify(key: key.verifier).findings == [])
            fixture.clock.advance(30_000_000)
            #expect(try await store.sealAudit() == 1)
            // Without a key of the log nothing is sealed, and nothing that waits is found.
            try await store.disclose(disclosure(fixture.clock.now))
            fixture.clock.advance(600_000_000)
            #expect(try await store.verify(registers: registers).findings == [])
            #expect(try await store.verify(key: key.verifier).findings.map(\.subject) == ["disclosure"])
            let seal = try #require(
                try await store.entries(of: "seal", where: "last", is: "account_event", limit: 1).first
            )
            var content = try SealContent.read(seal)
            content.first -= 1
            let forged = EntryChange(
                register: "seal",
                entry: "seal/false",
                expectedVersion: 0,
                draft: try content.draft
            )
            _ = try await store.save([forged], author: "system")
            try await fixture.database.write {
                try $0.run(
                    Statement(
                        """
                        UPDATE account_event SET seal_line = (SELECT e.sequence FROM entry e WHERE e.entry = 'seal/false')
                        """
                    )
                )
            }
            let details = try await store.verify(registers: registers).findings.map(\.detail)
            #expect(details.contains { $0.hasPrefix("the rows are of other times than the seal says") })
        }
    }

    @Test func `a row whose proof is no digest does not keep the others from being sealed, and is found`() async throws
    {
        try await withStore { fixture in
            let store = fixture.store
            for kind in ["signedUp", "signedIn"] {
                try await store.note(
                    AccountEvent(kind, of: "account/anna", time: fixture.clock.now, address: "192.0.2.x")
                )
            }
            try await fixture.database.write {
                try $0.run(Statement("UPDATE account_event SET proof = salt WHERE kind = 'signedUp'"))
            }
            #expect(try await store.sealAudit() == 2)
            let findings = try await store.verify().findings
            #expect(findings.map(\.kind) == [.sealedRow])
            #expect(findings.allSatisfy { $0.detail.hasPrefix("its address or detail was changed") })
        }
    }

    @Test func `tries at addresses that nobody has keep where they came from, and losing that is found`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            let now = fixture.clock.now
            for account in [AccountEvent.nobodysAccount, "account/gone"] {
                try await store.note(AccountEvent("signInFailed", of: account, time: now, address: "192.0.2.x"))
            }
            _ = try await store.sealAudit()
            fixture.clock.advance(2 * 3_600_000_000)
            try await store.sweepAccounts(idle: Self.day, attempts: Self.day, events: Self.day, disclosures: Self.day)
            #expect(try await store.events(of: AccountEvent.nobodysAccount, limit: 9).map(\.address) == ["192.0.2.x"])
            #expect(try await store.events(of: "account/gone", limit: 9).map(\.address) == [""])
            #expect(try await store.verify().findings == [])
            try await fixture.database.write {
                try $0.run(Statement("UPDATE account_event SET address = '', detail = NULL, salt = NULL"))
            }
            let details = try await store.verify().findings.map(\.detail)
            #expect(details.count == 1 && details[0].hasPrefix("its address and detail were erased"))
        }
    }
}
