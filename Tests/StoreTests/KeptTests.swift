import SQLCore
import Store
import Testing

/// What accounts keep of the site, on every database.
@Suite(.onEveryDatabase, .namingTheDatabase) struct KeptTests {
    private let anna = "account/anna"

    private func row(_ id: UInt8, _ content: UInt8, at time: Int64) -> KeptRow {
        KeptRow(id: [id], content: [content], keptAt: time)
    }

    private func make(_ account: String, in store: Store) async throws {
        let change = EntryChange(
            register: "account",
            entry: account,
            expectedVersion: 0,
            draft: Draft(content: Array("{}".utf8))
        )
        _ = try await store.save([change], author: account)
    }

    @Test func `things are kept, replaced, listed with the newest first, and dropped`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            #expect(try await !store.keep(of: anna) { _ in [row(1, 1, at: 1)] }, "there is no such account")
            for account in [anna, "account/bert"] { try await make(account, in: store) }
            #expect(try await store.keep(of: anna) { _ in [row(1, 1, at: 1), row(2, 2, at: 2)] })
            #expect(
                try await store.keep(of: anna) { rows in rows.filter { $0.id == [1] }.map { row($0.id[0], 9, at: 3) } }
            )
            #expect(try await store.kept(of: anna) == [row(1, 9, at: 3), row(2, 2, at: 2)])
            #expect(try await store.keep(of: "account/bert") { _ in [row(1, 7, at: 1)] })
            #expect(try await store.dropKept([2], of: "account/bert") == 0)
            #expect(try await store.dropKept([2], of: anna) == 1)
            #expect(try await store.kept(of: anna) == [row(1, 9, at: 3)])
            #expect(try await store.dropKept(nil, of: anna) == 1)
            #expect(try await store.kept(of: "account/bert").count == 1)
            let event = AccountEvent("closed", of: "account/bert", time: 9, address: "")
            try await store.eraseAccount("account/bert", and: [], author: "account/bert", [event])
            #expect(try await store.kept(of: "account/bert") == [])
        }
    }

    @Test func `of changes at once each knows of the others`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            try await make(anna, in: store)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        _ = try await store.keep(of: self.anna) { rows in
                            [self.row(1, (rows.first?.content.first ?? 0) + 1, at: 1)]
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await store.kept(of: anna) == [row(1, 12, at: 1)])
        }
    }
}
