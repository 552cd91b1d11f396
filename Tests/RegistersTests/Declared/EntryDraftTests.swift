import Declarations
import Domain
import Identity
import Store
import Testing

@testable import Registers

/// What somebody typed and has not sent yet: kept for them alone, as they typed it.
@Suite(.onEveryDatabase, .namingTheDatabase)
struct EntryDraftTests {
    typealias Fixture = DeclaredFixture

    /// Accounts that things are kept with.
    private func make(_ names: [String], in store: Store) async throws {
        let changes = names.map {
            EntryChange(
                register: "account",
                entry: "account/" + $0,
                expectedVersion: 0,
                draft: Draft(content: Array("{}".utf8))
            )
        }
        _ = try await store.save(changes, author: "test")
    }

    @Test func `a draft keeps what was typed, right or wrong, for its writer alone, and one of each entry`()
        async throws
    {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            try await make(["anna", "bert"], in: place.store)
            let entries = fixture.entries
            let size = try await place.store.logHead().size
            let typed = EntryContent(fields: ["region": .text("火星"), "posts": .text("三")])
            let wish = RegisterEntries.Wish(register: "outlet", content: typed, note: "新设")
            try await entries.keepDraft(wish, Fixture.anna)
            let draft = try #require(try await entries.draft(of: "outlet", nil, Fixture.anna))
            #expect(draft.content == typed && draft.note == "新设" && draft.base == 0 && draft.entry == nil)
            #expect(draft.content(over: nil) == typed)
            // It is nobody else's, in no log, and no entry.
            #expect(try await entries.draft(of: "outlet", nil, Fixture.bert) == nil)
            #expect(try await entries.drafts(Fixture.bert).isEmpty)
            #expect(try await entries.drafts(.everyone).isEmpty)
            #expect(try await place.store.logHead().size == size)
            let again = EntryContent(fields: ["name": .text("甲")])
            try await entries.keepDraft(.init(register: "outlet", content: again), Fixture.anna)
            #expect(try await entries.drafts(Fixture.anna).map(\.draft.content) == [again])
            try await entries.keepDraft(.init(register: "note", content: again), Fixture.anna)
            #expect(try await entries.drafts(Fixture.anna).count == 2)
            #expect(try await entries.drafts(Fixture.anna, of: "note").map(\.register.name) == ["note"])
            try await entries.dropDraft(of: "outlet", nil, Fixture.anna)
            #expect(try await entries.draft(of: "outlet", nil, Fixture.anna) == nil)
            #expect(try await entries.drafts(Fixture.anna).count == 1)
        }
    }

    @Test func `of an entry that is there only what is not as it says is kept`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            try await make(["anna"], in: place.store)
            let id = try await fixture.saved([
                "number": .text("A-1"), "posts": .text("12"), "head": .parts(["name": .text("林示一")]),
            ])
            let head = try #require(try await fixture.entries.show(id, Fixture.anna).content.fields["head"])
            #expect(head != .parts(["name": .text("林示一")]))
            // 西安市 is what the entry says already, the head stands as the form shows it, and the number was emptied.
            let typed = fixture.outlet([
                "region": .text("西安市"), "posts": .text("x"), "head": head,
            ])
            try await fixture.entries.keepDraft(
                .init(register: "outlet", entry: id, base: 1, content: typed),
                Fixture.anna
            )
            let draft = try #require(try await fixture.entries.draft(of: "outlet", id, Fixture.anna))
            #expect(draft.content == EntryContent(fields: ["posts": .text("x")], state: nil))
            #expect(draft.emptied == ["number"] && draft.base == 1)
            let view = try await fixture.entries.show(id, Fixture.anna)
            #expect(
                draft.content(over: view.content).fields == [
                    "name": .text("示例网点"), "region": .text("610100"), "posts": .text("x"),
                    "head": head,
                ]
            )
            // Who may not change the entry keeps nothing of it.
            await #expect(throws: Failure.notAllowed(action: "writeEntries")) {
                try await fixture.entries.keepDraft(
                    .init(register: "outlet", entry: id, base: 1, content: typed),
                    Fixture.carl
                )
            }
            await #expect(throws: Failure.notAllowed(action: "writeEntries")) {
                try await fixture.entries.keepDraft(.init(register: "note", content: typed), .everyone)
            }
        }
    }

    @Test func `there are at most fifty, beside what else is kept, and they end with the account`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            try await make(["anna"], in: place.store)
            let kept = KeptRow(id: Array(repeating: 7, count: 32), content: [1], keptAt: 1)
            _ = try await place.store.keep(of: "account/anna") { _ in [kept] }
            var ids: [String] = []
            for number in 1...51 { ids.append(try await fixture.saved(["number": .text("A-\(number)")])) }
            func keep(_ number: Int) async throws {
                try await fixture.entries.keepDraft(
                    .init(register: "outlet", entry: ids[number], base: 1, content: fixture.outlet()),
                    Fixture.anna
                )
            }
            for number in 0..<50 { try await keep(number) }
            do {
                try await keep(50)
                Issue.record("a fifty-first draft was kept")
            } catch EntryRefusal.drafts {}
            // One that is there may be written anew.
            try await keep(0)
            #expect(try await fixture.entries.drafts(Fixture.anna).count == 50)
            #expect(try await place.store.kept(of: "account/anna") == [kept])
            #expect(try await place.store.dropKept(nil, of: "account/anna") == 1)
            #expect(try await fixture.entries.drafts(Fixture.anna).count == 50)
            let event = AccountEvent("closed", of: "account/anna", time: 9, address: "")
            try await place.store.eraseAccount("account/anna", and: [], author: "account/anna", [event])
            #expect(try await fixture.entries.drafts(Fixture.anna).isEmpty)
        }
    }
}
