import SQLCore
import Store
import Testing

/// What keys for programs are used for, on every database.
@Suite(.onEveryDatabase, .namingTheDatabase) struct KeyUseTests {
    private func use(_ key: String, day: Int64, cost: Int64, at time: Int64 = 5, of account: String = "account/anna")
        -> KeyUse
    {
        KeyUse(key, of: account, usedAt: time, address: "192.0.2.x", day: day, cost: cost)
    }

    @Test func `uses of one day add up, and another day begins again`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            #expect(try await store.add([]) == [])
            #expect(try await store.add([use("key/b", day: 7, cost: 3), use("key/a", day: 7, cost: 10)]) == [3, 10])
            #expect(try await store.add([use("key/b", day: 7, cost: 4, at: 9)]) == [7])
            #expect(try await store.keyUse(of: "key/b") == use("key/b", day: 7, cost: 7, at: 9))
            #expect(try await store.add([use("key/b", day: 8, cost: 2)]) == [2])
            #expect(try await store.keyUse(of: "key/c") == nil)
            _ = try await store.add([use("key/0", day: 8, cost: 1, of: "account/bert")])
            #expect(try await store.keyUses(of: "account/anna").map(\.key) == ["key/a", "key/b"])
        }
    }

    @Test func `a node that notes an earlier day late takes nothing back, and is told no cost`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            // What is noted, what is told, and what is kept then.
            let steps: [(given: KeyUse, told: Int64?, kept: KeyUse)] = [
                (use("key/a", day: 8, cost: 2, at: 20), 2, use("key/a", day: 8, cost: 2, at: 20)),
                (use("key/a", day: 7, cost: 5, at: 6), nil, use("key/a", day: 8, cost: 2, at: 20)),
                (use("key/a", day: 8, cost: 1, at: 10), 3, use("key/a", day: 8, cost: 3, at: 20)),
                (use("key/a", day: 9, cost: 4, at: 30), 4, use("key/a", day: 9, cost: 4, at: 30)),
            ]
            for step in steps {
                let told = try await store.add([step.given])
                let kept = try await store.keyUse(of: "key/a")
                #expect(told == [step.told] && kept == step.kept)
            }
        }
    }

    @Test func `nodes that add at once lose nothing`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            try await withThrowingTaskGroup(of: Void.self) { group in
                for round in 0..<16 {
                    let keys = round.isMultiple(of: 2) ? ["key/a", "key/b"] : ["key/b", "key/a"]
                    group.addTask { _ = try await store.add(keys.map { use($0, day: 7, cost: 1) }) }
                }
                try await group.waitForAll()
            }
            #expect(try await store.keyUses(of: "account/anna").map(\.cost) == [16, 16])
        }
    }

    @Test func `what was used goes with the account, and with a key that is no more`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            let draft = Draft(content: Array("{}".utf8))
            for (register, entry) in [("account", "account/anna"), ("key", "key/a")] {
                let change = EntryChange(register: register, entry: entry, expectedVersion: 0, draft: draft)
                _ = try await store.save([change], author: "account/anna")
            }
            _ = try await store.add([use("key/a", day: 7, cost: 1), use("key/b", day: 7, cost: 1)])
            try await store.sweepAccounts(idle: 0, attempts: 0, events: 0, disclosures: .max)
            #expect(try await store.keyUses(of: "account/anna").map(\.key) == ["key/a"])
            let event = AccountEvent("closed", of: "account/anna", time: 9, address: "")
            try await store.eraseAccount("account/anna", and: ["key/a"], author: "account/anna", [event])
            #expect(try await store.keyUse(of: "key/a") == nil)
        }
    }
}
