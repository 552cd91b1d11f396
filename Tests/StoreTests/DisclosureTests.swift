import SQLCore
import Store
import Testing

/// Who saw what, on every database.
@Suite(.onEveryDatabase, .namingTheDatabase) struct DisclosureTests {
    private func disclosure(_ number: Int64, of subject: String = "account/anna") -> Disclosure {
        Disclosure(
            time: number,
            viewer: "account/ada",
            role: "staff",
            place: "1101",
            subject: subject,
            action: "readAccount",
            fields: "name,email",
            reason: "示例 \(number)",
            address: "192.0.2.x"
        )
    }

    @Test func `what was seen is there when it returns, however many see something at once`() async throws {
        try await withStore { fixture in
            let store = fixture.store
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<100 { group.addTask { try await store.disclose(disclosure(Int64(number))) } }
                try await group.waitForAll()
            }
            try await store.disclose(disclosure(7, of: "account/bert"))
            let seen = try await store.disclosures(of: "account/anna", limit: 200)
            #expect(seen == (0..<100).reversed().map { disclosure($0) })
            #expect(try await store.disclosures(of: "account/anna", limit: 2).map(\.time) == [99, 98])
            #expect(try await store.disclosures(of: "account/bert", limit: 9) == [disclosure(7, of: "account/bert")])
            #expect(try await store.disclosures(of: "account/gone", limit: 9) == [])
        }
    }

    @Test func `the entries of a list come newest first, those of one number too, and go on from a place`() async throws
    {
        try await withStore { fixture in
            let store = fixture.store
            for number in 0..<7 {
                let draft = Draft(
                    content: Array("{}".utf8),
                    orders: [
                        OrderValue(field: "created", number: Int64(number / 2)),
                        OrderValue(field: "kind", text: number == 3 ? "odd" : "even", number: Int64(number)),
                    ]
                )
                let change = EntryChange(
                    register: "account",
                    entry: "account/\(number)",
                    expectedVersion: 0,
                    draft: draft
                )
                _ = try await store.save([change], author: "system")
            }
            let first = try await store.newest(of: "account", by: "created", limit: 3)
            #expect(first.map(\.entry.entry) == ["account/6", "account/5", "account/4"])
            let place = try #require(first.last?.place)
            #expect(OrderPlace(place.text) == place && place.text == "2:account/4")
            let second = try await store.newest(of: "account", by: "created", before: place, limit: 9)
            #expect(second.map(\.entry.entry) == (0..<4).reversed().map { "account/\($0)" })
            #expect(try await store.newest(of: "account", by: "kind", is: "odd", limit: 9).map(\.place.number) == [3])
            #expect(try await store.newest(of: "grant", by: "created", limit: 9).isEmpty)
            for text in ["", "1", ":a", "x:a", "1:"] { #expect(OrderPlace(text) == nil, "\(text)") }
        }
    }
}
