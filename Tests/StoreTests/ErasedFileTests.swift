import Store
import Testing

/// What is left in the files of SQLite; what a server does with its own is the operator's to know.
struct ErasedFileTests {
    private func change(_ entry: String, _ content: String, texts: [EntryText]) -> EntryChange {
        EntryChange(
            register: "outlet",
            entry: entry,
            expectedVersion: nil,
            draft: Draft(content: Array(content.utf8), texts: texts)
        )
    }

    @Test func `erased content is not in the file any more`() async throws {
        try await withStore { fixture in
            let secret = "a-very-secret-name-of-a-person"
            _ = try await fixture.store.save(
                [change("o/1", "1", texts: [EntryText(part: "notes", language: "", text: secret)])],
                author: "a"
            )
            let path = StoreFolder(path: fixture.folder).database
            #expect(try readFile(path + "-wal").contains(Array(secret.utf8)))
            try await fixture.store.withdraw(["o/1"], as: .erased, author: "system")
            #expect(try !readFile(path).contains(Array(secret.utf8)))
            #expect(try !readFile(path + "-wal").contains(Array(secret.utf8)))
        }
    }
}
