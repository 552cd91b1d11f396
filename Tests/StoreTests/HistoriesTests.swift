import SQLCore
import Store
import Testing

@Suite(.onEveryDatabase, .namingTheDatabase) struct HistoriesTests {
    private func change(_ entry: String, _ content: String, expecting version: Int64? = nil) -> EntryChange {
        EntryChange(
            register: "outlet",
            entry: entry,
            expectedVersion: version,
            draft: Draft(content: Array(content.utf8))
        )
    }

    @Test func `entries come with all their versions, the oldest first, block by block`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            _ = try await store.save([change("o/1", "{}"), change("o/2", "[1]"), change("o/3", "[9]")], author: "anna")
            _ = try await store.save([change("o/1", "[2]", expecting: 1)], author: "anna")
            _ = try await store.save(
                [change("o/1", "[3]", expecting: 2), change("o/3", "[8]", expecting: 1)],
                author: "anna"
            )
            let first = try await store.histories(following: "", limit: 2)
            #expect(first.map { $0.map(\.said) } == [["{}", "[2]", "[3]"], ["[1]"]])
            #expect(first[0].map(\.version) == [1, 2, 3] && first[0].map(\.sequence) == [1, 4, 5])
            #expect(first.allSatisfy { $0.allSatisfy { $0.register == "outlet" && $0.state == .live } })
            let rest = try await store.histories(following: "o/2", limit: 2)
            #expect(rest.map { $0.map(\.said) } == [["[9]", "[8]"]])
            #expect(try await store.histories(following: "o/3", limit: 2).isEmpty)
        }
    }

    @Test func `what was withdrawn has no content any more`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            _ = try await store.save([change("o/1", "{}")], author: "anna")
            _ = try await store.save([change("o/1", "[2]", expecting: 1)], author: "anna")
            _ = try await store.withdraw(["o/1"], as: .withdrawn, author: "anna")
            let versions = try #require(try await store.histories(following: "", limit: 5).first)
            #expect(versions.map(\.state) == [.withdrawn, .withdrawn, .withdrawn])
            #expect(versions.allSatisfy(\.content.isEmpty) && versions.map(\.version) == [1, 2, 3])
        }
    }
}
