import Domain
import SQLCore
import Store
import Testing

/// What readers propose of two names, on every database.
@Suite(.onEveryDatabase, .namingTheDatabase) struct ProposalTests {
    private func proposal(_ spelling: String, _ holder: String, _ verdict: AliasEntry.Verdict = .same) -> AliasProposal
    {
        AliasProposal(spelling, of: holder, verdict, reason: "示例", day: "2026-11-30")
    }

    @Test func `proposals are numbered, and the same again is only counted, in either order`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            let first = try #require(try await store.propose(proposal("甲", "乙"), limit: 9))
            #expect(first.id == 1 && first.times == 1 && first.state == .open && first.reason == "示例")
            let again = try #require(try await store.propose(proposal("乙", "甲"), limit: 9))
            #expect(again.id == 1 && again.times == 2 && again.spelling == "甲")
            let other = try #require(try await store.propose(proposal("甲", "乙", .different), limit: 9))
            #expect(other.id == 2)
            var silent = proposal("丙", "乙")
            silent.reason = nil
            _ = try await store.propose(silent, limit: 9)
            #expect(try await store.aliasProposals(.open).map(\.id) == [1, 2, 3])
            #expect(try await store.aliasProposals(naming: "乙", limit: 2).map(\.id) == [3, 2])
            #expect(try await store.aliasProposals(naming: "丙", limit: 9).map(\.reason) == [nil])
            #expect(try await store.aliasProposals(naming: "丁", limit: 9) == [])
        }
    }

    @Test func `no more are open than may be, and what is open can still be counted up`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            for name in ["甲", "丙"] { #expect(try await store.propose(proposal(name, "乙"), limit: 2) != nil) }
            #expect(try await store.propose(proposal("丁", "乙"), limit: 2) == nil)
            #expect(try await store.propose(proposal("甲", "乙"), limit: 2)?.times == 2)
            try await store.decide([1], AliasDecision(.rejected, answer: "示例：两家", day: "2026-12-01"))
            // What was decided is history: the same may be proposed again.
            #expect(try await store.propose(proposal("甲", "乙"), limit: 2)?.id == 3)
            #expect(try await store.aliasProposals(naming: "甲", limit: 9).map(\.reason) == ["示例", nil])
        }
    }

    @Test func `a decision and its edition come together or not at all`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            for name in ["甲", "丙"] { _ = try await store.propose(proposal(name, "乙"), limit: 9) }
            let table = try AliasTable([AliasEntry("甲", of: "乙", source: "示例")])
            let edition = AliasDecision.Edition(table, follows: 0)
            let accepting = AliasDecision(.accepted, day: "2026-12-01", edition: edition)
            let definition = try #require(try await store.decide([1], accepting))
            #expect(definition.version == 1 && definition.text == table.text)
            let accepted = try #require(try await store.aliasProposals(naming: "甲", limit: 1).first)
            #expect(accepted.state == .accepted && accepted.decidedOn == "2026-12-01" && accepted.answer == nil)
            // Reasons are for who decides.
            #expect(accepted.reason == nil)
            #expect(try await store.aliasProposals(.open).map(\.reason) == ["示例"])
            // It was made from no edition, and there is one by now.
            await #expect(throws: Failure.self) { try await store.decide([2], accepting) }
            #expect(try await store.aliasProposals(.open).map(\.id) == [2])
            // One of the two is decided already.
            await #expect(throws: Failure.self) {
                try await store.decide([2, 1], AliasDecision(.rejected, answer: "示例", day: "2026-12-02"))
            }
            #expect(try await store.aliasProposals(.open).map(\.id) == [2])
            #expect(try await store.definitionHistory(kind: "aliases", name: "holders").map(\.version) == [1])
        }
    }

    @Test func `many at once get numbers of their own`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<12 {
                    group.addTask { _ = try await store.propose(proposal("甲\(number % 6)", "乙"), limit: 9) }
                }
                try await group.waitForAll()
            }
            let kept = try await store.aliasProposals()
            #expect(kept.map(\.id) == [1, 2, 3, 4, 5, 6] && kept.map(\.times) == [2, 2, 2, 2, 2, 2])
        }
    }

    @Test func `the names of what is kept are the columns of the table`() async throws {
        // Written by hand: what the page of what is kept promises to readers.
        #expect(
            AliasProposal.fields == [
                "id", "spelling", "holder", "verdict", "reason", "day", "times", "state", "answer", "decided_on",
            ]
        )
        let schema =
            switch StoreDatabase.current {
            case .sqlite: Statement("SELECT name FROM pragma_table_info('alias_proposal') ORDER BY cid")
            case .postgres:
                Statement(
                    """
                    SELECT CAST(column_name AS text) FROM information_schema.columns
                    WHERE table_schema = current_schema() AND table_name = 'alias_proposal' ORDER BY ordinal_position
                    """
                )
            }
        try await withStore { fixture in
            let columns = try await fixture.database.read { transaction in
                try transaction.all(schema) { try $0.text(0) }
            }
            #expect(columns == AliasProposal.fields)
        }
    }
}
