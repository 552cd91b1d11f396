import Domain
import Foundation
import Store
import Testing

@testable import Identity

/// What an account keeps of the site.
struct KeptTests: AccountsTesting {
    private func record(_ number: Int, _ tags: [String] = [], note: String = "") -> KeptCollection.Record {
        .init(
            id: "gi/CN\(number)",
            title: "示例",
            kept: Date(timeIntervalSince1970: 1_800_000_000 + Double(number)).formatted(.iso8601),
            picked: false,
            tags: tags,
            note: note
        )
    }

    @Test func `things are merged by key, listed, taken along, removed, and erased with the account`() async throws {
        let fixture = try await AccountsFixture()
        let accounts = fixture.accounts
        let caller = try await signUp(fixture).caller
        try await accounts.keep(KeptCollection(records: [record(1, ["a"]), record(2)]), caller)
        try await accounts.keep(KeptCollection(records: [record(1, ["b"], note: "n")]), caller)
        let lines = try await accounts.kept(caller)
        #expect(lines.map(\.item) == [.record(record(2)), .record(record(1, ["a", "b"], note: "n"))])
        #expect(try await accounts.held(caller).kept.items == lines.map(\.item))

        let other = try await signUp(fixture, "bert@example.org", name: "示例·伯特").caller
        try await accounts.dropKept(lines[0].id, other)
        #expect(try await accounts.kept(other) == [])
        #expect(try await accounts.kept(caller).count == 2)
        try await accounts.dropKept("no id", caller)
        try await accounts.dropKept(lines[0].id, caller)
        #expect(try await accounts.kept(caller) == [lines[1]])
        try await accounts.close(caller, password: password, from: origin)
        #expect(try await fixture.store.kept(of: caller.account) == [])
        await #expect(throws: AccountRefusal.stale) {
            try await accounts.keep(KeptCollection(records: [record(3)]), caller)
        }
    }

    @Test func `what is more than an account may keep is refused whole`() async throws {
        let fixture = try await AccountsFixture { $0.kept = (things: 2, bytes: 1_000) }
        let caller = try await signUp(fixture).caller
        try await fixture.accounts.keep(KeptCollection(records: [record(1)]), caller)
        let full = AccountRefusal.kept(things: 2, bytes: 1_000)
        await #expect(throws: full) {
            try await fixture.accounts.keep(KeptCollection(records: [record(2), record(3)]), caller)
        }
        await #expect(throws: full) {
            try await fixture.accounts.keep(
                KeptCollection(records: [record(2, note: String(repeating: "字", count: 300))]),
                caller
            )
        }
        try await fixture.accounts.keep(KeptCollection(records: [record(1), record(2)]), caller)
        #expect(try await fixture.accounts.kept(caller).count == 2)
    }

    @Test func `a key reads what is kept and changes nothing of it`() async throws {
        let fixture = try await AccountsFixture()
        let caller = try await signUp(fixture).caller
        let wish = KeyWish(name: "a", scopes: ["account:read"])
        let key = try await fixture.accounts.makeKey(caller, wish, from: origin)
        let program = try #require(try await fixture.accounts.caller(ofKey: key.text, from: nil))
        #expect(try await fixture.accounts.kept(program) == [])
        await #expect(throws: Failure.self) { try await fixture.accounts.keep(KeptCollection(), program) }
        await #expect(throws: Failure.self) { try await fixture.accounts.dropKept(nil, program) }
    }
}
