import Domain
import Store
import Testing

@testable import Registers

/// Editions of the table of aliases, and what readers propose.
struct AliasesTests {
    private let day: Int64 = 1_796_000_000_000_000

    private func propose(_ store: Store, _ spelling: String, _ holder: String, _ verdict: AliasEntry.Verdict = .same)
        async throws
    {
        let proposal = AliasProposal(spelling, of: holder, verdict, reason: nil, day: "2026-11-29")
        _ = try #require(try await store.propose(proposal, limit: 9))
    }

    @Test func `a plan says what would change and changes nothing; publishing replaces and keeps the earlier`()
        async throws
    {
        try await withWorkplace({ $0.now = { day } }) { place in
            let publish = PublishAliases(store: place.store)
            let first = try await publish.plan("甲\t乙\tsame\t示例公告\n丙\t乙\tsame\t示例公告", edition: "示例一")
            #expect(first.follows == 0 && first.added.map(\.spelling) == ["丙", "甲"] && first.removed == [])
            #expect(try await publish.editions() == [])
            let edition = try await publish(first)
            #expect(
                edition
                    == PublishAliases.Edition(
                        version: 1,
                        published: "2026-11-30",
                        edition: "示例一",
                        same: 2,
                        different: 0
                    )
            )
            let second = try await publish.plan("甲\t乙\tdifferent\t示例公告\n丙\t乙\tsame\t示例公告")
            #expect(second.follows == 1 && second.added.map(\.verdict) == [.different])
            #expect(second.removed.map(\.spelling) == ["甲"])
            #expect(try await publish(second).version == 2)
            // A plan made from an edition that is no longer in force is refused.
            await #expect(throws: Failure.self) { try await publish(second) }
            #expect(try await publish.editions().map(\.different) == [0, 1])
            #expect(try await publish.text(version: 1).hasPrefix("# 示例一\n"))
            #expect(try await publish.text() == "# version 2\n" + second.table.text)
            await #expect(throws: Failure.self) { try await publish.text(version: 3) }
        }
    }

    @Test func `a file that was exported before another edition came is refused, so that no line is lost`() async throws
    {
        try await withWorkplace({ $0.now = { day } }) { place in
            let (publish, decide) = (PublishAliases(store: place.store), DecideProposals(store: place.store))
            _ = try await publish(try await publish.plan("甲\t乙\tsame\t示例公告", edition: "示例一"))
            let edited = try await publish.text() + "戊\t乙\tsame\t示例公告\n"
            #expect(edited.hasPrefix("# 示例一\n# version 1\n"))
            #expect(try await publish.plan(edited).added.map(\.spelling) == ["戊"])
            try await propose(place.store, "丙", "甲")
            #expect(try await decide.accept([1]).version == 2)
            do {
                _ = try await publish.plan(edited)
                Issue.record("it was taken")
            } catch Failure.conflict(let reason) {
                #expect(
                    reason
                        == "the file was exported from version 1, and the table is now at version 2; export it again, "
                        + "or import with --replace"
                )
            }
            let replacing = try await publish.plan(edited, isReplacing: true)
            #expect(replacing.removed.map(\.spelling) == ["丙"] && replacing.added.map(\.spelling) == ["戊"])
            // Without the remark a file is taken as it is.
            #expect(try await publish.plan("甲\t乙\tsame\t示例公告").removed.map(\.spelling) == ["丙"])
            #expect(try await publish(replacing).version == 3)
            #expect(try await publish.text(version: 2).hasPrefix("# 示例一\n# version 2\n"))
        }
    }

    @Test func `a proposal of a name that begins as a remark is not accepted`() async throws {
        try await withWorkplace { place in
            let decide = DecideProposals(store: place.store)
            try await propose(place.store, "#甲", "乙")
            await #expect(throws: Failure.self) { try await decide.accept([1]) }
            #expect(try await decide.proposals().count == 1)
            #expect(try await PublishAliases(store: place.store).editions() == [])
        }
    }

    @Test func `what is accepted is in a new edition with its day as the source`() async throws {
        try await withWorkplace({ $0.now = { day } }) { place in
            let (publish, decide) = (PublishAliases(store: place.store), DecideProposals(store: place.store))
            _ = try await publish(try await publish.plan("甲\t乙\tsame\t示例公告", edition: "示例一"))
            try await propose(place.store, "丙", "甲")
            try await propose(place.store, "丁", "乙", .different)
            try await propose(place.store, "戊", "乙")
            #expect(try await decide.proposals().map(\.id) == [1, 2, 3])
            let edition = try await decide.accept([1, 2, 1])
            #expect(edition.version == 2 && edition.same == 2 && edition.different == 1 && edition.edition == "示例一")
            let table = try AliasTable(text: try await publish.text())
            let source = "读者建议 / reader's proposal, accepted 2026-11-30"
            #expect(table.entry(of: "丙") == AliasEntry("丙", of: "乙", source: source))
            #expect(table.difference("丁", "甲")?.source == source)
            #expect(table.entry(of: "甲")?.source == "示例公告")
            #expect(try await decide.proposals().map(\.id) == [3])
            await #expect(throws: Failure.self) { try await decide.accept([3, 1]) }
            #expect(try await publish.editions().count == 2)
        }
    }

    @Test func `what is rejected keeps the reason, which must reach nobody`() async throws {
        try await withWorkplace({ $0.now = { day } }) { place in
            let decide = DecideProposals(store: place.store)
            try await propose(place.store, "甲", "乙")
            for reason in ["", "  ", "问 a@example.com", String(repeating: "长", count: 301)] {
                await #expect(throws: Failure.self, "\(reason)") { try await decide.reject([1], reason: reason) }
            }
            try await decide.reject([1], reason: "示例：登记信息不同")
            let all = try await decide.proposals(all: true)
            #expect(all.map(\.answer) == ["示例：登记信息不同"] && all.map(\.decidedOn) == ["2026-11-30"])
            #expect(try await decide.proposals() == [])
            #expect(try await place.store.definitionHistory(kind: "aliases", name: "holders") == [])
        }
    }

    @Test func `a proposal that the table contradicts is not accepted`() async throws {
        try await withWorkplace { place in
            let (publish, decide) = (PublishAliases(store: place.store), DecideProposals(store: place.store))
            _ = try await publish(try await publish.plan("甲\t乙\tsame\t示例公告"))
            try await propose(place.store, "甲", "丙")
            await #expect(throws: Failure.self) { try await decide.accept([1]) }
            #expect(try await decide.proposals().count == 1)
            #expect(try await publish.editions().count == 1)
        }
    }
}
