import Declarations
import Store
import Testing

@testable import Registers

/// Rows of declared entries that are made again from what is stored, as going back to an earlier line of the log does.
struct DeclaredContentTests {
    @Test func `a stored entry gives its content and what no other may have again`() async throws {
        try await withWorkplace { place in
            let text = """
                label: {zh: 道路, en: Roads}
                write: [staff]
                fields:
                  name: {type: text, label: {zh: 名称, en: Name}, required: yes, unique: yes}
                """
            _ = try await place.store.publish(kind: DeclarationFile.Kind.register.rawValue, name: "road", text: text)
            let entries = RegisterEntries(store: place.store, definitions: DefinitionCache(store: place.store))
            let wish = RegisterEntries.Wish(
                register: "road",
                content: EntryContent(fields: ["name": .text("示例路")], sample: true)
            )
            guard case .saved(let id, 1) = try await entries.save(wish, .operator) else {
                Issue.record("the entry was not saved")
                return
            }
            let stored = try #require(try await place.store.entry(id, withTexts: false))
            let draft = try DeclaredContent.draft(of: stored)
            #expect(draft.content == stored.content)
            #expect(draft.keys == [LookupKey(scope: "road", field: "name", value: "示例路")])
            #expect(try await place.store.owners(of: draft.keys) == [id])
        }
    }

    @Test func `what is no declared entry is told by its name`() async throws {
        try await withWorkplace { place in
            let change = EntryChange(
                register: "road",
                entry: "road/R1",
                expectedVersion: 0,
                draft: Draft(content: Array(#"{"fields":7}"#.utf8))
            )
            _ = try await place.store.save([change], author: "test")
            let stored = try #require(try await place.store.entry("road/R1", withTexts: false))
            #expect(throws: StoreError.damaged("road/R1 is no entry of a declared register")) {
                try DeclaredContent.draft(of: stored)
            }
        }
    }
}
