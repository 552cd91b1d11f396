import SQLCore
import SQLiteDriver
import Store
import Testing

@Suite(.onEveryDatabase, .namingTheDatabase) struct DefinitionTests {
    @Test func `a definition gets a version for each new text`() async throws {
        try await withStore { fixture in
            let first = try await fixture.store.publish(kind: "register", name: "outlet", text: "a: 1")
            let same = try await fixture.store.publish(kind: "register", name: "outlet", text: "a: 1")
            let second = try await fixture.store.publish(kind: "register", name: "outlet", text: "a: 2")
            _ = try await fixture.store.publish(kind: "register", name: "course", text: "b")
            _ = try await fixture.store.publish(kind: "procedure", name: "outlet", text: "c")
            #expect(first == same && first.version == 1 && second.version == 2)
            #expect(try await fixture.store.definitions(kind: "register").map(\.text) == ["b", "a: 2"])
            #expect(try await fixture.store.definition(kind: "register", name: "outlet", version: 1) == first)
        }
    }

    @Test func `named values are kept`() async throws {
        try await withStore { fixture in
            #expect(try await fixture.store.meta("node") == nil)
            try await fixture.store.setMeta("node", "one")
            try await fixture.store.setMeta("node", "two")
            #expect(try await fixture.store.meta("node") == "two")
        }
    }

    @Test func `a store made by a newer program is refused`() async throws {
        try await withStore { fixture in
            try await fixture.database.write { transaction in
                try transaction.run(
                    Statement(
                        "INSERT INTO schema_migration (number, name, digest, applied_at) VALUES (999, 'x', 'y', 0)"
                    )
                )
            }
            await #expect(throws: DatabaseError.self) { try await fixture.another() }
        }
    }

    @Test func `a store whose step was edited is refused`() async throws {
        try await withStore { fixture in
            try await fixture.database.write { transaction in
                try transaction.run(Statement("UPDATE schema_migration SET digest = 'other' WHERE number = 1"))
            }
            await #expect(throws: DatabaseError.migrationEdited(number: 1, name: "entries, log, jobs, imports")) {
                try await fixture.another()
            }
        }
    }
}
